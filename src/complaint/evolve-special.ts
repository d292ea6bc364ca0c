import type { Complaint, Deadline, Iso } from './complaint.ts'
import type { EventOf } from './event.ts'

/** What special handling adds to a complaint (`DOMAIN.md` 9.3), and the deadlines beside its clocks. */
export type SpecialEvent = EventOf<
  | 'referred'
  | 'referralAnswered'
  | 'authoritySpoken'
  | 'leakReported'
  | 'reviewAsked'
  | 'reviewDecided'
  | 'mediationOffered'
  | 'mediationEnded'
  | 'careSet'
  | 'authorised'
  | 'deadlineCalled'
>

/** The complaint after one of these. */
export function evolveSpecial(complaint: Complaint, event: SpecialEvent): Complaint {
  switch (event.type) {
    case 'referred':
      return referred(complaint, event)
    case 'referralAnswered':
      return referralAnswered(complaint, event)
    case 'authoritySpoken': {
      const { type: _type, ...said } = event
      return { ...complaint, authorityContacts: [...(complaint.authorityContacts ?? []), said] }
    }
    case 'leakReported': {
      const { type: _type, ...leakReport } = event
      return { ...stopped(complaint, 'leak', event.reportAt), leakReport }
    }
    case 'reviewAsked': {
      const { type: _type, ...higherReview } = event
      const next = { ...complaint, higherReview }
      return started(next, {
        id: 'higherReview',
        kind: 'higherReview',
        startedAt: event.askedAt,
        knownSince: event.at,
      })
    }
    case 'reviewDecided': {
      const { type: _type, by: _by, ...decided } = event
      const { higherReview } = complaint
      const next = stopped(complaint, 'higherReview', event.at)
      return higherReview ? { ...next, higherReview: { ...higherReview, decided } } : next
    }
    case 'mediationOffered': {
      const { type: _type, ...mediation } = event
      return { ...complaint, mediations: [...(complaint.mediations ?? []), mediation] }
    }
    case 'mediationEnded':
      return mediationEnded(complaint, event)
    case 'careSet':
      return careSet(complaint, event)
    case 'authorised': {
      const { type: _type, ...authority } = event
      return { ...complaint, authority }
    }
    case 'deadlineCalled':
      return called(complaint, event)
  }
}

/** A leak of data is known since it was told; the 72 hours count from when the customer spoke of it. Each complaint has it once. */
export function leakKnown(
  { facts, deadlines = [] }: Pick<Complaint, 'facts' | 'deadlines'>,
  { receivedAt, at }: { receivedAt: Iso; at: Iso },
): Pick<Complaint, 'deadlines'> {
  const isNews = (facts['dataLeak'] ?? 0) > 0 && !deadlines.some(({ id }) => id === 'leak')
  if (!isNews) return {}
  const leak: Deadline = { id: 'leak', kind: 'leak', startedAt: receivedAt, knownSince: at, served: [] }
  return { deadlines: [...deadlines, leak] }
}

function referred(complaint: Complaint, event: EventOf<'referred'>): Complaint {
  const { type: _type, ...referral } = event
  const { number, referredAt, namedDue, at } = event
  const next = { ...complaint, referrals: [...(complaint.referrals ?? []), referral] }
  return started(next, {
    id: `referral:${number}`,
    kind: 'referral',
    startedAt: referredAt,
    knownSince: at,
    ...(namedDue !== undefined && { namedDue }),
  })
}

function referralAnswered(complaint: Complaint, event: EventOf<'referralAnswered'>): Complaint {
  const { type: _type, number, ...answer } = event
  const { referrals = [] } = complaint
  return {
    ...stopped(complaint, `referral:${number}`, event.answeredAt),
    referrals: referrals.map((each) => (each.number === number ? { ...each, answer } : each)),
  }
}

function mediationEnded(complaint: Complaint, event: EventOf<'mediationEnded'>): Complaint {
  const { by, result, endedAt, summary } = event
  const { mediations = [] } = complaint
  return {
    ...complaint,
    mediations: mediations.map((each) =>
      each.ended || each.answer === 'refused' ? each : { ...each, ended: { by, result, endedAt, summary } },
    ),
  }
}

/** The next look replaces the one before. */
function careSet(complaint: Complaint, event: EventOf<'careSet'>): Complaint {
  const { type: _type, vulnerability, reviewAt, ...carePlan } = event
  const next = { ...stopped(complaint, 'care', event.at), vulnerability, carePlan }
  return started(next, {
    id: 'care',
    kind: 'care',
    startedAt: event.at,
    knownSince: event.at,
    namedDue: reviewAt,
  })
}

function started(complaint: Complaint, deadline: Omit<Deadline, 'served'>): Complaint {
  return { ...complaint, deadlines: [...(complaint.deadlines ?? []), { ...deadline, served: [] }] }
}

function stopped(complaint: Complaint, id: string, at: Iso): Complaint {
  const { deadlines } = complaint
  if (!deadlines) return complaint
  return {
    ...complaint,
    deadlines: deadlines.map((each) =>
      each.id === id && each.stoppedAt === undefined ? { ...each, stoppedAt: at } : each,
    ),
  }
}

function called(complaint: Complaint, { deadline, mark, at }: EventOf<'deadlineCalled'>): Complaint {
  const { deadlines = [] } = complaint
  return {
    ...complaint,
    deadlines: deadlines.map((each) =>
      each.id === deadline && each.stoppedAt === undefined
        ? { ...each, calledAt: at, served: each.served.includes(mark) ? each.served : [...each.served, mark] }
        : each,
    ),
  }
}
