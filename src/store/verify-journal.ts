import { type Kysely, sql } from 'kysely'
import type { MatterKind } from '../matter/effect.ts'
import type { Database } from './database.ts'
import { type JournalLine, beginning, hashOf, lineOf } from './journal.ts'

export interface BrokenChain {
  readonly kind: MatterKind
  readonly id: string
  readonly seq: number
  readonly what: 'gap' | 'changed' | 'unlinked' | 'truncated' | 'orphaned'
}

/** So many journals are read at once, that the oldest bank's fit into the memory and the statement timeout. */
const page = 200

/**
 * Is every journal whole? Answers the first broken line of each matter: a number missing, a line whose content no longer
 * gives its hash, a line that does not follow the one before, an end that the matter's row knows to lie further on (or not
 * so far), or lines whose matter is gone.
 */
export async function verifyJournals(
  db: Kysely<Database>,
): Promise<{ checked: number; broken: BrokenChain[] }> {
  const broken: BrokenChain[] = await findOrphans(db)
  let checked = 0
  let last: Head | undefined
  do {
    // oxlint-disable-next-line no-await-in-loop -- page after page
    const heads = await readHeads(db, last)
    // oxlint-disable-next-line no-await-in-loop -- as above
    const lines = await readLines(db, heads)
    broken.push(...heads.flatMap((head) => firstBreak(head, lines.get(keyOf(head)) ?? [])))
    checked += heads.length
    last = heads.at(-1)
  } while (last)
  return { checked, broken }
}

interface Head {
  readonly kind: MatterKind
  readonly id: string
  readonly journal_seq: number
  readonly journal_hash: string
}

async function readHeads(db: Kysely<Database>, after: Head | undefined): Promise<Head[]> {
  return db
    .selectFrom('matter')
    .select(['kind', 'id', 'journal_seq', 'journal_hash'])
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(kind, id) > (${after?.kind}, ${after?.id}::uuid)`),
    )
    .orderBy('kind')
    .orderBy('id')
    .limit(page)
    .execute()
}

async function readLines(db: Kysely<Database>, heads: readonly Head[]): Promise<Map<string, JournalLine[]>> {
  const wanted = heads.map(({ id }) => id)
  const rows = await db
    .selectFrom('journal')
    .selectAll()
    .where(sql<boolean>`id = any(${wanted}::uuid[])`)
    .orderBy('seq')
    .execute()
  const found = Map.groupBy(rows, keyOf)
  return new Map([...found].map(([key, lines]) => [key, lines.map(lineOf)]))
}

function keyOf({ kind, id }: { readonly kind: MatterKind; readonly id: string }): string {
  return `${kind}/${id}`
}

async function findOrphans(db: Kysely<Database>): Promise<BrokenChain[]> {
  const { rows } = await sql<{ kind: MatterKind; id: string; seq: number }>`
    select kind, id, min(seq) as seq from journal
    where not exists (select 1 from matter where matter.kind = journal.kind and matter.id = journal.id)
    group by kind, id`.execute(db)
  return rows.map((row) => ({ ...row, what: 'orphaned' }))
}

function firstBreak(
  { kind, id, journal_seq, journal_hash }: Head,
  lines: readonly JournalLine[],
): BrokenChain[] {
  let previous = beginning
  let seq = 0
  for (const line of lines) {
    seq += 1
    if (line.seq !== seq) return [{ kind, id, seq, what: 'gap' }]
    if (line.previousHash !== previous) return [{ kind, id, seq, what: 'unlinked' }]
    const { hash, ...content } = line
    if (hashOf({ kind, id, ...content }) !== hash) return [{ kind, id, seq, what: 'changed' }]
    previous = hash
  }
  const isWhole = seq === journal_seq && previous === journal_hash
  return isWhole ? [] : [{ kind, id, seq: seq + 1, what: 'truncated' }]
}
