import type { Transaction } from 'kysely'
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
  const row = await trx
    .selectFrom('matter')
    .select(['state', 'policy_version', 'journal_seq', 'journal_hash'])
    .where('kind', '=', kind)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return (
    row && {
      state: row.state,
      policyVersion: row.policy_version,
      seq: row.journal_seq,
      hash: row.journal_hash,
    }
  )
}
