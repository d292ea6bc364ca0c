import type { Complaint } from '../../complaint/complaint.ts'
import { fundObjection, managesFund, requestObjection, voteObjection } from '../../fund/allowed.ts'
import { yearOf } from '../../fund/budget.ts'
import { fundForms } from '../../fund/form.ts'
import type { Ballot, Fund, FundRequest, LikeUse } from '../../fund/fund.ts'
import { fundRules } from '../../fund/fund-rules.ts'
import { fundSteps, requestSteps } from '../../fund/lifecycle.ts'
import { ownersOf } from '../../fund/people.ts'
import { maySeeBallot, maySeeFund, maySeeRequest } from '../../fund/sight.ts'
import { runningOf } from '../../fund/waits.ts'
import { isoOf } from '../../matter/iso.ts'
import { Refusal, type RefusalCode } from '../../matter/refusal.ts'
import type { PersonId } from '../../organisation/organisation.ts'
import { findState } from '../../store/find-complaints.ts'
import { findFundsAwaiting, findFundsByNumber, findLikeUses } from '../../store/find-funds.ts'
import { type Language, textFor } from '../../text/text.ts'
import { moneyObjection } from '../about-money.ts'
import { stateOf } from '../desk-rows.ts'
import {
  type FundForm,
  type FundFormStep,
  fundModal,
  requestForm,
  requestStepForm,
  voteForm,
} from '../form/fund-modal.ts'
import { viewHouse } from '../view-house.ts'
import { balanceBlocks, fundCard } from '../view/fund-card.ts'
import { ballotCard } from '../view/fund-ballot-card.ts'
import { innerOf, readFundInner } from '../view/fund-inner.ts'
import { ledgerMessage } from '../view/fund-ledger.ts'
import { fundNotice } from '../view/fund-notice.ts'
import { requestCard } from '../view/fund-request-card.ts'
import type { House, Reader } from '../view/house.ts'
import type { Message } from '../view/blocks.ts'
import { clockName, unitName } from '../view/names.ts'
import { dateToken } from '../view/time.ts'
import type { WaitingRow } from '../view/waiting.ts'
import { maySeeComplaint } from './complaint.ts'
import type { AskedStep, Asking, Face, FaceHouse, PreparedStep, Seen } from './face.ts'
import { answerFund } from './fund-answer.ts'
import {
  budgetTaking,
  fundTaking,
  requestTaking,
  type VoiceStep,
  voiceSteps,
  voteTaking,
} from './fund-taking.ts'
import { isUuid } from './is-uuid.ts'

/** The reserve fund of a branch and year; its requests and votes are places inside it. */
export const fundFace: Face = {
  kind: 'fund',
  forms: { ...fundForms, voteYes: [], voteNo: [], voteAbstain: [] },
  numbers: { read: readFundNumber, find },
  see,
  prepare,
  answer: (house, reader, typed) => answerFund({ ...house, see }, reader, typed),
  waiting,
}

/** `F2026` is a fund, `F2026-007` a request of it. */
function readFundNumber(text: string): string | undefined {
  const [, year, digits] = /^#?f(\d{4})(?:-0*(\d{1,6}))?$/i.exec(text) ?? []
  if (year === undefined) return undefined
  return digits === undefined ? `F${year}` : `F${year}-${digits.padStart(3, '0')}`
}

async function find({ db }: FaceHouse, number: string) {
  const found = await findFundsByNumber(db, number)
  return found.map(({ id, request }) => ({ id, ...(request !== undefined && { inner: String(request) }) }))
}

interface Found {
  readonly fund: Fund
  readonly view: House
  readonly seen: Seen
}

async function see(house: FaceHouse, id: string): Promise<Seen | undefined> {
  return (await read(house, id))?.seen
}

async function read(house: FaceHouse, id: string): Promise<Found | undefined> {
  const fund = isUuid(id) ? ((await findState(house.db, 'fund', id)) as Fund | undefined) : undefined
  if (!fund) return undefined
  const view = await viewHouse(house, fund.policyVersion)
  return { fund, view, seen: seenOf(house, fund, view) }
}

function seenOf(house: FaceHouse, fund: Fund, view: House): Seen {
  return {
    kind: 'fund',
    id: fund.id,
    number: fund.number,
    view,
    maySee: (person, inner) => maySee(fund, { person, inner }, view),
    card: async (reader, inner) => drawn(await compared(house, fund), inner, reader, view),
    notice: async (notice, reader) => fundNotice(notice, await compared(house, fund), reader, view),
  }
}

