import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { Holidays } from './holidays.ts'
import { readHolidays } from './holidays.ts'
import { readPack, readStandards } from './load.ts'
import type { Pack, Standards } from './pack.ts'
import type { Problem } from './problem.ts'
import { PolicyError } from './problem.ts'
import { readAt } from './read-at.ts'
import { readSource } from './source.ts'
import type { Source } from './source.ts'
import { tightenProblems } from './tighten.ts'

/** A pack with what it names. All of it is plain JSON. */
export interface LoadedPolicy {
  readonly pack: Pack
  readonly holidays: Holidays
  /** Absent for a head-office pack, which stands alone. */
  readonly headOffice: Standards | undefined
}

/**
 * Reads a pack, its holiday file and the head-office pack it tightens; paths in a pack are relative to the pack.
 * @throws {PolicyError} with every problem of all of them at once, files that cannot be read included.
 */
export async function loadPolicy(file: string): Promise<LoadedPolicy> {
  const pack = await readFrom(file, readPack)
  const names = namesIn('source' in pack ? pack.source : pack.unchecked)
  const holidays = await readBeside(file, names.holidays, readHolidays)
  const headOffice = await readBeside(file, names.tightens, readStandards)
  const problems = [pack, holidays, headOffice].flatMap((read) =>
    read && 'problems' in read ? read.problems : [],
  )
  if ('pack' in pack && headOffice && 'standards' in headOffice) {
    problems.push(...tightenProblems(pack, headOffice))
  }
  if (problems.length > 0 || !('pack' in pack) || !holidays || 'problems' in holidays) {
    throw new PolicyError(problems)
  }
  const standards = headOffice && 'standards' in headOffice ? headOffice.standards : undefined
  return { pack: pack.pack, holidays: holidays.holidays, headOffice: standards }
}

/** A file that was read and refused; its unchecked values still say which other files it names. */
interface Refused {
  readonly problems: readonly Problem[]
  readonly unchecked: Source | undefined
}

async function readFrom<Value extends object>(
  file: string,
  read: (text: string, file: string) => Value | { problems: Problem[] },
): Promise<Value | Refused> {
  const text = await textOf(file)
  if (typeof text !== 'string') return { problems: [text], unchecked: undefined }
  const result = read(text, file)
  if (!('problems' in result)) return result
  const source = readSource(text, file)
  return { problems: result.problems, unchecked: 'source' in source ? source.source : undefined }
}

async function readBeside<Value extends object>(
  file: string,
  name: string | undefined,
  read: (text: string, file: string) => Value | { problems: Problem[] },
): Promise<Value | Refused | undefined> {
  return name === undefined ? undefined : readFrom(join(dirname(file), name), read)
}

function namesIn(source: Source | undefined): { holidays: string | undefined; tightens: string | undefined } {
  const Name = z.string().min(1)
  return {
    holidays: readAt(Name, source?.value, ['calendar', 'holidays']),
    tightens: readAt(Name, source?.value, ['tightens']),
  }
}

async function textOf(file: string): Promise<string | Problem> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    return {
      file,
      line: 1,
      column: 1,
      path: '',
      seen: { zh: `无法读取的文件（${code}）`, en: `a file that cannot be read (${code})` },
      allowed: { zh: '可读取的 YAML 文件', en: 'a YAML file that can be read' },
    }
  }
}
