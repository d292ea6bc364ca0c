import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http'
import type { Kysely } from 'kysely'
import { Gauge, Registry, collectDefaultMetrics } from 'prom-client'
import type { Database } from './store/database.ts'
import { type Owed, readOwed } from './store/owed.ts'

/** One path that answers operators; the shape of Bolt's custom routes, so that it can stand beside `/slack/events`. */
export interface Route {
  readonly path: string
  readonly method: 'GET'
  readonly handler: (request: IncomingMessage, response: ServerResponse) => void
}

/**
 * `/healthz`: the process answers. `/readyz`: the database answers, with how long the oldest owed alarm and effect have
 * waited (503 where it does not answer). `/metrics`: the same in Prometheus' form. None tells anything of a case.
 */
export function createHealth({ db, now }: { db: Kysely<Database>; now: () => Temporal.Instant }): Route[] {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const gauges = {
    alarmSeconds: gauge(
      registry,
      'redress_oldest_alarm_seconds',
      'Seconds since the oldest unserved alarm was owed',
    ),
    effectSeconds: gauge(
      registry,
      'redress_oldest_effect_seconds',
      'Seconds since the oldest undelivered effect was owed',
    ),
    effects: gauge(registry, 'redress_effects_waiting', 'Effects waiting in the outbox'),
    setAside: gauge(registry, 'redress_effects_set_aside', 'Effects set aside for an operator'),
  }

  async function metrics(): Promise<string> {
    const owed = await readOwed(db, now())
    for (const [name, value] of Object.entries(owed)) gauges[name as keyof Owed].set(value)
    return registry.metrics()
  }

  return [
    { path: '/healthz', method: 'GET', handler: (_, response) => answer(response, 200, 'ok\n') },
    { path: '/readyz', method: 'GET', handler: (_, response) => void ready(db, now(), response) },
    {
      path: '/metrics',
      method: 'GET',
      handler: (_, response) =>
        void metrics().then(
          (text) => answer(response, 200, text),
          () => answer(response, 503, 'the database does not answer\n'),
        ),
    },
  ]
}

/** Serves these routes alone: for a worker, and for a bot in Socket Mode. */
export async function serveHealth(routes: readonly Route[], port: number): Promise<Server> {
  const server = createServer((request, response) => {
    const route = routes.find(({ path }) => path === request.url?.split('?')[0])
    if (route && request.method === route.method) route.handler(request, response)
    else answer(response, 404, 'not found\n')
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, resolve))
  return server
}

async function ready(db: Kysely<Database>, now: Temporal.Instant, response: ServerResponse): Promise<void> {
  try {
    const owed = await readOwed(db, now)
    answer(response, 200, `${JSON.stringify({ ready: true, ...owed })}\n`, 'application/json')
  } catch {
    answer(
      response,
      503,
      `${JSON.stringify({ ready: false, because: 'the database does not answer' })}\n`,
      'application/json',
    )
  }
}

function gauge(registry: Registry, name: string, help: string): Gauge {
  return new Gauge({ name, help, registers: [registry] })
}

function answer(
  response: ServerResponse,
  status: number,
  text: string,
  type = 'text/plain; charset=utf-8',
): void {
  response.writeHead(status, { 'content-type': type, 'x-content-type-options': 'nosniff' }).end(text)
}
