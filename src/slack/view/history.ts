import { isOver } from '../../complaint/lifecycle.ts'
import type { Complaint } from '../../complaint/complaint.ts'
import { textFor } from '../../text/text.ts'
import type { House, Reader } from './house.ts'
import { inline } from './mrkdwn.ts'
import { codeName, who } from './names.ts'
import { mergedLine, specialLines } from './beside-the-clocks.ts'
import { waitedLines } from './standing-still.ts'
import { dateToken } from './time.ts'

/** What was done so far, a line each: reopenings, what the customer added, what whoever dispatched asked for, then the earliest first contact, findings, solution, approval, reply, follow-up, closing. */
export function historyLines(complaint: Complaint, reader: Reader, house: House): string[] {
  const lines = [
    ...reopeningLines(complaint, reader, house),
    ...waitedLines(complaint, reader, house),
    ...specialLines(complaint, reader, house),
    ...additionLines(complaint, reader, house),
    ...instructionLine(complaint, reader),
    ...contactLines(complaint, reader, house),
    ...findingsLine(complaint, reader, house),
    ...planLines(complaint, reader, house),
    ...replyLine(complaint, reader, house),
    ...followUpLine(complaint, reader),
    ...closingLine(complaint, reader, house),
    ...endingLine(complaint, reader, house),
  ]
  return lines
}

function instructionLine({ instruction }: Complaint, { language }: Reader): string[] {
  return instruction === undefined ? [] : [textFor(language).card.instruction(inline(instruction))]
}

function contactLines({ contacts, anonymous, status }: Complaint, reader: Reader, house: House): string[] {
  const { card } = textFor(reader.language)
  const last = contacts.at(-1)
  if (!last) return anonymous || isOver(status) ? [] : [card.notContacted]
  const mode = codeName('contactMode', last.mode, reader.language, house)
  const reached = last.reached ? card.reached : card.notReached
  const promised = contacts.findLast(({ promise }) => promise !== undefined)
  const until = promised?.promiseUntil ? dateToken(promised.promiseUntil, reader) : ''
  return [
    card.contact(dateToken(last.at, reader), mode, reached, who(last.by, reader, house)),
    ...(promised?.promise ? [card.promise(inline(promised.promise), until)] : []),
  ]
}

/** The card has the last reopenings and what the customer added last; the journal has all. */
const mostAgain = 3

function reopeningLines({ reopenings = [] }: Complaint, reader: Reader, house: House): string[] {
  const { card } = textFor(reader.language)
  return reopenings
    .slice(-mostAgain)
    .map(({ at, by, statutory, reason }) =>
      card.reopened(
        dateToken(at, reader),
        who(by, reader, house),
        card.statutoryAnew[statutory],
        inline(reason ?? ''),
      ),
    )
}

function additionLines({ additions = [] }: Complaint, reader: Reader, house: House): string[] {
  const { card } = textFor(reader.language)
  return additions.slice(-mostAgain).map(({ receivedAt, source, by, story }) => {
    const channel = codeName('source', source, reader.language, house)
    return card.added(dateToken(receivedAt, reader), channel, who(by, reader, house), inline(story, 400))
  })
}

function findingsLine({ findings }: Complaint, { language }: Reader, house: House): string[] {
  if (!findings) return []
  const { card } = textFor(language)
  return [
    card.findings(faultWords(findings.fault, language), codeName('cause', findings.cause, language, house)),
  ]
}

function planLines({ plan, approval }: Complaint, reader: Reader, house: House): string[] {
  const { card } = textFor(reader.language)
  return [
    ...(plan ? [card.plan(inline(plan.solution), planMoney(plan, reader, house))] : []),
    ...(approval ? [card.approved(who(approval.by, reader, house), inline(approval.conditions ?? ''))] : []),
  ]
}

/** What the solution costs: the kind of compensation and the amount. Plain. */
export function planMoney(
  { compensation, amount }: NonNullable<Complaint['plan']>,
  { language }: Pick<Reader, 'language'>,
  house: Pick<House, 'rulebook'>,
): string {
  const { amounts } = textFor(language)
  const parts = [
    ...(compensation ? [codeName('compensation', compensation, language, house)] : []),
    ...(amount === undefined ? [] : [amounts.yuan(amount)]),
  ]
  return parts.join(' ')
}

function replyLine({ reply }: Complaint, reader: Reader, house: House): string[] {
  if (!reply) return []
  const response = codeName('customerResponse', reply.response, reader.language, house)
  return [textFor(reader.language).card.replied(dateToken(reply.at, reader), response)]
}

function followUpLine({ followUp, status }: Complaint, { language }: Reader): string[] {
  if (!followUp) return []
  const { card, options } = textFor(language)
  const line = card.followedUp(followUp.satisfaction, options.content[followUp.content ? 'yes' : 'no'])
  return followUp.content || isOver(status) ? [line] : [line, card.cycleBack]
}

function closingLine({ closing }: Complaint, { language }: Reader, house: House): string[] {
  if (!closing) return []
  const outcome = codeName('outcome', closing.outcome, language, house)
  return [
    textFor(language).card.closed(
      outcome,
      codeName('responsibility', closing.responsibility, language, house),
    ),
  ]
}

function endingLine(complaint: Complaint, reader: Reader, house: House): string[] {
  const { ending } = complaint
  if (!ending) return []
  const { card } = textFor(reader.language)
  const by = who(ending.by, reader, house)
  const mode = ending.mode === undefined ? '' : codeName('contactMode', ending.mode, reader.language, house)
  if (ending.kind === 'withdrawn')
    return [card.withdrawn(dateToken(ending.withdrawnAt, reader), mode, inline(ending.proof), by)]
  if (ending.kind === 'merged') return [mergedLine(complaint, ending, reader, house)]
  const reason = codeName('notAcceptedReason', ending.reason, reader.language, house)
  const { toldAt, toldBy } = ending
  const told =
    toldAt === undefined || toldBy === undefined
      ? ''
      : [dateToken(toldAt, reader), who(toldBy, reader, house), mode].join(' · ')
  return [card.notAccepted(reason, told, by)]
}

/** The opinion on fault in words; the code itself for one that is no longer asked. */
export function faultWords(fault: string, language: Reader['language']): string {
  const words: Readonly<Record<string, string>> = textFor(language).options.fault
  return words[fault] ?? fault
}
