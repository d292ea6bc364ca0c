import { createHash } from 'node:crypto'
import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely'
import { Pool, type PoolClient, types } from 'pg'
import type { Database } from './database.ts'

const timestamptz = 1184
const date = 1082

export interface Connection {
  readonly db: Kysely<Database>
  close(): Promise<void>
}

/**
 * A pool on this database. Instants come back as `Temporal.Instant`, dates as text. Locks are waited for one second and
 * statements for two, so that a person is answered within Slack's three, or told honestly that nothing was saved; a process that
 * freezes inside a transaction gives its locks back after five.
 */
export function connect(url: string, options: { max: number; onError: (error: Error) => void }): Connection {
  const pool = new Pool({
    connectionString: url,
    max: options.max,
    connectionTimeoutMillis: 2000,
    lock_timeout: 1000,
    statement_timeout: 2000,
    idle_in_transaction_session_timeout: 5000,
    types: { getTypeParser: (oid: number, format?: 'text' | 'binary') => parserOf(oid, format) },
  })
  pool.on('error', options.onError)
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool: preparing(pool) }) })
  return { db, close: () => db.destroy() }
}

/**
 * Each connection parses and plans a statement once and knows it by name from then on: half the work of the door's. Not
 * those that select `*`: a column added by a newer process would break them in this one.
 */
function preparing(pool: Pool): PostgresPool {
  const clients = new WeakMap<PoolClient, PostgresPoolClient>()
  const names = new Map<string, string>()

  function nameOf(text: string): string {
    const known = names.get(text)
    if (known !== undefined) return known
    const name = createHash('sha256').update(text).digest('hex').slice(0, 32)
    names.set(text, name)
    return name
  }

  function prepared(client: PoolClient): PostgresPoolClient {
    const query: unknown = (text: string, values: readonly unknown[]) =>
      values.length === 0 || text.includes('*')
        ? client.query(text, [...values])
        : client.query({ name: nameOf(text), text, values: [...values] })
    return { query: query as PostgresPoolClient['query'], release: () => client.release() }
  }

  return {
    async connect() {
      const client = await pool.connect()
      const known = clients.get(client) ?? prepared(client)
      clients.set(client, known)
      return known
    },
    end: () => pool.end(),
    options: pool.options,
  }
}

function parserOf(oid: number, format: 'text' | 'binary' = 'text'): (value: string) => unknown {
  if (oid === timestamptz) return (value) => Temporal.Instant.from(value.replace(' ', 'T'))
  if (oid === date) return (value) => value
  return types.getTypeParser(oid, format)
}
