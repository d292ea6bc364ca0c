import { Refusal } from '../../matter/refusal.ts'

/** What a button carries. A message of an earlier version may carry nothing that we know; that is a stale button. */
export function valueOf(action: object): string {
  if ('value' in action && typeof action.value === 'string') return action.value
  throw new Refusal('not-now')
}
