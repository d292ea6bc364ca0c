import { type Logger, pino } from 'pino'

export const silentLog: Logger = pino({ level: 'silent' })
