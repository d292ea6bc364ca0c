import { request } from 'node:http'
import { describe, expect } from 'vitest'
import { createSandbox } from '../../src/sandbox/create-sandbox.ts'
import { filed, page, teller, test } from './a-sandbox.ts'

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly text: string
}

/** A request as a browser sends it, headers that `fetch` would not let us set included. */
function ask(
  url: string,
  {
    method = 'GET',
    headers = {},
    body = '',
  }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => (text += part))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }))
    })
    sent.on('error', reject).end(body)
  })
}

describe('the page', () => {
  test('is served as built, is never kept, and may load nothing from elsewhere', async ({ sandbox }) => {
    const { status, headers, text } = await ask(sandbox.url)
    expect(status).toBe(200)
    expect(text).toContain('<title>page</title>')
    expect(headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).not.toMatch(/https?:|\*/)
  })

  test('has nothing at an unknown path, and says where everything is', async ({ sandbox }) => {
    const missing = await ask(`${sandbox.url}nowhere.js`)
    expect(missing).toMatchObject({
      status: 404,
      text: expect.stringMatching(/nothing at \/nowhere\.js.*\/sandbox\//) as string,
    })
    expect(await ask(`${sandbox.url}sandbox/nothing`)).toMatchObject({ status: 404 })
  })

  test('is there while all of Slack is down', async ({ sandbox }) => {
    sandbox.stage.slack.faults.down()
    expect(await ask(sandbox.url)).toMatchObject({ status: 200 })
    expect(await ask(`${sandbox.url}sandbox/clock`)).toMatchObject({ status: 200 })
    await expect(ask(`${sandbox.url}api/auth.test`, { method: 'POST' })).rejects.toThrow(/hang up|ECONNRESET/)
  })

  test('leaves the Web API of Slack where it was, on the same port', async ({ sandbox }) => {
    const answer = await ask(`${sandbox.url}api/auth.test`, { method: 'POST' })
    expect(JSON.parse(answer.text)).toEqual({ ok: false, error: 'not_authed' })
  })
})

describe('only this machine', () => {
  test('a request by another name is refused, for a site elsewhere can point its name here', async ({
    sandbox,
  }) => {
    for (const host of ['evil.example', 'evil.example:3001', '127.0.0.1.evil.example', '192.168.1.5'])
      expect(await ask(`${sandbox.url}sandbox/clock`, { headers: { host } })).toMatchObject({
        status: 403,
        text: expect.stringContaining(host) as string,
      })
  })

  test('a request by any of this machine’s own names is answered', async ({ sandbox }) => {
    for (const host of ['127.0.0.1:3001', 'localhost', 'localhost:3001', '[::1]:3001'])
      expect(await ask(sandbox.url, { headers: { host } })).toMatchObject({ status: 200 })
  })

  test('an order from the page of another site is refused and not carried out', async ({ sandbox }) => {
    for (const origin of ['https://evil.example', 'null', 'http://localhost:9999'])
      expect(
        await ask(`${sandbox.url}sandbox/bot`, {
          method: 'POST',
          headers: { origin, 'content-type': 'application/json' },
          body: '{"state":"stopped"}',
        }),
      ).toMatchObject({ status: 403 })
    expect(sandbox.bot).toBe('running')
  })

  test('an order of its own page is carried out', async ({ sandbox }) => {
    const origin = sandbox.url.slice(0, -1)
    const answer = await ask(`${sandbox.url}sandbox/bot`, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/json' },
      body: '{"state":"stopped"}',
    })
    expect(answer).toMatchObject({ status: 200, text: '{"ok":true}' })
    expect(sandbox.bot).toBe('stopped')
  })
})

describe('the page’s API', () => {
  test('tells the clock, pushes it and tells what that set off', async ({ sandbox }) => {
    const number = await filed(sandbox)
    const headers = { 'content-type': 'application/json' }
    const pushed = await ask(`${sandbox.url}sandbox/clock`, {
      method: 'POST',
      headers,
      body: '{"push":"alarm"}',
    })
    expect(pushed.text).toContain(`${number}: reminder`)
    const told = await ask(`${sandbox.url}sandbox/clock`)
    expect(JSON.parse(told.text)).toMatchObject({ local: '2026-09-14 12:00', bot: 'running' })
  })

  test('refuses what is no push, and nobody’s sight, in words', async ({ sandbox }) => {
    const headers = { 'content-type': 'application/json' }
    const wrong = await ask(`${sandbox.url}sandbox/clock`, {
      method: 'POST',
      headers,
      body: '{"push":"year"}',
    })
    expect(wrong.status).toBe(400)
    expect(await ask(`${sandbox.url}sandbox/sight/p-nobody`)).toMatchObject({ status: 404 })
  })

  test('begins anew behind an open page', async ({ sandbox }) => {
    await filed(sandbox)
    const headers = { 'content-type': 'application/json' }
    const begun = await ask(`${sandbox.url}sandbox/begin`, { method: 'POST', headers, body: '{}' })
    expect(begun.text).toBe('{"ok":true}')
    const behind = await ask(`${sandbox.url}sandbox/behind`)
    expect(JSON.parse(behind.text)).toMatchObject({ cases: [] })
  })

  test('answers what is asked while it begins anew when that is done', async ({ sandbox }) => {
    await filed(sandbox)
    const begun = sandbox.begin({})
    const told = await ask(`${sandbox.url}sandbox/behind`)
    expect(told.status).toBe(200)
    expect(JSON.parse(told.text)).toMatchObject({ cases: [] })
    expect(await begun).toEqual({ ok: true })
  })

  test('tells an open page of a change', async ({ sandbox }) => {
    const { body } = await fetch(`${sandbox.url}sandbox/changes`)
    const reader = body?.pipeThrough(new TextDecoderStream()).getReader()
    const heard = reader?.read()
    await sandbox.stage.slack.as(teller).command('/complaint', 'help')
    expect((await heard)?.value).toContain('data: changed')
    await reader?.cancel()
  })

  test('a new beginning is a change, for whoever was looking before', async ({ sandbox }) => {
    const { promise, resolve } = Promise.withResolvers<number>()
    sandbox.onChange(() => {
      if (sandbox.stage.slack.seen.traffic().length <= 1) resolve(sandbox.stage.slack.seen.traffic().length)
    })
    await filed(sandbox)
    await sandbox.begin({})
    expect(await promise).toBeLessThanOrEqual(1)
  })
})

test('two sandboxes on one port: the second says so and leaves nothing running', async ({
  sandbox,
  database,
}) => {
  const port = Number(new URL(sandbox.url).port)
  await expect(createSandbox({ databaseUrl: database.url, port, page: async () => page })).rejects.toThrow(
    /EADDRINUSE/,
  )
})
