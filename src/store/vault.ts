import type { Kysely, Transaction } from 'kysely'
import type { Database } from './database.ts'

/** Personal data of one case as the vault sealed it; structurally what `vault/personal.ts` returns. */
export interface SealedCase {
  readonly caseId: string
  readonly wrappedKey: Buffer
  readonly fields: readonly { readonly field: string; readonly sealed: Buffer }[]
  readonly digests: readonly { readonly kind: string; readonly digest: string }[]
}

export interface SealedField {
  /** Null where the key was erased: nobody can open the field any more. */
  readonly wrappedKey: Buffer | null
  readonly sealed: Buffer
}

/** One sealed field of a case with the wrapped key that opens it. */
export async function findSealed(
  db: Kysely<Database>,
  caseId: string,
  field: string,
): Promise<SealedField | undefined> {
  const row = await db
    .selectFrom('vault_field')
    .innerJoin('vault_key', 'vault_key.case_id', 'vault_field.case_id')
    .select(['wrapped_key', 'sealed'])
    .where('vault_field.case_id', '=', caseId)
    .where('field', '=', field)
    .executeTakeFirst()
  return row && { wrappedKey: row.wrapped_key, sealed: row.sealed }
}

/** Every sealed field of a case that can still be opened: to keep its known names out of free text. */
export async function findAllSealed(
  db: Kysely<Database>,
  caseId: string,
): Promise<{ readonly field: string; readonly wrappedKey: Buffer; readonly sealed: Buffer }[]> {
  const rows = await db
    .selectFrom('vault_field')
    .innerJoin('vault_key', 'vault_key.case_id', 'vault_field.case_id')
    .select(['field', 'wrapped_key', 'sealed'])
    .where('vault_field.case_id', '=', caseId)
    .execute()
  return rows.flatMap(({ field, wrapped_key: wrappedKey, sealed }) =>
    wrappedKey ? [{ field, wrappedKey, sealed }] : [],
  )
}

/** The cases whose personal data gave one of these digests, the newest first. */
export async function findByDigest(
  db: Kysely<Database>,
  digests: readonly { kind: string; digest: string }[],
): Promise<string[]> {
  if (digests.length === 0) return []
  const rows = await db
    .selectFrom('vault_digest')
    .innerJoin('complaint', 'complaint.id', 'vault_digest.case_id')
    .select(['case_id', 'received_at'])
    .distinct()
    .where((eb) => eb.or(digests.map(({ kind, digest }) => eb.and({ kind, digest }))))
    .orderBy('received_at', 'desc')
    .limit(50)
    .execute()
  return rows.map(({ case_id }) => case_id)
}

/** Erases the key of a case, and with it everything that was sealed under it, for good; nobody finds the case by it either. */
export async function eraseKey(trx: Transaction<Database>, caseId: string): Promise<void> {
  await trx.updateTable('vault_key').set({ wrapped_key: null }).where('case_id', '=', caseId).execute()
  await trx.deleteFrom('vault_digest').where('case_id', '=', caseId).execute()
}

export interface Access {
  readonly person: string
  readonly caseId: string
  readonly field: string
  readonly reason: string
  readonly remark?: string
}

/** Writes who is about to see which field of which case, and why; only then may it be shown. */
export async function logAccess(db: Kysely<Database>, access: Access, now: Temporal.Instant): Promise<void> {
  await db
    .insertInto('access_log')
    .values({
      at: now.toString(),
      person: access.person,
      case_id: access.caseId,
      field: access.field,
      reason: access.reason,
      remark: access.remark ?? null,
    })
    .execute()
}
