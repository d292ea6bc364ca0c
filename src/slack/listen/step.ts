import { randomUUID } from 'node:crypto'
import type { MatterKind } from '../../matter/effect.ts'
import { Refusal } from '../../matter/refusal.ts'
import { textFor } from '../../text/text.ts'
import type { AskedStep } from '../face/face.ts'
import { faceOf } from '../matter-faces.ts'
import { context, message, section } from '../view/blocks.ts'
import { headline } from '../view/state-of-case.ts'
import { moreSteps, stepsFor } from '../view/step-action.ts'
import { openCase, openMatter } from './cases.ts'
import { explained } from './explained.ts'
import { type ActionArgs, type Gesture, actionGesture } from './gesture.ts'
import { guarded } from './guarded.ts'
import type { Asker, Listening } from './house.ts'
import { messageModal } from './message-modal.ts'
import { type Prepared, openWhenReady } from './open-when-ready.ts'
import { readStepAction } from './read-step-action.ts'
import { valueOf } from './value-of.ts'

/** `step:…`, `emergency:…`, `fund:…`: a button of a matter's step, or an entry of the menu beside them. */
export async function stepButton(house: Listening, args: ActionArgs): Promise<void> {
  const gesture = actionGesture(args)
  await guarded(house, gesture, async (asker) => {
    const asked = readStepAction(args.action as Parameters<typeof readStepAction>[0])
    if (!asked) throw new Refusal('not-now')
    await startStep(house, gesture, asker, asked)
  })
}

/** `steps`: the list of every step that the asker may take now, where the card has no room for all of them. */
export async function moreStepsButton(house: Listening, args: ActionArgs): Promise<void> {
  const gesture = actionGesture(args)
  await guarded(house, gesture, async (asker) => {
    await openWhenReady(house, gesture, asker, async (): Promise<Prepared> => {
      const { complaint, view } = await openCase(house, asker, valueOf(args.action))
      const steps = stepsFor(complaint, asker.reader, view)
      if (steps.length === 0) throw new Refusal('not-you')
      const { card } = textFor(asker.reader.language)
      const title = context(`*${headline(complaint, asker.reader, view)}*`)
      const listed = message(complaint.number, [title, ...moreSteps(complaint, steps, asker.reader)])
      return { modal: messageModal(listed, card.moreSteps) }
    })
  })
}

/** A step of a matter of some kind, as a button or a command asks for it. */
export type Wanted = AskedStep & { readonly matter: MatterKind }

/**
 * Begins a step: opens its form, or does it at once where it asks nothing. Where the state has moved on since the button was
 * drawn, the answer says what happened meanwhile and shows the card of now.
 */
export async function startStep(
  house: Listening,
  gesture: Gesture,
  asker: Asker,
  wanted: Wanted,
): Promise<void> {
  if (asksNothing(wanted)) return doAtOnce(house, gesture, asker, wanted)
  await openWhenReady(house, gesture, asker, async (): Promise<Prepared> => {
    const { objection, modal, seen } = await faceOf(wanted.matter).prepare(house, asker.person, wanted)
    if (objection) return { message: await explained(house, objection, seen, asker.reader) }
    const form = randomUUID()
    if (gesture.isPrivate && seen) house.origins.keep(form, () => redraw(house, gesture, asker, wanted))
    return { modal: await modal(form, asker.reader) }
  })
}

function asksNothing({ matter, step }: Wanted): boolean {
  return faceOf(matter).forms[step]?.length === 0
}

async function doAtOnce(house: Listening, gesture: Gesture, asker: Asker, wanted: Wanted): Promise<void> {
  const prepared = await faceOf(wanted.matter).prepare(house, asker.person, wanted)
  const { objection, seen } = prepared
  if (objection) return gesture.say(await explained(house, objection, seen, asker.reader))
  const taking = prepared.read({}, randomUUID())
  if ('problems' in taking)
    throw new Error(
      `The step ${wanted.step} asks nothing, and ${JSON.stringify(taking.problems)} is wrong with it.`,
    )
  await taking.take(house.handle, { kind: 'person', id: asker.person })
  const done = prepared.done(asker.reader.language)
  const now = await openMatter(house, asker, { ...wanted, id: taking.id })
  const card = await now.card(asker.reader, wanted.inner)
  await gesture.replace(message(`${now.number}: ${done}`, [section(`✅ ${done}`), ...card.blocks]))
}

async function redraw(house: Listening, gesture: Gesture, asker: Asker, wanted: Wanted): Promise<void> {
  const seen = await openMatter(house, asker, wanted)
  await gesture.replace(await seen.card(asker.reader, wanted.inner))
}
