import { z } from 'zod'
import { isWithin, openSeconds, workingDaySeconds } from './length.ts'
import { clockCodes, levels, StoredLimit } from './pack.ts'
import type { Criterion, Level, Moment, Pack, Standards } from './pack.ts'
import type { Path, Source } from './source.ts'
import type { Problem, Words } from './problem.ts'
import { problemAt } from './issue.ts'
import { readAt } from './read-at.ts'

/** One place where a branch's pack asks less of its people than the head-office pack. */
export interface Loosening {
  /** Where it stands in the branch's pack. */
  readonly path: Path
  /** Which standard of the head-office pack it falls short of. */
  readonly against: Path
  readonly rule: keyof typeof rules
}

/** What the branch's value must be, beside the head-office value. */
const rules = {
  noLonger: { zh: '不长于', en: 'no longer than' },
  noShorter: { zh: '不短于', en: 'no shorter than' },
  sameUnit: { zh: '单位须可比较于', en: 'a unit that compares with' },
  noLater: { zh: '不晚于', en: 'no later than' },
  atLeast: { zh: '不少于', en: 'at least' },
  atMost: { zh: '不多于', en: 'at most' },
  includes: { zh: '须包含', en: 'all of' },
  noStricterLeftOut: { zh: '须保留或收紧', en: 'kept or tightened:' },
  sameOrStricter: { zh: '不宽于', en: 'not looser than' },
} as const satisfies Record<string, Words>

const perLevel = (before: Path, after: Path = []): Path[] =>
  levels.map((level) => [...before, level, ...after])

/** Lengths that a branch may only shorten. */
const shorterIsTighter: Path[] = [
  ['statutory', 'limit'],
  ['statutory', 'extension', 'pbcMax'],
  ['relevelGrace'],
  ...clockCodes.flatMap((clock) => perLevel(['clocks', clock, 'limits'])),
  ...perLevel(['repeatEvery']),
  ...perLevel(['rootCause'], ['limit']),
]

/** Lengths that a branch may only lengthen. */
const longerIsTighter: Path[] = [
  ['statutory', 'safetyMargin'],
  ['statutory', 'extension', 'askBefore'],
  ['repeat', 'within'],
]

const moreIsTighter: Path[] = [
  ...perLevel(['followUpSample'], ['percent']),
  ['retention', 'years'],
  ['retention', 'floorYears'],
  ['retention', 'l1Years'],
]

const fewerIsTighter: Path[] = [
  ['repeat', 'raisesAt'],
  ['branchRung'],
  ['reveal', 'showSeconds'],
  ['reveal', 'untilDaysAfterClose'],
]

/** Lists that a branch may only add to. */
const addingIsTighter: Path[] = [
  ['authoritySources'],
  ['channel', 'levels'],
  ...perLevel(['followUpSample'], ['allIf']),
  ...clockCodes.map((clock) => ['clocks', clock, 'rungZero']),
]

/**
 * Where is the branch's pack looser than the head-office pack? Empty when it only tightens.
 * Lengths in different units are compared where one is surely due first (`isWithin`), with a working day as long as each
 * pack's own calendar opens; where that depends on the start, the branch must write the head office's unit.
 */
export function loosened(branch: Pack, headOffice: Standards): Loosening[] {
  const days = { limit: workingDaySeconds(branch.calendar), bound: workingDaySeconds(headOffice.calendar) }
  return [
    ...shorterIsTighter.flatMap((path) => compareLimits(branch, headOffice, path, days)),
    ...longerIsTighter.flatMap((path) => compareMargins(branch, headOffice, path, days)),
    ...moreIsTighter.flatMap((path) => compareNumbers(branch, headOffice, path, 'atLeast')),
    ...fewerIsTighter.flatMap((path) => compareNumbers(branch, headOffice, path, 'atMost')),
    ...addingIsTighter.flatMap((path) => compareLists(branch, headOffice, path)),
    ...compareExtensions(branch, headOffice, days),
    ...compareRootCauses(branch, headOffice),
    ...compareLadders(branch, headOffice, days),
    ...compareLevels(branch, headOffice),
    ...compareWeeks(branch, headOffice),
  ]
}

