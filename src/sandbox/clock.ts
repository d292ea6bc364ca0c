import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

/** The bank's time on the stage. */
export interface Clock {
  /** Does it go on by itself between pushes? */
  readonly runs: boolean
  now(): Temporal.Instant
  /** Moves it on to that instant; a clock that runs stays where it is for one that has passed, and never goes back. */
  pushTo(instant: Temporal.Instant | string): void
}

/** A clock that moves only when it is pushed, for tests and stories; those may also push it back. */
export function createStandingClock(start: Temporal.Instant | string): Clock {
  let at = Temporal.Instant.from(start)
  return {
    runs: false,
    now: () => at,
    pushTo(instant) {
      at = Temporal.Instant.from(instant)
    },
  }
}

/**
 * The machine's clock and all that it was pushed by. The sum is kept in `file`, written before the clock moves, so that a
 * restart never goes back in time. Throws where the file is there and holds no such sum.
 */
export function createRunningClock(
  file: string,
  machine: () => Temporal.Instant = () => Temporal.Now.instant(),
): Clock {
  let ahead = readAhead(file)
  const now = () => machine().add({ milliseconds: ahead })
  return {
    runs: true,
    now,
    pushTo(instant) {
      const missing = Temporal.Instant.from(instant).epochMilliseconds - now().epochMilliseconds
      if (missing <= 0) return
      keepAhead(file, ahead + missing)
      ahead += missing
    },
  }
}

const Kept = z.strictObject({ aheadMilliseconds: z.number().int().min(0) })

function readAhead(file: string): number {
  const text = textOf(file)
  if (text === undefined) return 0
  const kept = Kept.safeParse(jsonOf(text))
  if (kept.success) return kept.data.aheadMilliseconds
  throw new Error(
    `${file} does not say by how much the bank's clock was pushed, and the sandbox must not go back in time. Set DATA_DIR to another folder, or delete the whole folder to begin anew.`,
  )
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return undefined
    throw error
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Written beside and moved there, so that a process killed meanwhile leaves the old sum or the new one. */
function keepAhead(file: string, aheadMilliseconds: number): void {
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(`${file}.new`, `${JSON.stringify({ aheadMilliseconds })}\n`)
  renameSync(`${file}.new`, file)
}
