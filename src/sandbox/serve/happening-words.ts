import type { Event } from '../../complaint/event.ts'
import type { EmergencyEvent } from '../../emergency/event.ts'
import type { Organisation } from '../../organisation/create.ts'
import { clockName, nameOf, rungName } from '../../slack/view/names.ts'
import { type Language, textFor } from '../../text/text.ts'

/** What the clock decided, in one language; undefined for what follows from another line. */
export function clockWords(
  number: string,
  event: Event | EmergencyEvent,
  { language, organisation, timeZone }: { language: Language; organisation: Organisation; timeZone: string },
): string | undefined {
  const words = language === 'zh-CN' ? chinese : english
  const people = (to: readonly string[]) => peopleWords(to, { language, organisation })
  const due = (at: string) => textFor(language).amounts.time(Temporal.Instant.from(at), timeZone)
  switch (event.type) {
    case 'reminded':
      return words.reminded(number, clockName(event.clock, language), due(event.due), people(event.to))
    case 'rungReached': {
      const [clock, rung] = [clockName(event.clock, language), rungName(event.rung, language)]
      return event.to.length > 0
        ? words.rung(number, clock, rung, people(event.to))
        : words.gap(number, clock, rung)
    }
    case 'calledAgain':
      return words.again(number, clockName(event.clock, language), people(event.to))
    case 'escalated':
      return words.escalated(number, rungName(event.rung, language))
    case 'followUpDrawn':
      return words.drawn(number)
    case 'updateWanted':
      return words.update(number)
    case 'archiveWanted':
      return words.archive(number)
    default:
      return undefined
  }
}

/** People by name. */
export function peopleWords(
  people: readonly string[],
  { language, organisation }: { language: Language; organisation: Organisation },
): string {
  const { amounts } = textFor(language)
  return amounts.list(people.map((person) => nameOf(person, language, { organisation })))
}

const chinese = {
  reminded: (number: string, clock: string, due: string, to: string) =>
    `${number}：提醒“${clock}”，${due} 到期 → ${to}`,
  rung: (number: string, clock: string, rung: string, to: string) =>
    `${number}：“${clock}”逾期，通知到${rung} → ${to}`,
  gap: (number: string, clock: string, rung: string) =>
    `${number}：“${clock}”逾期，${rung}无人可通知，随即上报下一级`,
  again: (number: string, clock: string, to: string) => `${number}：“${clock}”仍未办理，再次催办 → ${to}`,
  escalated: (number: string, rung: string) => `${number}：提级至${rung}`,
  drawn: (number: string) => `${number}：抽中回访`,
  update: (number: string) => `${number}：该报送事态进展`,
  archive: (number: string) => `${number}：频道留存期满，归档`,
}

const english: typeof chinese = {
  reminded: (number, clock, due, to) => `${number}: reminder of “${clock}”, due ${due} → ${to}`,
  rung: (number, clock, rung, to) => `${number}: “${clock}” is overdue, climbed to ${rung} → ${to}`,
  gap: (number, clock, rung) =>
    `${number}: “${clock}” is overdue, nobody stands on the rung ${rung}, the next one is climbed at once`,
  again: (number, clock, to) => `${number}: “${clock}” is still overdue, called again → ${to}`,
  escalated: (number, rung) => `${number}: escalated to ${rung}`,
  drawn: (number) => `${number}: drawn for a follow-up call`,
  update: (number) => `${number}: a situation report is due`,
  archive: (number) => `${number}: the channel's time is over, it is archived`,
}