/** The same as problems of the branch's file, each naming the head-office line it falls short of. */
export function tightenProblems(
  branch: { pack: Pack; source: Source },
  headOffice: { standards: Standards; source: Source },
): Problem[] {
  return loosened(branch.pack, headOffice.standards).map(({ path, against, rule }) => {
    const place = headOffice.source.placeOf(against)
    const standard = headOffice.source.seenAt(against)
    const at = `${place.file}:${place.line}:${place.column} ${against.join('.')}`
    const allowed = {
      zh: `${rules[rule].zh}总行的 ${standard.zh}（${at}）`,
      en: `${rules[rule].en} head office's ${standard.en} (${at})`,
    }
    return problemAt(branch.source, { path, allowed })
  })
}

interface Days {
  readonly limit: number
  readonly bound: number
}

function compareLimits(branch: Pack, headOffice: Standards, path: Path, days: Days): Loosening[] {
  const bound = readAt(StoredLimit, headOffice, path)
  if (bound === undefined) return []
  const limit = readAt(StoredLimit, branch, path)
  if (limit === undefined) return [{ path, against: path, rule: 'noLonger' }]
  return judge(isWithin(limit, bound, days), path, path, 'noLonger')
}

function compareMargins(branch: Pack, headOffice: Standards, path: Path, days: Days): Loosening[] {
  const margin = readAt(StoredLimit, branch, path)
  const least = readAt(StoredLimit, headOffice, path)
  if (margin === undefined || least === undefined) return []
  return judge(isWithin(least, margin, { limit: days.bound, bound: days.limit }), path, path, 'noShorter')
}

function judge(
  within: boolean | undefined,
  path: Path,
  against: Path,
  rule: keyof typeof rules,
): Loosening[] {
  if (within === true) return []
  return [{ path, against, rule: within === undefined ? 'sameUnit' : rule }]
}

function compareNumbers(
  branch: Pack,
  headOffice: Standards,
  path: Path,
  rule: 'atLeast' | 'atMost',
): Loosening[] {
  const own = readAt(z.number(), branch, path)
  const standard = readAt(z.number(), headOffice, path)
  if (own === undefined || standard === undefined) return []
  const tight = rule === 'atLeast' ? own >= standard : own <= standard
  return tight ? [] : [{ path, against: path, rule }]
}

function compareLists(branch: Pack, headOffice: Standards, path: Path): Loosening[] {
  const own = readAt(z.array(z.string()), branch, path) ?? []
  const standard = readAt(z.array(z.string()), headOffice, path) ?? []
  return standard.every((each) => own.includes(each)) ? [] : [{ path, against: path, rule: 'includes' }]
}

/** A branch may leave an extension out or make it shorter, not add one nor make one longer. */
function compareExtensions(branch: Pack, headOffice: Standards, days: Days): Loosening[] {
  const steps = ['statutory', 'extension', 'steps']
  return branch.statutory.extension.steps.flatMap((step, at) => {
    const standard = headOffice.statutory.extension.steps[at]
    const path = [...steps, at, 'to']
    if (standard === undefined) return [{ path, against: steps, rule: 'sameOrStricter' as const }]
    return judge(isWithin(step.to, standard.to, days), path, path, 'noLonger')
  })
}

/** An empty `onlyIf` asks for the root cause always, so it is the tightest. */
function compareRootCauses(branch: Pack, headOffice: Standards): Loosening[] {
  return levels.flatMap((level) => {
    const own = branch.rootCause[level].onlyIf
    const standard = headOffice.rootCause[level].onlyIf
    const path = ['rootCause', level, 'onlyIf']
    const tight = own.length === 0 || (standard.length > 0 && standard.every((each) => own.includes(each)))
    return tight ? [] : [{ path, against: path, rule: 'sameOrStricter' as const }]
  })
}

