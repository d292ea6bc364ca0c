import { askedPage, pageOf, refuse, type ApiContext, type Handlers } from './api-context.ts'
import { flagAt, objectAt, textAt, type Json } from './json.ts'
import { userObject, type Member } from './people.ts'
import { workspace } from './workspace.ts'

/** users.* and auth.test: the emulator has no locale, time zone or guests, so the gate answers. */
export function usersApi(context: ApiContext): Handlers {
  const { directory, now } = context

  function shown(member: Member, locale: boolean): Json {
    const user = userObject(member, { teamId: workspace.teamId, locale, at: now() })
    return context.scopes.includes('users:read.email') ? user : withoutEmail(user)
  }

  return {
    'auth.test': () => ({
      ok: true,
      url: 'https://sandbox.slack.com/',
      team: context.team,
      user: workspace.botName,
      team_id: workspace.teamId,
      user_id: workspace.botUserId,
      bot_id: workspace.botId,
      is_enterprise_install: false,
    }),
    'users.info'(args) {
      const userId = textAt(args, 'user') ?? ''
      if (userId === workspace.botUserId) return { ok: true, user: botUser() }
      const member = directory.byUserId(userId)
      return member
        ? { ok: true, user: shown(member, flagAt(args, 'include_locale')) }
        : refuse('user_not_found')
    },
    'users.list'(args) {
      const everyone = [
        botUser(),
        ...directory.members().map((member) => shown(member, flagAt(args, 'include_locale'))),
      ]
      const page = pageOf(everyone, askedPage(args, { usual: 1000, most: 1000 }))
      return { ok: true, members: page.items, response_metadata: { next_cursor: page.next } }
    },
    'users.lookupByEmail'(args) {
      const email = textAt(args, 'email')?.toLowerCase()
      const member = directory
        .members()
        .find((each) => each.email.toLowerCase() === email && !each.deactivated)
      return member ? { ok: true, user: shown(member, false) } : refuse('users_not_found')
    },
  }
}

function withoutEmail(user: Json): Json {
  const { email: _hidden, ...profile } = objectAt(user, 'profile') ?? {}
  return { ...user, profile }
}

function botUser(): Json {
  return {
    id: workspace.botUserId,
    team_id: workspace.teamId,
    name: workspace.botName,
    real_name: workspace.botName,
    deleted: false,
    is_bot: true,
    is_restricted: false,
    profile: { real_name: workspace.botName, bot_id: workspace.botId, api_app_id: workspace.appId },
  }
}
