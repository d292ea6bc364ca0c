import type { Complaint } from '../../complaint/complaint.ts'
import { Refusal } from '../../matter/refusal.ts'
import type { PersonId } from '../../organisation/organisation.ts'
import {
  caseObjection,
  caseSteps,
  mayConvene,
  maySeeReview,
  reviewObjection,
  visibleCases,
} from '../../review/allowed.ts'
import { conveneFields, reviewForms } from '../../review/form.ts'
import { type ReviewStep, reviewSteps } from '../../review/lifecycle.ts'
import { calledTo } from '../../review/people.ts'
import type { Review, ReviewCase } from '../../review/review.ts'
import { findState } from '../../store/find-complaints.ts'
import { findReviewByNumber, findReviews } from '../../store/find-reviews.ts'
import { findStates } from '../../store/find-states.ts'
import { textFor } from '../../text/text.ts'
import { conveneModal, reviewStepModal } from '../form/review-modal.ts'
import { viewHouse } from '../view-house.ts'
import type { Message } from '../view/blocks.ts'
import type { House, Reader } from '../view/house.ts'
import { pageIn, reviewCard } from '../view/review-card.ts'
import { reviewCaseCard } from '../view/review-case.ts'
import { reviewList, reviewRow } from '../view/review-list.ts'
import { reviewNotice } from '../view/review-notice.ts'
import type { WaitingRow } from '../view/waiting.ts'
import type { Answer, AskedStep, Asking, Face, FaceHouse, PreparedStep, Seen } from './face.ts'
import { isUuid } from './is-uuid.ts'
import { letteredNumber } from './lettered-number.ts'
import { conveneTaking, stepTaking } from './review-taking.ts'

export const reviewFace: Face = {
  kind: 'review',
  forms: { ...reviewForms, convene: conveneFields },
  numbers: {
    read: letteredNumber('R'),
    find: async ({ db }, number) => (await findReviewByNumber(db, number)).map((id) => ({ id })),
  },
  see: async (house, id) => (await read(house, id))?.seen,
  prepare: (house, person, asked) =>
    asked.step === 'convene' ? prepareConvene(house, person) : prepareStep(house, person, asked),
  answer,
  waiting,
}

interface Found {
  readonly review: Review
  readonly view: House
  readonly seen: Seen
}

async function read(house: FaceHouse, id: string): Promise<Found | undefined> {
  const review = isUuid(id) ? ((await findState(house.db, 'review', id)) as Review | undefined) : undefined
  if (!review) return undefined
  const ids = review.cases.map(({ complaint }) => complaint)
  const [view, files] = await Promise.all([
    viewHouse(house, review.policyVersion),
    findStates(house.db, 'complaint', ids),
  ])
  return { review, view, seen: seenOf(review, files, view) }
}

function seenOf(review: Review, files: ReadonlyMap<string, unknown>, view: House): Seen {
  return {
    kind: 'review',
    id: review.id,
    number: review.number,
    view,
    maySee: (person) => maySeeReview(review, person, view),
    card: (reader, inner) => cardOf({ review, files }, reader, view, inner),
    notice: (notice, reader) => reviewNotice(notice, review, reader, view),
  }
}

/** The meeting, a page of its agenda, or one of its cases; the meeting again where the case is not for this reader. */
function cardOf(
  { review, files }: { readonly review: Review; readonly files: ReadonlyMap<string, unknown> },
  reader: Reader,
  view: House,
  inner: string | undefined,
): Message {
  const { personId } = reader
  const seen = personId === undefined ? [] : visibleCases(review, personId, view)
  const each = seen.find(({ complaint }) => complaint === inner)
  if (!each || personId === undefined) return reviewCard(review, reader, view, pageIn(inner))
  const complaint = files.get(each.complaint) as Complaint | undefined
  const seesFile = calledTo(review, view).includes(personId)
  return reviewCaseCard(each, { review, complaint, seesFile }, reader, view)
}

async function prepareStep(
  house: FaceHouse,
  person: PersonId,
  { id, inner, step: named }: AskedStep,
): Promise<PreparedStep> {
  const step = reviewSteps.find((each) => each === named)
  if (!step) throw new Refusal('not-now')
  const found = await read(house, id)
  if (!found?.seen.maySee(person)) throw new Refusal('not-found')
  const { review, view, seen } = found
  const each = caseNamed(step, { review, inner }, person, view)
  return {
    objection: objectionTo(step, { review, each }, person, view),
    form: step,
    modal: (opening, reader) => reviewStepModal(step, opening, { review, each }, reader, view),
    read: (values) => stepTaking(house, { review, step, each, person }, values),
    cases: each ? [each.complaint] : review.cases.map(({ complaint }) => complaint),
    done: (language) => textFor(language).reviewSteps[step].done,
    seen,
  }
}

/** The case that a step is about. Throws where it is no longer on the agenda, or hidden from this person. */
function caseNamed(
  step: ReviewStep,
  { review, inner }: { readonly review: Review; readonly inner: string | undefined },
  person: PersonId,
  view: House,
): ReviewCase | undefined {
  if (!caseSteps.some((each) => each === step)) return undefined
  const each = visibleCases(review, person, view).find(({ complaint }) => complaint === inner)
  if (!each) throw new Refusal('not-on-agenda')
  return each
}

function objectionTo(
  step: ReviewStep,
  { review, each }: { readonly review: Review; readonly each: ReviewCase | undefined },
  person: PersonId,
  view: House,
): Refusal | undefined {
  const code = each
    ? caseObjection(review, each, { step, by: person }, view)
    : reviewObjection(review, step, person, view)
  return code && new Refusal(code, code === 'recused' || code === 'own-unit' ? { person } : {})
}

async function prepareConvene(house: FaceHouse, person: PersonId): Promise<PreparedStep> {
  const view = await viewHouse(house)
  const branch = branchConvenedBy(person, view)
  return {
    objection: branch === undefined ? new Refusal('not-you') : undefined,
    form: 'convene',
    modal: (opening, reader) => conveneModal(branch ?? '', opening, reader, view),
    read: (values, opening) => conveneTaking(house, { branch: branch ?? '', opening, person, view }, values),
    cases: [],
    done: (language) => textFor(language).reviewSteps.convene.done,
  }
}

/** The branch whose meetings this person convenes. */
function branchConvenedBy(person: PersonId, view: House): string | undefined {
  const branches = view.organisation.document.units.filter(({ level }) => level === 'BRANCH')
  return branches.find(({ id }) => mayConvene(id, person, view))?.id
}

const mostReviews = 200

/** `/complaint reviews`: the meetings that the asker may see, the latest first. */
async function answer(house: FaceHouse, reader: Asking): Promise<Answer> {
  const view = await viewHouse(house)
  const found = await findReviews(house.db, {}, { offset: 0, limit: mostReviews })
  const reviews = found.filter((review) => maySeeReview(review, reader.personId, view))
  const mayConveneOne = branchConvenedBy(reader.personId, view) !== undefined
  return { message: reviewList({ reviews, mayConvene: mayConveneOne }, reader, view) }
}

/** More than the App Home can show. */
const mostWaiting = 20

async function waiting(house: FaceHouse, reader: Asking): Promise<readonly WaitingRow[]> {
  const view = await viewHouse(house)
  const found = await findReviews(house.db, { awaited: reader.personId }, { offset: 0, limit: mostWaiting })
  return found
    .filter((review) => maySeeReview(review, reader.personId, view))
    .map((review) => ({
      matter: 'review',
      id: review.id,
      text: reviewRow(review, reader, view),
      due: review.meetsAt,
    }))
}
