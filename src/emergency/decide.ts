import { type Actor, personOf } from '../matter/actor.ts'
import type { Context } from '../matter/matter.ts'
import { isoOf } from '../matter/iso.ts'
import { Refusal } from '../matter/refusal.ts'
import type { PersonId } from '../organisation/organisation.ts'
import { emergencyObjection } from './allowed.ts'
import { acceptCluster, form, joinComplaint, proposeCluster } from './beginning.ts'
import type { EmergencyCommand, EmergencyCommandOf } from './command.ts'
import type { Emergency } from './emergency.ts'
import type { EmergencyEvent } from './event.ts'
import type { EmergencyStep } from './lifecycle.ts'
import { keepMessage, logContact, recordDecision } from './log.ts'
import { appoint, confirmGroup, inviteRefused } from './membership.ts'
import { instruct, noteOral, reportUpward, situation } from './reports.ts'
import { castVote, putToVote } from './resolution.ts'
import { closingReport, standDown } from './standing-down.ts'
import { assignTask, finishTask, handTask, takeTask } from './tasks.ts'
import { tick } from './tick.ts'

/** May it happen now, may this person? The events that follow; none for what has happened already. Throws `Refusal`. */
export function decide(
  emergency: Emergency | undefined,
  command: EmergencyCommand,
  actor: Actor,
  context: Context,
  id: string,
): EmergencyEvent[] {
  if (command.step === 'form') return emergency ? [] : form(command, context, id)
  if (command.step === 'proposeCluster') return emergency ? [] : proposeCluster(command, context, id)
  if (!emergency) throw new Refusal('not-found')
  const at = isoOf(context.now)
  switch (command.step) {
    case 'tick':
      return tick(emergency, context)
    case 'noteChannel':
      return emergency.channel.id
        ? []
        : [{ type: 'channelOpened', at, channel: command.channel, name: command.name }]
    case 'noteInviteRefused':
      return inviteRefused(emergency, command, context)
    case 'noteArchived':
      return emergency.channel.archived ? [] : [{ type: 'channelArchived', at }]
    case 'noteChannelLost':
      return channelLost(emergency, command, at)
    case 'noteAnswer':
      return noteAnswer(emergency, command, at)
    case 'noteOral':
      return noteOral(emergency, command, at)
    case 'keepMessage':
      return keepMessage(emergency, command, personIn(actor), context)
    default:
      return decideStep(emergency, command, acting(emergency, command.step, actor, context), context)
  }
}

type StepCommand = Extract<EmergencyCommand, { step: EmergencyStep }>

function decideStep(
  emergency: Emergency,
  command: StepCommand,
  by: PersonId,
  context: Context,
): EmergencyEvent[] {
  switch (command.step) {
    case 'acceptCluster':
      return acceptCluster(emergency, command, by, context)
    case 'dismissCluster':
      return [{ type: 'clusterDismissed', at: isoOf(context.now), by, reason: command.reason }]
    case 'instruct':
      return instruct(command, by, context)
    case 'confirmGroup':
      return confirmGroup(emergency, command, by, context)
    case 'appoint':
      return appoint(emergency, command, by, context)
    case 'situation':
      return situation(command, by, context)
    case 'oralReport':
    case 'writtenReport':
    case 'dailyReport':
    case 'finalReport':
      return reportUpward(command, by, context)
    case 'assignTask':
      return assignTask(emergency, command, by, context)
    case 'finishTask':
      return finishTask(emergency, command, by, context)
    case 'takeTask':
      return takeTask(emergency, command, by, context)
    case 'handTask':
      return handTask(emergency, command, by, context)
    case 'recordDecision':
      return recordDecision(command, by, context)
    case 'logMedia':
    case 'logRegulator':
      return logContact(command, by, context)
    case 'joinComplaint':
      return joinComplaint(emergency, command, by, context)
    case 'putToVote':
      return putToVote(emergency, command, by, context)
    case 'castVote':
      return castVote(emergency, command, by, context)
    case 'standDown':
      return standDown(emergency, command, by, context)
    case 'closingReport':
      return closingReport(command, by, context)
  }
}

/** Once each way: what is known of that complaint changes nothing, and neither does one that is not of this emergency. */
function noteAnswer(
  { complaints }: Emergency,
  { step: _step, ...said }: EmergencyCommandOf<'noteAnswer'>,
  at: string,
): EmergencyEvent[] {
  const known = complaints.find(({ id }) => id === said.complaint)
  if (!known || (known.answeredAt !== undefined) === said.answered) return []
  return [{ type: 'answerNoted', at, ...said }]
}

/** Once per channel: news of one that was given up already changes nothing. A group that went home needs no other one. */
function channelLost(
  { channel, stoodDown }: Emergency,
  { channel: lost }: EmergencyCommandOf<'noteChannelLost'>,
  at: string,
): EmergencyEvent[] {
  if (channel.id !== lost || channel.archived) return []
  return stoodDown ? [{ type: 'channelArchived', at }] : [{ type: 'channelLost', at, channel: lost }]
}

function acting(emergency: Emergency, step: EmergencyStep, actor: Actor, context: Context): PersonId {
  const by = personIn(actor)
  const refused = emergencyObjection(emergency, step, by, context)
  if (refused) throw new Refusal(refused, refused === 'recused' ? { person: by } : {})
  return by
}

function personIn(actor: Actor): PersonId {
  const by = personOf(actor)
  if (by === undefined) throw new Refusal('not-you')
  return by
}
