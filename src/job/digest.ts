import type { Kysely } from 'kysely'
import { windowsOf } from '../clock/calendar.ts'
import type { InForce } from '../in-force.ts'
import type { Database } from '../store/database.ts'
import { doOnce } from '../store/duty.ts'
import { peopleWithOpenComplaints } from '../store/find-complaints.ts'
import { putOnce } from '../store/outbox.ts'

export interface DigestHouse {
  readonly db: Kysely<Database>
  readonly inForce: InForce
  readonly now: () => Temporal.Instant
}

/**
 * Puts today's digests into the outbox when their time has come: once per working day, for every person who has something
 * open then and for every branch, whoever asks and however often (`DOMAIN.md` 9.4). What comes in later waits for tomorrow's.
 */
export async function putDigests({ db, inForce, now }: DigestHouse): Promise<void> {
  const { pack, business } = await inForce.rulebook()
  const at = now().toZonedDateTimeISO(pack.calendar.timeZone)
  const day = at.toPlainDate()
  if (windowsOf(business, day).length === 0) return
  const isPast = (time: string) =>
    Temporal.PlainTime.compare(at.toPlainTime(), Temporal.PlainTime.from(time)) >= 0
  if (isPast(pack.digest.person)) await putForPeople(db, day.toString(), now())
  if (isPast(pack.digest.sqChannel)) await putForBranches({ db, inForce }, day.toString(), now())
}

async function putForPeople(db: Kysely<Database>, day: string, now: Temporal.Instant): Promise<void> {
  await doOnce(db, `digest/${day}/people`, now, async (trx) => {
    const people = await peopleWithOpenComplaints(trx)
    const puts = people.map((to) => ({
      stream: `person/${to}`,
      key: `digest/${day}/${to}`,
      lane: 'digest' as const,
      effect: { kind: 'digest' as const, to, day },
    }))
    await putOnce(trx, puts, now)
  })
}

async function putForBranches(
  { db, inForce }: Pick<DigestHouse, 'db' | 'inForce'>,
  day: string,
  now: Temporal.Instant,
): Promise<void> {
  const { units } = (await inForce.organisation()).document
  await doOnce(db, `digest/${day}/branches`, now, async (trx) => {
    const puts = units
      .filter(({ level }) => level === 'BRANCH')
      .map(({ id }) => ({
        stream: `branch/${id}`,
        key: `digest/${day}/${id}`,
        lane: 'digest' as const,
        effect: { kind: 'channelDigest' as const, branch: id, day },
      }))
    await putOnce(trx, puts, now)
  })
}
