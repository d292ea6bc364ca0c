import type { KnownBlock, ModalView } from '@slack/types'
import { conveneFields, reviewForms } from '../../review/form.ts'
import type { ReviewStep } from '../../review/lifecycle.ts'
import { isPartial, unitsOf, votersOf } from '../../review/people.ts'
import { type Review, type ReviewCase, isFault } from '../../review/review.ts'
import { textFor } from '../../text/text.ts'
import { context, fields, section } from '../view/blocks.ts'
import type { House, Reader } from '../view/house.ts'
import { escapeMrkdwn, quote } from '../view/mrkdwn.ts'
import { nameOf, who } from '../view/names.ts'
import { caseFacts, objectionBlocks, verdictBlocks } from '../view/review-case.ts'
import { dateToken } from '../view/time.ts'
import { formModal } from './modal.ts'

/** The form of one step of a review meeting, of one case of it where `each` is given; a verdict starts from the proposal. */
export function reviewStepModal(
  step: ReviewStep,
  form: string,
  { review, each }: { readonly review: Review; readonly each?: ReviewCase | undefined },
  reader: Reader,
  house: House,
): ModalView {
  const words = textFor(reader.language).reviewSteps[step]
  const inner = each && { inner: each.complaint }
  const metadata = { matter: 'review' as const, id: review.id, ...inner, step, form }
  return formModal(
    reviewForms[step],
    {
      title: words.title,
      submit: words.submit,
      metadata,
      above: each ? aboveCase(step, review, each, reader, house) : aboveMeeting(step, review, reader, house),
    },
    { form: step, reader, house, branch: review.branch, initial: initialOf(step, review, each, house) },
  )
}

/** The form that convenes a meeting of this branch. */
export function conveneModal(branch: string, form: string, reader: Reader, house: House): ModalView {
  const { title, submit } = textFor(reader.language).reviewSteps.convene
  return formModal(
    conveneFields,
    { title, submit, metadata: { matter: 'review', id: branch, step: 'convene', form } },
    { form: 'convene', reader, house, branch, initial: {} },
  )
}

function initialOf(
  step: ReviewStep,
  review: Review,
  each: ReviewCase | undefined,
  house: House,
): Readonly<Record<string, unknown>> {
  switch (step) {
    case 'attend':
      return { openedAt: house.now.toString(), attended: votersOf(review.branch, house) }
    case 'reschedule':
      return { meetsAt: review.meetsAt }
    case 'proposeVerdict':
      return each ? { unit: each.unit, ...each.proposal } : {}
    case 'verdict':
      return each ? initialVerdict(each) : {}
    case 'answerObjection':
      return { ...each?.verdict, outcome: undefined }
    default:
      return {}
  }
}

/** What was decided before stands there when it is given anew; else what is proposed. */
function initialVerdict({
  unit,
  proposal,
  verdict,
  respondents,
}: ReviewCase): Readonly<Record<string, unknown>> {
  if (verdict) {
    const { action, ...said } = verdict
    const follows = action && {
      actionKind: action.kind,
      actionTask: action.task,
      actionOwner: action.owner,
      actionDue: action.due,
    }
    return { ...said, ...follows }
  }
  const persons = proposal && isFault(proposal.fault) ? respondents : []
  return { unit, ...proposal, persons }
}

function aboveCase(
  step: ReviewStep,
  review: Review,
  each: ReviewCase,
  reader: Reader,
  house: House,
): KnownBlock[] {
  const { review: words } = textFor(reader.language)
  const title = context(`*${words.caseTitle(escapeMrkdwn(each.number))}* · ${words.ofMeeting(review.number)}`)
  switch (step) {
    case 'verdict':
      return [
        title,
        fields(caseFacts(each, reader, house)),
        context(...votersLines(review, each, reader, house)),
      ]
    case 'object':
      return [title, ...verdictBlocks(each, review, reader, house)]
    case 'answerObjection':
      return [title, ...verdictBlocks(each, review, reader, house), ...objectionBlocks(each, reader, house)]
    default:
      return [title, fields(caseFacts(each, reader, house))]
  }
}

function votersLines({ held }: Review, each: ReviewCase, reader: Reader, house: House): string[] {
  const { review: words, amounts } = textFor(reader.language)
  const entitled = (held?.voters ?? []).filter((person) => !isPartial(person, each, unitsOf(each), house))
  const names = entitled.map((person) => escapeMrkdwn(nameOf(person, reader.language, house)))
  return [
    words.mayVote(amounts.list(names)),
    ...(each.proposal && !each.verdict ? [words.startsFrom(who(each.proposal.by, reader, house))] : []),
  ]
}

function aboveMeeting(step: ReviewStep, review: Review, reader: Reader, house: House): KnownBlock[] {
  const { review: words, forms } = textFor(reader.language)
  const title = context(
    `*${words.title(escapeMrkdwn(review.number))}* · ${forms.pair(words.meetsAt, dateToken(review.meetsAt, reader))}`,
  )
  switch (step) {
    case 'attend': {
      const seats = votersOf(review.branch, house).length
      const needed = Math.floor((seats * house.rulebook.pack.review.quorumOver) / 100) + 1
      return [title, context(words.quorum(seats, needed))]
    }
    case 'closeReview':
      return [title, ...(review.minutes ? [section(quote(review.minutes.text, 800))] : [])]
    default:
      return [title]
  }
}
