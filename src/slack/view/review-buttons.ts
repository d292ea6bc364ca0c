import type { ActionsBlock } from '@slack/types'
import { allowedCaseSteps, allowedReviewSteps, caseSteps } from '../../review/allowed.ts'
import { type ReviewStep, lifecycle } from '../../review/lifecycle.ts'
import type { Review, ReviewCase } from '../../review/review.ts'
import { textFor } from '../../text/text.ts'
import { actions, button } from './blocks.ts'
import type { House, Reader } from './house.ts'

/** These are never the natural next step of a meeting or of a case. */
const asides: readonly ReviewStep[] = ['cancelReview', 'reschedule', 'takeOffAgenda', 'defer', 'putOnAgenda']

/** The buttons of the meeting itself, `review:<step>` with its id as value; those of its cases stand with each case. */
export function reviewButtons(review: Review, reader: Reader, house: House): ActionsBlock | undefined {
  const possible: readonly ReviewStep[] =
    reader.personId === undefined
      ? lifecycle[review.status]
      : allowedReviewSteps(review, reader.personId, house)
  return row(
    possible.filter((step) => !isCaseStep(step)),
    review.id,
    reader,
  )
}

/** The buttons of one case, `review:<step>` with `<meeting>/<complaint>` as value. */
export function caseButtons(
  review: Review,
  each: ReviewCase,
  reader: Reader,
  house: House,
): ActionsBlock | undefined {
  if (reader.personId === undefined) return undefined
  const steps = allowedCaseSteps(review, each, reader.personId, house)
  return row(steps, `${review.id}/${each.complaint}`, reader)
}

function row(steps: readonly ReviewStep[], value: string, { language }: Reader): ActionsBlock | undefined {
  if (steps.length === 0) return undefined
  const words = textFor(language).reviewSteps
  const next = steps.find((step) => !asides.includes(step))
  const sorted = next ? [next, ...steps.filter((step) => step !== next)] : steps
  return actions(
    sorted.map((step) =>
      button(`review:${step}`, words[step].button, value, step === next ? 'primary' : undefined),
    ),
  )
}

function isCaseStep(step: ReviewStep): boolean {
  return caseSteps.some((each) => each === step)
}
