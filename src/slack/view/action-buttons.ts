import type { ActionsBlock, Button } from '@slack/types'
import type { Action } from '../../action/action.ts'
import { allowedActionSteps, mayBegin } from '../../action/allowed.ts'
import { type ActionStep, lifecycle } from '../../action/lifecycle.ts'
import type { Complaint } from '../../complaint/complaint.ts'
import { textFor } from '../../text/text.ts'
import { actions, button } from './blocks.ts'
import type { House, Reader } from './house.ts'

/** These are never the natural next step: they may be taken at any time. */
const asides: readonly ActionStep[] = ['handOverAction', 'cancelAction', 'askExtension', 'rejectEvidence']

/** The buttons of an action for this reader, `action:<step>` with its id as value; the natural next step first and in colour. */
export function actionButtons(action: Action, reader: Reader, house: House): ActionsBlock | undefined {
  const words = textFor(reader.language).actionSteps
  const steps: readonly ActionStep[] =
    reader.personId === undefined
      ? lifecycle[action.status]
      : allowedActionSteps(action, reader.personId, house)
  const next =
    steps.find((step) => step === 'answerExtension') ?? steps.find((step) => !asides.includes(step))
  const sorted = next ? [next, ...steps.filter((step) => step !== next)] : steps
  if (sorted.length === 0) return undefined
  return actions(
    sorted.map((step) =>
      button(`action:${step}`, words[step].button, action.id, step === next ? 'primary' : undefined),
    ),
  )
}

/** A closed complaint's card has a button to begin an action that follows from it, for whoever may. */
export function beginActionButton(
  complaint: Complaint,
  { personId, language }: Reader,
  house: House,
): Button[] {
  const { id, status, branch, handlingUnit, outlet, respondents } = complaint
  const place = { branch, unit: handlingUnit ?? outlet, respondents }
  if (status !== 'closed' || personId === undefined || respondents.includes(personId)) return []
  if (!mayBegin(place, personId, house)) return []
  return [button('action:begin', textFor(language).actionSteps.begin.button, id)]
}
