import type { LanedEffect, Notice } from '../matter/effect.ts'
import type { Context } from '../matter/matter.ts'
import { missingVoters } from '../matter/ballot.ts'
import { derivedId } from '../matter/derived-id.ts'
import { isoOf } from '../matter/iso.ts'
import type { PersonId } from '../organisation/organisation.ts'
import type { BallotOutcome } from '../matter/ballot.ts'
import type { CoveredComplaint, Emergency } from './emergency.ts'
import type { EmergencyEvent, EmergencyEventOf } from './event.ts'
import { free, headOf } from './people.ts'
import { coveredAt } from './reporting.ts'
import { voteClosesAt } from './waits.ts'

/** Served this much after it was owed, a call confesses that the delay was ours. */
const confessAfterSeconds = 120

/** Who must hear of it, what must change outside? An emergency's effects all go in the first lane. */
export function react(
  event: EmergencyEvent,
  before: Emergency | undefined,
  emergency: Emergency,
  context: Context,
): LanedEffect[] {
  const head = headOf(emergency, context)
  switch (event.type) {
    case 'formed':
    case 'clusterAccepted':
      return [
        urgent({ kind: 'openChannel', slug: emergency.number }),
        ...noteGroup(emergency),
        ...emergency.members.flatMap((person) => tell([person], memberNotice(emergency, person))),
        ...tell(head, { code: 'instruction-wanted' }),
        ...tell(head, { code: 'group-confirm-wanted' }),
      ]
    case 'clusterProposed':
      return tell(head, {
        code: 'cluster-proposed',
        count: event.complaints.length,
        role: event.kind,
        reason: event.about,
      })
    case 'clusterDismissed':
      return tell(
        head.filter((person) => person !== event.by),
        { code: 'cluster-dismissed', by: event.by, reason: event.reason },
      )
    case 'instructed': {
      const remark = [event.wording, event.file].filter((said) => said !== undefined).join('\n')
      return [
        ...noteAll(emergency, { step: 'noteInstruction', emergency: emergency.id }),
        ...post(emergency, { code: 'instruction-recorded', by: event.by, remark }),
        ...refresh(emergency),
      ]
    }
    case 'groupConfirmed':
      return [
        ...event.struck.flatMap(({ person, reason }) =>
          tell([person], { code: 'emergency-struck', by: event.by, reason }),
        ),
        ...event.struck.flatMap(({ person }) => remove(emergency, person)),
        ...broughtIn(emergency, event.joined),
        ...noteGroup(emergency),
        ...refresh(emergency),
      ]
    case 'appointed':
      return [
        ...Object.entries(event.roles).flatMap(([role, person]) => [
          ...tell([person], { code: 'emergency-role', role, by: event.by }),
          ...tell(replacedIn(before, role, person), {
            code: 'emergency-replaced',
            role,
            by: event.by,
            person,
          }),
        ]),
        ...broughtIn(emergency, event.joined),
        ...noteGroup(emergency),
        ...refresh(emergency),
      ]
    case 'situationReported':
      return [
        ...post(emergency, { code: 'situation', by: event.by, remark: event.facts, due: event.nextUpdate }),
        ...news(emergency, { by: event.by, text: event.facts }),
        ...refresh(emergency),
      ]
    case 'updateWanted': {
      const { leader, scribe } = emergency.roles
      return tell(free(emergency, [scribe, leader]), { code: 'situation-wanted', due: event.owedAt })
    }
    case 'reportedUpward':
      return [
        ...post(emergency, {
          code: 'emergency-report',
          by: event.by,
          role: event.kind,
          remark: event.summary ?? event.facts ?? event.rootCause ?? '',
        }),
        ...(isWholeOral(event, emergency) ? noteAll(emergency, reportedUp(event)) : []),
        ...refresh(emergency),
      ]
    case 'taskAssigned':
    case 'taskFinished':
    case 'taskTaken':
    case 'taskHandedOver':
      return onTask(event, emergency)
    case 'decisionRecorded':
      return [
        ...post(emergency, {
          code: 'emergency-decision',
          by: event.by,
          person: event.decidedBy,
          remark: event.resolved,
        }),
        ...refresh(emergency),
      ]
    case 'contactLogged':
      return [
        ...post(emergency, {
          code: 'emergency-contact',
          by: event.by,
          person: event.speaker,
          reason: event.with,
          remark: event.utterance,
        }),
        ...refresh(emergency),
      ]
    case 'messageKept':
      return refresh(emergency)
    case 'complaintJoined':
      return [
        ...event.left.flatMap((person) => remove(emergency, person)),
        ...broughtIn(emergency, event.joined),
        ...post(emergency, { code: 'complaint-joined', by: event.by, case: event.complaint.number }),
        ...noteGroup(emergency),
        ...refresh(emergency),
      ]
    case 'answerNoted':
      return answerNoted(event, emergency)
    case 'ballotOpened':
    case 'voted':
    case 'ballotClosed':
      return onVote(event, emergency, context)
    case 'reminded':
      return tell(event.to, { code: 'emergency-reminder', ...callFacts(event) })
    case 'rungReached':
      return climbed(event, emergency, head)
    case 'calledAgain':
      return tell(event.to, { code: 'emergency-overdue', ...callFacts(event), rung: event.rung })
    case 'stoodDown':
      return stoodDown(event, emergency)
    case 'closingReported':
      return [
        ...tell(
          emergency.members.filter((person) => person !== event.by),
          { code: 'emergency-closed', by: event.by, remark: event.facts },
        ),
        ...post(emergency, { code: 'emergency-closed', by: event.by, remark: event.facts }),
        ...refresh(emergency),
      ]
    case 'channelOpened':
      return [
        ...emergency.members.flatMap((person) => invite(emergency, person)),
        urgent({ kind: 'refresh' }),
        urgent({ kind: 'post', notice: { code: 'emergency-brief' }, pin: true }),
      ]
    case 'channelLost':
      return [urgent({ kind: 'openChannel', slug: emergency.number })]
    case 'inviteRefused':
      return [
        ...noteGroup(emergency),
        ...tell(head, { code: 'invite-refused', person: event.person, reason: event.error }),
        ...(event.substitute === undefined ? [] : broughtIn(emergency, [event.substitute])),
      ]
    case 'archiveWanted':
      return [{ lane: 'work', effect: { kind: 'archive' } }]
    case 'channelArchived':
      return []
  }
}

