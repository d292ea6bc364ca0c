import type { LanedEffect, Lane, Notice } from '../matter/effect.ts'
import type { Context } from '../matter/matter.ts'
import type { PersonId } from '../organisation/organisation.ts'
import { headOfficeSqOf, sqHeadOf, sqOfficersOf } from '../organisation/service-quality.ts'
import { outletManagersOf } from '../organisation/unit-people.ts'
import type { ClockCode } from '../policy/pack.ts'
import { raisesLevel } from './raises-level.ts'
import { calleesOf, ownersOf } from './callees.ts'
import type { Complaint } from './complaint.ts'
import { emergencyIdOf } from './emergency-id.ts'
import { isAnswered } from './emergency-link.ts'
import type { Event, EventOf } from './event.ts'
import { leakWanted, reactToSpecial } from './react-special.ts'
import { late, others, reactToWaiting } from './react-waiting.ts'
import { headOfficeRung } from './subject.ts'

/** Who must hear of this event, what must change outside? `complaint` is the state after all events of the command. */
export function react(
  event: Event,
  before: Complaint | undefined,
  complaint: Complaint,
  context: Context,
): LanedEffect[] {
  const out = tray(complaint)
  const waitingFor = (clock: ClockCode) => ownersOf(clock, complaint, context)
  switch (event.type) {
    case 'filed':
      return [...filed(event, complaint, context), ...leakWanted(before, complaint, context, out)]
    case 'triaged':
      return [
        ...out.refresh(),
        ...out.tell(others(waitingFor('dispatch'), event.by), { code: 'dispatch-wanted', by: event.by }),
        ...formGroup(complaint),
      ]
    case 'dispatched':
      return [
        ...(complaint.offeredTo ? out.tell([complaint.offeredTo], { code: 'offered', by: event.by }) : []),
        ...out.refresh(),
      ]
    case 'taken':
      return [
        ...out.tell(others([complaint.dispatchedBy, complaint.filedBy], event.by), {
          code: 'taken',
          by: event.by,
        }),
        ...out.refresh(),
      ]
    case 'sentBack':
      return [
        ...out.tell(
          others(
            [
              complaint.dispatchedBy,
              ...sqOfficersOf(context.organisation, complaint.branch, context.now).slice(0, 1),
            ],
            event.by,
          ),
          {
            code: 'returned',
            by: event.by,
            reason: event.reason,
            ...(event.remark && { remark: event.remark }),
          },
        ),
        ...out.refresh(),
      ]
    case 'proposed':
      return [...out.tell(waitingFor('approve'), { code: 'approval-wanted', by: event.by }), ...out.refresh()]
    case 'approved':
      return [
        ...out.tell(others([complaint.handler], event.by), { code: 'approved', by: event.by }),
        ...closeWanted(complaint, context),
        ...out.refresh(),
      ]
    case 'planRejected':
      return [
        ...out.tell(others([complaint.handler], event.by), {
          code: 'sent-back',
          by: event.by,
          remark: event.remark,
        }),
        ...out.refresh(),
      ]
    case 'replied':
      return [
        ...out.tell(others([complaint.filedBy], event.by), { code: 'replied', by: event.by }),
        ...closeWanted(complaint, context),
        ...out.refresh(),
      ]
    case 'followUpDrawn':
      return out.tell(waitingFor('followUp'), { code: 'follow-up-wanted' })
    case 'followedUp':
      return event.content
        ? [...closeWanted(complaint, context), ...out.refresh()]
        : [
            ...out.tell(others([complaint.handler], event.by), {
              code: 'not-content',
              by: event.by,
              ...(event.comment && { remark: event.comment }),
            }),
            ...out.refresh(),
          ]
    case 'closed':
      return [
        ...out.tell(others([complaint.filedBy, complaint.handler], event.by), {
          code: 'closed',
          by: event.by,
        }),
        ...out.post({ code: 'closed', by: event.by }),
        ...out.refresh(),
      ]
    case 'withdrawn':
    case 'notAccepted':
      return ended(event, complaint)
    case 'attached':
      return [...attached(event, complaint, context), ...leakWanted(before, complaint, context, out)]
    case 'reopened':
      return reopened(event, complaint, context)
    case 'levelRaised':
      return levelRaised(event, complaint, context)
    case 'relevelled':
      return relevelled(event, complaint, context)
    case 'merged':
    case 'mergedIn':
    case 'childAdded':
    case 'groupJoined':
    case 'solvedOnSpot':
    case 'referred':
    case 'referralAnswered':
    case 'authoritySpoken':
    case 'leakReported':
    case 'reviewAsked':
    case 'reviewDecided':
    case 'mediationOffered':
    case 'mediationEnded':
    case 'careSet':
    case 'authorised':
    case 'deadlineCalled':
      return reactToSpecial(event, complaint, context, out)
    case 'pauseAsked':
    case 'pauseRefused':
    case 'paused':
    case 'pauseEnding':
    case 'pauseReviewWanted':
    case 'resumed':
    case 'extensionAsked':
    case 'extensionGranted':
    case 'extensionRefused':
    case 'extended':
      return reactToWaiting(event, before, complaint, context, out)
    case 'escalated':
      return escalated(event, complaint, context)
    case 'reminded':
      return out.tell(event.to, {
        code: 'reminder',
        clock: event.clock,
        due: event.due,
        ...late(event),
      })
    case 'rungReached':
      return climbed(event, complaint, context)
    case 'calledAgain':
      return out.tell(
        event.to,
        { code: 'overdue', clock: event.clock, rung: event.rung, due: event.due },
        'alert',
      )
    case 'channelWanted':
    case 'channelLost':
      return [{ lane: out.lane('alert'), effect: { kind: 'openChannel', slug: complaint.number } }]
    case 'channelOpened':
      return [...out.refresh(), ...complaint.members.flatMap(({ person, why }) => out.invite(person, why))]
    case 'memberAdded':
      return out.invite(event.person, event.why)
    case 'inviteRefused':
      return out.tell(sqOfficersOf(context.organisation, complaint.branch, context.now).slice(0, 1), {
        code: 'invite-refused',
        person: event.person,
        reason: event.error,
      })
    case 'archiveWanted':
      return [{ lane: 'work', effect: { kind: 'archive' } }]
    case 'contacted':
    case 'investigated':
    case 'reportedUp':
    case 'seen':
    case 'emergencyFormed':
    case 'emergencyInstructed':
    case 'stoodDown':
      return out.refresh()
    case 'emergencyNews':
      return emergencyNews(event, complaint)
    case 'channelArchived':
      return []
  }
}

