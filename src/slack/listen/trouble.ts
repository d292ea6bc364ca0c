import { randomBytes } from 'node:crypto'
import type { Logger } from 'pino'

/**
 * Logs what broke and gives the reference under which it is found there: six signs, such as `7F3A9C`. Neither the log nor the
 * person sees a message of the error: Postgres and Slack quote values in them.
 */
export function noteTrouble(log: Logger, error: unknown, gesture: string): string {
  const reference = randomBytes(3).toString('hex').toUpperCase()
  log.error(
    { reference, gesture, ...anonymous(error) },
    'a gesture failed and the person was told the reference',
  )
  return reference
}

/** The kind of the error, its code and where it arose; never its message. */
export function anonymous(error: unknown): {
  readonly name: string
  readonly code?: string
  readonly frames?: readonly string[]
} {
  if (!(error instanceof Error)) return { name: typeof error }
  const code = codeOf(error)
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    name: error.name,
    ...(code !== undefined && { code }),
    frames: frames.slice(0, 8).map((line) => line.trim()),
  }
}

function codeOf(error: Error): string | undefined {
  if ('data' in error && typeof error.data === 'object' && error.data !== null && 'error' in error.data)
    return String(error.data.error)
  const code = 'code' in error ? error.code : undefined
  return typeof code === 'string' || typeof code === 'number' ? String(code) : undefined
}
