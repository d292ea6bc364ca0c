import type { Json } from './json.ts'

/** A member of the sandbox workspace. `id` is our own id of the person, not Slack's. */
export type SandboxPerson = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly locale: 'zh-CN' | 'en-US'
  /** An IANA time zone, as in Asia/Shanghai. */
  readonly timeZone: string
  readonly guest?: boolean
  readonly deactivated?: boolean
}

export type Member = SandboxPerson & { readonly userId: string }

export type Directory = {
  readonly members: () => readonly Member[]
  readonly byUserId: (userId: string) => Member | undefined
  readonly byPersonId: (personId: string) => Member
  readonly change: (personId: string, change: Partial<Omit<SandboxPerson, 'id'>>) => void
  readonly reset: () => void
}

/** Who is in the workspace, by our id and by Slack's? Slack ids are made from ours, so that they can be read. */
export function createDirectory(people: readonly SandboxPerson[]): Directory {
  const original = withUserIds(people)
  let members = new Map(original.map((member) => [member.id, member]))

  function byPersonId(personId: string): Member {
    const member = members.get(personId)
    if (member) return member
    throw new Error(
      `The sandbox workspace has no person "${personId}". Known: ${[...members.keys()].join(', ')}. ` +
        'Name one of these, or add the person when creating the sandbox.',
    )
  }

  return {
    members: () => [...members.values()],
    byUserId: (userId) => [...members.values()].find((member) => member.userId === userId),
    byPersonId,
    change(personId, change) {
      members.set(personId, { ...byPersonId(personId), ...change })
    },
    reset() {
      members = new Map(original.map((member) => [member.id, member]))
    },
  }
}

function withUserIds(people: readonly SandboxPerson[]): readonly Member[] {
  const taken = new Set<string>()
  return people.map((person, index) => {
    const stem = `U0${person.id.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')}`
    const wanted = stem.length < 4 ? `U0PERSON${index}` : stem
    const userId = taken.has(wanted) ? `${wanted}0${index}` : wanted
    taken.add(userId)
    return { ...person, userId }
  })
}

/** A user as users.info answers: the locale is there only when it was asked for. */
export function userObject(
  member: Member,
  asked: { teamId: string; locale: boolean; at: Temporal.Instant },
): Json {
  const offset = asked.at.toZonedDateTimeISO(member.timeZone).offsetNanoseconds / 1e9
  return {
    id: member.userId,
    team_id: asked.teamId,
    name: member.id,
    deleted: member.deactivated === true,
    real_name: member.name,
    tz: member.timeZone,
    tz_label: member.timeZone,
    tz_offset: offset,
    is_admin: false,
    is_owner: false,
    is_bot: false,
    is_app_user: false,
    is_restricted: member.guest === true,
    is_ultra_restricted: false,
    profile: {
      real_name: member.name,
      display_name: member.name,
      email: member.email,
      team: asked.teamId,
    },
    ...(asked.locale ? { locale: member.locale } : {}),
  }
}
