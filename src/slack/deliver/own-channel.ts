import type { ConversationsListResponse } from '@slack/web-api'
import type { Sending, Sent } from './house.ts'
import { slackCode } from './outcome-of.ts'

/** After so many names that others took, something else is wrong. */
const mostNames = 20

export interface WantedChannel {
  /** The name for this attempt, from 1. */
  readonly name: (attempt: number) => string
  /** Nothing else of ours can want the first name. */
  readonly nameIsUnique: boolean
  /** What people read about the channel; the marker is put behind it. */
  readonly purpose: string
  /** Tells our channel for this matter from any other: stands in the purpose. */
  readonly marker: string
}

export interface OwnChannel {
  readonly id: string
  readonly name: string
}

/**
 * A private channel of our own: made now, or on a second try found again where the first died before it could say so. A name
 * that is taken means the next name. A channel counts as ours only if our bot created it and either its purpose carries our
 * marker, or it has none yet and nothing else of ours can want its name.
 */
export async function ownChannel(
  sending: Sending,
  { attempts }: Sent,
  wanted: WantedChannel,
): Promise<OwnChannel> {
  const made = attempts > 1 ? await findOwn(sending, wanted) : undefined
  const own = made ?? (await create(sending, wanted))
  await sending.client.conversations.setPurpose({ channel: own.id, purpose: purposeOf(wanted) })
  return own
}

async function create(sending: Sending, wanted: WantedChannel): Promise<OwnChannel> {
  for (let attempt = 1; attempt <= mostNames; attempt += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one name after the other, the first free one is taken
    const made = await createNamed(sending, wanted.name(attempt))
    if (made) return made
  }
  throw new Error(`${mostNames} channel names in a row are taken, the last ${wanted.name(mostNames)}.`)
}

async function createNamed({ client }: Sending, name: string): Promise<OwnChannel | undefined> {
  try {
    const { channel } = await client.conversations.create({ name, is_private: true })
    if (channel?.id !== undefined) return { id: channel.id, name: channel.name ?? name }
  } catch (error) {
    if (slackCode(error) === 'name_taken') return undefined
    throw error
  }
  throw new Error(`Slack made the channel ${name} and did not say which one it is.`)
}

type Listed = NonNullable<ConversationsListResponse['channels']>[number]

/** Our own channel among the private channels that the bot is in. */
async function findOwn(sending: Sending, wanted: WantedChannel): Promise<OwnChannel | undefined> {
  const bot = await sending.botUser()
  let cursor: string | undefined
  do {
    // oxlint-disable-next-line no-await-in-loop -- page after page
    const page = await sending.client.conversations.list({
      types: 'private_channel',
      exclude_archived: true,
      limit: 1000,
      ...(cursor && { cursor }),
    })
    const own = page.channels?.find((channel) => channel.creator === bot && isWanted(channel, wanted))
    if (own?.id !== undefined && own.name !== undefined) return { id: own.id, name: own.name }
    cursor = page.response_metadata?.next_cursor
  } while (cursor)
  return undefined
}

function isWanted({ name, purpose }: Listed, wanted: WantedChannel): boolean {
  const says = purpose?.value ?? ''
  if (says.includes(`[${wanted.marker}]`)) return true
  return says === '' && wanted.nameIsUnique && name === wanted.name(1)
}

function purposeOf({ purpose, marker }: WantedChannel): string {
  return `${purpose.slice(0, 240 - marker.length)} [${marker}]`
}
