import { askedPage, invalidArguments, pageOf, refuse, type ApiContext, type Handlers } from './api-context.ts'
import { flagAt, objectAt, objectsAt, textAt, textsAt, wordsOf, type Json } from './json.ts'
import { lengthOf } from './text-limits.ts'
import type { Directory } from './people.ts'
import { workspace } from './workspace.ts'

/** conversations.*: kept by the emulator; names, invitations and paging are held to Slack's rules here. */
export function conversationsApi(context: ApiContext): Handlers {
  const { state, directory } = context
  const forward = (method: string, args: Json) => forwardToEmulator(state, method, args)

  async function invite(args: Json): Promise<Json> {
    const asked = userIds(args)
    const members = await membersOf(context, textAt(args, 'channel') ?? '')
    if (!members) return forward('conversations.invite', args)
    const errors = asked.flatMap((user) => {
      const error = invitationError(directory, members, user)
      return error ? [{ user, ok: false, error }] : []
    })
    const fine = asked.filter((user) => errors.every((each) => each.user !== user))
    const [first] = errors
    if (first && (!flagAt(args, 'force') || fine.length === 0)) return refuse(first.error, { errors })
    const answer = await forward('conversations.invite', { ...args, users: fine.join(',') })
    return errors.length > 0 ? { ...answer, errors } : answer
  }

  async function messages(method: string, args: Json): Promise<Json> {
    const answer = await forward(method, { ...args, limit: 1000, cursor: '' })
    if (answer['ok'] !== true) return answer
    const found = objectsAt(answer, 'messages').filter((message) => isWithin(message, args))
    const page = pageOf(found, askedPage(args, { usual: 100, most: 999 }))
    return {
      ok: true,
      messages: page.items.map((message) =>
        flagAt(args, 'include_all_metadata') ? message : withoutMetadata(message),
      ),
      has_more: page.next !== '',
      response_metadata: { next_cursor: page.next },
    }
  }

  async function listMembers(args: Json): Promise<Json> {
    const answer = await forward('conversations.members', args)
    if (answer['ok'] !== true) return answer
    const page = pageOf(textsAt(answer, 'members'), askedPage(args, { usual: 100, most: 1000 }))
    return { ok: true, members: page.items, response_metadata: { next_cursor: page.next } }
  }

  async function open(args: Json): Promise<Json> {
    const asked = userIds(args)
    if (asked.some((user) => !directory.byUserId(user))) return refuse('user_not_found')
    if (asked.some((user) => directory.byUserId(user)?.deactivated)) return refuse('user_disabled')
    return forward('conversations.open', args)
  }

  return {
    'conversations.create': (args) => named(args) ?? forward('conversations.create', args),
    'conversations.rename': (args) => named(args) ?? forward('conversations.rename', args),
    'conversations.invite': invite,
    'conversations.members': listMembers,
    'conversations.open': open,
    'conversations.history': (args) => messages('conversations.history', args),
    'conversations.replies': (args) => messages('conversations.replies', args),
    'conversations.setPurpose': (args) =>
      lengthOf(textAt(args, 'purpose') ?? '') > 250
        ? refuse('too_long')
        : forward('conversations.setPurpose', args),
  }
}

/** A call passed on; a private channel that the bot is not in does not exist for it. */
export async function forwardToEmulator(
  state: ApiContext['state'],
  method: string,
  args: Json,
): Promise<Json> {
  const answer = await state.call(method, args)
  if (answer['error'] !== 'not_in_channel') return answer
  const channel = textAt(args, 'channel') ?? textAt(args, 'channel_id') ?? ''
  const seen = await state.call('conversations.info', { channel }, 'reader')
  return seen['ok'] === true ? answer : refuse('channel_not_found')
}

function named(args: Json): Json | undefined {
  const name = textAt(args, 'name')
  if (name === undefined) return invalidArguments(['[ERROR] missing required field: name'])
  const error = channelNameError(name)
  return error ? refuse(error) : undefined
}

/** Why would Slack refuse this channel name? Lower-case letters, digits, - and _, at most 80 of them. */
export function channelNameError(name: string): string | undefined {
  if (name === '') return 'invalid_name_required'
  if (lengthOf(name) > 80) return 'invalid_name_maxlength'
  if (!/^[a-z0-9_-]+$/.test(name)) return 'invalid_name_specials'
  return /[a-z0-9]/.test(name) ? undefined : 'invalid_name_punctuation'
}

function userIds(args: Json): readonly string[] {
  const users = args['users']
  const list: readonly unknown[] = Array.isArray(users) ? users : wordsOf(users).split(',')
  return [...new Set(list.map((user) => wordsOf(user).trim()).filter(Boolean))]
}

async function membersOf(context: ApiContext, channel: string): Promise<readonly string[] | undefined> {
  const answer = await context.state.call('conversations.members', { channel }, 'reader')
  return answer['ok'] === true ? textsAt(answer, 'members') : undefined
}

function invitationError(
  directory: Directory,
  members: readonly string[],
  userId: string,
): string | undefined {
  if (userId === workspace.botUserId) return 'cant_invite_self'
  const member = directory.byUserId(userId)
  if (!member) return 'user_not_found'
  if (member.deactivated) return 'cant_invite'
  if (members.includes(userId)) return 'already_in_channel'
  return member.guest ? 'user_is_restricted' : undefined
}

function isWithin(message: Json, args: Json): boolean {
  const ts = textAt(message, 'ts') ?? ''
  const inclusive = flagAt(args, 'inclusive')
  const oldest = Number(args['oldest'] ?? 0)
  const latest = args['latest'] === undefined ? Number.POSITIVE_INFINITY : Number(args['latest'])
  const at = Number(ts)
  return inclusive ? at >= oldest && at <= latest : at > oldest && at < latest
}

/** Metadata is shown in full only when asked for; else only its kind. */
function withoutMetadata(message: Json): Json {
  const metadata = objectAt(message, 'metadata')
  return metadata ? { ...message, metadata: { event_type: metadata['event_type'] } } : message
}
