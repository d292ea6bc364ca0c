import { type ClockDue, runningClocks } from '../../complaint/clocks.ts'
import type { Complaint } from '../../complaint/complaint.ts'
import { textFor } from '../../text/text.ts'
import type { House, Reader } from './house.ts'
import { clockName, escalationReason, levelName, levelSign, rungName } from './names.ts'
import { escapeMrkdwn } from './mrkdwn.ts'
import { waitingLines } from './standing-still.ts'
import { dateToken, isPast, timeLeft } from './time.ts'

/** `🔴 2026-00123 · Level 1 (critical)`, plain. */
export function headline(
  complaint: Pick<Complaint, 'number' | 'level'>,
  reader: Reader,
  house: House,
): string {
  return `${levelSign(complaint.level)} ${complaint.number} · ${levelName(complaint.level, reader.language, house)}`
}

/** The internal clock that is due first and the statutory one, side by side; the second is never hidden by the first. */
export function twoClocks(
  complaint: Complaint,
  house: House,
): { next?: ClockDue; statutory?: ClockDue; others: ClockDue[] } {
  const running = runningClocks(complaint, house.rulebook)
  const statutory = running.find(({ run }) => run.code === 'statutory')
  const [next, ...others] = running.filter((clock) => clock !== statutory)
  return { ...(next && { next }), ...(statutory && { statutory }), others }
}

/** One clock with its due, the time left, and what may still move it. Finished mrkdwn. */
export function clockLine(clock: ClockDue, reader: Reader, house: House): string {
  return [
    `${lateSign(clock, house)}${clockName(clock.run.code, reader.language)}`,
    ...dueLines(clock, reader, house),
  ].join('\n')
}

function lateSign({ due }: ClockDue, { now }: House): string {
  return isPast(due, now) ? '⛔ ' : ''
}

function dueLines(clock: ClockDue, reader: Reader, house: House): [due: string, left: string] {
  const { card, forms } = textFor(reader.language)
  const notes = [...(clock.provisional ? [card.provisional] : []), ...(clock.capped ? [card.capped] : [])]
  const told = notes.length > 0 ? forms.aside(forms.join(notes)) : ''
  return [dateToken(clock.due, reader), `${timeLeft(clock.due, house.now, reader)}${told}`]
}

/** The two clocks as label and value pairs; the statutory one without a value where it runs no more. */
export function clockPairs(complaint: Complaint, reader: Reader, house: House): [string, string][] {
  const { card } = textFor(reader.language)
  const { next, statutory } = twoClocks(complaint, house)
  return [
    [card.nextDue, next ? clockLine(next, reader, house) : card.noClock],
    [
      card.statutoryDue,
      statutory ? `${lateSign(statutory, house)}${dueLines(statutory, reader, house).join('\n')}` : '',
    ],
  ]
}

/**
 * What must catch the eye: overdue clocks, the escalation, the emergency group. Finished mrkdwn, a line each. `told`: the
 * clock whose being overdue is said already; where no other one is, there is no line for it.
 */
export function flags(complaint: Complaint, reader: Reader, house: House, told?: string): string[] {
  const { card } = textFor(reader.language)
  const late = runningClocks(complaint, house.rulebook).filter(({ due }) => isPast(due, house.now))
  const isNews = late.some(({ run }) => run.code !== told)
  const names = isNews ? late.map(({ run }) => clockName(run.code, reader.language)) : []
  const { escalation } = complaint
  const reason = escalation && escapeMrkdwn(escalationReason(escalation.reason, reader.language, house))
  return [
    ...waitingLines(complaint, reader, house),
    ...(names.length > 0 ? [`⛔ *${card.overdue(names)}*`] : []),
    ...(escalation
      ? [
          `⬆️ ${card.escalated(rungName(escalation.rung, reader.language), dateToken(escalation.at, reader), reason ?? '')}`,
        ]
      : []),
    ...(complaint.emergency ? [`🚨 ${card.emergency}`] : []),
  ]
}
