import type { Actor } from '../matter/actor.ts'
import { personOf } from '../matter/actor.ts'
import type { Context } from '../matter/matter.ts'
import { Refusal } from '../matter/refusal.ts'
import { deputyOf } from '../organisation/away.ts'
import { objection, rightFor } from './allowed.ts'
import type { Command, CommandOf, Note } from './command.ts'
import type { Complaint } from './complaint.ts'
import type { StepContext } from './context.ts'
import { isoOf } from '../matter/iso.ts'
import { noteOfEmergency } from './emergency-link.ts'
import type { Event } from './event.ts'
import { evolve } from './evolve.ts'
import { joining } from './joining.ts'
import { type StepName, isOver } from './lifecycle.ts'
import { attach, mergedIn } from './step/attach.ts'
import { approve } from './step/approve.ts'
import { close } from './step/close.ts'
import { contact } from './step/contact.ts'
import { dispatch } from './step/dispatch.ts'
import { escalate } from './step/escalate.ts'
import { file } from './step/file.ts'
import { followUp } from './step/follow-up.ts'
import { notRecused } from './step/guard.ts'
import { investigate } from './step/investigate.ts'
import { propose } from './step/propose.ts'
import { relevel } from './step/relevel.ts'
import { notAccept } from './step/not-accept.ts'
import { withdraw } from './step/withdraw.ts'
import { reopen } from './step/reopen.ts'
import { reply } from './step/reply.ts'
import { reportUp } from './step/report-up.ts'
import { seen } from './step/seen.ts'
import { sendBack } from './step/send-back.ts'
import { take } from './step/take.ts'
import { pause } from './step/pause.ts'
import { decidePause } from './step/decide-pause.ts'
import { resume } from './step/resume.ts'
import { extend } from './step/extend.ts'
import { decideExtension } from './step/decide-extension.ts'
import { tellExtension } from './step/tell-extension.ts'
import { solveOnSpot } from './step/solve-on-spot.ts'
import { refer } from './step/refer.ts'
import { answerReferral } from './step/answer-referral.ts'
import { logAuthority } from './step/log-authority.ts'
import { reportLeak } from './step/report-leak.ts'
import { askReview } from './step/ask-review.ts'
import { decideReview } from './step/decide-review.ts'
import { mediate } from './step/mediate.ts'
import { endMediation } from './step/end-mediation.ts'
import { care } from './step/care.ts'
import { authorise } from './step/authorise.ts'
import { addChild } from './step/add-child.ts'
import { merge } from './step/merge.ts'
import { triage } from './step/triage.ts'
import { tick } from './tick.ts'

/**
 * May it happen now, may this person do it, does the step itself agree? The events that follow; none where it has happened
 * already (a form sent twice, a stale alarm). Throws `Refusal` with its code.
 */
export function decide(
  complaint: Complaint | undefined,
  command: Command,
  actor: Actor,
  context: Context,
  id: string,
): Event[] {
  if (command.step === 'file') return complaint ? [] : file(id, command, acting(actor, context))
  if (!complaint) throw new Refusal('not-found')
  const events = decideFor(complaint, command, actor, context)
  return withConsequences(complaint, events, context)
}

function decideFor(
  complaint: Complaint,
  command: Exclude<Command, { step: 'file' }>,
  actor: Actor,
  context: Context,
): Event[] {
  switch (command.step) {
    case 'tick':
      return tick(complaint, context)
    case 'noteChannel':
    case 'noteInviteRefused':
    case 'noteArchived':
    case 'noteChannelLost':
    case 'noteEmergency':
    case 'noteInstruction':
    case 'noteMerged':
    case 'noteParent':
      return note(complaint, command, context)
    case 'noteStoodDown':
    case 'noteNews':
    case 'noteReportedUp':
      return noteOfEmergency(complaint, command, isoOf(context.now))
    case 'attach':
      return attach(complaint, command, acting(actor, context))
    default:
      return decideStep(complaint, command, acting(actor, context))
  }
}

type StepCommand = Extract<Command, { step: StepName }>

function decideStep(complaint: Complaint, command: StepCommand, context: StepContext): Event[] {
  const refused = objection(complaint, command.step, context.by, context)
  if (refused === 'recused') notRecused(complaint, context.by, rightFor[command.step], context)
  if (refused) throw new Refusal(refused)
  switch (command.step) {
    case 'triage':
      return triage(complaint, command, context)
    case 'dispatch':
      return dispatch(complaint, command, context)
    case 'take':
      return take(complaint, command, context)
    case 'sendBack':
      return sendBack(complaint, command, context)
    case 'contact':
      return contact(complaint, command, context)
    case 'investigate':
      return investigate(complaint, command, context)
    case 'propose':
      return propose(complaint, command, context)
    case 'approve':
      return approve(complaint, command, context)
    case 'reply':
      return reply(complaint, command, context)
    case 'followUp':
      return followUp(complaint, command, context)
    case 'close':
      return close(complaint, command, context)
    case 'reopen':
      return reopen(complaint, command, context)
    case 'withdraw':
      return withdraw(complaint, command, context)
    case 'notAccept':
      return notAccept(complaint, command, context)
    case 'merge':
      return merge(complaint, command, context)
    case 'addChild':
      return addChild(complaint, command, context)
    case 'solveOnSpot':
      return solveOnSpot(complaint, command, context)
    case 'refer':
      return refer(complaint, command, context)
    case 'answerReferral':
      return answerReferral(complaint, command, context)
    case 'logAuthority':
      return logAuthority(complaint, command, context)
    case 'reportLeak':
      return reportLeak(complaint, command, context)
    case 'askReview':
      return askReview(complaint, command, context)
    case 'decideReview':
      return decideReview(complaint, command, context)
    case 'mediate':
      return mediate(complaint, command, context)
    case 'endMediation':
      return endMediation(complaint, command, context)
    case 'care':
      return care(complaint, command, context)
    case 'authorise':
      return authorise(complaint, command, context)
    case 'pause':
      return pause(complaint, command, context)
    case 'decidePause':
      return decidePause(complaint, command, context)
    case 'resume':
      return resume(complaint, command, context)
    case 'extend':
      return extend(complaint, command, context)
    case 'decideExtension':
      return decideExtension(complaint, command, context)
    case 'tellExtension':
      return tellExtension(complaint, command, context)
    case 'reportUp':
      return reportUp(complaint, command, context)
    case 'relevel':
      return relevel(complaint, command, context)
    case 'escalate':
      return escalate(complaint, command, context)
    case 'seen':
      return seen(complaint, command, context)
  }
}

