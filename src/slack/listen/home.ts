import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt'
import type { HomeView } from '@slack/types'
import { deskOf } from '../desk.ts'
import { matterFaces } from '../matter-faces.ts'
import { homeView } from '../view/home.ts'
import { openFiling } from './file.ts'
import { type ActionArgs, actionGesture } from './gesture.ts'
import { guarded, strangerMessage } from './guarded.ts'
import { type Listening, askerOf } from './house.ts'
import { viewHouse } from '../view-house.ts'
import { anonymous } from './trouble.ts'

export type HomeArgs = SlackEventMiddlewareArgs<'app_home_opened'> & AllMiddlewareArgs

/** App Home is opened: the desk is drawn anew. A failure is logged; the desk of before stays. */
export async function homeOpened(house: Listening, { event }: HomeArgs): Promise<void> {
  if (event.tab !== 'home') return
  try {
    await house.client.views.publish({ user_id: event.user, view: await homeOf(house, event.user) })
  } catch (error) {
    house.log.error({ gesture: 'app_home_opened', ...anonymous(error) }, 'a desk could not be drawn')
  }
}

async function homeOf(house: Listening, slackUser: string): Promise<HomeView> {
  const asker = await askerOf(house, slackUser)
  if (!asker) return { type: 'home', blocks: (await strangerMessage(house, slackUser)).blocks }
  const view = await viewHouse(house)
  const [desk, ...waiting] = await Promise.all([
    deskOf(house.db, asker.person, view),
    ...matterFaces.map(async (face) => (await face.waiting?.(house, asker.reader)) ?? []),
  ])
  return homeView({ ...desk, waiting: waiting.flat() }, asker.reader, view)
}

/** `file:open`: the filing form from the desk. */
export async function fileButton(house: Listening, args: ActionArgs): Promise<void> {
  const gesture = actionGesture(args)
  await guarded(house, gesture, (asker) => openFiling(house, gesture, asker))
}
