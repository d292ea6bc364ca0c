import type { ApiContext } from './api-context.ts'
import type { Desk } from './desk.ts'
import { createEphemerals } from './ephemerals.ts'
import { createFaults, type Faults } from './faults.ts'
import { openGate, type Gate } from './gate.ts'
import { gesturesOf, type Gestures } from './gestures.ts'
import { objectAt, textAt } from './json.ts'
import { createDirectory, type Directory, type SandboxPerson } from './people.ts'
import { createRateLimits, type RateLimits } from './rate-limits.ts'
import type { Reader } from './render.ts'
import { createResponseUrls } from './response-urls.ts'
import { createConversationReader, personOf, type SeenConversation } from './seen.ts'
import { postSigned, eventRequest, type Ack } from './signed-post.ts'
import { createStamps } from './stamps.ts'
import { createState } from './state.ts'
import { createTraffic, type TrafficEntry } from './traffic.ts'
import { createTriggers } from './triggers.ts'
import { createViews } from './views.ts'
import { createWebApi } from './web-api.ts'
import { defaultScopes, workspace } from './workspace.ts'

export type SandboxSlackOptions = {
  readonly people: readonly SandboxPerson[]
  /** 0, the usual, takes a free port. */
  readonly port?: number
  /** The door that the workspace opens and leaves open when it closes; one of its own on `port` by default. */
  readonly gate?: Gate
  /** Hears of every request and gesture that is noted. */
  readonly onNote?: () => void
  /** The workspace's clock: timestamps, triggers, response URLs and rate limits follow it. The machine's by default. */
  readonly now?: () => Temporal.Instant
  readonly scopes?: readonly string[]
  /** The workspace's name. */
  readonly workspace?: string
  /** Keep Slack's published rate limits and answer 429 beyond them. */
  readonly rateLimits?: boolean
  /** How long a gesture waits for the bot's answer; Slack's three seconds by default. A slow bot gets it after that. */
  readonly ackTimeoutMs?: number
}

/** A Slack workspace on this machine, with people who act in it. */
export type SandboxSlack = {
  /** The Web API's base for SLACK_API_URL, ending in /api/. */
  readonly url: string
  readonly botToken: string
  readonly signingSecret: string
  readonly botUserId: string
  readonly teamId: string
  readonly appId: string
  readonly userIdOf: (personId: string) => string
  /** Our id for a Slack user id; `bot` for the bot. */
  readonly personIdOf: (userId: string) => string
  /** Says where gestures are sent, as http://127.0.0.1:3000/slack/events. */
  readonly connect: (botUrl: string) => void
  readonly as: (personId: string) => Gestures
  /** Slack's own question when a request URL is entered. */
  readonly verifyUrl: () => Promise<Ack>
  readonly seen: {
    /** Every conversation, whoever may see it. */
    readonly conversations: () => Promise<readonly SeenConversation[]>
    /** Every API request and gesture so far. */
    readonly traffic: () => readonly TrafficEntry[]
  }
  /** How a person reads: language, zone, the names they see. For the renderer. */
  readonly readerFor: (personId: string) => Reader
  readonly faults: Omit<Faults, 'take'>
  /** Resolves when no gesture is on its way any more to a bot that was too slow for it. */
  readonly lateGestures: () => Promise<void>
  /** Somebody leaves, becomes a guest, changes the language. */
  readonly changePerson: Directory['change']
  /** A channel that people made without the bot. Answers with its id. */
  readonly makeChannel: (channel: {
    readonly name: string
    readonly creator: string
    readonly isPrivate: boolean
    readonly members?: readonly string[]
  }) => Promise<string>
  /** Back to the empty workspace with its people; the bot stays connected. */
  readonly reset: () => void
  readonly close: () => Promise<void>
}

/** Opens a sandbox workspace: `emulate` for its memory behind a gate as strict as Slack. Nothing leaves the machine. */
export async function createSandboxSlack(options: SandboxSlackOptions): Promise<SandboxSlack> {
  const gate = options.gate ?? (await openGate(options.port ?? 0))
  const closeGate = options.gate ? async () => gate.rest() : gate.close
  const parts = await createParts(options, gate)
  const botUrl = createBotUrl()
  const desk: Desk = {
    ...parts,
    botUrl: botUrl.get,
    ackTimeoutMs: options.ackTimeoutMs ?? 3000,
    choices: new Map(),
    late: new Set(),
    lastRequests: new Map(),
  }
  const rateLimits = options.rateLimits ? createRateLimits(parts.now) : undefined
  serve(gate, desk, { answerMethod: createWebApi(parts), rateLimits })
  return assemble(desk, { closeGate, rateLimits, connect: botUrl.set, now: parts.now })
}

