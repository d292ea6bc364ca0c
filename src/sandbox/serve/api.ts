import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import { zValidator } from '@hono/zod-validator'
import { z } from 'zod'
import type { Sandbox } from '../sandbox.ts'
import { bankTold } from './bank.ts'
import { behindTold } from './behind.ts'
import { clockTold } from './clock.ts'
import { doGesture } from './do-gesture.ts'
import { Gesture } from './gesture.ts'
import { pushClock } from './push.ts'
import { sightTold } from './sight.ts'
import { pushes } from './told.ts'

const language = z.enum(['zh-CN', 'en'])

/** Everything the page asks the sandbox, below `/sandbox`. */
export function createApi(sandbox: Sandbox): Hono {
  const api = new Hono()
  api.get('/bank', async (c) => c.json(await bankTold(sandbox)))
  api.get('/sight/:person', async (c) => c.json(await sightTold(sandbox, c.req.param('person'))))
  api.post('/gesture/:person', zValidator('json', Gesture), async (c) =>
    c.json(await doGesture(sandbox, c.req.param('person'), c.req.valid('json'))),
  )
  api.get('/clock', async (c) => c.json(await clockTold(sandbox)))
  api.post('/clock', zValidator('json', z.strictObject({ push: z.enum(pushes) })), async (c) =>
    c.json(await pushClock(sandbox, c.req.valid('json').push)),
  )
  api.get('/scenarios', (c) => c.json(sandbox.scenarios.told()))
  api.post(
    '/scenarios',
    zValidator('json', z.strictObject({ name: z.string(), play: z.enum(['begin', 'next', 'rest']) })),
    async (c) => {
      const { name, play } = c.req.valid('json')
      return c.json(await sandbox.scenarios.play(name, play))
    },
  )
  api.get('/behind', async (c) => c.json(await behindTold(sandbox, c.req.query('case'))))
  api.post(
    '/bot',
    zValidator('json', z.strictObject({ state: z.enum(['running', 'slow', 'stopped']) })),
    async (c) => {
      await sandbox.setBot(c.req.valid('json').state)
      return c.json({ ok: true })
    },
  )
  api.post('/language', zValidator('json', z.strictObject({ language })), async (c) => {
    await sandbox.everybodyReads(c.req.valid('json').language)
    return c.json({ ok: true })
  })
  api.post(
    '/begin',
    zValidator(
      'json',
      z.strictObject({
        organisation: z.string().optional(),
        csv: z.boolean().optional(),
        policy: z.string().optional(),
      }),
    ),
    async (c) => c.json(await sandbox.begin(c.req.valid('json'))),
  )
  api.get('/changes', (c) =>
    streamSSE(c, async (stream) => {
      const leave = sandbox.onChange(() => void stream.writeSSE({ data: 'changed' }))
      await new Promise<void>((resolve) => stream.onAbort(resolve))
      leave()
    }),
  )
  return api
}