/** Rung by rung: it exists, calls whom head office calls, and no later. */
function compareLadders(branch: Pack, headOffice: Standards, days: Days): Loosening[] {
  return headOffice.ladder.flatMap((standard, at) => {
    const own = branch.ladder[at]
    if (own === undefined)
      return [{ path: ['ladder'], against: ['ladder', at, 'rung'], rule: 'noStricterLeftOut' }]
    const to = compareLists(branch, headOffice, ['ladder', at, 'to'])
    const moments = levels.flatMap((level) => {
      const path = ['ladder', at, 'after', level]
      return judge(isNoLater(own.after[level], standard.after[level], days), path, path, 'noLater')
    })
    return [...to, ...moments]
  })
}

/** Of several moments the earliest counts: each of head office's needs one of the branch's that is surely no later. */
function isNoLater(own: readonly Moment[], standard: readonly Moment[], days: Days): boolean | undefined {
  const verdicts = standard.map((bound) => {
    const each = own.map((moment) => isMomentWithin(moment, bound, days))
    if (each.includes(true)) return true
    return each.includes(undefined) ? undefined : false
  })
  if (verdicts.includes(false)) return false
  return verdicts.includes(undefined) ? undefined : true
}

function isMomentWithin(moment: Moment, bound: Moment, days: Days): boolean | undefined {
  if ('after' in moment && 'after' in bound) return isWithin(moment.after, bound.after, days)
  if ('beforeStatutory' in moment && 'beforeStatutory' in bound) {
    const swapped = { limit: days.bound, bound: days.limit }
    return isWithin(bound.beforeStatutory, moment.beforeStatutory, swapped)
  }
  return undefined
}

/** A level may run day and night and call through quiet hours where head office's does not, not the other way round. */
function compareLevels(branch: Pack, headOffice: Standards): Loosening[] {
  return headOffice.levels.flatMap((standard, against) => {
    const at = branch.levels.findIndex(({ level }) => level === standard.level)
    const own = branch.levels[at]
    if (own === undefined) return []
    const found: Loosening[] = []
    if (standard.runs === 'always' && own.runs !== 'always') {
      found.push({
        path: ['levels', at, 'runs'],
        against: ['levels', against, 'runs'],
        rule: 'sameOrStricter',
      })
    }
    if (!standard.quietHours && own.quietHours) {
      const key = 'quietHours'
      found.push({ path: ['levels', at, key], against: ['levels', against, key], rule: 'sameOrStricter' })
    }
    const criteria = standard.anyOf.flatMap((criterion, index) =>
      compareCriterion(branch, standard.level, criterion, ['levels', against, 'anyOf', index, 'all']),
    )
    return [...found, ...criteria]
  })
}

/** Whatever meets a criterion of head office must meet one of the branch's, at that level or a higher one. */
function compareCriterion(branch: Pack, level: Level, standard: Criterion, against: Path): Loosening[] {
  const own = branch.levels.flatMap((each, at) =>
    levels.indexOf(each.level) <= levels.indexOf(level)
      ? each.anyOf.map((criterion, index) => ({ criterion, path: ['levels', at, 'anyOf', index, 'all'] }))
      : [],
  )
  if (own.some(({ criterion }) => isMetWhenever(criterion, standard))) return []
  const named = own.find(({ criterion }) => criterion.code === standard.code)
  const at = branch.levels.findIndex((each) => each.level === level)
  return [{ path: named?.path ?? ['levels', at, 'anyOf'], against, rule: 'noStricterLeftOut' }]
}

/** Is `criterion` met by everything that meets `standard`? It asks for no other fact and for no higher number. */
function isMetWhenever(criterion: Criterion, standard: Criterion): boolean {
  return criterion.all.every((fact) =>
    standard.all.some(
      (other) =>
        other.fact === fact.fact &&
        other.kind === fact.kind &&
        (fact.kind === 'flag' || (other.kind === 'number' && fact.atLeast <= other.atLeast)),
    ),
  )
}

/** Fewer open hours would stretch every working-time limit. */
function compareWeeks(branch: Pack, headOffice: Standards): Loosening[] {
  const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
  return days.flatMap((day) => {
    const path = ['calendar', 'week', day]
    const own = openSeconds(branch.calendar.week[day] ?? [])
    const standard = openSeconds(headOffice.calendar.week[day] ?? [])
    return own < standard ? [{ path, against: path, rule: 'noShorter' as const }] : []
  })
}
