import type { ModalView } from '@slack/types'
import { Refusal } from '../../matter/refusal.ts'
import type { Message } from '../view/blocks.ts'
import { refusalMessage } from '../view/refusal.ts'
import { loadingModal, troubleModal } from '../view/trouble.ts'
import type { Gesture, Opened } from './gesture.ts'
import type { Asker, Listening } from './house.ts'
import { viewHouse } from '../view-house.ts'
import { messageModal } from './message-modal.ts'
import { noteTrouble } from './trouble.ts'

/** What a gesture is answered with: a form, or an explanation why there is none. */
export type Prepared = { readonly modal: ModalView } | { readonly message: Message }

/** A trigger lives for three seconds; half of them are left to open a modal in. */
const patienceMilliseconds = 1500

/**
 * Opens the form as soon as it is drawn. Where that takes longer than half of the trigger's life, a modal that says so opens
 * at once and is filled when the form is there: a slow database never costs a trigger.
 */
export async function openWhenReady(
  house: Listening,
  gesture: Gesture,
  asker: Asker,
  prepare: () => Promise<Prepared>,
): Promise<void> {
  const preparing = prepare()
  const ready = await within(preparing)
  if (ready) return 'modal' in ready ? void (await gesture.open(ready.modal)) : gesture.say(ready.message)
  const opened = await gesture.open(loadingModal(asker.reader.language))
  await gesture.ack()
  await fill(house, opened, await drawn(house, gesture, asker, preparing))
}

async function within(preparing: Promise<Prepared>): Promise<Prepared | undefined> {
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, patienceMilliseconds, undefined)
  })
  try {
    return await Promise.race([preparing, patience])
  } finally {
    clearTimeout(timer)
  }
}

async function drawn(
  house: Listening,
  gesture: Gesture,
  { reader }: Asker,
  preparing: Promise<Prepared>,
): Promise<ModalView> {
  try {
    const prepared = await preparing
    return 'modal' in prepared ? prepared.modal : messageModal(prepared.message)
  } catch (error) {
    if (error instanceof Refusal)
      return messageModal(refusalMessage(error, undefined, reader, await viewHouse(house)))
    return troubleModal(noteTrouble(house.log, error, gesture.name), reader.language)
  }
}

async function fill({ client }: Listening, { id, hash }: Opened, view: ModalView): Promise<void> {
  await client.views.update({ view_id: id, view, ...(hash !== undefined && { hash }) })
}