function onTask(
  event: EmergencyEventOf<'taskAssigned' | 'taskFinished' | 'taskTaken' | 'taskHandedOver'>,
  emergency: Emergency,
): LanedEffect[] {
  const task = emergency.tasks?.find(({ no }) => no === event.task)
  if (!task) return []
  const said = { by: event.by, count: task.no, remark: task.work }
  const others = (...people: (PersonId | undefined)[]) =>
    free(emergency, people).filter((person) => person !== event.by)
  const yours = tell([task.owner], { code: 'task-yours', ...said, due: task.due })
  switch (event.type) {
    case 'taskAssigned':
      return [...yours, ...refresh(emergency)]
    case 'taskFinished':
      return [
        ...tell(others(task.by, emergency.roles.leader), {
          code: 'task-finished',
          by: event.by,
          count: task.no,
          remark: event.result,
        }),
        ...refresh(emergency),
      ]
    case 'taskTaken':
    case 'taskHandedOver':
      return [
        ...yours,
        ...tell(others(event.from, emergency.roles.leader), {
          code: 'task-moved',
          ...said,
          person: task.owner,
          reason: event.reason,
        }),
        ...refresh(emergency),
      ]
  }
}

/** The customer's answer of one complaint is known to the group and to whoever works on the others. */
function answerNoted(event: EmergencyEventOf<'answerNoted'>, emergency: Emergency): LanedEffect[] {
  const from = emergency.complaints.find(({ id }) => id === event.complaint)
  if (!event.answered || !from || event.text === undefined) return refresh(emergency)
  const { by, text } = event
  const said = { ...(by !== undefined && { by }), case: from.number, remark: text }
  const others = emergency.complaints.filter(({ id }) => id !== from.id)
  return [
    ...post(emergency, { code: 'emergency-answer', ...said }),
    ...news(
      { ...emergency, complaints: others },
      { text, from: from.number, ...(by !== undefined && { by }) },
    ),
    ...refresh(emergency),
  ]
}

