import type { Kysely } from 'kysely'
import type { InForce } from './in-force.ts'
import type { Database } from './store/database.ts'
import { type SlackPerson, findSlackPeople, saveSlackPerson } from './store/people.ts'

/** What Slack says of a user: `users.info` and `users.lookupByEmail` give it. */
export interface SlackProfile {
  readonly slackUser: string
  readonly email: string
  readonly language: 'zh-CN' | 'en'
  readonly timeZone: string
}

/** How to ask Slack; undefined where Slack knows nobody. */
export interface SlackLookup {
  byUser(slackUser: string): Promise<SlackProfile | undefined>
  byEmail(email: string): Promise<SlackProfile | undefined>
}

/** Who is who: the organisation's people by their e-mail, joined with Slack's users. */
export interface Directory {
  /** The person behind a Slack user; undefined for somebody whom the organisation does not know. */
  byUser(slackUser: string): Promise<SlackPerson | undefined>
  /** Where and in which language to write to a person; undefined where Slack has nobody with their e-mail. */
  byPerson(person: string): Promise<SlackPerson | undefined>
  /** The Slack user of a person as far as known by now, without asking: for drawing. */
  known(person: string): string | undefined
  /** Reads what is stored; once at start. */
  load(): Promise<void>
  /** Asks Slack anew about everybody known: after a change that cannot wait a day. Throws what Slack's client throws. */
  relearn(): Promise<void>
}

/** Languages and zones are asked again after a day. */
const staleAfter = { hours: 24 }
/** So many people at once, when everybody is asked about. */
const askedAtOnce = 8

export function createDirectory(house: {
  db: Kysely<Database>
  inForce: InForce
  lookup: SlackLookup
  now: () => Temporal.Instant
}): Directory {
  const byPerson = new Map<string, SlackPerson>()
  const byUser = new Map<string, SlackPerson>()

  function keep(found: SlackPerson): SlackPerson {
    const before = byUser.get(found.slackUser)
    if (before && before.person !== found.person) byPerson.delete(before.person)
    byPerson.set(found.person, found)
    byUser.set(found.slackUser, found)
    return found
  }

  async function learn(profile: SlackProfile | undefined): Promise<SlackPerson | undefined> {
    if (!profile) return undefined
    const { people } = await house.inForce.organisation()
    const email = profile.email.toLowerCase()
    const person = [...people.values()].find((each) => each.email.toLowerCase() === email)
    if (!person) return undefined
    const found = { ...profile, person: person.id, checkedAt: house.now() }
    await saveSlackPerson(house.db, found)
    return keep(found)
  }

  /** A person known of old is answered for at once, whatever Slack does; what is learned counts from the next time on. */
  function refresh(found: SlackPerson, asked: Promise<SlackProfile | undefined>): SlackPerson {
    void asked.then(learn).catch(() => undefined)
    return found
  }

  function isFresh(found: SlackPerson): boolean {
    return Temporal.Instant.compare(found.checkedAt.add(staleAfter), house.now()) > 0
  }

  return {
    async byUser(slackUser) {
      const found = byUser.get(slackUser)
      if (!found) return learn(await house.lookup.byUser(slackUser))
      return isFresh(found) ? found : refresh(found, house.lookup.byUser(slackUser))
    },
    async byPerson(person) {
      const found = byPerson.get(person)
      if (found && isFresh(found)) return found
      const email = (await house.inForce.organisation()).people.get(person)?.email
      if (email === undefined) return found
      const asked = house.lookup.byEmail(email)
      return found ? refresh(found, asked) : learn(await asked)
    },
    known: (person) => byPerson.get(person)?.slackUser,
    async load() {
      for (const found of await findSlackPeople(house.db)) keep(found)
    },
    async relearn() {
      const waiting = [...byUser.keys()].values()
      const askInTurn = async () => {
        // oxlint-disable-next-line no-await-in-loop -- one after the other, several such rows at once
        for (const slackUser of waiting) await learn(await house.lookup.byUser(slackUser))
      }
      await Promise.all(Array.from({ length: askedAtOnce }, askInTurn))
    },
  }
}
