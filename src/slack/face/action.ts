import type { Action } from '../../action/action.ts'
import { actionObjection, mayBegin, mayBeginSomewhere, maySeeAction } from '../../action/allowed.ts'
import { ActionCommand } from '../../action/command.ts'
import { actionForms, beginActionFields } from '../../action/form.ts'
import { type ActionStep, actionSteps } from '../../action/lifecycle.ts'
import type { Complaint } from '../../complaint/complaint.ts'
import { Refusal } from '../../matter/refusal.ts'
import { branchOf } from '../../organisation/branch-of.ts'
import type { PersonId } from '../../organisation/organisation.ts'
import { postsOf } from '../../organisation/posts-of.ts'
import { actionIdOf } from '../../review/action-id.ts'
import type { Review } from '../../review/review.ts'
import { findActionByNumber, findActions } from '../../store/find-actions.ts'
import { findState } from '../../store/find-complaints.ts'
import { textFor } from '../../text/text.ts'
import { actionStepModal, beginActionModal } from '../form/action-modal.ts'
import { schemaProblems } from '../form/problems.ts'
import { viewHouse } from '../view-house.ts'
import { actionCard } from '../view/action-card.ts'
import { actionRow } from '../view/action-list.ts'
import { actionNotice } from '../view/action-notice.ts'
import type { House } from '../view/house.ts'
import type { WaitingRow } from '../view/waiting.ts'
import { answerActions } from './action-answer.ts'
import { maySeeComplaint } from './complaint.ts'
import type { AskedStep, Asking, Face, FaceHouse, PreparedStep, Seen, Taking } from './face.ts'
import { isUuid } from './is-uuid.ts'
import { letteredNumber } from './lettered-number.ts'

export const actionFace: Face = {
  kind: 'action',
  forms: { ...actionForms, begin: beginActionFields },
  numbers: {
    read: letteredNumber('A'),
    find: async ({ db }, number) => (await findActionByNumber(db, number)).map((id) => ({ id })),
  },
  see: async (house, id) => (await read(house, id))?.seen,
  prepare: (house, person, asked) =>
    asked.step === 'begin' ? prepareBegin(house, person, asked) : prepareStep(house, person, asked),
  answer: answerActions,
  waiting,
}

interface Found {
  readonly action: Action
  readonly view: House
  readonly seen: Seen
}

async function read(house: FaceHouse, id: string): Promise<Found | undefined> {
  const action = isUuid(id) ? ((await findState(house.db, 'action', id)) as Action | undefined) : undefined
  if (!action) return undefined
  const view = await viewHouse(house, action.policyVersion)
  return { action, view, seen: seenOf(action, view) }
}

function seenOf(action: Action, view: House): Seen {
  return {
    kind: 'action',
    id: action.id,
    number: action.number,
    view,
    maySee: (person) => maySeeAction(action, person, view),
    card: (reader) => actionCard(action, reader, view),
    notice: (notice, reader) => actionNotice(notice, action, reader, view),
  }
}

async function prepareStep(
  house: FaceHouse,
  person: PersonId,
  { id, step: named }: AskedStep,
): Promise<PreparedStep> {
  const step = actionSteps.find((each) => each === named)
  if (!step) throw new Refusal('not-now')
  const found = await read(house, id)
  if (!found?.seen.maySee(person)) throw new Refusal('not-found')
  const { action, view, seen } = found
  const code = actionObjection(action, step, person, view)
  return {
    objection: code && new Refusal(code, code === 'recused' ? { person } : {}),
    form: step,
    modal: (opening, reader) => actionStepModal(step, opening, action, reader, view),
    read: (values) => stepTaking(id, step, values),
    cases: await casesOf(house, action),
    done: (language) => textFor(language).actionSteps[step].done,
    seen,
  }
}

function stepTaking(id: string, step: ActionStep, values: Readonly<Record<string, unknown>>): Taking {
  const command = ActionCommand.safeParse({ step, ...values })
  if (!command.success) return { problems: schemaProblems(command.error) }
  return taking(id, command.data)
}

