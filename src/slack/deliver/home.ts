import type { Outcome } from '../../matter/outcome.ts'
import { deskOf } from '../desk.ts'
import { homeView } from '../view/home.ts'
import type { Sending } from './house.ts'
import { viewHouse } from '../view-house.ts'

/** A person's App Home, drawn anew. */
export async function publishHome(sending: Sending, person: string): Promise<Outcome> {
  const known = await sending.directory.byPerson(person)
  if (!known) return { kind: 'never', error: `nobody in Slack is ${person}` }
  const view = await viewHouse(sending)
  const reader = { personId: person, language: known.language, timeZone: known.timeZone }
  await sending.client.views.publish({
    user_id: known.slackUser,
    view: homeView(await deskOf(sending.db, person, view), reader, view),
  })
  return { kind: 'done' }
}
