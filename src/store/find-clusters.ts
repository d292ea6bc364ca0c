import { type Kysely, sql } from 'kysely'
import { isAnswered } from '../complaint/emergency-link.ts'
import type { Complaint } from '../complaint/complaint.ts'
import { type Cluster, type LikeComplaint, clustersIn } from '../emergency/cluster.ts'
import type { EmergencyRules } from '../policy/emergency-rules.ts'
import type { Database } from './database.ts'

/** The newest are enough: a cluster is told at its threshold, long before there are so many. */
const mostCompared = 300

/** The number of the branch's newest complaint; undefined where it has none. */
export async function newestNumber(db: Kysely<Database>, branch: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('complaint')
    .select('number')
    .where('branch', '=', branch)
    .orderBy('logged_at', 'desc')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.number
}

/**
 * The branch's complaints received since an instant that are about one thing and were under no emergency yet, neither running nor
 * proposed nor dismissed. Those that ended without a solution do not count.
 */
export async function findClusters(
  db: Kysely<Database>,
  { branch, since, rules }: { branch: string; since: Temporal.Instant; rules: EmergencyRules['cluster'] },
): Promise<Cluster[]> {
  const rows = await db
    .selectFrom('complaint')
    .innerJoin('matter', (join) =>
      join.onRef('matter.id', '=', 'complaint.id').on('matter.kind', '=', 'complaint'),
    )
    .select('matter.state')
    .where('complaint.branch', '=', branch)
    .where('complaint.received_at', '>=', since.toString() as never)
    .where('complaint.status', 'not in', ['withdrawn', 'not_accepted', 'merged'])
    .where(
      sql<boolean>`not exists (select from matter other where other.kind = 'emergency'
        and other.state->'complaints' @> jsonb_build_array(jsonb_build_object('id', complaint.id::text)))`,
    )
    .orderBy('complaint.received_at', 'desc')
    .limit(mostCompared)
    .execute()
  return clustersIn(rows.map(({ state }) => likeOf(state as Complaint)).toReversed(), rules)
}

function likeOf(complaint: Complaint): LikeComplaint {
  const { id, number, outlet, handlingUnit = outlet, owner, respondents, product, story } = complaint
  return {
    complaint: id,
    number,
    outlet,
    handlingUnit,
    owner,
    respondents: [...respondents],
    answered: isAnswered(complaint),
    story,
    ...(product !== undefined && { product }),
  }
}
