import type { AddressInfo } from 'node:net'
import { expect } from 'vitest'
import { createHealth, serveHealth } from '../../src/health.ts'
import { connect } from '../../src/store/connect.ts'
import { test } from '../support/database.ts'
import { type Door, aDoor } from '../support/door.ts'

async function serve({ db, clock }: Pick<Door, 'db' | 'clock'>) {
  const server = await serveHealth(createHealth({ db, now: clock.now }), 0)
  const { port } = server.address() as AddressInfo
  return {
    async get(path: string) {
      const response = await fetch(`http://127.0.0.1:${port}${path}`)
      return { status: response.status, body: await response.text() }
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

test('the process answers, the database answers, and nothing is owed', async ({ database: { db } }) => {
  const served = await serve(aDoor({ db }))
  expect(await served.get('/healthz')).toEqual({ status: 200, body: 'ok\n' })
  const { status, body } = await served.get('/readyz')
  expect([status, JSON.parse(body)]).toEqual([
    200,
    { ready: true, alarmSeconds: 0, effectSeconds: 0, effects: 0, setAside: 0 },
  ])
  await served.close()
})

test('readiness tells how long the oldest alarm and the oldest effect have waited, and what was set aside', async ({
  database: { db },
}) => {
  const door = aDoor({ db })
  await door.file()
  const now = door.clock.now()
  await db
    .updateTable('matter')
    .set({ alarm_at: now.subtract({ seconds: 7 }).toString() })
    .execute()
  await db
    .updateTable('outbox')
    .set({ due_at: now.subtract({ seconds: 90 }).toString() })
    .execute()
  await db.updateTable('outbox').set({ set_aside_at: now.toString() }).where('id', '=', '1').execute()
  const served = await serve(door)
  const { body } = await served.get('/readyz')
  expect(JSON.parse(body)).toEqual({
    ready: true,
    alarmSeconds: 7,
    effectSeconds: 90,
    effects: 1,
    setAside: 1,
  })
  const metrics = (await served.get('/metrics')).body
  expect(metrics).toContain('redress_oldest_alarm_seconds 7')
  expect(metrics).toContain('redress_effects_set_aside 1')
  await served.close()
})

test('while the database is away the process is alive, not ready, and says why without a detail', async ({
  database: { url },
}) => {
  const away = connect(url.replace(/:\d+\//, ':1/'), { max: 1, onError: () => {} })
  const served = await serve(aDoor(away))
  expect((await served.get('/healthz')).status).toBe(200)
  expect(await served.get('/readyz')).toEqual({
    status: 503,
    body: '{"ready":false,"because":"the database does not answer"}\n',
  })
  expect((await served.get('/metrics')).status).toBe(503)
  await served.close()
  await away.close()
})

test('nothing but these paths is served', async ({ database: { db } }) => {
  const served = await serve(aDoor({ db }))
  expect((await served.get('/')).status).toBe(404)
  expect((await served.get('/readyz?verbose=1')).status).toBe(200)
  await served.close()
})

test('no metric and no answer tells anything of a case', async ({ database: { db } }) => {
  const door = aDoor({ db })
  const { state } = await door.file()
  const served = await serve(door)
  for (const path of ['/healthz', '/readyz', '/metrics']) {
    const { body } = await served.get(path)
    expect(body).not.toContain(state.id)
    expect(body).not.toContain(state.number)
    expect(body).not.toContain('p-yu-qing')
  }
  await served.close()
})
