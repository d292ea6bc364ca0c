import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt'
import type { Emergency } from '../../emergency/emergency.ts'
import type { EmergencyCommandOf } from '../../emergency/command.ts'
import { isoOf } from '../../matter/iso.ts'
import { Refusal } from '../../matter/refusal.ts'
import { emergencyRulesOf } from '../../policy/emergency-rules.ts'
import { findEmergencyOfChannel } from '../../store/find-emergencies.ts'
import { scrub } from '../../vault/scrub.ts'
import { viewHouse } from '../view-house.ts'
import { nameOf } from '../view/names.ts'
import { type Asker, type Listening, askerOf } from './house.ts'
import { mentionedIn, plainMessage } from './plain-message.ts'
import { knownOf } from './scrub-values.ts'
import { anonymous } from './trouble.ts'

export type ReactionArgs = SlackEventMiddlewareArgs<'reaction_added'> & AllMiddlewareArgs
export type PinArgs = SlackEventMiddlewareArgs<'pin_added'> & AllMiddlewareArgs

/** A message that somebody marked. */
interface Marked {
  readonly how: EmergencyCommandOf<'keepMessage'>['how']
  readonly slackUser: string
  readonly channel: string
  readonly ts: string
}

/** An emoji under a message: the one that the pack names puts it into the timeline of the emergency whose channel it is. */
export async function reactionAdded(house: Listening, { event }: ReactionArgs): Promise<void> {
  const { reaction, item, user } = event
  if (item.type !== 'message') return
  await keeping(house, 'reaction_added', async () => {
    const { rulebook } = await viewHouse(house)
    if (reaction !== emergencyRulesOf(rulebook.pack).keepReaction) return undefined
    return { how: 'reaction', slackUser: user, channel: item.channel, ts: item.ts }
  })
}

/** A message pinned in an emergency's channel goes into its timeline. */
export async function pinAdded(house: Listening, { event }: PinArgs): Promise<void> {
  const { user, channel_id: channel, item } = event
  const ts = item.message?.ts
  if (ts === undefined) return
  await keeping(house, 'pin_added', async () => ({ how: 'pin', slackUser: user, channel, ts }))
}

/** Nobody waits for an answer: a refusal is nothing to tell, and what broke is logged. */
async function keeping(
  house: Listening,
  gesture: string,
  find: () => Promise<Marked | undefined>,
): Promise<void> {
  try {
    const marked = await find()
    if (marked) await keep(house, marked)
  } catch (error) {
    if (error instanceof Refusal) return
    house.log.error({ gesture, ...anonymous(error) }, 'a marked message could not be kept')
  }
}

async function keep(house: Listening, { how, slackUser, channel, ts }: Marked): Promise<void> {
  const emergency = await findEmergencyOfChannel(house.db, channel)
  const asker = emergency && (await askerOf(house, slackUser))
  if (!emergency || !asker) return
  const message = await readMessage(house, channel, ts)
  if (!message) return
  const text = await ownCopy(house, emergency, asker, message.text)
  if (text === '') return
  const author = message.user === undefined ? undefined : await house.directory.byUser(message.user)
  const command = {
    step: 'keepMessage' as const,
    how,
    channel,
    ts,
    writtenAt: isoOf(Temporal.Instant.fromEpochMilliseconds(Math.round(Number(ts) * 1000))),
    text,
    ...(author && { author: author.person }),
  }
  await house.handle('emergency', emergency.id, command, { kind: 'person', id: asker.person })
}

/** The message as it stands there now; undefined where it is gone, or is one of ours: those are in the timeline already. */
async function readMessage(
  house: Listening,
  channel: string,
  ts: string,
): Promise<{ readonly user?: string; readonly text: string } | undefined> {
  const { messages = [] } = await house.client.conversations.history({
    channel,
    latest: ts,
    oldest: ts,
    inclusive: true,
    limit: 1,
  })
  const found = messages.find((message) => message.ts === ts)
  if (!found || found.bot_id !== undefined) return undefined
  return { text: found.text ?? '', ...(found.user !== undefined && { user: found.user }) }
}

/** As people read it, with what identifies a customer masked. */
async function ownCopy(
  house: Listening,
  emergency: Emergency,
  { reader }: Asker,
  text: string,
): Promise<string> {
  const view = await viewHouse(house, emergency.policyVersion)
  const mentioned = await Promise.all(
    mentionedIn(text).map(async (user) => [user, await house.directory.byUser(user)] as const),
  )
  const people = new Map(mentioned)
  const plain = plainMessage(text, (user) => {
    const known = people.get(user)
    return known && nameOf(known.person, reader.language, view)
  })
  const known = await knownOf(
    house,
    emergency.complaints.map(({ id }) => id),
  )
  return scrub(plain, known).text.trim().slice(0, mostCharacters)
}

/** Slack lets people write longer messages than any line of a timeline needs. */
const mostCharacters = 3000
