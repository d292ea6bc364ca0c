import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebClient } from '@slack/web-api'
import { expect, test } from 'vitest'
import { createSender } from '../../src/slack/client.ts'
import { outcomeOf } from '../../src/slack/deliver/outcome-of.ts'

type Answer =
  | { readonly status?: number; readonly headers?: Record<string, string>; readonly body?: unknown }
  | 'hang up'

/** The error of a real client against a server that answers this way. */
async function errorOf(answer: Answer): Promise<unknown> {
  const server = createServer((request, response) => {
    if (answer === 'hang up') return void request.socket.destroy()
    response.writeHead(answer.status ?? 200, { 'content-type': 'application/json', ...answer.headers })
    response.end(JSON.stringify(answer.body ?? {}))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const client: WebClient = createSender({ botToken: 'xoxb-sample', apiUrl: `http://127.0.0.1:${port}/api/` })
  try {
    await client.chat.postMessage({ channel: 'C1', text: 'sample' })
    throw new Error('The call was answered well, and this test wanted it to fail.')
  } catch (error) {
    return error
  } finally {
    server.close()
  }
}

const refused = (error: string) => errorOf({ body: { ok: false, error } })

test('a rate limit is waited for as long as Slack says', async () => {
  const error = await errorOf({ status: 429, headers: { 'retry-after': '17' } })
  expect(outcomeOf(error, 1)).toEqual({ kind: 'wait', seconds: 17, error: 'rate limited' })
})

test('what Slack breaks over is tried again, and counted, after 2, 4, 8 … seconds, and never later than five minutes', async () => {
  const error = await refused('internal_error')
  const waits = [1, 2, 3, 8, 9, 12].map((attempts) => outcomeOf(error, attempts))
  expect(waits.map((each) => (each?.kind === 'later' ? each.seconds : 0))).toEqual([2, 4, 8, 256, 300, 300])
})

test.each([
  ['an HTTP error', { status: 502 }, 'HTTP 502'],
  ['a connection that breaks', 'hang up', 'no answer'],
] as const)('%s is waited for, as long as it takes', async (_, answer, code) => {
  expect(outcomeOf(await errorOf(answer), 2)).toEqual({ kind: 'wait', seconds: 4, error: code })
})

test.each(['invalid_auth', 'token_revoked', 'missing_scope'])(
  '"%s" waits a minute for an operator',
  async (code) => {
    expect(outcomeOf(await refused(code), 1)).toEqual({ kind: 'wait', seconds: 60, error: code })
  },
)

test.each(['channel_not_found', 'is_archived', 'not_in_channel', 'invalid_blocks'])(
  '"%s" will never succeed',
  async (code) => {
    expect(outcomeOf(await refused(code), 1)).toEqual({ kind: 'never', error: code })
  },
)

test('what is no answer of Slack is not taken for one', () => {
  expect(outcomeOf(new TypeError('a bug'), 1)).toBeUndefined()
})
