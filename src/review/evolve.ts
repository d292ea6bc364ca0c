import type { ReviewEvent, ReviewEventOf } from './event.ts'
import type { Review, ReviewCase } from './review.ts'

/** The meeting after one more event. */
export function evolve(review: Review | undefined, event: ReviewEvent): Review {
  if (event.type === 'convened') return begin(event)
  if (!review)
    throw new Error(`The journal begins with "${event.type}" and not with "convened"; it cannot be folded.`)
  return apply(review, event)
}

function begin({ type: _type, at, by, ...said }: ReviewEventOf<'convened'>): Review {
  return { ...said, status: 'convened', ...(by !== undefined && { convenedBy: by }), convenedAt: at }
}

function apply(review: Review, event: Exclude<ReviewEvent, { type: 'convened' }>): Review {
  switch (event.type) {
    case 'putOnAgenda':
      return { ...review, cases: [...review.cases, ...event.cases] }
    case 'takenOffAgenda':
      return { ...review, cases: review.cases.filter(({ complaint }) => complaint !== event.complaint) }
    case 'packSent': {
      const { at, by } = event
      if (review.pack) return review
      return { ...review, pack: { at, ...(by !== undefined && { by }) } }
    }
    case 'rescheduled': {
      const { asked: _asked, ...kept } = review
      return { ...kept, meetsAt: event.meetsAt }
    }
    case 'opened': {
      const { type: _type, ...held } = event
      return { ...review, status: 'held', held }
    }
    case 'verdictProposed':
    case 'verdictGiven':
    case 'deferred':
    case 'objected':
    case 'objectionAnswered':
      return withCase(review, event)
    case 'minuted':
      return { ...review, status: 'minuted', minutes: { by: event.by, at: event.at, text: event.text } }
    case 'closed': {
      const { type: _type, ...closing } = event
      return { ...review, status: 'closed', closing }
    }
    case 'cancelled': {
      const { type: _type, ...cancelled } = event
      return { ...review, status: 'cancelled', cancelled }
    }
    case 'asked':
      return { ...review, asked: { thing: event.thing, at: event.at, times: event.times } }
  }
}

type OfCase = Extract<
  ReviewEvent,
  { type: 'verdictProposed' | 'verdictGiven' | 'deferred' | 'objected' | 'objectionAnswered' }
>

function withCase(review: Review, event: OfCase): Review {
  const cases = review.cases.map((each) =>
    each.complaint === event.complaint ? caseAfter(each, event) : each,
  )
  return { ...review, cases }
}

/** A case is decided or deferred, whichever was said last. */
function caseAfter(each: ReviewCase, event: OfCase): ReviewCase {
  switch (event.type) {
    case 'verdictProposed': {
      const { type: _type, complaint: _complaint, ...proposal } = event
      return { ...each, proposal }
    }
    case 'verdictGiven': {
      const { type: _type, complaint: _complaint, ...verdict } = event
      const { deferred: _deferred, ...kept } = each
      return { ...kept, verdict }
    }
    case 'deferred': {
      const { verdict: _verdict, ...kept } = each
      return { ...kept, deferred: event.reason }
    }
    case 'objected':
      return { ...each, objection: { by: event.by, at: event.at, grounds: event.grounds } }
    case 'objectionAnswered': {
      if (!each.objection)
        throw new Error(`The objection on ${each.number} was answered and never raised; it cannot be folded.`)
      const { type: _type, complaint: _complaint, ...answer } = event
      return { ...each, objection: { ...each.objection, answer } }
    }
  }
}