/** The effects of one complaint, each in its lane: a level-1 complaint always in the first one. Nobody complained about hears. */
function tray(complaint: Complaint) {
  const lane = (ordinary: Lane): Lane => (complaint.level === 'L1' ? 'emergency' : ordinary)
  const hasChannel = complaint.channel?.id !== undefined && !complaint.channel.archived
  return {
    lane,
    tell: (to: readonly PersonId[], notice: Notice, ordinary: Lane = 'work'): LanedEffect[] =>
      [...new Set(to)]
        .filter((person) => !complaint.respondents.includes(person))
        .map((person) => ({ lane: lane(ordinary), effect: { kind: 'tell', to: person, notice } })),
    post: (notice: Notice, ordinary: Lane = 'work'): LanedEffect[] =>
      hasChannel ? [{ lane: lane(ordinary), effect: { kind: 'post', notice } }] : [],
    refresh: (): LanedEffect[] => (hasChannel ? [{ lane: lane('work'), effect: { kind: 'refresh' } }] : []),
    invite: (person: PersonId, why: string): LanedEffect[] =>
      hasChannel ? [{ lane: lane('work'), effect: { kind: 'invite', person, why } }] : [],
  }
}

function filed(event: EventOf<'filed'>, complaint: Complaint, context: Context): LanedEffect[] {
  const out = tray(complaint)
  const { organisation, now } = context
  const branchPeople = [
    ...sqOfficersOf(organisation, complaint.branch, now).slice(0, 1),
    ...sqHeadOf(organisation, complaint.branch, now),
  ]
  const alarm =
    complaint.level === 'L1' ? out.tell(branchPeople, { code: 'level-1-proposed', by: event.by }) : []
  const alarmed = alarm.length > 0 ? branchPeople : []
  const triage = ownersOf('triage', complaint, context).filter((person) => !alarmed.includes(person))
  const count = event.repeatOf?.count ?? 0
  const raised = raisesLevel(count, context.rulebook.pack)
    ? others(ladderOf(complaint, context), event.by).filter(
        (person) => ![...alarmed, ...triage].includes(person),
      )
    : []
  const toldAlready = [...alarmed, ...triage].includes(event.by)
  return [
    ...alarm,
    ...out.tell(triage, { code: 'triage-wanted', by: event.by }),
    ...out.tell(raised, { code: 'level-raised', count }, 'alert'),
    ...(toldAlready ? [] : out.tell([event.by], { code: 'filed' })),
  ]
}

