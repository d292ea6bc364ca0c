import type { ActionsBlock, ActionsBlockElement } from '@slack/types'
import { type StepName, lifecycle, stepNames } from '../../complaint/lifecycle.ts'
import type { Complaint } from '../../complaint/complaint.ts'
import { allowedSteps } from '../../complaint/allowed.ts'
import { allowedEmergencySteps } from '../../emergency/allowed.ts'
import type { Emergency } from '../../emergency/emergency.ts'
import {
  type EmergencyStep,
  emergencySteps,
  lifecycle as emergencyLifecycle,
} from '../../emergency/lifecycle.ts'
import { textFor } from '../../text/text.ts'
import { actions, button, overflow } from './blocks.ts'
import type { House, Reader } from './house.ts'

const mostButtons = 5

/** Steps that never are the natural next one: they may be taken at any time. */
const asides: readonly StepName[] = ['contact', 'reportUp', 'relevel', 'escalate', 'seen', 'sendBack']

/**
 * The buttons of a complaint for this reader, the natural next step first and in colour, at most five, the others in a menu.
 * `action_id` is `step:<step>` with the complaint's id as value, or `step:more` with `<step>:<id>`; `readStepAction` reads both.
 * A channel gets every step that its members may need now; "seen" answers a private call, so it is not among them.
 */
export function stepButtons(
  complaint: Complaint,
  steps: readonly StepName[],
  reader: Reader,
): ActionsBlock | undefined {
  const words = textFor(reader.language).steps
  const next = nextStep(complaint, steps)
  const inOrder = next ? [next, ...steps.filter((step) => step !== next)] : steps
  const buttons = inOrder.map((step) => ({
    id: `step:${step}`,
    text: words[step].button,
    style: step === next ? ('primary' as const) : undefined,
    step,
  }))
  return buttonRow('step:more', buttons, complaint.id)
}

/** The steps to draw for this reader; see `stepButtons`. */
export function stepsFor(complaint: Complaint, reader: Reader, house: House): readonly StepName[] {
  if (reader.personId !== undefined) return allowedSteps(complaint, reader.personId, house)
  const possible: readonly StepName[] = lifecycle[complaint.status]
  return possible.filter((step) => step !== 'seen')
}

/** The buttons of an emergency: `emergency:<step>`, with its id as value. */
export function emergencyButtons(
  emergency: Emergency,
  reader: Reader,
  house: House,
): ActionsBlock | undefined {
  const words = textFor(reader.language).emergencySteps
  const steps: readonly EmergencyStep[] =
    reader.personId === undefined
      ? emergencyLifecycle[emergency.status]
      : allowedEmergencySteps(emergency, reader.personId, house)
  const buttons = steps.map((step, at) => ({
    id: `emergency:${step}`,
    text: words[step].button,
    style: at === 0 && step !== 'standDown' ? ('primary' as const) : undefined,
    step,
  }))
  return buttonRow('emergency:more', buttons, emergency.id)
}

/** Which step of which matter was asked for? Undefined for a button that is not of this kind, or that we no longer know. */
export function readStepAction(action: {
  readonly action_id: string
  readonly value?: string | undefined
  readonly selected_option?: { readonly value: string } | null | undefined
}):
  | { matter: 'complaint'; step: StepName; id: string }
  | { matter: 'emergency'; step: EmergencyStep; id: string }
  | undefined {
  const [kind, name] = action.action_id.split(':')
  const [step, id] = name === 'more' ? splitOnce(action.selected_option?.value ?? '') : [name, action.value]
  if (!id) return undefined
  const ofComplaint = stepNames.find((each) => each === step)
  if (kind === 'step' && ofComplaint) return { matter: 'complaint', step: ofComplaint, id }
  const ofEmergency = emergencySteps.find((each) => each === step)
  return kind === 'emergency' && ofEmergency ? { matter: 'emergency', step: ofEmergency, id } : undefined
}

function nextStep(complaint: Complaint, steps: readonly StepName[]): StepName | undefined {
  if (complaint.status !== 'in_progress') return steps.find((step) => !asides.includes(step))
  const wanted: StepName[] = [
    ...(complaint.contacts.length === 0 ? (['contact'] as const) : []),
    complaint.findings ? 'propose' : 'investigate',
  ]
  return wanted.find((step) => steps.includes(step))
}

interface StepButton {
  readonly id: string
  readonly step: string
  readonly text: string
  readonly style: 'primary' | undefined
}

function buttonRow(moreId: string, buttons: readonly StepButton[], id: string): ActionsBlock | undefined {
  if (buttons.length === 0) return undefined
  const shown: ActionsBlockElement[] = buttons
    .slice(0, mostButtons)
    .map((each) => button(each.id, each.text, id, each.style))
  const rest = buttons.slice(mostButtons)
  if (rest.length === 0) return actions(shown)
  return actions([
    ...shown,
    overflow(
      moreId,
      rest.map(({ step, text }) => [`${step}:${id}`, text] as const),
    ),
  ])
}

function splitOnce(value: string): [string | undefined, string | undefined] {
  const at = value.indexOf(':')
  return at < 0 ? [undefined, undefined] : [value.slice(0, at), value.slice(at + 1)]
}
