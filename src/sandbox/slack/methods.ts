/** Calls a minute per method and workspace that Slack publishes for its tiers 1 to 4. */
export const callsPerMinute = { 1: 1, 2: 20, 3: 50, 4: 100 } as const

export type MethodFacts = {
  readonly tier: keyof typeof callsPerMinute
  /** Scopes the gate itself asks for; what a conversation's kind decides is asked for by the emulator. */
  readonly scopes?: readonly string[]
}

/**
 * Every Web API method this workspace knows, with its rate tier (docs.slack.dev, method pages of 2026-05). Anything
 * else is answered `unknown_method`.
 */
export const methods: Readonly<Record<string, MethodFacts>> = {
  'api.test': { tier: 4 },
  'auth.test': { tier: 4 },
  'bookmarks.add': { tier: 2 },
  'bookmarks.edit': { tier: 2 },
  'bookmarks.list': { tier: 2 },
  'bookmarks.remove': { tier: 2 },
  'bots.info': { tier: 3, scopes: ['users:read'] },
  'chat.delete': { tier: 3 },
  'chat.getPermalink': { tier: 4 },
  'chat.postEphemeral': { tier: 4, scopes: ['chat:write'] },
  'chat.postMessage': { tier: 4 },
  'chat.update': { tier: 3 },
  'conversations.archive': { tier: 2 },
  'conversations.close': { tier: 2 },
  'conversations.create': { tier: 2 },
  'conversations.history': { tier: 3 },
  'conversations.info': { tier: 3 },
  'conversations.invite': { tier: 3 },
  'conversations.join': { tier: 3 },
  'conversations.kick': { tier: 3 },
  'conversations.leave': { tier: 3 },
  'conversations.list': { tier: 2 },
  'conversations.members': { tier: 4 },
  'conversations.open': { tier: 3 },
  'conversations.rename': { tier: 2 },
  'conversations.replies': { tier: 3 },
  'conversations.setPurpose': { tier: 2 },
  'conversations.setTopic': { tier: 2 },
  'conversations.unarchive': { tier: 2 },
  'files.completeUploadExternal': { tier: 4 },
  'files.delete': { tier: 3 },
  'files.getUploadURLExternal': { tier: 4 },
  'files.info': { tier: 4 },
  'pins.add': { tier: 2 },
  'pins.list': { tier: 2 },
  'pins.remove': { tier: 2 },
  'reactions.add': { tier: 3 },
  'reactions.get': { tier: 3 },
  'reactions.remove': { tier: 2 },
  'team.info': { tier: 3 },
  'users.info': { tier: 4, scopes: ['users:read'] },
  'users.list': { tier: 2, scopes: ['users:read'] },
  'users.lookupByEmail': { tier: 3, scopes: ['users:read.email'] },
  'views.open': { tier: 4 },
  'views.publish': { tier: 4 },
  'views.push': { tier: 4 },
  'views.update': { tier: 4 },
}
