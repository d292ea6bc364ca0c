/** The look that ends every story is worth something only if it can fail: each thing it watches is broken once here. */
import { sql } from 'kysely'
import { expect } from 'vitest'
import { filing, teller, test } from '../support/a-story.ts'
import { lastLook } from '../support/last-look.ts'

test('a row that its journal does not give is seen', async ({ stage, play, log }) => {
  await play.files(teller, filing)
  const { db } = stage.redress
  await sql`update matter set state = state || '{"owner": "p-somebody"}'`.execute(db)
  await expect(lastLook(stage, log.lines)).rejects.toThrow(/deeply equal/)
  await sql`update matter set state = state || ${JSON.stringify({ owner: teller })}::jsonb`.execute(db)
})

test('a message that stands twice is seen', async ({ stage, play, log }) => {
  await play.files(teller, filing)
  const first = (await stage.slack.as(teller).messages()).find(({ metadata }) => metadata)
  if (!first) throw new Error('no message')
  const again = await fetch(`${stage.slack.url}chat.postMessage`, {
    method: 'POST',
    headers: { authorization: `Bearer ${stage.slack.botToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ channel: first.channel, text: 'again', metadata: first.metadata }),
  })
  const { ts } = (await again.json()) as { ts: string }
  await expect(lastLook(stage, log.lines)).rejects.toThrow(/deeply equal/)
  await fetch(`${stage.slack.url}chat.update`, {
    method: 'POST',
    headers: { authorization: `Bearer ${stage.slack.botToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      channel: first.channel,
      ts,
      text: 'again',
      metadata: { event_type: 'none', event_payload: {} },
    }),
  })
})

test('an alarm that was owed and is not served is seen', async ({ stage, play, log }) => {
  await play.files(teller, filing)
  const { db } = stage.redress
  stage.sleepsUntil(stage.now().add({ hours: 3 }))
  await sql`update matter set alarm_claimed_until = 'infinity'`.execute(db)
  await expect(lastLook(stage, log.lines)).rejects.toThrow(/to match object/)
  await sql`update matter set alarm_claimed_until = null`.execute(db)
})