function maySee(
  fund: Fund,
  { person, inner }: { readonly person: PersonId; readonly inner: string | undefined },
  view: House,
): boolean {
  const place = inner === undefined ? undefined : readFundInner(fund, inner)
  switch (place?.kind) {
    case 'request':
      return maySeeRequest(fund, place.request, person, view)
    case 'ballot':
      return maySeeBallot(fund, place.ballot, person, view)
    case 'ledger':
      return maySeeFund(fund, person, view)
    case undefined:
      return inner === undefined && maySeeFund(fund, person, view)
  }
}

function drawn(fund: Fund, inner: string | undefined, reader: Reader, view: House): Message {
  const place = inner === undefined ? undefined : readFundInner(fund, inner)
  switch (place?.kind) {
    case 'request':
      return requestCard(fund, place.request, reader, view)
    case 'ballot':
      return ballotCard(fund, place.ballot, reader, view)
    case 'ledger':
      return ledgerMessage(fund, place.from, reader)
    case undefined:
      return fundCard(fund, reader, view)
  }
}

/** What waits for a decision is compared with the payments of now, over all years, not with those of when it was asked. */
async function compared({ db }: FaceHouse, fund: Fund): Promise<Fund> {
  const kinds = [...new Set(fund.requests.filter(isUndecided).map(({ kind }) => kind))]
  const found = await Promise.all(
    kinds.map(async (kind) => [kind, await findLikeUses(db, { branch: fund.branch, kind })] as const),
  )
  const uses = new Map(found)
  return {
    ...fund,
    requests: fund.requests.map((each) =>
      isUndecided(each) ? { ...each, likeUses: uses.get(each.kind) ?? each.likeUses } : each,
    ),
  }
}

function isUndecided({ status }: FundRequest): boolean {
  return status === 'requested' || status === 'voting'
}

async function prepare(house: FaceHouse, person: PersonId, asked: AskedStep): Promise<PreparedStep> {
  const { step, id, inner } = asked
  if (step === 'proposeBudget') return proposing(house, person, { branch: id, year: inner })
  const found = await read(house, id)
  if (!found) throw new Refusal('not-found')
  if (step === 'request') return requesting(house, person, found, inner)
  const place = inner === undefined ? undefined : readFundInner(found.fund, inner)
  if (!found.seen.maySee(person, inner)) throw new Refusal('not-found')
  if (place?.kind === 'ballot') return voting(found, place.ballot, person, step)
  if (place?.kind === 'request') return onRequest(house, found, place.request, { person, step })
  return onFund(found, person, step)
}

/** The year's budget of a branch, before there is a fund; `year` is the one that was looked for. */
async function proposing(
  house: FaceHouse,
  person: PersonId,
  { branch, year }: { readonly branch: string; readonly year: string | undefined },
): Promise<PreparedStep> {
  const view = await viewHouse(house)
  if (view.organisation.units.get(branch)?.level !== 'BRANCH') throw new Refusal('not-found')
  const may = managesFund({ branch }, person, view)
  return {
    ...worded('proposeBudget'),
    objection: may ? undefined : new Refusal('not-you'),
    modal: (opening, reader) => {
      const form: FundForm = {
        step: 'proposeBudget',
        id: branch,
        above: [],
        initial: { year: year === String(yearOf(view) + 1) ? 'next' : 'this' },
      }
      return fundModal(form, opening, reader, view)
    },
    read: (values) => budgetTaking(branch, values, view),
    cases: [],
  }
}

function onFund({ fund, view, seen }: Found, person: PersonId, named: string): PreparedStep {
  const step = fundSteps.find((each) => each === named)
  if (!step || step === 'request') throw new Refusal('not-now')
  return {
    ...worded(step),
    objection: refusalOf(fundObjection(fund, step, person, view), person),
    modal: (opening, reader) =>
      fundModal({ step, id: fund.id, above: balanceBlocks(fund, reader) }, opening, reader, view),
    read: (values) => fundTaking(fund, step, values),
    cases: [],
    seen,
  }
}

/** Money for a complaint, `inner`: of nobody who may not see the complaint. */
async function requesting(
  house: FaceHouse,
  person: PersonId,
  { fund, view }: Found,
  inner: string | undefined,
): Promise<PreparedStep> {
  const complaint = await complaintOf(house, person, inner)
  return {
    ...worded('request'),
    objection: refusalOf(moneyObjection(fund, complaint, person, view), person),
    modal: async (opening, reader) => {
      const kind = complaint.plan?.compensation
      const likeUses = await likeUsesOf(house, fund, kind, view)
      return fundModal(requestForm(fund, complaint, likeUses, reader, view), opening, reader, view)
    },
    read: (values) => requestTaking(fund, complaint, values),
    cases: [complaint.id],
  }
}

