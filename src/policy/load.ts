import { z } from 'zod'
import { checkCriteria, checkCriterionCodes, checkLevels } from './check-levels.ts'
import {
  checkMoments,
  checkOverall,
  checkPauses,
  checkRetention,
  checkRungs,
  checkSpanningClocks,
  checkWorkdayHours,
} from './check-limits.ts'
import { checkCodes, checkFactKinds, checkReferences } from './check-lists.ts'
import type { Finding } from './issue.ts'
import { problemAt, shapeProblems } from './issue.ts'
import { Pack, Standards } from './pack.ts'
import type { Problem } from './problem.ts'
import { readAt } from './read-at.ts'
import { readSource } from './source.ts'
import type { Source } from './source.ts'

/** What a pack must be beyond its shape; each check looks past the faults of the others, so that all are told at once. */
const checks = [
  checkTightens,
  checkLevels,
  checkCriterionCodes,
  checkCriteria,
  checkOverall,
  checkSpanningClocks,
  checkWorkdayHours,
  checkRetention,
  checkRungs,
  checkMoments,
  checkPauses,
  checkCodes,
  checkReferences,
  checkFactKinds,
]

/** Reads a whole pack, or tells everything that is wrong with it, in the order of the file. Never throws. */
export function readPack(
  text: string,
  file: string,
): { pack: Pack; source: Source } | { problems: Problem[] } {
  const read = readChecked(Pack, checks, text, file)
  return 'problems' in read ? read : { pack: read.value, source: read.source }
}

/** Reads a head-office pack: the same file, in which what is left to the branches may be missing. Never throws. */
export function readStandards(
  text: string,
  file: string,
): { standards: Standards; source: Source } | { problems: Problem[] } {
  const read = readChecked(Standards, [checkIsHeadOffice, ...checks], text, file)
  return 'problems' in read ? read : { standards: read.value, source: read.source }
}

/** Reads any of our YAML files: its syntax, its shape, then its own checks, all problems in the order of the file. */
export function readChecked<Shape extends z.ZodType>(
  shape: Shape,
  rules: readonly ((value: unknown) => Finding[])[],
  text: string,
  file: string,
): { value: z.infer<Shape>; source: Source } | { problems: Problem[] } {
  const read = readSource(text, file)
  if (!('source' in read)) return read
  const { source } = read
  const findings = rules.flatMap((rule) => rule(source.value))
  const problems = [
    ...read.problems,
    ...shapeProblems(shape, source),
    ...findings.map((finding) => problemAt(source, finding)),
  ]
  const parsed = shape.safeParse(source.value)
  if (problems.length > 0 || !parsed.success) return { problems: inOrder(problems) }
  return { value: parsed.data, source }
}

/** Sorted by line and column, one problem a place and path: the shape check speaks first. */
function inOrder(problems: readonly Problem[]): Problem[] {
  const first = new Map<string, Problem>()
  for (const problem of problems) {
    const key = `${problem.line}:${problem.column}:${problem.path}`
    if (!first.has(key)) first.set(key, problem)
  }
  return [...first.values()].toSorted((a, b) => a.line - b.line || a.column - b.column)
}

function checkTightens(value: unknown): Finding[] {
  const scope = readAt(z.string(), value, ['scope'])
  const named = readAt(z.unknown(), value, ['tightens']) !== undefined
  if (scope === 'branch' && !named) {
    const allowed = { zh: '所收紧的总行规则文件', en: 'the file of the head-office pack that it tightens' }
    return [{ path: ['tightens'], allowed }]
  }
  if (scope === 'headOffice' && named) {
    const allowed = { zh: '仅分行规则可写 tightens', en: 'no such key: only a branch pack tightens another' }
    return [{ path: ['tightens'], allowed }]
  }
  return []
}

function checkIsHeadOffice(value: unknown): Finding[] {
  if (readAt(z.string(), value, ['scope']) !== 'branch') return []
  const allowed = {
    zh: 'headOffice：分行只能收紧总行规则',
    en: 'headOffice: a branch tightens the head-office pack',
  }
  return [{ path: ['scope'], allowed }]
}