/** Whoever had a part in it need do nothing more. */
function ended(event: EventOf<'withdrawn' | 'notAccepted'>, complaint: Complaint): LanedEffect[] {
  const out = tray(complaint)
  const { owner, handler, offeredTo, filedBy } = complaint
  const notice: Notice =
    event.type === 'withdrawn'
      ? { code: 'withdrawn', by: event.by }
      : { code: 'not-accepted', by: event.by, reason: event.reason }
  return [
    ...out.tell(others([owner, handler, offeredTo, filedBy], event.by), notice),
    ...out.post(notice),
    ...out.refresh(),
  ]
}

/** Who works on it hears what the customer said, the one who filed it too; service quality where it asks for a graver level. */
function attached(event: EventOf<'attached'>, complaint: Complaint, context: Context): LanedEffect[] {
  const out = tray(complaint)
  const { owner, handler, offeredTo, filedBy } = complaint
  const notice: Notice = { code: 'customer-again', by: event.by, count: event.count }
  const deciders = [
    ...sqOfficersOf(context.organisation, complaint.branch, context.now).slice(0, 1),
    ...sqHeadOf(context.organisation, complaint.branch, context.now),
  ]
  return [
    ...out.tell(others([owner, handler, offeredTo, filedBy], event.by), notice),
    ...(event.asksFor ? out.tell(deciders, { code: 'graver-facts', reason: event.asksFor }, 'alert') : []),
    ...out.post(notice),
    ...out.refresh(),
  ]
}

function reopened(event: EventOf<'reopened'>, complaint: Complaint, context: Context): LanedEffect[] {
  const out = tray(complaint)
  const { organisation, now } = context
  const { owner, handler, filedBy, branch, outlet } = complaint
  const people = [
    owner,
    handler,
    ...ownersOf('investigate', complaint, context),
    filedBy,
    ...outletManagersOf(organisation, outlet, now),
    ...sqOfficersOf(organisation, branch, now).slice(0, 1),
  ]
  const notice: Notice = {
    code: 'reopened',
    by: event.by,
    ...(event.reason !== undefined && { remark: event.reason }),
  }
  return [...out.tell(others(people, event.by), notice), ...out.post(notice), ...out.refresh()]
}

/** Raised by the customer's own persistence: everybody on the ladder up to service quality hears of it. */
function levelRaised(event: EventOf<'levelRaised'>, complaint: Complaint, context: Context): LanedEffect[] {
  const out = tray(complaint)
  const { count } = event
  const notice: Notice = { code: 'level-raised', ...(count !== undefined && { count }) }
  return [
    ...out.tell(ladderOf(complaint, context), notice, 'alert'),
    ...out.post(notice, 'alert'),
    ...out.refresh(),
    ...formGroup(complaint),
  ]
}

/** Whoever answers for it, and whom the rungs of the pack's ladder name up to the head of service quality. */
function ladderOf(complaint: Complaint, context: Context): PersonId[] {
  const { ladder, branchRung } = context.rulebook.pack
  const named = ladder.filter(({ rung }) => rung <= branchRung).flatMap(({ to }) => to)
  return calleesOf(['owner', ...named, 'sqHead'], 'overall', complaint, context)
}

