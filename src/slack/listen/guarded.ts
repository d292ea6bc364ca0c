import { Refusal } from '../../matter/refusal.ts'
import { postsWithRole } from '../../organisation/posts-of.ts'
import { type Language, textFor } from '../../text/text.ts'
import { slackCode } from '../deliver/outcome-of.ts'
import { type Message, message, section } from '../view/blocks.ts'
import { refusalMessage } from '../view/refusal.ts'
import { troubleMessage } from '../view/trouble.ts'
import type { Gesture } from './gesture.ts'
import { type Asker, type Listening, askerOf } from './house.ts'
import { viewHouse } from '../view-house.ts'
import { anonymous, noteTrouble } from './trouble.ts'

/**
 * Runs what a gesture asks for and answers whatever comes of it: a stranger is told whom to ask, a refusal is explained,
 * and what broke is told with a reference. The gesture is acknowledged in the end, so that what was promised is kept by then.
 */
export async function guarded(
  house: Listening,
  gesture: Gesture,
  run: (asker: Asker) => Promise<void>,
): Promise<void> {
  try {
    const asker = await askerOf(house, gesture.slackUser)
    if (asker) await run(asker)
    else await gesture.say(await strangerMessage(house, gesture.slackUser))
  } catch (error) {
    await sayWhatBroke(house, gesture, error)
  }
  await gesture.ack()
}

async function sayWhatBroke(house: Listening, gesture: Gesture, error: unknown): Promise<void> {
  const answer = await answerTo(house, gesture, error)
  try {
    await gesture.say(answer)
  } catch (second) {
    house.log.warn(
      { gesture: gesture.name, ...anonymous(second) },
      'the answer to a gesture did not reach its person',
    )
  }
}

async function answerTo(house: Listening, { slackUser, name }: Gesture, error: unknown): Promise<Message> {
  const language = await languageFor(house, slackUser)
  if (error instanceof Refusal) return refusalFor(house, error, slackUser)
  if (['expired_trigger_id', 'exchanged_trigger_id'].includes(slackCode(error) ?? '')) {
    house.log.warn({ gesture: name, code: slackCode(error) }, 'a modal came too late for its trigger')
    return sentence(textFor(language).answers.tooSlow)
  }
  return troubleMessage(noteTrouble(house.log, error, name), language)
}

async function refusalFor(house: Listening, refusal: Refusal, slackUser: string): Promise<Message> {
  const asker = await askerOf(house, slackUser)
  const view = await viewHouse(house)
  const reader = asker?.reader ?? {
    language: house.channelLanguage,
    timeZone: view.organisation.document.timeZone,
  }
  return refusalMessage(refusal, undefined, reader, view)
}

/** The language to tell trouble in; when even that cannot be found out, the bank's. */
export async function languageFor(
  { directory, channelLanguage }: Pick<Listening, 'directory' | 'channelLanguage'>,
  slackUser: string,
): Promise<Language> {
  try {
    return (await directory.byUser(slackUser))?.language ?? channelLanguage
  } catch {
    return channelLanguage
  }
}

/** For somebody whom the organisation does not know: whom to ask. */
export async function strangerMessage(house: Listening, slackUser: string): Promise<Message> {
  const { organisation, now } = await viewHouse(house)
  const language = (await house.lookup.byUser(slackUser))?.language ?? house.channelLanguage
  const heads = postsWithRole(organisation, 'SQH', now).flatMap(
    ({ person }) => house.directory.known(person) ?? [],
  )
  const people = heads.slice(0, 3).map((user) => `<@${user}>`)
  const { answers, amounts } = textFor(language)
  return sentence(answers.stranger(people.length > 0 ? amounts.list(people) : answers.serviceQuality))
}

export function sentence(text: string): Message {
  return message(text, [section(text)])
}
