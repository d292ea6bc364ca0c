import type { Kysely } from 'kysely'
import type { Logger } from 'pino'
import type { Handle } from '../handle.ts'
import type { InForce } from '../in-force.ts'
import { before } from '../clock/moment.ts'
import { machineActor } from '../matter/actor.ts'
import { derivedId } from '../matter/derived-id.ts'
import type { Rulebook } from '../matter/matter.ts'
import { calendarOf } from '../matter/calendar-of.ts'
import { emergencyRulesOf } from '../policy/emergency-rules.ts'
import type { Database } from '../store/database.ts'
import { doOnce, notDone } from '../store/duty.ts'
import { findClusters, newestNumber } from '../store/find-clusters.ts'

export interface ClusterHouse {
  readonly db: Kysely<Database>
  readonly handle: Handle
  readonly inForce: InForce
  readonly now: () => Temporal.Instant
  readonly log: Logger
}

/**
 * Looks in every branch with a new complaint for clusters of like ones, and proposes an emergency for each: whether it is one, the
 * head of service quality decides. However often it is asked, each complaint is proposed once. What breaks for one branch is
 * logged, and tried again with the next wake-up.
 */
export async function seekClusters(house: ClusterHouse): Promise<void> {
  const rulebook = await house.inForce.rulebook()
  const { units } = (await house.inForce.organisation()).document
  for (const { id, level } of units) {
    // oxlint-disable-next-line no-await-in-loop -- branch after branch: nobody waits for it
    if (level === 'BRANCH') await seekSafely(house, id, rulebook)
  }
}

async function seekSafely(house: ClusterHouse, branch: string, rulebook: Rulebook): Promise<void> {
  try {
    await seek(house, branch, rulebook)
  } catch (error) {
    house.log.error(
      { branch, error: error instanceof Error ? error.name : 'unknown' },
      'clusters of a branch could not be looked for; it is tried again',
    )
  }
}

/** The line that remembers it is written last: should we die before, the next look proposes the same, which changes nothing. */
async function seek({ db, handle, now }: ClusterHouse, branch: string, rulebook: Rulebook): Promise<void> {
  const newest = await newestNumber(db, branch)
  const name = `cluster/${branch}/${newest ?? ''}`
  if (newest === undefined || (await notDone(db, [name])).length === 0) return
  const rules = emergencyRulesOf(rulebook.pack).cluster
  const since = before(now(), rules.window, calendarOf(rules.window, rulebook))
  for (const { kind, about, complaints } of await findClusters(db, { branch, since, rules })) {
    const joined = complaints.map(({ story: _story, product: _product, ...each }) => each)
    const id = derivedId(`cluster:${branch}:${kind}:${joined[0]?.complaint ?? ''}`)
    const command = { step: 'proposeCluster' as const, branch, kind, about, complaints: joined }
    // oxlint-disable-next-line no-await-in-loop -- each emergency takes the branch's next number
    await handle('emergency', id, command, machineActor)
  }
  await doOnce(db, name, now(), async () => undefined)
}