const outcomes = {
  adopted: 'resolution-adopted',
  rejected: 'resolution-rejected',
  noQuorum: 'resolution-no-quorum',
} as const satisfies Record<BallotOutcome, Notice['code']>

function onVote(
  event: EmergencyEventOf<'ballotOpened' | 'voted' | 'ballotClosed'>,
  emergency: Emergency,
  context: Context,
): LanedEffect[] {
  const ballot = emergency.ballots?.find(({ no }) => no === event.ballot)
  if (!ballot) return []
  switch (event.type) {
    case 'ballotOpened': {
      const due = isoOf(voteClosesAt(ballot, context.rulebook))
      const notice: Notice = { code: 'resolution-wanted', by: event.by, due, remark: ballot.plan }
      return [...tell(free(emergency, missingVoters(ballot, context)), notice), ...refresh(emergency)]
    }
    case 'voted':
      return refresh(emergency)
    case 'ballotClosed': {
      const notice: Notice = {
        code: outcomes[event.outcome],
        count: ballot.votes.filter(({ voice }) => voice === 'yes').length,
        remark: ballot.plan,
      }
      const { leader, scribe } = emergency.roles
      const people = free(emergency, [ballot.by, leader, scribe, ...headOf(emergency, context)])
      return [...tell(people, notice), ...post(emergency, notice), ...refresh(emergency)]
    }
  }
}

function climbed(
  event: EmergencyEventOf<'rungReached'>,
  emergency: Emergency,
  head: readonly PersonId[],
): LanedEffect[] {
  const notice: Notice = { code: 'emergency-overdue', ...callFacts(event), rung: event.rung }
  if (event.to.length === 0)
    return event.rung <= silentGap ? [] : tell(head, { ...notice, code: 'emergency-nobody-found' })
  return [...tell(event.to, notice), ...post(emergency, notice), ...refresh(emergency)]
}

/** An emergency has no business line of its own, so that nobody stands on that rung is no gap. */
const silentGap = 2

function callFacts({
  at,
  owedAt,
  clock,
  due,
  task,
}: EmergencyEventOf<'reminded' | 'rungReached' | 'calledAgain'>) {
  const late = Math.round(Temporal.Instant.from(at).since(Temporal.Instant.from(owedAt)).total('seconds'))
  return {
    clock,
    due,
    ...(task !== undefined && { count: task }),
    ...(late > confessAfterSeconds && { lateSeconds: late }),
  }
}

/** Settled, it goes to the review meeting by itself, and its scribe owes the closing report; a mistake ends with it. */
function stoodDown(event: EmergencyEventOf<'stoodDown'>, emergency: Emergency): LanedEffect[] {
  const notice: Notice = { code: 'stood-down', by: event.by, reason: event.reason }
  const { leader, scribe } = emergency.roles
  const settled: LanedEffect[] =
    event.ground === 'mistake'
      ? []
      : [convene(emergency), ...tell(free(emergency, [scribe ?? leader]), { code: 'closing-report-wanted' })]
  return [
    ...noteAll(emergency, { step: 'noteStoodDown', emergency: emergency.id }),
    ...emergency.members.flatMap((person) => tell([person], notice)),
    ...post(emergency, notice),
    ...settled,
    ...refresh(emergency),
  ]
}

/** The same emergency always opens the same special meeting. */
function convene(emergency: Emergency): LanedEffect {
  const id = derivedId(`review:emergency:${emergency.id}`)
  const { branch } = emergency
  const cases = emergency.complaints.map((complaint) => agendaItem(complaint, emergency))
  const command = { step: 'convene', branch, kind: 'special', cases }
  return urgent({ kind: 'command', matter: 'review', id, command })
}

