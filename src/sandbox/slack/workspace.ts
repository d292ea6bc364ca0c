/** The fixed names and keys of the sandbox workspace; its team id is the emulator's own. They open nothing elsewhere. */
export const workspace = {
  teamId: 'T000000001',
  appId: 'A0SANDBOX',
  botId: 'B0SANDBOX',
  botUserId: 'U0REDRESS',
  botName: 'redress',
  botToken: 'xoxb-sandbox-0000-redress',
  signingSecret: 'sandbox-signing-secret-not-a-secret',
  verificationToken: 'sandbox-verification-token',
  /** The channel everybody is in: the emulator's own, with its fixed id. */
  generalId: 'C000000001',
} as const

/** The scopes a bot has when the caller names none: those that a coordination bot asks for. */
export const defaultScopes: readonly string[] = [
  'app_mentions:read',
  'bookmarks:read',
  'bookmarks:write',
  'channels:history',
  'channels:join',
  'channels:manage',
  'channels:read',
  'chat:write',
  'commands',
  'files:read',
  'files:write',
  'groups:history',
  'groups:read',
  'groups:write',
  'im:history',
  'im:read',
  'im:write',
  'pins:read',
  'pins:write',
  'reactions:read',
  'reactions:write',
  'team:read',
  'users:read',
  'users:read.email',
]
