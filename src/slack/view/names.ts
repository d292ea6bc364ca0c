import type { ClusterKind } from '../../emergency/emergency.ts'
import { rankOf } from '../../complaint/level.ts'
import type { PersonId, UnitId } from '../../organisation/organisation.ts'
import type { Level, ListName } from '../../policy/pack.ts'
import { type Language, textFor } from '../../text/text.ts'
import type { House, Reader } from './house.ts'
import { escapeMrkdwn, inline } from './mrkdwn.ts'

/** A person as a mention where Slack knows them, else by name in the reader's language. Finished mrkdwn. */
export function who(person: PersonId, reader: Reader, house: House): string {
  const slackId = house.slackIdOf(person)
  return slackId === undefined ? escapeMrkdwn(nameOf(person, reader.language, house)) : `<@${slackId}>`
}

/** A person's name, plain; the id of somebody who has left the organisation. */
export function nameOf(
  person: PersonId,
  language: Language,
  { organisation }: Pick<House, 'organisation'>,
): string {
  const name = organisation.people.get(person)?.name
  return name ? named(name, language) : person
}

/** A unit's name, plain. */
export function unitName(
  unit: UnitId,
  language: Language,
  { organisation }: Pick<House, 'organisation'>,
): string {
  const name = organisation.units.get(unit)?.name
  return name ? named(name, language) : unit
}

/** What the pack's list calls a code; the code itself where an older pack had it and this one has not. */
export function codeName(
  list: ListName,
  code: string,
  language: Language,
  { rulebook }: Pick<House, 'rulebook'>,
): string {
  const item = rulebook.pack.lists[list].find((each) => each.code === code)
  return item ? named(item, language) : code
}

export function levelName(level: Level, language: Language, { rulebook }: Pick<House, 'rulebook'>): string {
  const entry = rulebook.pack.levels.find((each) => each.level === level)
  return entry ? named(entry.name, language) : level
}

/** A colour for each level, the gravest red. */
export function levelSign(level: Level): string {
  return ['🔴', '🟠', '🔵'][rankOf(level)] ?? '⚪'
}

/** Why this level: criteria of the pack by their names, reasons that people wrote as they wrote them. Finished mrkdwn. */
export function levelReasons(reasons: readonly string[], reader: Reader, { rulebook }: House): string[] {
  const criteria = rulebook.pack.levels.flatMap(({ anyOf }) => anyOf)
  return reasons.map((reason) => {
    const criterion = criteria.find(({ code }) => code === reason)
    const count = /^repeat:(\d+)$/.exec(reason)?.[1]
    if (count !== undefined) return textFor(reader.language).card.repeatReason(count)
    return criterion ? escapeMrkdwn(named(criterion.name, reader.language)) : inline(reason)
  })
}

/** Why it was escalated: a reason of the pack's list, or the clock that nobody stopped. Plain. */
export function escalationReason(reason: string, language: Language, house: Pick<House, 'rulebook'>): string {
  const code = /^overdue:(.+)$/.exec(reason)?.[1]
  if (code === undefined) return codeName('escalationReason', reason, language, house)
  return textFor(language).card.overdueReason(clockName(code, language))
}

/** Why clocks stand still, as the pack calls it; the code where this pack has it no more. Plain. */
export function pauseName(code: string, language: Language, { rulebook }: Pick<House, 'rulebook'>): string {
  const reason = rulebook.pack.pauses.find((each) => each.code === code)
  return reason ? named(reason, language) : code
}

/** The answer of a field that offers a fixed choice; the code where it is offered no more. Plain. */
export function optionName(
  field: 'result' | 'answer' | 'mediationResult' | 'capacity' | 'direction',
  code: string,
  language: Language,
): string {
  const words: Readonly<Record<string, string>> = textFor(language).options[field]
  return words[code] ?? code
}

/** What a clock waits for: one of the pack's, one of the reserve fund's, or a deadline beside the clocks. */
export function clockName(code: string, language: Language): string {
  const { clocks, deadlines, emergencyClockNames, fundClockNames } = textFor(language)
  const all: Readonly<Record<string, string>> = {
    ...emergencyClockNames,
    ...fundClockNames,
    ...deadlines,
    ...clocks,
  }
  return all[code] ?? code
}

export function rungName(rung: number, language: Language): string {
  const { rungs } = textFor(language)
  return rungs[rung] ?? rungs.at(-1) ?? ''
}

/** `{ zh, en }` in one language. */
export function named(name: { readonly zh: string; readonly en: string }, language: Language): string {
  return language === 'zh-CN' ? name.zh : name.en
}

/** What the complaints of a cluster have in common, in words. Plain. */
export function clusterName(
  { kind, about }: { readonly kind: ClusterKind; readonly about: string },
  { language }: Pick<Reader, 'language'>,
  house: Pick<House, 'organisation'>,
): string {
  return textFor(language).clusterNames[kind](kind === 'outlet' ? unitName(about, language, house) : about)
}
