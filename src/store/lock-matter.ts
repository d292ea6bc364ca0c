import type { Kysely, Transaction } from 'kysely'
import type { MatterKind } from '../matter/effect.ts'
import type { Database } from './database.ts'

export interface LockedMatter {
  readonly state: unknown
  readonly policyVersion: string
  readonly seq: number
  readonly hash: string
}

/** Locks the matter's row until the transaction ends and gives its state; undefined where there is no such matter. */
export async function lockMatter(
  trx: Transaction<Database>,
  kind: MatterKind,
  id: string,
): Promise<LockedMatter | undefined> {
  const row = await matterRow(trx, kind, id).forUpdate().executeTakeFirst()
  return row && matterOf(row)
}

/** The same without a lock: for a look that saves with one statement, which fails where somebody came between. */
export async function readMatter(
  db: Kysely<Database>,
  kind: MatterKind,
  id: string,
): Promise<LockedMatter | undefined> {
  const row = await matterRow(db, kind, id).executeTakeFirst()
  return row && matterOf(row)
}

function matterRow(db: Kysely<Database>, kind: MatterKind, id: string) {
  return db
    .selectFrom('matter')
    .select(['state', 'policy_version', 'journal_seq', 'journal_hash'])
    .where('kind', '=', kind)
    .where('id', '=', id)
}

function matterOf(row: {
  readonly state: unknown
  readonly policy_version: string
  readonly journal_seq: number
  readonly journal_hash: string
}): LockedMatter {
  const { state, policy_version: policyVersion, journal_seq: seq, journal_hash: hash } = row
  return { state, policyVersion, seq, hash }
}
