import { NotThere, RefusedBySlack } from '../slack/not-there.ts'
import type { Ack } from '../slack/signed-post.ts'
import type { Stage } from '../stage.ts'
import type { Gesture } from './gesture.ts'
import { makeGesture } from './make-gesture.ts'
import { expectPerson, type Playing } from './playing.ts'
import { refusedView } from './refused-view.ts'
import { clientSays, saidWhenUnanswered, saidWhenViewRefused } from './said.ts'
import { readManifest } from './slack-manifest.ts'
import type { AnswerTold, Words } from './told.ts'
import { whyMissing, whyNotTaken, whyRefused, whyUnanswered, whyViewRefused } from './why.ts'

/** Whoever makes gestures also lets the house finish what they set off. */
export interface Acting extends Playing {
  readonly stage: Pick<Stage, 'slack' | 'clock' | 'settle' | 'redress'>
}

/**
 * Does in Slack what this person does on the page, and tells what became of it: what Slack said where it did not work, and
 * what lay behind it. Errors under the fields of a form are no failure; they stand in the form. Throws, as an answer 404,
 * where the bank has no such person, and, as an answer 400, where an entry cannot be read.
 */
export async function doGesture(acting: Acting, person: string, gesture: Gesture): Promise<AnswerTold> {
  expectPerson(acting.organisation, person)
  const { slack } = acting.stage
  const before = slack.seen.traffic().length
  try {
    const refused = await refusedAtOnce(acting, person, gesture)
    if (refused) return refused
    const ack = await makeGesture(slack, person, gesture)
    await finish(acting)
    const unanswered = ack && unansweredTold(gesture, ack)
    if (unanswered) return unanswered
    const view = refusedView(slack.seen.traffic().slice(before), { person, userId: slack.userIdOf(person) })
    return view ? failed(whyViewRefused(view), saidWhenViewRefused(view.method)) : { ok: true }
  } catch (error) {
    if (error instanceof NotThere) return failed(whyMissing[error.what], whyMissing[error.what])
    if (error instanceof RefusedBySlack) return failed(whyRefused(error), whyRefused(error))
    throw error
  }
}

/** Under a clock that stands, nobody else does what is owed; under one that runs, only what the gesture is still redrawing. */
async function finish({ stage }: Acting): Promise<void> {
  await (stage.clock.runs ? stage.redress.idle() : stage.settle())
}

/** What Slack does not take, by the app's manifest: the bot never hears of it. */
async function refusedAtOnce(
  { stage }: Playing,
  person: string,
  gesture: Gesture,
): Promise<AnswerTold | undefined> {
  if (gesture.do === 'command') {
    const { slash_commands: commands } = await readManifest()
    if (commands.some(({ command }) => command === gesture.command)) return undefined
    return failed(
      whyNotTaken.noSuchCommand,
      clientSays((client) => client.noSuchCommand(gesture.command)),
    )
  }
  if (gesture.do !== 'says') return undefined
  const { kind } = await stage.slack.as(person).conversation(gesture.channel)
  if (kind !== 'dm' || !(await readManifest()).app_home.messages_tab_read_only_enabled) return undefined
  return failed(
    whyNotTaken.readOnly,
    clientSays((client) => client.readOnly),
  )
}

function unansweredTold(gesture: Gesture, ack: Ack): AnswerTold | undefined {
  const why = whyUnanswered(ack)
  if (!why) return undefined
  const said = saidWhenUnanswered(gesture, ack)
  // What Slack keeps silent about altogether has worked for the person: their message and their emoji stand.
  return said ? failed(why, said) : { ok: true }
}

function failed(why: Words, said: Words): AnswerTold {
  return { ok: false, said, why }
}
