import { type Kysely, sql } from 'kysely'
import type { MatterKind } from '../matter/effect.ts'
import type { Database, JournalTable } from './database.ts'
import { type JournalLine, lineOf } from './journal.ts'
import type { Selectable } from 'kysely'

/** How long the journal of each matter was. */
export type JournalHeads = readonly { readonly kind: MatterKind; readonly id: string; readonly seq: number }[]

/** How long is the journal of each matter now? */
export async function journalHeads(db: Kysely<Database>): Promise<JournalHeads> {
  return db.selectFrom('matter').select(['kind', 'id', 'journal_seq as seq']).execute()
}

export interface WrittenLine extends JournalLine {
  readonly kind: MatterKind
  readonly id: string
  /** The number of the complaint or emergency. */
  readonly number: string
}

/** What was written since, of every matter, in the order of time. */
export async function linesSince(db: Kysely<Database>, heads: JournalHeads): Promise<WrittenLine[]> {
  const { rows } = await sql<Selectable<JournalTable> & { number: string }>`
    select journal.*, matter.state->>'number' as number
    from journal
    join matter on matter.kind = journal.kind and matter.id = journal.id
    left join jsonb_to_recordset(${JSON.stringify(heads)}::jsonb) as head(kind text, id uuid, seq integer)
      on head.kind = journal.kind and head.id = journal.id
    where journal.seq > coalesce(head.seq, 0)
    order by journal.at, journal.kind, journal.id, journal.seq`.execute(db)
  return rows.map((row) => ({ ...lineOf(row), kind: row.kind, id: row.id, number: row.number }))
}
