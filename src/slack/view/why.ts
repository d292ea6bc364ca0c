import { type ClockDue, limitOf, runningClocks } from '../../complaint/clocks.ts'
import type { Complaint } from '../../complaint/complaint.ts'
import { textFor } from '../../text/text.ts'
import { type Message, context, header, message, section } from './blocks.ts'
import type { House, Reader } from './house.ts'
import { escapeMrkdwn, shorten } from './mrkdwn.ts'
import { clockName, levelName } from './names.ts'
import { proofLines } from './proof-lines.ts'
import { deadlineBlocks } from './beside-the-clocks.ts'
import { waitedLines, waitingLines } from './standing-still.ts'
import { isPast, plainTime, timeLeft } from './time.ts'

/** Slack takes some 12,000 characters in all blocks of a message together; this leaves room for the frame. */
const mostCharacters = 9_000
const mostLines = 14
const mostClocks = 12

/**
 * Every due time of the complaint with its sum. A proof is counted in the bank's calendar, so its times are in the bank's
 * zone, said so, whoever reads. Long sums lose their middle, never their ends; `whyText` has them whole.
 */
export function whyMessage(complaint: Complaint, reader: Reader, house: House): Message {
  const { proof } = textFor(reader.language)
  const clocks = runningClocks(complaint, house.rulebook)
  const shown = clocks.slice(0, mostClocks)
  const budget = Math.min(2_900, Math.floor(mostCharacters / Math.max(shown.length, 1)))
  const title = proof.title(complaint.number)
  return message(title, [
    header(`⏱️ ${title}`),
    ...(clocks.length === 0 ? [section(proof.none)] : []),
    ...standingStill(complaint, reader, house),
    ...deadlineBlocks(complaint, reader, house),
    ...shown.map((clock) => section(clockText(clock, complaint, reader, house, budget))),
    ...(clocks.length > shown.length ? [context(proof.cut(clocks.length - shown.length))] : []),
    ...finished(complaint, reader, house),
    context(proof.zone(house.rulebook.pack.calendar.timeZone)),
  ])
}

/** The same in plain lines and in full, for the terminal. */
export function whyText(complaint: Complaint, reader: Reader, house: House): string {
  const { proof } = textFor(reader.language)
  const clocks = runningClocks(complaint, house.rulebook)
  const told = clocks.map((clock) =>
    [
      ruleLine(clock, complaint, reader, house),
      ...sum(clock, reader, house, Infinity).map((line) => `  ${line}`),
    ].join('\n'),
  )
  return [proof.title(complaint.number), ...(told.length > 0 ? told : [proof.none])].join('\n\n')
}

/** What stands still and why, what is longer and who granted it: the due times below rest on it. */
function standingStill(complaint: Complaint, reader: Reader, house: House) {
  const lines = [...waitingLines(complaint, reader, house), ...waitedLines(complaint, reader, house)]
  return lines.length > 0 ? [section(lines.join('\n'))] : []
}

function clockText(
  clock: ClockDue,
  complaint: Complaint,
  reader: Reader,
  house: House,
  budget: number,
): string {
  const sign = isPast(clock.due, house.now) ? '⛔' : '•'
  const head = `${sign} *${escapeMrkdwn(ruleLine(clock, complaint, reader, house))}* · ${timeLeft(clock.due, house.now, reader)}`
  for (let most = mostLines; most > 3; most -= 1) {
    const text = [head, ...sum(clock, reader, house, most).map((line) => `> ${escapeMrkdwn(line)}`)].join(
      '\n',
    )
    if (text.length <= budget) return text
  }
  return shorten(`${head}\n> ${escapeMrkdwn(dueLine(clock, reader, house))}`, budget)
}

/** Which rule of the pack it follows. */
function ruleLine(
  { run, limit }: ClockDue,
  complaint: Complaint,
  { language }: Reader,
  house: House,
): string {
  const text = textFor(language)
  return text.proof.rule(
    clockName(run.code, language),
    levelName(complaint.level, language, house),
    text.limit(limit),
    complaint.policyVersion,
  )
}

function sum(clock: ClockDue, reader: Reader, house: House, most: number): string[] {
  const { proof } = textFor(reader.language)
  const { rulebook } = house
  const bank = { language: reader.language, timeZone: rulebook.pack.calendar.timeZone, rulebook }
  const at = plainTime(clock.due, bank)
  const moved = clock.capped ? [proof.capped(at)] : clock.lifted ? [proof.lifted(at)] : []
  return [...proofLines(clock.proof, bank, most), ...moved]
}

function dueLine({ due }: ClockDue, { language }: Reader, { rulebook }: House): string {
  return textFor(language).proof.due(plainTime(due, { language, timeZone: rulebook.pack.calendar.timeZone }))
}

/**
 * Clocks that were stopped, and when: their old due is not counted again, for they stay as they were. Those that have no limit at
 * this level never called anybody, and are not told.
 */
function finished({ clocks, level }: Complaint, reader: Reader, { rulebook }: House) {
  const { proof } = textFor(reader.language)
  const bank = { language: reader.language, timeZone: rulebook.pack.calendar.timeZone }
  const lines = clocks.flatMap(({ code, stoppedAt }) =>
    stoppedAt === undefined || !limitOf(code, level, rulebook)
      ? []
      : [proof.done(clockName(code, reader.language), plainTime(stoppedAt, bank))],
  )
  return lines.length > 0 ? [context([`*${proof.finished}*`, ...lines.slice(-15)].join('\n'))] : []
}
