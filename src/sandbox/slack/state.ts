import { emulatorToken, startEmulator, type Caller } from './emulator.ts'
import { isJson, objectAt, parseJson, textAt, type Json } from './json.ts'
import type { Member } from './people.ts'
import type { Stamps } from './stamps.ts'
import { workspace } from './workspace.ts'

/** The memory of the workspace: `emulate`, spoken to in our own timestamps, with what it leaves out of messages. */
export type State = {
  /** One Web API call; as the bot with its scopes, unless another caller is named. */
  readonly call: (method: string, args: Json, caller?: Caller) => Promise<Json>
  readonly forward: (path: string, request: { body: Buffer; contentType: string }) => Promise<Response>
  /** Grows with every change in this conversation and stays when others change. */
  readonly versionOf: (channelId: string) => number
  /** Grows with every change in any conversation. */
  readonly version: () => number
  readonly reset: () => void
  readonly close: () => Promise<void>
}

const stampKeys = ['ts', 'thread_ts', 'message_ts', 'timestamp', 'latest_reply']
const opaqueKeys = ['blocks', 'attachments', 'metadata']
const readMethod = /\.(list|info|history|replies|members|test|get|getPermalink)$/
const postsSystemMessage = /^conversations\.(setTopic|setPurpose|archive|unarchive|rename)$/

export async function createState(seed: {
  readonly members: readonly Member[]
  readonly scopes: readonly string[]
  readonly team: string
  /** Where the bot reaches the gate: links made by the emulator are turned to it. */
  readonly origin: string
  readonly stamps: Stamps
}): Promise<State> {
  const emulator = await startEmulator(seed)
  const localName = emulator.url.replace('127.0.0.1', 'localhost')
  const versions = new Map<string, number>()
  let version = 0
  let versionAtReset = 0
  let calls = 0

  async function send(method: string, args: Json, caller: Caller): Promise<Json> {
    calls += 1
    const answer = await fetch(`${emulator.url}/api/${method}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${emulatorToken(caller, calls)}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(withEmulatedStamps(args, seed.stamps)),
    })
    const body = parseJson((await answer.text()).replaceAll(localName, seed.origin))
    if (answer.status === 200 && isJson(body)) return asOurs(body, seed.stamps)
    throw new Error(
      `The emulator answered ${method} with HTTP ${answer.status}. The sandbox workspace cannot go on.`,
    )
  }

  function noteChange(args: Json, answer: Json): void {
    version += 1
    const created = objectAt(answer, 'channel')
    const named = [args['channel'], args['channel_id'], answer['channel'], created?.['id']]
    for (const id of named) if (typeof id === 'string') versions.set(id, version)
  }

  async function call(method: string, args: Json, caller: Caller = 'bot'): Promise<Json> {
    const answer = await send(method, args, caller)
    if (answer['ok'] !== true || readMethod.test(method)) return answer
    noteChange(args, answer)
    // The emulator stamps its own notice of such a change; seeing it now gives it a time of now.
    if (postsSystemMessage.test(method)) {
      await send('conversations.history', { channel: args['channel'], limit: 1 }, 'reader')
    }
    return answer
  }

  return {
    call,
    forward: (path, request) =>
      fetch(`${emulator.url}${path}`, {
        method: 'POST',
        headers: { 'content-type': request.contentType },
        body: new Uint8Array(request.body),
      }),
    versionOf: (channelId) => versions.get(channelId) ?? versionAtReset,
    version: () => version,
    reset() {
      version += 1
      versionAtReset = version
      versions.clear()
      seed.stamps.reset()
      emulator.reset()
    },
    close: () => emulator.close(),
  }
}

function withEmulatedStamps(args: Json, stamps: Stamps): Json {
  const translated = stampKeys.flatMap((key) => {
    const value = textAt(args, key)
    return value === undefined ? [] : [[key, stamps.emulated(value)] as const]
  })
  return { ...args, ...Object.fromEntries(translated) }
}

function asOurs(answer: Json, stamps: Stamps): Json {
  // Unknown timestamps get ours in the order they are met, and history comes newest first.
  for (const stamp of stampsIn(answer).toSorted()) stamps.ours(stamp)
  return translate(answer, stamps)
}

function stampsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(stampsIn)
  if (!isJson(value)) return []
  return Object.entries(value).flatMap(([key, item]) => {
    if (opaqueKeys.includes(key)) return []
    return stampKeys.includes(key) && typeof item === 'string' ? [item] : stampsIn(item)
  })
}

function translate(json: Json, stamps: Stamps): Json {
  const entries = Object.entries(json).map(([key, item]) => [key, translateItem(key, item, stamps)] as const)
  const translated: Json = Object.fromEntries(entries)
  const isBotMessage = translated['type'] === 'message' && translated['user'] === workspace.botUserId
  return isBotMessage ? { ...botFields, ...translated } : translated
}

function translateItem(key: string, item: unknown, stamps: Stamps): unknown {
  if (opaqueKeys.includes(key)) return item
  if (typeof item === 'string') return stampKeys.includes(key) ? stamps.ours(item) : item
  if (Array.isArray(item)) return item.map((each: unknown) => translateItem('', each, stamps))
  return isJson(item) ? translate(item, stamps) : item
}

const botFields = {
  bot_id: workspace.botId,
  app_id: workspace.appId,
  team: workspace.teamId,
  bot_profile: {
    id: workspace.botId,
    app_id: workspace.appId,
    name: workspace.botName,
    team_id: workspace.teamId,
  },
}
