import type { Level } from '../policy/pack.ts'
import type { Status } from './lifecycle.ts'

/** A complaint in a list: what may be shown of it in one line, nothing that identifies the customer. Instants are ISO strings. */
export interface ListRow {
  readonly id: string
  readonly number: string
  readonly level: Level
  readonly status: Status
  readonly outlet: string
  readonly owner: string
  readonly nextDue?: string
  readonly nextClock?: string
  readonly statutoryDue?: string
  readonly overdue: boolean
  readonly receivedAt: string
}
