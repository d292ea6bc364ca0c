import type { Ephemerals } from './ephemerals.ts'
import { wordsOf, type Json } from './json.ts'
import type { Directory } from './people.ts'
import type { Stamps } from './stamps.ts'
import type { State } from './state.ts'
import type { Triggers } from './triggers.ts'
import type { Views } from './views.ts'

/** What the Web API methods of the workspace work on. */
export type ApiContext = {
  readonly state: State
  readonly directory: Directory
  readonly views: Views
  readonly triggers: Triggers
  readonly ephemerals: Ephemerals
  readonly stamps: Stamps
  readonly now: () => Temporal.Instant
  readonly scopes: readonly string[]
  readonly team: string
  /** Where the gate is reached, without a slash at the end. */
  readonly origin: string
}

/** Answers one method: the JSON that goes back with HTTP 200. */
export type Handler = (args: Json) => Json | Promise<Json>
export type Handlers = Readonly<Record<string, Handler>>

export function refuse(error: string, more: Json = {}): Json {
  return { ok: false, error, ...more }
}

/** Slack's answer to arguments it cannot use, with one line per problem. */
export function invalidArguments(messages: readonly string[]): Json {
  return refuse('invalid_arguments', { response_metadata: { messages } })
}

/** One page of a list, as cursors work at Slack: the cursor is opaque to the caller. */
export function pageOf<T>(
  items: readonly T[],
  asked: { readonly limit: number; readonly cursor: string },
): { readonly items: readonly T[]; readonly next: string } {
  const start =
    asked.cursor === '' ? 0 : Number(Buffer.from(asked.cursor, 'base64').toString().replace('next:', ''))
  const end = start + asked.limit
  const next = end < items.length ? Buffer.from(`next:${end}`).toString('base64') : ''
  return { items: items.slice(start, end), next }
}

/** The page a call asks for; Slack caps it at `most` and takes `usual` when nothing is said. */
export function askedPage(
  args: Json,
  rule: { readonly usual: number; readonly most: number },
): { readonly limit: number; readonly cursor: string } {
  const limit = Number(args['limit'] ?? rule.usual) || rule.usual
  return { limit: Math.min(Math.max(1, limit), rule.most), cursor: wordsOf(args['cursor']) }
}