function agendaItem({ id, number, outlet, unit, respondents }: CoveredComplaint, emergency: Emergency) {
  return {
    complaint: id,
    number,
    level: 'L1',
    outlet: outlet ?? emergency.outlet,
    unit: unit ?? outlet ?? emergency.outlet,
    respondents: [...(respondents ?? emergency.respondents)],
    why: ['level'],
  }
}

function memberNotice(emergency: Emergency, person: PersonId): Notice {
  const role = Object.entries(emergency.roles).find(([, named]) => named === person)?.[0]
  return { code: 'emergency-member', ...(role && { role }) }
}

function replacedIn(before: Emergency | undefined, role: string, now: PersonId): PersonId[] {
  const had = Object.entries(before?.roles ?? {}).find(([named]) => named === role)?.[1]
  return had === undefined || had === now ? [] : [had]
}

function broughtIn(emergency: Emergency, people: readonly PersonId[]): LanedEffect[] {
  return people.flatMap((person) => [
    ...tell([person], memberNotice(emergency, person)),
    ...invite(emergency, person),
  ])
}

function urgent(effect: LanedEffect['effect']): LanedEffect {
  return { lane: 'emergency', effect }
}

function tell(to: readonly PersonId[], notice: Notice): LanedEffect[] {
  return to.map((person) => urgent({ kind: 'tell', to: person, notice }))
}

function post({ channel }: Emergency, notice: Notice): LanedEffect[] {
  return channel.id && !channel.archived ? [urgent({ kind: 'post', notice })] : []
}

function refresh({ channel }: Emergency): LanedEffect[] {
  return channel.id && !channel.archived ? [urgent({ kind: 'refresh' })] : []
}

function invite({ channel, roles }: Emergency, person: PersonId): LanedEffect[] {
  const role = Object.entries(roles).find(([, named]) => named === person)?.[0] ?? 'member'
  return channel.id ? [urgent({ kind: 'invite', person, why: role })] : []
}

/** Whoever is no longer of the group no longer reads its channel. */
function remove({ channel }: Emergency, person: PersonId): LanedEffect[] {
  return channel.id && !channel.archived ? [urgent({ kind: 'remove', person })] : []
}

/** The complaints know who is in the group: its members act on them, and their ladder calls its leader. */
function noteGroup(emergency: Emergency): LanedEffect[] {
  const { leader } = emergency.roles
  return noteAll(emergency, {
    step: 'noteEmergency',
    emergency: emergency.id,
    ...(leader !== undefined && { leader }),
    members: [...emergency.members],
  })
}

/** Once both have heard it, the complaints need no report of their own. */
function isWholeOral({ kind, at }: EmergencyEventOf<'reportedUpward'>, emergency: Emergency): boolean {
  return kind === 'oral' && coveredAt(emergency, 'oral') === at
}

function reportedUp({ by, reportedTo, reportedAt, summary = '' }: EmergencyEventOf<'reportedUpward'>) {
  return { step: 'noteReportedUp', by, reportedTo, reportAt: reportedAt, note: summary }
}

/** What whoever works on the complaints must know of the emergency. */
function news(
  emergency: Pick<Emergency, 'id' | 'number' | 'complaints'>,
  { by, text, from }: { by?: PersonId; text: string; from?: string },
): LanedEffect[] {
  return noteAll(emergency, {
    step: 'noteNews',
    emergency: emergency.id,
    number: emergency.number,
    text,
    ...(by !== undefined && { by }),
    ...(from !== undefined && { from }),
  })
}

function noteAll(
  { complaints }: Pick<Emergency, 'complaints'>,
  command: Record<string, unknown>,
): LanedEffect[] {
  return complaints.map(({ id }) => urgent({ kind: 'command', matter: 'complaint', id, command }))
}
