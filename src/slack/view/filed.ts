import { ownersOf } from '../../complaint/callees.ts'
import { runningClocks } from '../../complaint/clocks.ts'
import type { Complaint } from '../../complaint/complaint.ts'
import { textFor } from '../../text/text.ts'
import type { FindingKind } from '../../vault/finding.ts'
import { type Message, actions, button, context, header, message, section } from './blocks.ts'
import type { House, Reader } from './house.ts'
import { clockName, levelName, levelReasons, levelSign, who } from './names.ts'
import { dateToken, timeLeft } from './time.ts'

/** What the person who filed reads at once: the number, the level proposed and why, every due time, what happens next. */
export function filedMessage(
  complaint: Complaint,
  masked: readonly FindingKind[],
  reader: Reader,
  house: House,
): Message {
  const { filed, card } = textFor(reader.language)
  const title = filed.title(complaint.number)
  return message(title, [
    header(`✅ ${title}`),
    section(levelText(complaint, reader, house)),
    section(`*${filed.dues}*\n${clockDueLines(complaint, reader, house).join('\n')}`),
    section(`*${filed.next}*\n${nextLines(complaint, reader, house).join('\n')}`),
    ...(masked.length > 0 ? [context(`🛡️ ${maskedWords(masked, reader)}`)] : []),
    actions([button(`open:${complaint.id}`, card.open, complaint.id), button('why', card.why, complaint.id)]),
  ])
}

function levelText(complaint: Complaint, reader: Reader, house: House): string {
  const { filed, card } = textFor(reader.language)
  const reasons = levelReasons(complaint.levelReasons, reader, house)
  const why = reasons.length > 0 ? reasons.map((reason) => `• ${reason}`) : [`• ${card.noReasons}`]
  return [
    `${levelSign(complaint.level)} ${filed.level(levelName(complaint.level, reader.language, house))}`,
    ...why,
  ].join('\n')
}

/** Every running clock with its due and the time left, a line each. */
export function clockDueLines(complaint: Complaint, reader: Reader, house: House): string[] {
  const { filed, forms } = textFor(reader.language)
  return runningClocks(complaint, house.rulebook).map(({ run, due }) => {
    const kind = run.code === 'statutory' ? '' : forms.aside(filed.internal)
    const name = `${clockName(run.code, reader.language)}${kind}`
    return `• ${forms.pair(name, dateToken(due, reader))} · ${timeLeft(due, house.now, reader)}`
  })
}

function nextLines(complaint: Complaint, reader: Reader, house: House): string[] {
  const { filed } = textFor(reader.language)
  const [next] = ownersOf('triage', complaint, house)
  return [`• ${filed.nextTriage(next === undefined ? '' : who(next, reader, house))}`, `• ${filed.nextYours}`]
}

/** What was masked in the text before it was kept. */
export function maskedWords(masked: readonly FindingKind[], { language }: Reader): string {
  const { filed, findings, amounts } = textFor(language)
  return filed.masked(amounts.list([...new Set(masked)].map((kind) => findings[kind])))
}
