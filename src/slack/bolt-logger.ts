import { type Logger as BoltLogger, LogLevel } from '@slack/bolt'
import type { Logger } from 'pino'
import { anonymous } from './listen/trouble.ts'

/**
 * Bolt's log lines in ours. Only its sentences and the kinds of its errors are kept: what else it hands over are bodies of
 * requests, with what people typed in them.
 */
export function boltLogger(log: Logger): BoltLogger {
  const child = log.child({ part: 'bolt' })
  return {
    debug: () => undefined,
    info: (...said) => child.debug(facts(said), sentence(said)),
    warn: (...said) => child.warn(facts(said), sentence(said)),
    error: (...said) => child.error(facts(said), sentence(said)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  }
}

function sentence(said: readonly unknown[]): string {
  return said
    .filter((each) => typeof each === 'string')
    .join(' ')
    .slice(0, 500)
}

function facts(said: readonly unknown[]): object {
  const error = said.find((each) => each instanceof Error)
  return error ? anonymous(error) : {}
}
