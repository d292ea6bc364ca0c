import { yearOf } from '../../fund/budget.ts'
import { managesFund } from '../../fund/allowed.ts'
import { fundIdOf } from '../../fund/fund-id.ts'
import { Refusal } from '../../matter/refusal.ts'
import { branchOf } from '../../organisation/branch-of.ts'
import { postsOf } from '../../organisation/posts-of.ts'
import { findByNumber, findState } from '../../store/find-complaints.ts'
import { textFor } from '../../text/text.ts'
import { scrub } from '../../vault/scrub.ts'
import { stateOf } from '../desk-rows.ts'
import { readNumber } from '../read-number.ts'
import { viewHouse } from '../view-house.ts'
import { type Message, message, section } from '../view/blocks.ts'
import { innerOf } from '../view/fund-inner.ts'
import type { House } from '../view/house.ts'
import { escapeMrkdwn, inline } from '../view/mrkdwn.ts'
import { unitName } from '../view/names.ts'
import { matterButtons } from '../view/step-action.ts'
import { maySeeComplaint } from './complaint.ts'
import type { Answer, Asking, Face, FaceHouse } from './face.ts'

/** People type in either language, whichever they read in. */
const asking = /^(?:request|ask|申请)\s*(.*)$/i
const ledger = /^(?:ledger|台账)$/i

/** The house, with the way to look at a fund. */
type FundHouse = FaceHouse & Pick<Face, 'see'>

/**
 * `/complaint fund` shows the fund of one's branch in this year, `fund 2027` that of another one, `fund ledger` its ledger;
 * `fund request 2026-00123` asks for money in a complaint.
 */
export async function answerFund(house: FundHouse, reader: Asking, typed: string): Promise<Answer> {
  const [, numbered] = asking.exec(typed) ?? []
  if (numbered !== undefined) return askFor(house, reader, numbered)
  const view = await viewHouse(house)
  if (typed === '') return { message: await fundOf(house, reader, view, yearOf(view)) }
  if (ledger.test(typed))
    return { message: await fundOf(house, reader, view, yearOf(view), innerOf.ledger(0)) }
  if (/^\d{4}$/.test(typed)) return { message: await fundOf(house, reader, view, Number(typed)) }
  return { message: sentence(textFor(reader.language).fund.unknown(inline(scrub(typed).text, 60))) }
}

/** The request for money in the complaint of this number; of several, of several branches, in the newest. */
async function askFor(house: FaceHouse, reader: Asking, numbered: string): Promise<Answer> {
  const number = readNumber(numbered)
  if (number === undefined)
    return { message: sentence(textFor(reader.language).help.wantsNumber('fund request')) }
  const view = await viewHouse(house)
  const ids = await findByNumber(house.db, number)
  const states = await Promise.all(ids.map((id) => findState(house.db, 'complaint', id)))
  const complaint = states.map(stateOf).find((each) => maySeeComplaint(each, reader.personId, view))
  if (!complaint) throw new Refusal('not-found')
  const year = yearOf(view)
  const id = fundIdOf(complaint.branch, year)
  if ((await findState(house.db, 'fund', id)) === undefined)
    return { message: noFund(complaint.branch, year, reader, view) }
  return { begin: { step: 'request', id, inner: complaint.id } }
}

async function fundOf(
  house: FundHouse,
  reader: Asking,
  view: House,
  year: number,
  inner?: string,
): Promise<Message> {
  const branch = branchOfPerson(reader.personId, view)
  const { fund: words } = textFor(reader.language)
  if (branch === undefined) return sentence(words.noBranch)
  const seen = await house.see(house, fundIdOf(branch, year))
  if (!seen) return noFund(branch, year, reader, view)
  if (!seen.maySee(reader.personId, inner)) return sentence(words.notHere)
  return seen.card(reader, inner)
}

function branchOfPerson(person: string, { organisation, now }: House): string | undefined {
  return postsOf(organisation, person, now)
    .map(({ unit }) => branchOf(organisation, unit)?.id)
    .find((branch) => branch !== undefined)
}

/** There is none yet: whoever manages it may propose its budget. */
function noFund(branch: string, year: number, reader: Asking, view: House): Message {
  const { fund: words, fundSteps } = textFor(reader.language)
  const said = words.none(escapeMrkdwn(unitName(branch, reader.language, view)), year)
  const isNear = year === yearOf(view) || year === yearOf(view) + 1
  const may = isNear && managesFund({ branch }, reader.personId, view)
  const row = may
    ? matterButtons(
        { matter: 'fund', id: branch, inner: String(year) },
        [{ step: 'proposeBudget', text: fundSteps.proposeBudget.button, style: 'primary' }],
        reader,
      )
    : undefined
  return message(said, [section(said), ...(row ? [row] : [])])
}

function sentence(text: string): Message {
  return message(text, [section(text)])
}
