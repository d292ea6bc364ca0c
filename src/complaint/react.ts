import type { LanedEffect, Lane, Notice } from '../matter/effect.ts'
import type { Context } from '../matter/matter.ts'
import type { PersonId } from '../organisation/organisation.ts'
import { headOfficeSqOf, sqHeadOf, sqOfficersOf } from '../organisation/service-quality.ts'
import type { ClockCode } from '../policy/pack.ts'
import { ownersOf } from './callees.ts'
import type { Complaint } from './complaint.ts'
import { emergencyIdOf } from './emergency-id.ts'
import type { Event, EventOf } from './event.ts'
import { headOfficeRung } from './subject.ts'

/** Served this much after it was owed, a call confesses that the delay was ours. */
const confessAfterSeconds = 120

/** Who must hear of this event, what must change outside? `complaint` is the state after all events of the command. */
export function react(
  event: Event,
  _before: Complaint | undefined,
  complaint: Complaint,
  context: Context,
): LanedEffect[] {
  const out = tray(complaint)
  const waitingFor = (clock: ClockCode) => ownersOf(clock, complaint, context)
  switch (event.type) {
    case 'filed':
      return filed(event, complaint, context)
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
    case 'relevelled':
      return relevelled(event, complaint, context)
    case 'escalated':
      return escalated(event, complaint, context)
    case 'reminded':
      return out.tell(event.to, {
        code: 'reminder',
        clock: event.clock,
        due: event.due,
        ...confession(event),
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
  const toldAlready = [...alarmed, ...triage].includes(event.by)
  return [
    ...alarm,
    ...out.tell(triage, { code: 'triage-wanted', by: event.by }),
    ...(toldAlready ? [] : out.tell([event.by], { code: 'filed' })),
  ]
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
    ...confession(event),
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
  const command = {
    step: 'form',
    complaint: complaint.id,
    number: complaint.number,
    branch: complaint.branch,
    outlet: complaint.outlet,
    handlingUnit: complaint.handlingUnit ?? complaint.outlet,
    owner: complaint.owner,
    reasons: [...complaint.levelReasons],
    respondents: [...complaint.respondents],
  }
  return [
    {
      lane: 'emergency',
      effect: { kind: 'command', matter: 'emergency', id: emergencyIdOf(complaint.id), command },
    },
  ]
}

function closeWanted(complaint: Complaint, context: Context): LanedEffect[] {
  if (complaint.status !== 'replied') return []
  return tray(complaint).tell(ownersOf('close', complaint, context), { code: 'close-wanted' })
}

function confession({ at, owedAt }: { at: string; owedAt: string }): { lateSeconds?: number } {
  const late = Math.round(Temporal.Instant.from(at).since(Temporal.Instant.from(owedAt)).total('seconds'))
  return late > confessAfterSeconds ? { lateSeconds: late } : {}
}

function others(people: readonly (PersonId | undefined)[], by: PersonId): PersonId[] {
  return people.filter((person) => person !== undefined && person !== by) as PersonId[]
}