function taking(id: string, command: ActionCommand): Taking {
  return {
    id,
    take: (handle, by, form) => handle('action', id, command, by, form === undefined ? {} : { form }),
  }
}

/** Begun from a complaint, whose id is asked with, or from nowhere. */
async function prepareBegin(house: FaceHouse, person: PersonId, { id }: AskedStep): Promise<PreparedStep> {
  const view = await viewHouse(house)
  const complaint = await complaintOf(house, person, id)
  const branch = complaint?.branch ?? branchesOf(person, view)[0]
  const may = complaint ? mayBegin(placeOf(complaint), person, view) : mayBeginSomewhere(person, view)
  return {
    objection: may ? undefined : new Refusal('not-you'),
    form: 'begin',
    modal: (opening, reader) =>
      beginActionModal(
        { id, ...(branch && { branch }), ...(complaint && { complaint }) },
        opening,
        reader,
        view,
      ),
    read: (values, opening) => beginTaking(values, opening, complaint),
    cases: complaint ? [complaint.id] : [],
    done: (language) => textFor(language).actionSteps.begin.done,
  }
}

function branchesOf(person: PersonId, { organisation, now }: House): string[] {
  return postsOf(organisation, person, now).flatMap(({ unit }) => branchOf(organisation, unit)?.id ?? [])
}

/** Where the action of a complaint would belong. */
export function placeOf({ branch, handlingUnit, outlet, respondents }: Complaint) {
  return { branch, unit: handlingUnit ?? outlet, respondents }
}

async function complaintOf(house: FaceHouse, person: PersonId, id: string): Promise<Complaint | undefined> {
  if (!isUuid(id)) return undefined
  const complaint = (await findState(house.db, 'complaint', id)) as Complaint | undefined
  const view = complaint && (await viewHouse(house, complaint.policyVersion))
  if (!complaint || !view || !maySeeComplaint(complaint, person, view)) throw new Refusal('not-found')
  return complaint
}

/** The opening of the form is the id of the action: sent twice it is one. What to watch for begins with its cause. */
function beginTaking(
  { likeCause, likeBusiness, likeUnit, ...values }: Readonly<Record<string, unknown>>,
  opening: string,
  complaint: Complaint | undefined,
): Taking {
  if (likeCause === undefined && (likeBusiness ?? likeUnit) !== undefined)
    return { problems: [{ field: 'likeCause', code: 'required' }] }
  const like = {
    cause: likeCause,
    ...(likeBusiness !== undefined && { business: likeBusiness }),
    ...(likeUnit !== undefined && { unit: likeUnit }),
  }
  const from = complaint && {
    origin: { matter: 'complaint', id: complaint.id, number: complaint.number },
    respondents: complaint.respondents,
  }
  const said = { step: 'begin', ...values, ...(likeCause !== undefined && { like }), ...from }
  const command = ActionCommand.safeParse(said)
  if (!command.success) return { problems: schemaProblems(command.error) }
  return taking(opening, command.data)
}

/** The complaint that it follows from, also where a meeting's verdict lies between. */
async function casesOf({ db }: FaceHouse, { id, origin }: Action): Promise<string[]> {
  if (origin?.matter === 'complaint') return [origin.id]
  if (origin?.matter !== 'review') return []
  const review = (await findState(db, 'review', origin.id)) as Review | undefined
  return (review?.cases ?? [])
    .map(({ complaint }) => complaint)
    .filter((complaint) => actionIdOf(origin.id, complaint) === id)
}

/** More than the App Home can show. */
const mostWaiting = 30

async function waiting(house: FaceHouse, reader: Asking): Promise<readonly WaitingRow[]> {
  const view = await viewHouse(house)
  const found = await findActions(house.db, { awaited: reader.personId }, { offset: 0, limit: mostWaiting })
  return found
    .filter((action) => maySeeAction(action, reader.personId, view))
    .map((action) => ({
      matter: 'action',
      id: action.id,
      text: actionRow(action, reader, view),
      ...(action.status === 'open' && { due: action.due }),
    }))
}
