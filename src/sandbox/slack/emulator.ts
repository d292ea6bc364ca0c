import { createEmulator } from 'emulate'
import type { Member } from './people.ts'
import { workspace } from './workspace.ts'

export type RunningEmulator = {
  readonly url: string
  readonly reset: () => void
  readonly close: () => Promise<void>
}

/** `reader` is the bot with every scope: how the workspace looks at itself. A user id is that person. */
export type Caller = 'bot' | 'reader' | { readonly userId: string }

/** The emulator answers 403 after 5,000 calls an hour of one token, so the bot's calls take turns over this many. */
const tokensPerCaller = 200

const everyScope = [
  'chat:write', 'channels:read', 'channels:history', 'channels:join', 'channels:manage', 'channels:write',
  'groups:read', 'groups:history', 'groups:write', 'im:read', 'im:history', 'im:write', 'mpim:read', 'mpim:history',
  'mpim:write', 'files:read', 'files:write', 'pins:read', 'pins:write', 'bookmarks:read', 'bookmarks:write',
  'reactions:read', 'reactions:write', 'users:read', 'team:read',
] // prettier-ignore

/** Starts `emulate`'s Slack on a free port of this machine, with these people and a bot that has these scopes. */
export async function startEmulator(seed: {
  readonly members: readonly Member[]
  readonly scopes: readonly string[]
  readonly team: string
}): Promise<RunningEmulator> {
  const emulator = await createEmulator({
    service: 'slack',
    port: 0,
    hostname: '127.0.0.1',
    seed: {
      slack: {
        team: { name: seed.team, domain: 'sandbox' },
        strict_scopes: true,
        oauth_apps: [botApp(seed.scopes), ...seed.members.map(personAsApp)],
        tokens: [
          ...botTokens('bot', seed.scopes),
          ...botTokens('reader', everyScope),
          ...seed.members.map(personToken),
        ],
      },
    },
  })
  const url = new URL(emulator.url)
  if (url.hostname !== 'localhost') {
    await emulator.close()
    throw new Error(
      `The emulator calls itself ${emulator.url}, not localhost, so its port is unknown. ` +
        'Unset EMULATE_BASE_URL and PORTLESS_URL, then start again.',
    )
  }
  return { url: `http://127.0.0.1:${url.port}`, reset: () => emulator.reset(), close: () => emulator.close() }
}

/** The token by which the emulator knows a caller. */
export function emulatorToken(caller: Caller, call: number): string {
  if (typeof caller === 'object') return `xoxp-${caller.userId}`
  return `xoxb-${caller}-${call % tokensPerCaller}`
}

function botApp(scopes: readonly string[]): object {
  return {
    client_id: '1.1',
    client_secret: 'sandbox',
    redirect_uris: ['http://127.0.0.1/'],
    app_id: workspace.appId,
    name: workspace.botName,
    bot_id: workspace.botId,
    bot_user_id: workspace.botUserId,
    bot_name: workspace.botName,
    scopes,
  }
}

/** Only apps can be seeded with a fixed user id, so each person enters as one; the gate answers users.* itself. */
function personAsApp(member: Member, index: number): object {
  return {
    client_id: `2.${index}`,
    client_secret: 'sandbox',
    redirect_uris: ['http://127.0.0.1/'],
    app_id: `A${member.userId}`,
    name: member.name,
    bot_id: `B${member.userId}`,
    bot_user_id: member.userId,
    bot_name: member.userId.toLowerCase(),
    scopes: [],
  }
}

function botTokens(caller: 'bot' | 'reader', scopes: readonly string[]): readonly object[] {
  return Array.from({ length: tokensPerCaller }, (_, index) => ({
    token: emulatorToken(caller, index),
    user_id: workspace.botUserId,
    type: 'bot',
    app_id: workspace.appId,
    bot_id: workspace.botId,
    bot_user_id: workspace.botUserId,
    scopes,
  }))
}

function personToken(member: Member): object {
  return {
    token: emulatorToken({ userId: member.userId }, 0),
    user_id: member.userId,
    type: 'user',
    scopes: everyScope,
  }
}
