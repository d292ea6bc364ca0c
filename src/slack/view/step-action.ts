import type { ActionsBlock, ActionsBlockElement, Button, ConfirmationDialog, KnownBlock } from '@slack/types'
import type { StepName } from '../../complaint/lifecycle.ts'
import type { Complaint } from '../../complaint/complaint.ts'
import { allowedSteps, awaitsContact, possibleSteps } from '../../complaint/allowed.ts'
import type { MatterKind } from '../../matter/effect.ts'
import { type Language, textFor } from '../../text/text.ts'
import { actions, button, overflow, plain, section } from './blocks.ts'
import type { House, Reader } from './house.ts'

const mostButtons = 5

/** Slack takes so many entries in the menu behind three dots. */
const mostEntries = 5

/** Where even the menu does not hold them, so many buttons stand beside the one that lists all the others. */
const buttonsBesideList = 4

/** Somebody waits for exactly these, so they stand right behind the next step. */
const asked: readonly StepName[] = [
  'decidePause',
  'decideExtension',
  'tellExtension',
  'decideReview',
  'answerReferral',
  'reportLeak',
]

/** Steps that never are the natural next one: they may be taken at any time. */
const asides: readonly StepName[] = [
  'contact',
  'reopen',
  'withdraw',
  'notAccept',
  'merge',
  'addChild',
  'solveOnSpot',
  'refer',
  'logAuthority',
  'askReview',
  'mediate',
  'endMediation',
  'care',
  'authorise',
  'pause',
  'resume',
  'extend',
  'reportUp',
  'relevel',
  'escalate',
  'seen',
  'sendBack',
]

/**
 * The buttons of a complaint for this reader, the natural next step first and in colour, at most five, the others in a menu;
 * where that does not hold them either, a button `steps` opens the list of them all (`moreSteps`). `action_id` is `step:<step>` with the complaint's id as value, or `step:more` with `<step>:<id>`; `listen/read-step-action.ts` reads both.
 * A channel gets every step that its members may need now; "seen" answers a private call, so it is not among them.
 */
export function stepButtons(
  complaint: Complaint,
  steps: readonly StepName[],
  reader: Reader,
): ActionsBlock | undefined {
  const { card } = textFor(reader.language)
  const buttons = inOrder(complaint, steps, reader)
  if (buttons.length <= mostButtons + mostEntries) return buttonRow('step:more', buttons, complaint.id)
  const shown = buttons.slice(0, buttonsBesideList)
  return actions([
    ...shown.map((each) => button(each.id, each.text, complaint.id, each.style)),
    button('steps', card.moreSteps, complaint.id),
  ])
}

/** Every step in a list, each with its button, the natural next one first: what the button `steps` opens. */
export function moreSteps(complaint: Complaint, steps: readonly StepName[], reader: Reader): KnownBlock[] {
  const words = textFor(reader.language).steps
  return inOrder(complaint, steps, reader).map(({ id, step, text, style }) =>
    section(words[step].title, button(id, text, complaint.id, style)),
  )
}

function inOrder(complaint: Complaint, steps: readonly StepName[], reader: Reader) {
  const words = textFor(reader.language).steps
  const next = nextStep(complaint, steps)
  const first = [...(next ? [next] : []), ...asked.filter((step) => step !== next && steps.includes(step))]
  const sorted = [...first, ...steps.filter((step) => !first.includes(step))]
  return sorted.map((step) => ({
    id: `step:${step}`,
    text: words[step].button,
    style: step === next ? ('primary' as const) : undefined,
    step,
  }))
}

/** The steps to draw for this reader; see `stepButtons`. */
export function stepsFor(complaint: Complaint, reader: Reader, house: House): readonly StepName[] {
  if (reader.personId !== undefined) return allowedSteps(complaint, reader.personId, house)
  return possibleSteps(complaint, house).filter((step) => step !== 'seen')
}

/** A step of a matter of another kind than a complaint, as a button. */
export interface MatterStep {
  readonly step: string
  readonly text: string
  readonly style?: 'primary' | 'danger'
  /** What is asked before it is done at once. */
  readonly confirm?: string
}

/** The buttons of a matter or of what `inner` names inside it: `<kind>:<step>`, carrying the place; what no button holds stands in a menu. */
export function matterButtons(
  { matter, id, inner }: { readonly matter: MatterKind; readonly id: string; readonly inner?: string },
  steps: readonly MatterStep[],
  { language }: Reader,
): ActionsBlock | undefined {
  const buttons = steps.map(({ step, text, style, confirm }) => ({
    id: `${matter}:${step}`,
    step,
    text,
    style,
    ...(confirm !== undefined && { confirm: confirmation(confirm, text, language) }),
  }))
  return buttonRow(`${matter}:more`, buttons, placeOf({ id, ...(inner && { inner }) }))
}

/** What a button carries: `<id>`, or `<id>/<inner>`. */
export function placeOf({ id, inner }: { readonly id: string; readonly inner?: string }): string {
  return inner === undefined ? id : `${id}/${inner}`
}

/** A button that shows the card of a matter of any kind, or of something inside it. */
export function lookButton(
  { matter, id, inner }: { readonly matter: MatterKind; readonly id: string; readonly inner?: string },
  text: string,
): Button {
  const place = placeOf({ id, ...(inner && { inner }) })
  return button(`look:${matter}:${place}`, text, place)
}

function confirmation(question: string, text: string, language: Language): ConfirmationDialog {
  return {
    title: plain(text, 100),
    text: plain(question, 300),
    confirm: plain(text, 30),
    deny: plain(textFor(language).modal.cancel, 30),
  }
}

function nextStep(complaint: Complaint, steps: readonly StepName[]): StepName | undefined {
  if (complaint.status !== 'in_progress') return steps.find((step) => !asides.includes(step))
  const wanted: StepName[] = [
    ...(awaitsContact(complaint) && !complaint.anonymous ? (['contact'] as const) : []),
    complaint.findings ? 'propose' : 'investigate',
  ]
  return wanted.find((step) => steps.includes(step))
}

interface StepButton {
  readonly id: string
  readonly step: string
  readonly text: string
  readonly style: 'primary' | 'danger' | undefined
  readonly confirm?: ConfirmationDialog
}

function buttonRow(moreId: string, buttons: readonly StepButton[], id: string): ActionsBlock | undefined {
  if (buttons.length === 0) return undefined
  const shown: ActionsBlockElement[] = buttons.slice(0, mostButtons).map(({ confirm, ...each }) => ({
    ...button(each.id, each.text, id, each.style),
    ...(confirm && { confirm }),
  }))
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
