import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { OrganisationDocument } from '../organisation/organisation.ts'
import { problemText as organisationProblem, readOrganisation } from '../organisation/read.ts'
import { PolicyError, problemText as policyProblem } from '../policy/problem.ts'
import { loadPolicy } from '../policy/policy.ts'

/** The texts of a bank's own files. */
export interface GivenFiles {
  readonly organisation?: string | undefined
  /** The organisation is a CSV file, not YAML. */
  readonly csv?: boolean | undefined
  readonly policy?: string | undefined
}

/** What the files hold; nothing where none was given. */
export interface ReadFiles {
  readonly organisation?: OrganisationDocument
}

/** Reads the files given: all that they hold, or every problem of all of them, a line each in both languages. */
export async function readGivenFiles(
  { organisation, csv, policy }: GivenFiles,
  now: Temporal.Instant,
): Promise<ReadFiles | { readonly problems: string[] }> {
  const bank = organisation === undefined ? {} : readBank(organisation, csv ? 'csv' : 'yaml')
  const rules = policy === undefined ? [] : await policyProblems(policy, now)
  const problems = [...('problems' in bank ? bank.problems : []), ...rules]
  return problems.length > 0 || 'problems' in bank ? { problems } : bank
}

function readBank(text: string, format: 'csv' | 'yaml'): ReadFiles | { readonly problems: string[] } {
  const read = readOrganisation(text, format)
  if ('problems' in read)
    return {
      problems: read.problems.map((each) =>
        bothWays('机构文件', 'organisation', (language) => organisationProblem(each, language)),
      ),
    }
  if (read.document.people.length > 0) return { organisation: read.document }
  const nobody = {
    'zh-CN': '没有任何人员，无人可扮演；请至少列出一人',
    en: 'nobody is in it, so nobody can be acted as; list somebody',
  }
  return { problems: [bothWays('机构文件', 'organisation', (language) => nobody[language])] }
}

async function policyProblems(text: string, now: Temporal.Instant): Promise<string[]> {
  const placed = await placePolicy(text)
  try {
    const { pack } = await loadPolicy(placed.file)
    const today = now.toZonedDateTimeISO(pack.calendar.timeZone).toPlainDate().toString()
    if (pack.effectiveFrom <= today) return []
    const early = {
      'zh-CN': `effectiveFrom 为 ${pack.effectiveFrom}，而沙盒中今天是 ${today}，制度尚未生效；请改为不晚于今天的日期`,
      en: `effectiveFrom is ${pack.effectiveFrom}, but today is ${today} in the sandbox, so it is not in force; write a date that is not after today`,
    }
    return [bothWays('制度包', 'policy', (language) => early[language])]
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error
    return error.problems.map((each) =>
      bothWays('制度包', 'policy', (language) =>
        policyProblem({ ...each, file: path.basename(each.file) }, language),
      ),
    )
  } finally {
    await placed.remove()
  }
}

function bothWays(zh: string, en: string, say: (language: 'zh-CN' | 'en') => string): string {
  return `${zh}：${say('zh-CN')} · ${en}: ${say('en')}`
}

const packs = path.join(import.meta.dirname, '..', 'policy')

/** Puts the text of a policy pack into a folder of its own beside copies of our packs and holidays, which it may name. */
export async function placePolicy(text: string): Promise<{ readonly file: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'redress-policy-'))
  const ours = (await readdir(packs)).filter((name) => name.endsWith('.yaml'))
  await Promise.all(ours.map((name) => cp(path.join(packs, name), path.join(folder, name))))
  const file = path.join(folder, 'given-policy.yaml')
  await writeFile(file, text)
  return { file, remove: () => rm(folder, { recursive: true, force: true }) }
}