function relevelled(event: EventOf<'relevelled'>, complaint: Complaint, context: Context): LanedEffect[] {
  const out = tray(complaint)
  const people = [complaint.owner, ...sqHeadOf(context.organisation, complaint.branch, context.now)]
  const notice: Notice = { code: 'relevelled', by: event.by, reason: event.reason }
  return [
    ...out.tell(others(people, event.by), notice, 'alert'),
    ...out.post(notice, 'alert'),
    ...out.refresh(),
    ...formGroup(complaint),
  ]
}

function escalated(event: EventOf<'escalated'>, complaint: Complaint, context: Context): LanedEffect[] {
  const out = tray(complaint)
  const { organisation, now } = context
  const above = event.rung >= headOfficeRung ? headOfficeSqOf(organisation, now) : []
  const people = [
    ...sqOfficersOf(organisation, complaint.branch, now).slice(0, 1),
    ...sqHeadOf(organisation, complaint.branch, now),
    ...above,
  ]
  const notice: Notice = {
    code: 'escalated',
    rung: event.rung,
    reason: event.reason,
    ...(event.by && { by: event.by }),
    ...(event.remark && { remark: event.remark }),
  }
  const heard = event.called ?? []
  return [
    ...out.tell(
      others(people, event.by ?? '').filter((person) => !heard.includes(person)),
      notice,
      'alert',
    ),
    ...(heard.length > 0 ? [] : out.post(notice, 'alert')),
    ...out.refresh(),
  ]
}

function climbed(event: EventOf<'rungReached'>, complaint: Complaint, context: Context): LanedEffect[] {
  const out = tray(complaint)
  const notice: Notice = {
    code: 'overdue',
    clock: event.clock,
    rung: event.rung,
    due: event.due,
    ...late(event),
  }
  if (event.to.length > 0)
    return [...out.tell(event.to, notice, 'alert'), ...out.post(notice, 'alert'), ...out.refresh()]
  const officers = sqOfficersOf(context.organisation, complaint.branch, context.now)
  return out.tell(
    officers,
    { code: 'nobody-found', clock: event.clock, rung: event.rung, due: event.due },
    'alert',
  )
}

/** Level 1 set: the emergency group is formed at once; the same complaint always names the same emergency. */
function formGroup(complaint: Complaint): LanedEffect[] {
  if (complaint.level !== 'L1' || !complaint.levelSet || complaint.emergency) return []
  const nth = (complaint.emergenciesOver ?? []).length + 1
  const command = {
    step: 'form',
    complaint: complaint.id,
    number: complaint.number,
    branch: complaint.branch,
    outlet: complaint.outlet,
    handlingUnit: complaint.handlingUnit ?? complaint.outlet,
    supportUnits: [...complaint.supportUnits],
    answered: isAnswered(complaint),
    owner: complaint.owner,
    reasons: [...complaint.levelReasons],
    respondents: [...complaint.respondents],
  }
  return [
    {
      lane: 'emergency',
      effect: { kind: 'command', matter: 'emergency', id: emergencyIdOf(complaint.id, nth), command },
    },
  ]
}

/**
 * Whoever works on it hears of the situation, and of what the customers of the emergency's other complaints were told; those in
 * the group have it in their own channel.
 */
function emergencyNews(event: EventOf<'emergencyNews'>, complaint: Complaint): LanedEffect[] {
  const out = tray(complaint)
  const { owner, handler, emergencyMembers } = complaint
  const { by, from, text } = event
  const notice: Notice = {
    code: 'emergency-news',
    remark: text,
    ...(by !== undefined && { by }),
    ...(from !== undefined && { reason: from }),
  }
  const people = others([owner, handler], by ?? '').filter((person) => !emergencyMembers.includes(person))
  return [...out.tell(people, notice), ...out.post(notice)]
}

function closeWanted(complaint: Complaint, context: Context): LanedEffect[] {
  if (complaint.status !== 'replied') return []
  return tray(complaint).tell(ownersOf('close', complaint, context), { code: 'close-wanted' })
}