async function createParts(
  options: SandboxSlackOptions,
  gate: Gate,
): Promise<ApiContext & Omit<Desk, 'botUrl' | 'ackTimeoutMs' | 'choices' | 'late' | 'lastRequests'>> {
  const now = options.now ?? (() => Temporal.Now.instant())
  const scopes = options.scopes ?? defaultScopes
  const team = options.workspace ?? 'Redress sandbox'
  const directory = createDirectory(options.people)
  const stamps = createStamps(now)
  const { origin } = gate
  const state = await createState({ members: directory.members(), scopes, team, origin, stamps })
  const ephemerals = createEphemerals()
  return {
    now,
    scopes,
    team,
    directory,
    stamps,
    origin,
    state,
    ephemerals,
    views: createViews(),
    triggers: createTriggers(now),
    responseUrls: createResponseUrls({ now, state, stamps, ephemerals }),
    reader: createConversationReader(state, directory),
    traffic: createTraffic(now, options.onNote),
    faults: createFaults(),
  }
}

function createBotUrl(): { readonly get: () => string; readonly set: (url: string) => void } {
  let url: string | undefined
  return {
    set(given) {
      url = given
    },
    get() {
      if (url !== undefined) return url
      throw new Error('Nobody listens to this workspace yet. Call connect with the URL of the bot first.')
    },
  }
}

function serve(
  gate: Gate,
  desk: Desk,
  parts: {
    readonly answerMethod: ReturnType<typeof createWebApi>
    readonly rateLimits: RateLimits | undefined
  },
): void {
  gate.serve({
    botToken: workspace.botToken,
    answerMethod: parts.answerMethod,
    answerResponseUrl: desk.responseUrls.answer,
    upload: desk.state.forward,
    faults: desk.faults,
    rateLimits: parts.rateLimits,
    traffic: desk.traffic,
  })
}

function assemble(
  desk: Desk,
  parts: {
    readonly closeGate: () => Promise<void>
    readonly rateLimits: RateLimits | undefined
    readonly connect: (url: string) => void
    readonly now: () => Temporal.Instant
  },
): SandboxSlack {
  const { directory } = desk
  const { take: _taken, ...faults } = desk.faults
  return {
    url: `${desk.origin}/api/`,
    ...idsAndKeys,
    userIdOf: (personId) => directory.byPersonId(personId).userId,
    personIdOf: (userId) => personOf(directory, userId),
    connect: parts.connect,
    as: (personId) => gesturesOf(desk, directory.byPersonId(personId)),
    verifyUrl: () => verifyUrl(desk),
    seen: { conversations: desk.reader.all, traffic: desk.traffic.entries },
    readerFor: (personId) => readerFor(desk, personId, parts.now),
    faults,
    changePerson: directory.change,
    makeChannel: (channel) => makeChannel(desk, channel),
    reset() {
      for (const part of [desk.state, desk.reader, desk.views, desk.triggers, desk.ephemerals]) part.reset()
      for (const part of [desk.responseUrls, desk.traffic, directory, parts.rateLimits]) part?.reset()
      for (const memory of [desk.choices, desk.lastRequests]) memory.clear()
      desk.faults.clear()
    },
    lateGestures: async () => void (await Promise.all(desk.late)),
    async close() {
      await Promise.all(desk.late)
      await parts.closeGate()
      await desk.state.close()
    },
  }
}

const idsAndKeys = {
  botToken: workspace.botToken,
  signingSecret: workspace.signingSecret,
  botUserId: workspace.botUserId,
  teamId: workspace.teamId,
  appId: workspace.appId,
}

function verifyUrl(desk: Desk): Promise<Ack> {
  const body = {
    token: workspace.verificationToken,
    challenge: 'sandbox-challenge',
    type: 'url_verification',
  }
  const signing = { secret: workspace.signingSecret, ageSeconds: 0 }
  return postSigned(desk.botUrl(), eventRequest(body), { signing, timeoutMs: desk.ackTimeoutMs })
}

function readerFor(desk: Desk, personId: string, now: () => Temporal.Instant): Reader {
  const { locale, timeZone } = desk.directory.byPersonId(personId)
  return {
    locale,
    timeZone,
    now: now(),
    nameOf: (userId) =>
      desk.directory.byUserId(userId)?.name ?? (userId === workspace.botUserId ? 'Redress' : userId),
  }
}

async function makeChannel(desk: Desk, channel: Parameters<SandboxSlack['makeChannel']>[0]): Promise<string> {
  const creator = { userId: desk.directory.byPersonId(channel.creator).userId }
  const created = await desk.state.call(
    'conversations.create',
    { name: channel.name, is_private: channel.isPrivate },
    creator,
  )
  if (created['ok'] !== true)
    throw new Error(`Slack refused the channel ${channel.name}: ${String(created['error'])}.`)
  const id = textAt(objectAt(created, 'channel') ?? {}, 'id') ?? ''
  const users = (channel.members ?? []).map((member) =>
    member === 'bot' ? workspace.botUserId : desk.directory.byPersonId(member).userId,
  )
  if (users.length > 0)
    await desk.state.call('conversations.invite', { channel: id, users: users.join(',') }, creator)
  return id
}
