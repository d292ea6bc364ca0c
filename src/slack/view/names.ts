import { rankOf } from '../../complaint/level.ts'
import type { PersonId, UnitId } from '../../organisation/organisation.ts'
import type { ClockCode, Level, ListName } from '../../policy/pack.ts'
import { clockCodes } from '../../policy/pack.ts'
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
    return criterion ? escapeMrkdwn(named(criterion.name, reader.language)) : inline(reason)
  })
}

/** Why it was escalated: a reason of the pack's list, or the clock that nobody stopped. Plain. */
export function escalationReason(reason: string, language: Language, house: Pick<House, 'rulebook'>): string {
  const code = /^overdue:(.+)$/.exec(reason)?.[1]
  if (code === undefined) return codeName('escalationReason', reason, language, house)
  return textFor(language).card.overdueReason(clockName(code, language))
}

export function clockName(code: string, language: Language): string {
  return isClock(code) ? textFor(language).clocks[code] : code
}

export function rungName(rung: number, language: Language): string {
  const { rungs } = textFor(language)
  return rungs[rung] ?? rungs.at(-1) ?? ''
}

/** `{ zh, en }` in one language. */
export function named(name: { readonly zh: string; readonly en: string }, language: Language): string {
  return language === 'zh-CN' ? name.zh : name.en
}

function isClock(code: string): code is ClockCode {
  return clockCodes.some((each) => each === code)
}