type PlainNote = Exclude<Note, { step: 'noteStoodDown' | 'noteNews' | 'noteReportedUp' }>

/** What the machine reports; each is journalled once, a repetition changes nothing. */
function note(complaint: Complaint, command: PlainNote, context: Context): Event[] {
  const at = isoOf(context.now)
  switch (command.step) {
    case 'noteChannel':
      return complaint.channel?.id
        ? []
        : [{ type: 'channelOpened', at, channel: command.channel, name: command.name }]
    case 'noteInviteRefused':
      return inviteRefused(complaint, command, context)
    case 'noteArchived':
      return archived(complaint, at)
    case 'noteChannelLost':
      return channelLost(complaint, command, at)
    case 'noteEmergency': {
      const { step: _step, ...formed } = command
      if (complaint.emergenciesOver?.includes(command.emergency)) return []
      return isKnownGroup(complaint, command) ? [] : [{ type: 'emergencyFormed', at, ...formed }]
    }
    case 'noteInstruction':
      return waitsForGroup(complaint)
        ? [{ type: 'emergencyInstructed', at, emergency: command.emergency }]
        : []
    case 'noteMerged':
      return noteMerged(complaint, command, context)
    case 'noteParent': {
      const { step: _step, ...joined } = command
      return complaint.parent ? [] : [{ type: 'groupJoined', at, ...joined }]
    }
  }
}

/** Each duplicate counts once; one that comes when it has ended meanwhile changes nothing. */
function noteMerged(
  complaint: Complaint,
  { from, by, facts }: CommandOf<'noteMerged'>,
  context: Context,
): Event[] {
  const isKnown = complaint.mergedFrom?.some(({ id }) => id === from.id) === true
  return isKnown || isOver(complaint.status)
    ? []
    : mergedIn(complaint, { from, facts }, { ...context, by, at: isoOf(context.now) })
}

/** Reopened while Slack archived its channel, it wants another one. */
function archived({ channel, status }: Complaint, at: string): Event[] {
  if (channel?.id === undefined || channel.archived) return []
  return isOver(status)
    ? [{ type: 'channelArchived', at }]
    : [{ type: 'channelLost', at, channel: channel.id }]
}

/** Once per channel: news of one that was given up already changes nothing. A closed complaint needs no other one. */
function channelLost(
  { channel, status }: Complaint,
  { channel: lost }: CommandOf<'noteChannelLost'>,
  at: string,
): Event[] {
  if (channel?.id !== lost || channel.archived) return []
  return isOver(status) ? [{ type: 'channelArchived', at }] : [{ type: 'channelLost', at, channel: lost }]
}

/** The deputy is asked instead, unless complained about or refused before: two deputies of each other must not go round. */
function inviteRefused(
  complaint: Complaint,
  { person, error }: { person: string; error: string },
  { now, organisation }: Context,
): Event[] {
  if (!complaint.members.some((member) => member.person === person)) return []
  const deputy = deputyOf(organisation, person, now)
  const isFree =
    deputy !== undefined && ![...complaint.respondents, ...complaint.refusedInvites].includes(deputy)
  return [{ type: 'inviteRefused', at: isoOf(now), person, error, ...(isFree && { substitute: deputy }) }]
}

function isKnownGroup(
  complaint: Complaint,
  { emergency, leader, members }: CommandOf<'noteEmergency'>,
): boolean {
  const same = members.length === complaint.emergencyMembers.length
  return (
    complaint.emergency === emergency &&
    complaint.emergencyLeader === leader &&
    same &&
    members.every((member) => complaint.emergencyMembers.includes(member))
  )
}

function waitsForGroup({ clocks }: Complaint): boolean {
  return clocks.some(({ code, stoppedAt }) => code === 'group' && !stoppedAt)
}

/** The channel that the level or the escalation asks for, and the people who must join it. */
function withConsequences(complaint: Complaint, events: Event[], context: Context): Event[] {
  const after = events.reduce<Complaint>(evolve, complaint)
  const opening: Event[] = wantsChannel(after, context)
    ? [{ type: 'channelWanted', at: isoOf(context.now) }]
    : []
  const all = [...events, ...opening]
  return [...all, ...joining(all, opening.reduce<Complaint>(evolve, after), context)]
}

function wantsChannel(complaint: Complaint, { rulebook }: Context): boolean {
  if (complaint.channel || isOver(complaint.status)) return false
  const byLevel = complaint.levelSet && rulebook.pack.channel.levels.includes(complaint.level)
  return byLevel || (complaint.escalation?.rung ?? 0) >= rulebook.pack.branchRung
}

function acting(actor: Actor, context: Context): StepContext {
  const by = personOf(actor)
  if (by === undefined) throw new Refusal('not-you')
  return { ...context, by, at: isoOf(context.now) }
}
