import { type Kysely, sql } from 'kysely'
import { expect } from 'vitest'
import { actionMatter } from '../../src/action/matter.ts'
import { complaintMatter } from '../../src/complaint/matter.ts'
import { emergencyMatter } from '../../src/emergency/matter.ts'
import { fundMatter } from '../../src/fund/matter.ts'
import type { MatterKind } from '../../src/matter/effect.ts'
import type { AnyState, Matter } from '../../src/matter/matter.ts'
import { reviewMatter } from '../../src/review/matter.ts'
import type { Stage } from '../../src/sandbox/stage.ts'
import type { Database } from '../../src/store/database.ts'
import { readJournal } from '../../src/store/journal.ts'
import { readOwed } from '../../src/store/owed.ts'
import { verifyJournals } from '../../src/store/verify-journal.ts'
import { marksIn } from './marked.ts'

/** What must hold at the end of every story, whatever happened in it. */
export async function lastLook(stage: Stage, log: readonly string[]): Promise<void> {
  const { db } = stage.redress
  stage.slack.faults.clear()
  await stage.settle()
  expect(await verifyJournals(db)).toMatchObject({ broken: [] })
  for (const { row, folded } of await foldAll(db)) expect(folded).toEqual(row)
  expect(await readOwed(db, stage.now())).toMatchObject({ alarmSeconds: 0, effectSeconds: 0 })
  await onceAndInOrder(stage)
  expect(await whereMarksStand(stage, log)).toEqual([])
}

/** Each matter's row beside what folding its journal gives. */
export async function foldAll(db: Kysely<Database>): Promise<{ row: unknown; folded: unknown }[]> {
  const rows = await db.selectFrom('matter').select(['kind', 'id', 'state']).execute()
  return Promise.all(
    rows.map(async ({ kind, id, state }) => {
      const events = (await readJournal(db, kind, id)).map(({ event }) => event)
      return { row: state, folded: JSON.parse(JSON.stringify(folds[kind](events))) as unknown }
    }),
  )
}

const folds: Readonly<Record<MatterKind, (events: readonly unknown[]) => unknown>> = {
  complaint: foldOf(complaintMatter),
  emergency: foldOf(emergencyMatter),
  fund: foldOf(fundMatter),
  action: foldOf(actionMatter),
  review: foldOf(reviewMatter),
}

function foldOf<State extends AnyState, Command, Event>({
  parseEvent,
  evolve,
}: Matter<State, Command, Event>) {
  return (events: readonly unknown[]): State | undefined =>
    events.reduce<State | undefined>((so, each) => evolve(so, parseEvent(each)), undefined)
}

/** The messages of the outbox as they stand in Slack, in the order in which they were posted: the effect and its stream. */
export async function sentMessages(stage: Stage): Promise<{ id: number; stream: string; ts: string }[]> {
  const rows = await stage.redress.db.selectFrom('outbox').select(['id', 'stream']).execute()
  const streams = new Map(rows.map(({ id, stream }) => [id, stream]))
  const conversations = await stage.slack.seen.conversations()
  return conversations
    .flatMap(({ messages }) => messages)
    .flatMap(({ metadata, ts }) => {
      const { k } = (metadata?.['event_payload'] ?? {}) as { k?: string }
      return k === undefined ? [] : [{ id: Number(k), stream: streams.get(k) ?? 'unknown', ts }]
    })
    .toSorted((one, other) => Number(one.ts) - Number(other.ts))
}

async function onceAndInOrder(stage: Stage): Promise<void> {
  const sent = await sentMessages(stage)
  const ids = sent.map(({ id }) => id)
  expect(ids.toSorted((one, other) => one - other)).toEqual(
    [...new Set(ids)].toSorted((one, other) => one - other),
  )
  for (const [stream, messages] of Map.groupBy(sent, (each) => each.stream)) {
    const order = messages.map(({ id }) => id)
    expect([stream, order]).toEqual([stream, order.toSorted((one, other) => one - other)])
  }
}

/**
 * Where do the marked personal values stand in clear? Looked for in every row of every table, in all that the bot said to Slack
 * and that stands there, and in the log. What a person types into Slack, and Slack shows of it, is theirs.
 */
export async function whereMarksStand(stage: Stage, log: readonly string[]): Promise<string[]> {
  const tables = await dumpTables(stage.redress.db)
  const said = stage.slack.seen
    .traffic()
    .map(
      ({ kind, what, sent, answer }) => [what, JSON.stringify(kind === 'gesture' ? answer : sent)] as const,
    )
  const conversations = await stage.slack.seen.conversations()
  const written = conversations.map(
    (each) =>
      [
        each.name,
        JSON.stringify({
          ...each,
          messages: each.messages.filter(({ from }) => from === 'bot').map(({ raw }) => raw),
        }),
      ] as const,
  )
  return [...tables, ...said, ...written, ['log', log.join('')] as const].flatMap(([place, text]) =>
    marksIn(text).map((mark) => `${place}: ${mark}`),
  )
}

/** Every table of ours and of the job queue, as text. */
async function dumpTables(db: Kysely<Database>): Promise<(readonly [string, string])[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema')`.execute(db)
  return Promise.all(
    tables.map(async ({ name }) => {
      const { rows } = await sql<{ dump: string }>`
        select coalesce(string_agg(row::text, chr(10)), '') as dump from ${sql.raw(name)} as row`.execute(db)
      return [name, rows[0]?.dump ?? ''] as const
    }),
  )
}
