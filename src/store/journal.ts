import { createHash } from 'node:crypto'
import type { Kysely, Selectable } from 'kysely'
import type { Actor } from '../matter/actor.ts'
import type { MatterKind } from '../matter/effect.ts'
import { isoOf } from '../matter/iso.ts'
import { canonical } from './canonical.ts'
import type { Database, JournalTable } from './database.ts'

/** What the first line of every journal carries in place of a line before. */
export const beginning = '0'.repeat(64)

export interface JournalLine {
  readonly seq: number
  readonly at: string
  readonly actor: Actor
  readonly policyVersion: string
  readonly event: unknown
  readonly previousHash: string
  readonly hash: string
  /** The opening of the form that the first of these lines came from; no form of a matter is kept twice. */
  readonly form?: string
}

/** The next lines of a chain: each carries the SHA-256 of the line before and of its own content. */
export function chain(
  head: { readonly kind: MatterKind; readonly id: string; readonly seq: number; readonly hash: string },
  events: readonly { readonly at: string }[],
  by: { readonly actor: Actor; readonly policyVersion: string; readonly form?: string },
): JournalLine[] {
  const { form, ...every } = by
  const lines: JournalLine[] = []
  let previousHash = head.hash
  for (const [place, event] of events.entries()) {
    const content = {
      seq: head.seq + place + 1,
      at: atOf(event),
      ...every,
      event,
      previousHash,
      ...(form !== undefined && place === 0 && { form }),
    }
    const hash = hashOf({ kind: head.kind, id: head.id, ...content })
    lines.push({ ...content, hash })
    previousHash = hash
  }
  return lines
}

/** To the millisecond, as the column gives it back. */
function atOf({ at }: { readonly at: string }): string {
  return isoOf(Temporal.Instant.from(at))
}

/** The hash that a line with this content must carry. */
export function hashOf(
  content: Omit<JournalLine, 'hash'> & { readonly kind: MatterKind; readonly id: string },
): string {
  return createHash('sha256').update(canonical(content)).digest('hex')
}

/** The journal of one matter, oldest line first; events and actors unparsed. */
export async function readJournal(
  db: Kysely<Database>,
  kind: MatterKind,
  id: string,
): Promise<JournalLine[]> {
  const rows = await db
    .selectFrom('journal')
    .selectAll()
    .where('kind', '=', kind)
    .where('id', '=', id)
    .orderBy('seq')
    .execute()
  return rows.map(lineOf)
}

/** A line as the table holds it. */
export function lineOf(row: Selectable<JournalTable>): JournalLine {
  return {
    seq: row.seq,
    at: isoOf(row.at),
    actor: row.actor as Actor,
    policyVersion: row.policy_version,
    event: row.event,
    previousHash: row.previous_hash,
    hash: row.hash,
    ...(row.form !== null && { form: row.form }),
  }
}

/** The state of a matter whose journal already holds what this opening of a form said; undefined where it does not. */
export async function findStateAfterForm(
  db: Kysely<Database>,
  matter: { readonly kind: MatterKind; readonly id: string; readonly form: string },
): Promise<unknown> {
  const row = await db
    .selectFrom('journal')
    .innerJoin('matter', (join) =>
      join.onRef('matter.kind', '=', 'journal.kind').onRef('matter.id', '=', 'journal.id'),
    )
    .select('matter.state')
    .where('journal.kind', '=', matter.kind)
    .where('journal.id', '=', matter.id)
    .where('journal.form', '=', matter.form)
    .executeTakeFirst()
  return row?.state
}
