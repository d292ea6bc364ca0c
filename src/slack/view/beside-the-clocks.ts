import type { KnownBlock } from '@slack/types'
import type { Complaint } from '../../complaint/complaint.ts'
import { type DeadlineDue, runningDeadlines } from '../../complaint/deadlines.ts'
import { type Earlier, subjectOfEarlier } from '../../complaint/earlier.ts'
import { mayDo } from '../../organisation/rights.ts'
import { textFor } from '../../text/text.ts'
import { context } from './blocks.ts'
import type { House, Reader } from './house.ts'
import { escapeMrkdwn, inline } from './mrkdwn.ts'
import { clockName, codeName, optionName, who } from './names.ts'
import { dateToken, isPast, timeLeft } from './time.ts'

/** The card has so many lines of each log; the journal has all. */
const mostLines = 3

/** The deadlines that run beside the clocks of handling; no block where none does. */
export function deadlineBlocks(complaint: Complaint, reader: Reader, house: House): KnownBlock[] {
  const { card } = textFor(reader.language)
  const lines = deadlineLines(complaint, reader, house)
  return lines.length > 0 ? [context([`*${card.deadlines}*`, ...lines].join('\n'))] : []
}

/** A line for each: what, until when, how long that is. Finished mrkdwn. */
export function deadlineLines(complaint: Complaint, reader: Reader, house: House): string[] {
  return runningDeadlines(complaint, house.rulebook).map((running) => deadlineLine(running, reader, house))
}

function deadlineLine({ deadline, due }: DeadlineDue, reader: Reader, house: House): string {
  const { card, forms } = textFor(reader.language)
  const [, number] = deadline.id.split(/:(.*)/s)
  const aside = number ? forms.aside(inline(number)) : ''
  const sign = isPast(due, house.now) ? '⛔ ' : ''
  const what = `${sign}${clockName(deadline.kind, reader.language)}${aside}`
  return card.deadline(what, dateToken(due, reader), timeLeft(due, house.now, reader))
}

/** What special handling left behind: referrals, contacts with authorities, reviews, mediations, care, authority. A line each. */
export function specialLines(complaint: Complaint, reader: Reader, house: House): string[] {
  return [
    ...firstAskedLine(complaint, reader, house),
    ...groupLines(complaint, reader, house),
    ...authorityLine(complaint, reader, house),
    ...careLine(complaint, reader, house),
    ...referralLines(complaint, reader, house),
    ...leakLine(complaint, reader, house),
    ...mediationLines(complaint, reader),
    ...reviewLines(complaint, reader, house),
  ]
}

/** Until somebody takes it on, whoever was told first answers for it (`DOMAIN.md` 2.3, first-asked responsibility). */
function firstAskedLine({ status, owner, filedBy }: Complaint, reader: Reader, house: House): string[] {
  const isTheirs = status === 'received' && owner === filedBy
  return isTheirs ? [textFor(reader.language).card.firstAsked(who(owner, reader, house))] : []
}

/** Into which complaint it was merged, by number for whoever may see that one. */
export function mergedLine(
  { mergedInto }: Complaint,
  { toldAt, by }: { readonly toldAt?: string; readonly by: string },
  reader: Reader,
  house: House,
): string {
  const into = mergedInto ? seenNumber(mergedInto, reader, house) : ''
  const told = toldAt === undefined ? '' : dateToken(toldAt, reader)
  return textFor(reader.language).card.merged(into, told, who(by, reader, house))
}

function groupLines(
  { parent, children = [], mergedFrom = [] }: Complaint,
  reader: Reader,
  house: House,
): string[] {
  const { card, amounts } = textFor(reader.language)
  const numbers = children.map((child) => seenNumber(child, reader, house)).filter((number) => number !== '')
  const speaking = children.filter(({ representative }) => representative).length
  const duplicates = mergedFrom
    .map((each) => seenNumber(each, reader, house))
    .filter((number) => number !== '')
  return [
    ...(mergedFrom.length > 0 ? [card.mergedFrom(amounts.list(duplicates))] : []),
    ...(children.length > 0
      ? [card.group(children.length, speaking, amounts.list(numbers.slice(0, mostNumbers)))]
      : []),
    ...(parent ? [card.inGroup(seenNumber(parent, reader, house), parent.representative)] : []),
  ]
}

