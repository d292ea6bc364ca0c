import { z } from 'zod'
import { statuses } from '../../complaint/lifecycle.ts'
import { levels } from '../../policy/pack.ts'
import { type Wanted, findComplaints } from '../../store/find-complaints.ts'
import { visibleTo } from '../desk-rows.ts'
import type { Message } from '../view/blocks.ts'
import { listMessage, rowsPerPage } from '../view/list.ts'
import type { Asker, Listening } from './house.ts'
import { viewHouse } from '../view-house.ts'

/**
 * A list as asked for, and with which of its rows the page begins: what the buttons `page:<token>` carry. `words` are scrubbed
 * before they stand here; a search for personal data has no token at all, for Slack keeps what a button carries.
 */
const Query = z.strictObject({
  kind: z.enum(['mine', 'overdue', 'list', 'search']),
  level: z.enum(levels).exactOptional(),
  status: z.enum(statuses).exactOptional(),
  unit: z.string().exactOptional(),
  open: z.literal(true).exactOptional(),
  referred: z.literal(true).exactOptional(),
  words: z.string().exactOptional(),
  from: z.number().int().nonnegative().default(0),
})
export type Query = z.infer<typeof Query>

/** So many rows are looked through; whoever has more narrows the list. */
const mostRows = 1000
/** An action id takes 255 characters, `page:` among them. */
const mostToken = 250

/** One page of the list, of what the asker may see; rights are asked row by row. `ids` narrow a search to what was found. */
export async function listPage(
  house: Listening,
  asker: Asker,
  query: Query,
  ids?: readonly string[],
): Promise<Message> {
  const view = await viewHouse(house)
  const wanted = { ...wantedBy(query, asker.person, view.now), ...(ids && { ids }) }
  const found = await findComplaints(house.db, wanted, { now: view.now, offset: 0, limit: mostRows })
  const visible = visibleTo(asker.person, found, view)
  const { from } = query
  const previous = from > 0 && !ids ? tokenOf({ ...query, from: Math.max(0, from - rowsPerPage) }) : undefined
  const next =
    from + rowsPerPage < visible.length && !ids ? tokenOf({ ...query, from: from + rowsPerPage }) : undefined
  const page = { kind: query.kind, rows: visible.slice(from, from + rowsPerPage), total: visible.length }
  return listMessage(
    { ...page, ...(previous !== undefined && { previous }), ...(next !== undefined && { next }) },
    asker.reader,
    view,
  )
}

/** Reads a token back; undefined for one of an earlier version. */
export function readToken(token: string): Query | undefined {
  try {
    const parsed = Query.safeParse(JSON.parse(token))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}

/** The token of a page; undefined where the words asked for are too long for a button. */
export function tokenOf(query: Query): string | undefined {
  const token = JSON.stringify(query)
  return token.length <= mostToken ? token : undefined
}

function wantedBy(
  { kind, level, status, unit, open, referred, words }: Query,
  person: string,
  now: Temporal.Instant,
): Wanted {
  return {
    ...(kind === 'mine' && { person, open: true }),
    ...(kind === 'overdue' && { overdueAt: now }),
    ...(level && { level }),
    ...(status && { status }),
    ...(unit && { unit }),
    ...(open && { open }),
    ...(referred && { referred }),
    ...(words && { words }),
  }
}