async function complaintOf(house: FaceHouse, person: PersonId, id: string | undefined): Promise<Complaint> {
  const state = id !== undefined && isUuid(id) ? await findState(house.db, 'complaint', id) : undefined
  if (state === undefined) throw new Refusal('not-found')
  const complaint = stateOf(state)
  const view = await viewHouse(house, complaint.policyVersion)
  if (!maySeeComplaint(complaint, person, view)) throw new Refusal('not-found')
  return complaint
}

/** The last payments of this kind in the branch; of every kind of the pack while none is known. */
async function likeUsesOf(
  { db }: FaceHouse,
  { branch }: Fund,
  kind: string | undefined,
  { rulebook }: House,
): Promise<LikeUse[]> {
  const kinds = kind === undefined ? rulebook.pack.lists.compensation.map(({ code }) => code) : [kind]
  const found = await Promise.all(kinds.map((each) => findLikeUses(db, { branch, kind: each })))
  return found
    .flat()
    .toSorted((one, other) => other.at.localeCompare(one.at))
    .slice(0, fundRules.likeUses)
}

function voting({ fund, view, seen }: Found, ballot: Ballot, person: PersonId, named: string): PreparedStep {
  const step = (['vote', ...voiceSteps] as const).find((each) => each === named)
  if (!step) throw new Refusal('not-now')
  const inner = innerOf.ballot(ballot)
  return {
    ...worded(step),
    objection: refusalOf(voteObjection(fund, ballot, person, view), person),
    modal: (opening, reader) => fundModal(voteForm(fund, ballot, reader), opening, reader, view),
    read: (values) => voteTaking(fund, ballot, step, values),
    cases: casesOf(fund, ballot),
    seen: at(seen, inner),
  }
}

function casesOf({ requests }: Fund, { on }: Ballot): string[] {
  if (on.kind === 'budget') return []
  return requests.filter(({ no }) => no === on.request).map(({ about }) => about.complaint)
}

async function onRequest(
  house: FaceHouse,
  { fund, view, seen }: Found,
  request: FundRequest,
  { person, step: named }: { readonly person: PersonId; readonly step: string },
): Promise<PreparedStep> {
  const step = requestSteps.find((each) => each === named)
  if (!step) throw new Refusal('not-now')
  return {
    ...worded(step),
    objection: refusalOf(requestObjection(fund, request, step, person, view), person),
    modal: async (opening, reader) => {
      const likeUses = await likeUsesOf(house, fund, request.kind, view)
      return fundModal(
        requestStepForm(step, { fund, request, likeUses }, reader, view),
        opening,
        reader,
        view,
      )
    },
    read: (values, opening) => fundTaking(fund, step, values, { request: request.no, opening }),
    cases: [request.about.complaint],
    seen: at(seen, innerOf.request(request)),
  }
}

/** The fund as seen at one place in it: its card is that of the place. */
function at(seen: Seen, inner: string): Seen {
  return { ...seen, card: (reader, other = inner) => seen.card(reader, other) }
}

function worded(step: FundFormStep | VoiceStep) {
  const form: FundFormStep = step === 'voteYes' || step === 'voteNo' || step === 'voteAbstain' ? 'vote' : step
  return {
    form: `fund-${form}` as const,
    done: (language: Language) => textFor(language).fundSteps[step].done,
  }
}

function refusalOf(code: RefusalCode | undefined, person: PersonId): Refusal | undefined {
  return code && new Refusal(code, code === 'recused' ? { person } : {})
}

/** Votes, decisions, payments and settlements that wait for this person, of whichever fund. */
async function waiting(house: FaceHouse, reader: Asking): Promise<readonly WaitingRow[]> {
  const rows = await findFundsAwaiting(house.db, reader.personId)
  const found = await Promise.all(rows.map(({ id }) => read(house, id)))
  return found.flatMap((each) => (each ? waitingIn(each, reader) : []))
}

function waitingIn({ fund, view }: Found, reader: Asking): WaitingRow[] {
  const { fund: words } = textFor(reader.language)
  return runningOf(fund, view.rulebook)
    .filter((running) => Temporal.Instant.compare(running.start, view.now) <= 0)
    .filter((running) => ownersOf(fund, running, view).includes(reader.personId))
    .map(({ clock, due, request: no, ballot }) => {
      const request = fund.requests.find((each) => each.no === no)
      const inner = request ? innerOf.request(request) : ballot === undefined ? undefined : `b${ballot}`
      const number = request?.number ?? `${fund.number} ${unitName(fund.branch, reader.language, view)}`
      return {
        matter: 'fund',
        id: fund.id,
        ...(inner !== undefined && { inner }),
        text: `💰 ${words.waiting(number, clockName(clock, reader.language), dateToken(due, reader))}`,
        due: isoOf(due),
      }
    })
}
