import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { listeners } from '../../src/slack/listen/all.ts'

const root = path.join(import.meta.dirname, '../..')

/** Slack's rules for a manifest, version 2 of its schema (docs.slack.dev/reference/app-manifest; `@slack/web-api`, manifest types). */
const Shortcut = z.strictObject({
  name: z.string().min(1).max(24),
  type: z.enum(['global', 'message']),
  callback_id: z.string().min(1).max(255),
  description: z.string().min(1).max(150),
})
const SlashCommand = z.strictObject({
  command: z.string().regex(/^\/[a-z0-9_-]{1,31}$/),
  url: z.url().optional(),
  description: z.string().min(1).max(2000),
  usage_hint: z.string().max(1000),
  should_escape: z.boolean(),
})
const Manifest = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal(2), minor_version: z.number().int() }),
  display_information: z.strictObject({
    name: z.string().min(1).max(35),
    description: z.string().max(140),
    long_description: z.string().min(174).max(4000),
    background_color: z.string().regex(/^#([0-9a-f]{3}|[0-9a-f]{6})$/i),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.boolean(),
      messages_tab_enabled: z.boolean(),
      messages_tab_read_only_enabled: z.boolean(),
    }),
    bot_user: z.strictObject({ display_name: z.string().max(80), always_online: z.boolean() }),
    shortcuts: z.array(Shortcut).max(10),
    slash_commands: z.array(SlashCommand).max(50),
  }),
  oauth_config: z.strictObject({ scopes: z.strictObject({ bot: z.array(z.string()).max(255) }) }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({
      request_url: z.url().optional(),
      bot_events: z.array(z.string()).max(100),
    }),
    interactivity: z.strictObject({ is_enabled: z.boolean(), request_url: z.url().optional() }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.boolean(),
  }),
})

/**
 * The bot scopes of every Web API method in use, for private channels and direct messages, which are all that we touch
 * (Slack's method pages of 2026-05).
 */
const scopesOf: Readonly<Record<string, readonly string[]>> = {
  'auth.test': [],
  'bookmarks.add': ['bookmarks:write'],
  'bookmarks.edit': ['bookmarks:write'],
  'bookmarks.list': ['bookmarks:read'],
  'chat.getPermalink': [],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.archive': ['groups:write'],
  'conversations.create': ['groups:write'],
  'conversations.history': ['groups:history', 'im:history'],
  'conversations.info': ['groups:read'],
  'conversations.invite': ['groups:write'],
  'conversations.kick': ['groups:write'],
  'conversations.list': ['groups:read'],
  'conversations.open': ['im:write'],
  'conversations.setPurpose': ['groups:write'],
  'conversations.setTopic': ['groups:write'],
  'pins.add': ['pins:write'],
  'users.info': ['users:read', 'users:read.email'],
  'users.lookupByEmail': ['users:read.email'],
  'views.open': [],
  'views.publish': [],
  'views.push': [],
  'views.update': [],
}

/** The bot scopes that Slack asks for before it sends an event (its event pages of 2026-05). */
const scopesOfEvent: Readonly<Record<string, readonly string[]>> = {
  app_home_opened: [],
  pin_added: ['pins:read'],
  reaction_added: ['reactions:read'],
}

function manifest(name: string): z.infer<typeof Manifest> {
  return Manifest.parse(JSON.parse(readFileSync(path.join(root, 'manifests', `${name}.json`), 'utf8')))
}

function methodsInUse(): string[] {
  const sources = globSync('src/slack/**/*.ts', { cwd: root }).map((file) =>
    readFileSync(path.join(root, file), 'utf8'),
  )
  const calls = sources.flatMap((source) => [...source.matchAll(/\bclient\.([a-z]+\.[a-zA-Z]+)\(/g)])
  return [...new Set(calls.map(([, method = '']) => method))].toSorted()
}

const manifests = ['socket-mode', 'http'] as const

test.each(manifests)('the manifest "%s" keeps Slack’s rules', (name) => {
  expect(() => manifest(name)).not.toThrow()
})

test.each(manifests)('the manifest "%s" declares exactly the commands that are listened to', (name) => {
  const declared = manifest(name).features.slash_commands.map(({ command }) => command)
  expect(declared).toEqual(Object.keys(listeners.commands))
})

test.each(manifests)('the manifest "%s" declares exactly the shortcuts that are listened to', (name) => {
  const { shortcuts } = manifest(name).features
  const declared = (type: 'global' | 'message') =>
    shortcuts.filter((each) => each.type === type).map((each) => each.callback_id)
  expect(declared('global')).toEqual(Object.keys(listeners.globalShortcuts))
  expect(declared('message')).toEqual(Object.keys(listeners.messageShortcuts))
})

test.each(manifests)('the manifest "%s" subscribes to exactly the events that are listened to', (name) => {
  expect(manifest(name).settings.event_subscriptions.bot_events).toEqual(Object.keys(listeners.events))
})

test.each(manifests)(
  'the manifest "%s" asks for the scopes of the methods in use and the events heard, and for no others',
  (name) => {
    const methods = methodsInUse()
    expect(methods.filter((method) => !(method in scopesOf))).toEqual([])
    const events = Object.keys(listeners.events)
    expect(events.filter((event) => !(event in scopesOfEvent))).toEqual([])
    const needed = new Set([
      'commands',
      ...methods.flatMap((method) => scopesOf[method] ?? []),
      ...events.flatMap((event) => scopesOfEvent[event] ?? []),
    ])
    expect(manifest(name).oauth_config.scopes.bot).toEqual([...needed].toSorted())
  },
)

test('no method is listed here that is no longer in use', () => {
  expect(Object.keys(scopesOf)).toEqual(methodsInUse())
})

test('over HTTP every gesture goes to the one endpoint; through the socket there is no address at all', () => {
  const { features, settings } = manifest('http')
  const addresses = [
    ...features.slash_commands.map(({ url }) => url),
    settings.interactivity.request_url,
    settings.event_subscriptions.request_url,
  ]
  expect(new Set(addresses)).toEqual(new Set(['https://redress.example/slack/events']))
  expect(settings.socket_mode_enabled).toBe(false)
  const socket = manifest('socket-mode')
  expect(socket.settings.socket_mode_enabled).toBe(true)
  expect(JSON.stringify(socket)).not.toContain('https://redress.example')
})
