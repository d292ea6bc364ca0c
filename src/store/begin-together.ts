import type { Kysely, Transaction } from 'kysely'
import type { Series } from '../matter/matter.ts'
import type { Database } from './database.ts'
import { lockSeries, numberText } from './number-series.ts'
import { type Saved, saveMatters } from './save-matter.ts'

/** Decides with the number that would be next. Where it throws, the number stays for the next one. */
type Decide<Decided extends Saved> = (number: string) => Decided

/** Begins a new matter under the next number of its series; committed when the promise is kept. */
export type BeginTogether = <Decided extends Saved>(
  series: Series,
  decide: Decide<Decided>,
) => Promise<Decided>

interface Waiting {
  decide(number: string): { readonly saved: Saved; readonly begun: () => void }
  readonly failed: (error: unknown) => void
}

/** So many at most, that the first of them is answered soon and others may have the series' lock meanwhile. */
const most = 50

/**
 * A gapless series hands out one number per commit, so a queue before its counter would move at the pace of the disk. Who
 * comes while one transaction is on its way therefore begins with all others of that moment in the next one: one lock, one
 * statement, one flush. Each keeps its own yes or no: a refusal takes no number, and where a row of one matter fails, all
 * are tried again one by one.
 */
export function createBeginTogether(db: Kysely<Database>): BeginTogether {
  const queues = new Map<string, Waiting[]>()

  async function serve(key: string, series: Series, queue: Waiting[]): Promise<void> {
    // oxlint-disable-next-line no-await-in-loop -- the next batch gathers while this one commits
    while (queue.length > 0) await begin(db, series, queue.splice(0, most))
    queues.delete(key)
  }

  return function beginTogether(series, decide) {
    const key = `${series.branch}/${series.prefix}${series.year}`
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        decide(number) {
          const decided = decide(number)
          return { saved: decided, begun: () => resolve(decided) }
        },
        failed: reject,
      }
      const queue = queues.get(key)
      if (queue) return void queue.push(waiting)
      const opened = [waiting]
      queues.set(key, opened)
      void serve(key, series, opened)
    })
  }
}

/** Begins these in one transaction and answers each; never throws. */
async function begin(db: Kysely<Database>, series: Series, batch: readonly Waiting[]): Promise<void> {
  try {
    const answers = await db.transaction().execute((trx) => decideAndSave(trx, series, batch))
    for (const answer of answers) answer()
  } catch (error) {
    if (batch.length === 1 || !isOfOneRow(error)) return batch.forEach((each) => each.failed(error))
    // oxlint-disable-next-line no-await-in-loop -- each in its own transaction, in the order in which they came
    for (const each of batch) await begin(db, series, [each])
  }
}

/** What to tell each of them once the transaction is committed. */
async function decideAndSave(
  trx: Transaction<Database>,
  series: Series,
  batch: readonly Waiting[],
): Promise<(() => void)[]> {
  let last = await lockSeries(trx, series)
  const saved: Saved[] = []
  const answers = batch.map((each) => {
    try {
      const decided = each.decide(numberText(series, last + 1))
      last += 1
      saved.push(decided.saved)
      return decided.begun
    } catch (error) {
      return () => each.failed(error)
    }
  })
  if (saved.length > 0) await saveMatters(trx, saved, { ...series, last })
  return answers
}

/** SQLSTATE 21 (one matter twice), 22 (a value that does not fit its column), 23 (a constraint): the fault of some row alone. */
function isOfOneRow(error: unknown): boolean {
  const { code } = error as { code?: unknown }
  return typeof code === 'string' && /^2[123]/.test(code)
}