/** A group is told with so many numbers; the list has all. */
const mostNumbers = 12

/** The number of another case is for whoever may see that one; a channel is told of none. */
function seenNumber(other: Earlier, { personId }: Reader, { organisation, now }: House): string {
  const subject = subjectOfEarlier(other)
  const maySee = personId !== undefined && mayDo(organisation, personId, 'seeList', subject, now)
  return maySee ? escapeMrkdwn(other.number) : ''
}

function authorityLine({ onBehalf, authority }: Complaint, reader: Reader, house: House): string[] {
  if (!onBehalf) return []
  const { card } = textFor(reader.language)
  if (!authority) return [`⚠️ ${card.notAuthorised}`]
  const { capacity, authorityKind, fileReference, by } = authority
  return [
    card.authorised(
      optionName('capacity', capacity, reader.language),
      inline(authorityKind),
      inline(fileReference),
      who(by, reader, house),
    ),
  ]
}

function careLine({ carePlan }: Complaint, { language }: Reader, house: House): string[] {
  if (!carePlan) return []
  const mode = codeName('contactMode', carePlan.mode, language, house)
  return [textFor(language).card.carePlan(mode, inline(carePlan.helper ?? ''), carePlan.reviewOn)]
}

function referralLines(
  { referrals = [], authorityContacts = [] }: Complaint,
  reader: Reader,
  house: House,
): string[] {
  const { card } = textFor(reader.language)
  const bodyOf = (body: string) => escapeMrkdwn(codeName('source', body, reader.language, house))
  const taken = referrals.flatMap(({ body, number, referredAt, by, answer }) => [
    card.referred(bodyOf(body), inline(number), dateToken(referredAt, reader), who(by, reader, house)),
    ...(answer
      ? [
          card.referralAnswered(
            inline(number),
            dateToken(answer.answeredAt, reader),
            who(answer.by, reader, house),
          ),
        ]
      : []),
  ])
  const spoken = authorityContacts.map(({ body, direction, spokeAt, by, note }) =>
    card.spoken(
      bodyOf(body),
      optionName('direction', direction, reader.language),
      dateToken(spokeAt, reader),
      who(by, reader, house),
      inline(note, 200),
    ),
  )
  return [...taken.slice(-2 * mostLines), ...spoken.slice(-mostLines)]
}

function leakLine({ leakReport }: Complaint, reader: Reader, house: House): string[] {
  if (!leakReport) return []
  const { body, reportAt, by } = leakReport
  const name = escapeMrkdwn(codeName('source', body, reader.language, house))
  return [
    textFor(reader.language).card.leakReported(name, dateToken(reportAt, reader), who(by, reader, house)),
  ]
}

function mediationLines({ mediations = [] }: Complaint, reader: Reader): string[] {
  const { card } = textFor(reader.language)
  const { language } = reader
  return mediations
    .slice(-mostLines)
    .flatMap(({ mediator, offeredAt, answer, meetsOn, ended }) => [
      card.mediation(
        inline(mediator),
        dateToken(offeredAt, reader),
        optionName('answer', answer, language),
        meetsOn ?? '',
      ),
      ...(ended
        ? [
            card.mediationEnded(
              optionName('mediationResult', ended.result, language),
              dateToken(ended.endedAt, reader),
            ),
          ]
        : []),
    ])
}

function reviewLines({ higherReview }: Complaint, reader: Reader, house: House): string[] {
  if (!higherReview) return []
  const { card } = textFor(reader.language)
  const { askedAt, reviewer, reason, decided } = higherReview
  const by = who(reviewer, reader, house)
  if (!decided) return [card.reviewAsked(dateToken(askedAt, reader), by, inline(reason, 300))]
  const result = optionName('result', decided.result, reader.language)
  return [card.reviewDecided(result, by, inline(decided.summary, 300))]
}
