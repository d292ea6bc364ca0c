import { allowedSteps, objection } from '../../complaint/allowed.ts'
import { Command } from '../../complaint/command.ts'
import type { Complaint } from '../../complaint/complaint.ts'
import { Event } from '../../complaint/event.ts'
import { forms } from '../../complaint/form.ts'
import { type StepName, stepNames } from '../../complaint/lifecycle.ts'
import { otherOf } from '../../complaint/other.ts'
import { subjectOf } from '../../complaint/subject.ts'
import { Refusal, type RefusalCode } from '../../matter/refusal.ts'
import type { PersonId } from '../../organisation/organisation.ts'
import { mayDo, nextInstead } from '../../organisation/rights.ts'
import { findByNumber, findState } from '../../store/find-complaints.ts'
import { readJournal } from '../../store/journal.ts'
import { textFor } from '../../text/text.ts'
import { stateOf } from '../desk-rows.ts'
import { schemaProblems } from '../form/problems.ts'
import { stepModal } from '../form/step-modal.ts'
import { viewHouse } from '../view-house.ts'
import { withMoney } from '../with-money.ts'
import type { Message } from '../view/blocks.ts'
import { complaintCard } from '../view/card.ts'
import type { House, Reader } from '../view/house.ts'
import { channelPost, noticeMessage } from '../view/notice.ts'
import { refusalMessage, refusalText } from '../view/refusal.ts'
import { type Happening, staleMessage } from '../view/stale.ts'
import { topicOf } from '../view/topic.ts'
import type { AskedStep, Face, FaceHouse, PreparedStep, Seen } from './face.ts'
import { readNumber } from '../read-number.ts'
import { isUuid } from './is-uuid.ts'

export const complaintFace: Face = {
  kind: 'complaint',
  forms,
  see: async (house, id) => (await read(house, id))?.seen,
  prepare,
}

/** A complaint with what its views look things up in. */
export interface Case {
  readonly complaint: Complaint
  readonly view: House
}

/** Whoever may see it in a list, and whoever has something to do on it now (a deputy who may take it over). */
export function maySeeComplaint(complaint: Complaint, person: PersonId, view: House): boolean {
  return (
    mayDo(view.organisation, person, 'seeList', subjectOf(complaint), view.now) ||
    allowedSteps(complaint, person, view).length > 0
  )
}

async function read(house: FaceHouse, id: string): Promise<(Case & { readonly seen: Seen }) | undefined> {
  const state = isUuid(id) ? await findState(house.db, 'complaint', id) : undefined
  if (state === undefined) return undefined
  const complaint = stateOf(state)
  const view = await viewHouse(house, complaint.policyVersion)
  return { complaint, view, seen: seenOf(house, complaint, view) }
}

function seenOf(house: FaceHouse, complaint: Complaint, view: House): Seen {
  const { id, number, channel } = complaint
  return {
    kind: 'complaint',
    id,
    number,
    view,
    maySee: (person) => maySeeComplaint(complaint, person, view),
    card: async (reader) => complaintCard(complaint, reader, await withMoney(house.db, complaint, view)),
    notice: (notice, reader) => noticeMessage(notice, complaint, reader, view),
    explain: (refusal, reader) => explain(house, { complaint, view }, refusal, reader),
    room: {
      kind: 'complaint',
      channel,
      archiveWanted: complaint.archiveWanted,
      membersAreTold: false,
      post: (notice, reader) => channelPost(notice, complaint, reader, view),
      topic: (language) => topicOf(complaint, language, view),
    },
  }
}

async function prepare(
  house: FaceHouse,
  person: PersonId,
  { id, step: named }: AskedStep,
): Promise<PreparedStep> {
  const step = stepNames.find((each) => each === named)
  if (!step) throw new Refusal('not-now')
  const found = await read(house, id)
  if (!found || !found.seen.maySee(person)) throw new Refusal('not-found')
  const { complaint, view, seen } = found
  const code = objection(complaint, step, person, view)
  return {
    objection: code && objectionOf(code, person, found),
    form: step,
    modal: (opening, reader) => stepModal(step, opening, complaint, reader, view),
    read: (values) => taking(house, { id, person, view }, step, values),
    cases: [id],
    done: (language) => textFor(language).steps[step].done,
    seen,
  }
}

function taking(
  house: FaceHouse,
  asked: { readonly id: string; readonly person: PersonId; readonly view: House },
  step: StepName,
  values: Readonly<Record<string, unknown>>,
): ReturnType<PreparedStep['read']> {
  const command = Command.safeParse({ step, ...values })
  if (!command.success) return { problems: schemaProblems(command.error) }
  const { id } = asked
  return {
    id,
    async take(handle, by, form) {
      const whole = await withOther(house, asked, command.data)
      await handle('complaint', id, whole, by, form === undefined ? {} : { form })
    },
  }
}

/** The command with what stands behind the number that was typed, where the person may see it. */
async function withOther(
  house: FaceHouse,
  { person, view }: { readonly person: PersonId; readonly view: House },
  command: Command,
): Promise<Command> {
  if (command.step !== 'merge' && command.step !== 'addChild') return command
  const number = readNumber(command.otherNumber)
  const ids = number === undefined ? [] : await findByNumber(house.db, number)
  const found = await Promise.all(ids.map((id) => read(house, id)))
  const seen = found.find((each) => each && maySeeComplaint(each.complaint, person, view))
  return seen ? { ...command, other: otherOf(seen.complaint) } : command
}

/** Whoever is complained about hears whose turn it is instead. */
function objectionOf(code: RefusalCode, person: PersonId, { complaint, view }: Case): Refusal {
  if (code !== 'recused') return new Refusal(code)
  const next = nextInstead(view.organisation, subjectOf(complaint), person, 'handle', view.now)
  return new Refusal(code, { person, ...(next !== undefined && { next }) })
}

/** Why not, in a message: where the state moved on, with what happened meanwhile and the card of now. */
async function explain(
  house: FaceHouse,
  { complaint, view }: Case,
  refusal: Refusal,
  reader: Reader,
): Promise<Message> {
  if (refusal.code !== 'not-now') return refusalMessage(refusal, complaint, reader, view)
  const why = refusalText(refusal, complaint, reader, view)
  const [last, withUses] = await Promise.all([
    lastHappening(house, complaint.id),
    withMoney(house.db, complaint, view),
  ])
  return staleMessage(why, last, complaint, reader, withUses)
}

/** What a person did last on this complaint; else what the clock or the machine did last. */
async function lastHappening({ db }: FaceHouse, id: string): Promise<Happening | undefined> {
  const events = (await readJournal(db, 'complaint', id)).map(({ event }) => Event.parse(event))
  const last = events.findLast((event) => 'by' in event) ?? events.at(-1)
  if (!last) return undefined
  const by = 'by' in last ? last.by : undefined
  return { type: last.type, at: last.at, ...(by !== undefined && { by }) }
}
