import { expect, test } from 'vitest'
import { ConfigError, readConfig } from '../../src/config.ts'
import { createMasterKey } from '../../src/vault/master-key.ts'

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
}

test('with nothing set everything has its place on this machine', () => {
  expect(readConfig({})).toMatchObject({
    databaseUrl: undefined,
    redisUrl: undefined,
    dataDir: '.data',
    role: 'all',
    port: 3000,
    sandboxPort: 3001,
    slack: undefined,
    channelLanguage: 'zh-CN',
    logLevel: 'info',
  })
})

test('an empty variable counts as unset', () => {
  expect(readConfig({ DATABASE_URL: '', PORT: '', ROLE: '' })).toEqual(readConfig({}))
})

test('with an app token it is Socket Mode, with a signing secret HTTP', () => {
  const real = { SLACK_BOT_TOKEN: 'xoxb-sample', REDRESS_MASTER_KEY: createMasterKey() }
  const appToken = 'xapp-sample'
  const signingSecret = 'sample-signing-secret'
  expect(readConfig({ ...real, SLACK_APP_TOKEN: appToken }).slack?.mode).toEqual({ kind: 'socket', appToken })
  expect(readConfig({ ...real, SLACK_SIGNING_SECRET: signingSecret }).slack?.mode).toEqual({
    kind: 'http',
    signingSecret,
  })
})

test('every mistake is told at once, one line each', () => {
  const problems = problemsOf({
    DATABASE_URL: 'mysql://nowhere/redress',
    REDIS_URL: 'http://nowhere',
    ROLE: 'boss',
    PORT: 'eighty',
    SANDBOX_PORT: '70000',
    SLACK_BOT_TOKEN: 'not-a-bot-token',
    SLACK_APP_TOKEN: 'not-an-app-token',
    SLACK_SIGNING_SECRET: 'short',
    SLACK_API_URL: 'slack',
    REDRESS_MASTER_KEY: 'not-a-key',
    REDRESS_LANGUAGE: 'fr',
    LOG_LEVEL: 'loud',
  })
  expect(problems.map((line) => line.split(' ')[0])).toEqual([
    'DATABASE_URL',
    'REDIS_URL',
    'ROLE',
    'PORT',
    'SANDBOX_PORT',
    'SLACK_BOT_TOKEN',
    'SLACK_APP_TOKEN',
    'SLACK_SIGNING_SECRET',
    'SLACK_API_URL',
    'REDRESS_MASTER_KEY',
    'REDRESS_LANGUAGE',
    'LOG_LEVEL',
  ])
})

test('what does not fit together is told beside what is wrong by itself', () => {
  expect(problemsOf({ PORT: 'eighty', ROLE: 'worker', SLACK_BOT_TOKEN: 'xoxb-sample' })).toEqual([
    expect.stringMatching(/^PORT is no port/),
    expect.stringMatching(/^SLACK_BOT_TOKEN is set, but neither SLACK_APP_TOKEN nor SLACK_SIGNING_SECRET/),
    expect.stringMatching(/^SLACK_BOT_TOKEN is set, but not REDRESS_MASTER_KEY/),
    expect.stringMatching(/^ROLE is worker, but DATABASE_URL is not set/),
  ])
})

test('a way for Slack to reach us without a token to answer with is a mistake', () => {
  expect(problemsOf({ SLACK_APP_TOKEN: 'xapp-sample' })).toEqual([
    expect.stringMatching(/^SLACK_APP_TOKEN is set, but not SLACK_BOT_TOKEN/),
  ])
})

test('the bot and the sandbox cannot listen on one port', () => {
  expect(problemsOf({ PORT: '4000', SANDBOX_PORT: '4000' })).toEqual([
    expect.stringMatching(/^PORT and SANDBOX_PORT are both 4000/),
  ])
  expect(problemsOf({ SANDBOX_PORT: '3000' })).toEqual([
    expect.stringMatching(/^PORT and SANDBOX_PORT are both 3000/),
  ])
  expect(problemsOf({ PORT: '0', SANDBOX_PORT: '0' })).toEqual([])
})

test('no value is ever told: some are secrets, and mistakes end up in logs', () => {
  const secret = 'hunter2-hunter2'
  const names = [
    'DATABASE_URL',
    'REDIS_URL',
    'ROLE',
    'PORT',
    'SANDBOX_PORT',
    'SLACK_BOT_TOKEN',
    'SLACK_APP_TOKEN',
    'SLACK_SIGNING_SECRET',
    'SLACK_API_URL',
    'REDRESS_MASTER_KEY',
    'REDRESS_LANGUAGE',
    'LOG_LEVEL',
  ]
  const told = problemsOf(Object.fromEntries(names.map((name) => [name, secret])))
  expect(told.length).toBeGreaterThanOrEqual(11)
  expect(told.join('\n')).not.toContain(secret)
})
