import type { PostedMessage } from '../../matter/outcome.ts'

/** Told on every outcome: where the message stands. */
export function doneWith(message: PostedMessage): { readonly kind: 'done'; readonly message: PostedMessage } {
  return { kind: 'done', message }
}
