import type { Notice } from '../../matter/effect.ts'
import type { Outcome } from '../../matter/outcome.ts'
import type { Sending, Sent } from './house.ts'
import { doneWith } from './done-with.ts'
import { postOnce } from './post-once.ts'
import type { Scene } from './scene.ts'

/** A private message to one person, in their language and with their own buttons. Never for somebody whom Slack does not know. */
export async function tell(
  sending: Sending,
  sent: Sent,
  { scene, to, notice }: { scene: Scene; to: string; notice: Notice },
): Promise<Outcome> {
  const person = await sending.directory.byPerson(to)
  if (!person) return { kind: 'never', error: `nobody in Slack is ${to}` }
  const reader = { personId: person.person, language: person.language, timeZone: person.timeZone }
  const message = await scene.notice(notice, reader)
  return doneWith(await postOnce(sending, sent, { to: { user: person.slackUser }, message, part: 'notice' }))
}
