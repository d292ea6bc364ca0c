import type { Kysely } from 'kysely'
import { rulebookOf } from './matter/rulebook.ts'
import type { Rulebook } from './matter/matter.ts'
import { type Organisation, createOrganisation } from './organisation/create.ts'
import type { OrganisationDocument } from './organisation/organisation.ts'
import type { Holidays } from './policy/holidays.ts'
import { StoredPack } from './policy/pack.ts'
import type { Database } from './store/database.ts'
import { findOrganisation, findPack, organisationRevision, packInForce } from './store/rules.ts'

/** The rules and the people that a decision is made under, read from Postgres once per change. */
export interface InForce {
  /**
   * The pack of a matter's version; without one, the pack that new matters open under now. Inside a transaction pass it
   * as `reader`: one that waited for a second connection of the same pool could wait for itself.
   */
  rulebook(version?: string, reader?: Kysely<Database>): Promise<Rulebook>
  /** At most a second old in a process that did not import it itself. */
  organisation(): Promise<Organisation>
  /** Forget what was read: the next question reads again. */
  forget(): void
}

const freshMilliseconds = 1000

export function createInForce(db: Kysely<Database>, now: () => Temporal.Instant): InForce {
  const rulebooks = new Map<string, Promise<Rulebook>>()
  let people: { organisation: Organisation; revision: number } | undefined
  const version = fresh(readVersion, now)
  const organisation = fresh(readPeople, now)

  async function readVersion(): Promise<string> {
    const found = await packInForce(db, now())
    if (found !== undefined) return found
    throw new Error(
      `No policy pack is in force at ${now().toString()}. Load one with POLICY_FILE and start again.`,
    )
  }

  async function readPeople(): Promise<Organisation> {
    const revision = await organisationRevision(db)
    if (people?.revision === revision) return people.organisation
    const row = await findOrganisation(db)
    if (!row)
      throw new Error('No organisation is imported. Run `redress organisation import FILE` and try again.')
    const created = createOrganisation(row.document as OrganisationDocument)
    people = { organisation: created, revision: row.revision }
    return created
  }

  return {
    async rulebook(asked, reader = db) {
      const wanted = asked ?? (await version.get())
      const known = rulebooks.get(wanted)
      if (known) return known
      const reading = readRulebook(wanted, reader)
      rulebooks.set(wanted, reading)
      reading.catch(() => rulebooks.delete(wanted))
      return reading
    },
    organisation: () => organisation.get(),
    forget() {
      rulebooks.clear()
      version.forget()
      organisation.forget()
    },
  }
}

async function readRulebook(wanted: string, reader: Kysely<Database>): Promise<Rulebook> {
  const row = await findPack(reader, wanted)
  if (row) return rulebookOf(StoredPack.parse(row.document), row.holidays as Holidays)
  throw new Error(
    `Policy pack ${wanted} is not stored; a matter was opened under it. Restore it from its file.`,
  )
}

/** A value read again when it is a second old, on this machine's clock or on the house's; who asks meanwhile shares the reading. */
function fresh<Value>(read: () => Promise<Value>, now: () => Temporal.Instant) {
  let last: { value: Promise<Value>; at: number; on: number } | undefined

  function isFresh({ at, on }: { at: number; on: number }): boolean {
    const elapsed = [performance.now() - at, Math.abs(now().epochMilliseconds - on)]
    return elapsed.every((milliseconds) => milliseconds < freshMilliseconds)
  }

  return {
    get(): Promise<Value> {
      if (last && isFresh(last)) return last.value
      const reading = { value: read(), at: performance.now(), on: now().epochMilliseconds }
      last = reading
      reading.value.catch(() => {
        if (last === reading) last = undefined
      })
      return reading.value
    },
    forget() {
      last = undefined
    },
  }
}
