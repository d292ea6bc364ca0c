import { expect, test } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { sayStarted } from '../../src/sandbox/greeting.ts'
import { startSandbox } from '../../src/sandbox/start.ts'
import { createMasterKey } from '../../src/vault/master-key.ts'
import { test as withSandbox } from './a-sandbox.ts'

test('the sandbox does not start beside a real Slack, and opens nothing', async () => {
  const config = readConfig({
    SLACK_BOT_TOKEN: 'xoxb-invented',
    SLACK_SIGNING_SECRET: 'an-invented-secret',
    REDRESS_MASTER_KEY: createMasterKey(),
    DATA_DIR: '/nowhere/that/could/be/made',
  })
  await expect(startSandbox(config)).rejects.toThrow(/SLACK_BOT_TOKEN is set: the sandbox does not start/)
})

withSandbox(
  'the first thing said is the address of the page, then where the bot, Slack and data are',
  async ({ sandbox }) => {
    const lines: string[] = []
    sayStarted(sandbox, readConfig({}), (line) => lines.push(line))
    expect(lines[0]).toMatch(new RegExp(`^${sandbox.url} `))
    expect(lines.join('\n')).toContain(`http://127.0.0.1:${sandbox.stage.redress.port}/slack/events`)
    expect(lines.join('\n')).toContain(sandbox.stage.slack.url)
    expect(lines.join('\n')).toContain('DATABASE_URL')
  },
)
