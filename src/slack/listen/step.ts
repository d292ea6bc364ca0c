import { randomUUID } from 'node:crypto'
import { objection } from '../../complaint/allowed.ts'
import { forms } from '../../complaint/form.ts'
import type { StepName } from '../../complaint/lifecycle.ts'
import { emergencyObjection } from '../../emergency/allowed.ts'
import type { EmergencyStep } from '../../emergency/lifecycle.ts'
import { Refusal, type RefusalCode } from '../../matter/refusal.ts'
import { nextInstead } from '../../organisation/rights.ts'
import { subjectOf } from '../../complaint/subject.ts'
import { textFor } from '../../text/text.ts'
import { emergencyStepModal, stepModal } from '../form/step-modal.ts'
import { type Message, message, section } from '../view/blocks.ts'
import { complaintCard } from '../view/card.ts'
import { emergencyCard } from '../view/emergency-card.ts'
import { refusalMessage, refusalText } from '../view/refusal.ts'
import { staleMessage } from '../view/stale.ts'
import { readStepAction } from '../view/step-action.ts'
import { type Case, lastHappening, openCase, openEmergency } from './cases.ts'
import { type ActionArgs, type Gesture, actionGesture } from './gesture.ts'
import { guarded, sentence } from './guarded.ts'
import type { Asker, Listening } from './house.ts'
import { type Prepared, openWhenReady } from './open-when-ready.ts'

/** `step:…` and `emergency:…`: a button or an entry of the menu beside them. */
export async function stepButton(house: Listening, args: ActionArgs): Promise<void> {
  const gesture = actionGesture(args)
  await guarded(house, gesture, async (asker) => {
    const asked = readStepAction(args.action as Parameters<typeof readStepAction>[0])
    if (!asked) throw new Refusal('not-now')
    if (asked.matter === 'complaint') await startStep(house, gesture, asker, asked)
    else await startEmergencyStep(house, gesture, asker, asked)
  })
}

/**
 * Begins a step: opens its form, or does it at once where it asks nothing. Where the state has moved on since the button was
 * drawn, the answer says what happened meanwhile and shows the card of now.
 */
export async function startStep(
  house: Listening,
  gesture: Gesture,
  asker: Asker,
  { id, step }: { id: string; step: StepName },
): Promise<void> {
  if (forms[step].length === 0) return doAtOnce(house, gesture, asker, { id, step })
  await openWhenReady(house, gesture, asker, async (): Promise<Prepared> => {
    const found = await openCase(house, asker, id)
    const refused = objection(found.complaint, step, asker.person, found.view)
    if (refused) return { message: await explain(house, asker, found, refused) }
    const form = randomUUID()
    if (gesture.isPrivate) house.origins.keep(form, () => redraw(house, gesture, asker, id))
    return { modal: stepModal(step, form, found.complaint, asker.reader, found.view) }
  })
}

async function doAtOnce(
  house: Listening,
  gesture: Gesture,
  asker: Asker,
  { id, step }: { id: string; step: StepName },
): Promise<void> {
  const found = await openCase(house, asker, id)
  const refused = objection(found.complaint, step, asker.person, found.view)
  if (refused) return gesture.say(await explain(house, asker, found, refused))
  const { state } = await house.handle('complaint', id, { step } as { step: 'take' }, {
    kind: 'person',
    id: asker.person,
  })
  const { done } = textFor(asker.reader.language).steps[step]
  const card = complaintCard(state, asker.reader, { ...found.view, now: house.now() })
  await gesture.replace(message(`${state.number}: ${done}`, [section(`✅ ${done}`), ...card.blocks]))
}

async function redraw(house: Listening, gesture: Gesture, asker: Asker, id: string): Promise<void> {
  const { complaint, view } = await openCase(house, asker, id)
  await gesture.replace(complaintCard(complaint, asker.reader, view))
}

/** Why not, in a message: the stale card of a state that moved on, or whose turn it is instead. */
export async function explain(
  house: Listening,
  { person, reader }: Asker,
  { complaint, view }: Case,
  code: RefusalCode,
): Promise<Message> {
  if (code === 'not-now') {
    const why = refusalText(new Refusal(code), complaint, reader, view)
    return staleMessage(why, await lastHappening(house, complaint.id), complaint, reader, view)
  }
  const next =
    code === 'recused'
      ? nextInstead(view.organisation, subjectOf(complaint), person, 'handle', view.now)
      : undefined
  const detail = code === 'recused' ? { person, ...(next !== undefined && { next }) } : {}
  return refusalMessage(new Refusal(code, detail), complaint, reader, view)
}

async function startEmergencyStep(
  house: Listening,
  gesture: Gesture,
  asker: Asker,
  { id, step }: { id: string; step: EmergencyStep },
): Promise<void> {
  await openWhenReady(house, gesture, asker, async (): Promise<Prepared> => {
    const { emergency, view } = await openEmergency(house, asker, id)
    const refused = emergencyObjection(emergency, step, asker.person, view)
    if (!refused) return { modal: emergencyStepModal(step, randomUUID(), emergency, asker.reader, view) }
    const why = refusalText(
      new Refusal(refused, refused === 'recused' ? { person: asker.person } : {}),
      undefined,
      asker.reader,
      view,
    )
    if (refused !== 'not-now') return { message: sentence(`✋ ${why}`) }
    const { now } = textFor(asker.reader.language).stale
    return {
      message: message(why, [
        section(`${why}\n${now}`),
        ...emergencyCard(emergency, asker.reader, view).blocks,
      ]),
    }
  })
}
