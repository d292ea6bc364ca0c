import path from 'node:path'
import type { Kysely } from 'kysely'
import { loadPolicy } from '../../src/policy/policy.ts'
import { readSampleBank } from '../../src/sandbox/sample-bank.ts'
import type { Database } from '../../src/store/database.ts'
import { migrate } from '../../src/store/migrate.ts'
import { storeOrganisation, storePack } from '../../src/store/rules.ts'

const bankFile = path.join(import.meta.dirname, '..', '..', 'src', 'policy', 'bank.yaml')

/** Migrates a database and puts the bank's policy pack and the invented sample bank in force. */
export async function furnish(db: Kysely<Database>): Promise<void> {
  await migrate(db)
  const { pack, holidays } = await loadPolicy(bankFile)
  const { version, effectiveFrom } = pack
  const now = Temporal.Now.instant()
  await storePack(db, { version, effectiveFrom, document: pack, holidays }, now)
  await storeOrganisation(db, await readSampleBank(), 'test', now)
}
