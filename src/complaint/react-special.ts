import type { LanedEffect, Notice } from '../matter/effect.ts'
import type { Context } from '../matter/matter.ts'
import type { PersonId } from '../organisation/organisation.ts'
import { committeeOf } from '../organisation/committee.ts'
import { complianceOf } from '../organisation/compliance.ts'
import { headOfficeSqOf, sqHeadOf, sqOfficersOf } from '../organisation/service-quality.ts'
import type { Complaint } from './complaint.ts'
import { earlierOf } from './earlier.ts'
import type { EventOf } from './event.ts'
import type { SpecialEvent } from './evolve-special.ts'
import { type Out, late, others } from './react-waiting.ts'

/** Who must hear of what special handling did (`DOMAIN.md` 9.3). */
export function reactToSpecial(
  event: SpecialEvent | EventOf<'solvedOnSpot' | 'merged' | 'mergedIn' | 'childAdded' | 'groupJoined'>,
  complaint: Complaint,
  context: Context,
  out: Out,
): LanedEffect[] {
  const { owner, handler, filedBy, branch } = complaint
  const { organisation, now } = context
  const mine = [owner, handler]
  const head = sqHeadOf(organisation, branch, now)
  const officer = sqOfficersOf(organisation, branch, now).slice(0, 1)
  const tellAll = (people: readonly (PersonId | undefined)[], by: PersonId, notice: Notice) => [
    ...out.tell(others(people, by), notice),
    ...out.post(notice),
    ...out.refresh(),
  ]
  switch (event.type) {
    case 'merged':
      return [
        ...tellAll([...mine, complaint.offeredTo, filedBy], event.by, {
          code: 'merged',
          by: event.by,
          case: event.into.number,
        }),
        toOther(event.into.id, {
          step: 'noteMerged',
          from: earlierOf(complaint),
          by: event.by,
          facts: complaint.facts,
        }),
      ]
    case 'mergedIn':
      return tellAll([...mine, filedBy], event.by, {
        code: 'merged-in',
        by: event.by,
        count: event.count,
      })
    case 'childAdded':
      return [
        ...out.refresh(),
        toOther(event.child.id, {
          step: 'noteParent',
          by: event.by,
          parent: earlierOf(complaint),
          representative: event.representative,
        }),
      ]
    case 'groupJoined':
      return tellAll(mine, event.by, { code: 'group-joined', by: event.by, case: event.parent.number })
    case 'solvedOnSpot':
      return tellAll([...mine, filedBy, ...officer], event.by, { code: 'closed', by: event.by })
    case 'referred': {
      const people = [...mine, ...officer, ...head, ...complianceOf(organisation, branch, now)]
      return tellAll(people, event.by, {
        code: 'referred',
        by: event.by,
        reason: event.body,
        remark: event.note,
      })
    }
    case 'referralAnswered': {
      const people = [...mine, ...head, ...complianceOf(organisation, branch, now)]
      return tellAll(people, event.by, { code: 'referral-answered', by: event.by, remark: event.summary })
    }
    case 'leakReported': {
      const people = [
        ...head,
        ...complianceOf(organisation, branch, now),
        ...headOfficeSqOf(organisation, now),
      ]
      return tellAll(people, event.by, { code: 'leak-reported', by: event.by, reason: event.body })
    }
    case 'reviewAsked': {
      const notice: Notice = {
        code: 'higher-review-asked',
        by: event.by,
        person: event.reviewer,
        remark: event.reason,
      }
      return tellAll([event.reviewer, ...mine, ...head], event.by, notice)
    }
    case 'reviewDecided': {
      const { secretary } = committeeOf(organisation, branch, now)
      const above = [...head, secretary, ...headOfficeSqOf(organisation, now)]
      const notice: Notice = {
        code: 'higher-review-decided',
        by: event.by,
        reason: event.result,
        remark: event.summary,
      }
      return tellAll([...mine, filedBy, ...officer, ...above], event.by, notice)
    }
    case 'mediationOffered':
    case 'mediationEnded': {
      const reason = event.type === 'mediationOffered' ? event.answer : event.result
      return tellAll([...mine, ...officer], event.by, { code: 'mediation', by: event.by, reason })
    }
    case 'deadlineCalled':
      return called(event, out)
    case 'authoritySpoken':
    case 'careSet':
    case 'authorised':
      return out.refresh()
  }
}

/** A leak told with the filing, or added since: 72 hours run, and whoever reports it hears so at once. */
export function leakWanted(
  before: Complaint | undefined,
  complaint: Complaint,
  context: Context,
  out: Out,
): LanedEffect[] {
  if (!leaks(complaint) || (before && leaks(before))) return []
  const { organisation, now } = context
  const { branch } = complaint
  const people = [
    ...sqOfficersOf(organisation, branch, now).slice(0, 1),
    ...sqHeadOf(organisation, branch, now),
    ...complianceOf(organisation, branch, now),
  ]
  return out.tell(people, { code: 'leak-report-wanted' }, 'alert')
}

/** Does it tell of a leak, reported or not? */
function leaks({ deadlines = [] }: Complaint): boolean {
  return deadlines.some(({ id }) => id === 'leak')
}

function toOther(id: string, command: Readonly<Record<string, unknown>>): LanedEffect {
  return { lane: 'work', effect: { kind: 'command', matter: 'complaint', id, command } }
}

function called(event: EventOf<'deadlineCalled'>, out: Out): LanedEffect[] {
  const isOver = event.mark === 'k0'
  const notice: Notice = {
    clock: event.kind,
    due: event.due,
    code: isOver ? 'overdue' : 'reminder',
    ...late(event),
  }
  return out.tell(event.to, isOver ? { ...notice, rung: 0 } : notice, isOver ? 'alert' : 'work')
}
