import { type Actor, personOf } from '../matter/actor.ts'
import type { Context } from '../matter/matter.ts'
import { isoOf } from '../matter/iso.ts'
import { Refusal } from '../matter/refusal.ts'
import { deputyOf } from '../organisation/away.ts'
import type { PersonId } from '../organisation/organisation.ts'
import { postsOf } from '../organisation/posts-of.ts'
import { emergencyObjection } from './allowed.ts'
import type { EmergencyCommand, EmergencyCommandOf } from './command.ts'
import { type Emergency, emergencyRoles } from './emergency.ts'
import type { EmergencyEvent } from './event.ts'
import { proposeGroup } from './group.ts'
import type { EmergencyStep } from './lifecycle.ts'
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
    case 'instruct':
      return instruct(command, acting(emergency, command.step, actor, context), context)
    case 'appoint':
      return appoint(emergency, command, acting(emergency, command.step, actor, context), context)
    case 'situation':
      return situation(command, acting(emergency, command.step, actor, context), context)
    case 'standDown':
      return [
        {
          type: 'stoodDown',
          at,
          by: acting(emergency, command.step, actor, context),
          reason: command.reason,
        },
      ]
  }
}

function form(command: EmergencyCommandOf<'form'>, context: Context, id: string): EmergencyEvent[] {
  if (context.number === undefined) throw new Refusal('unknown-unit', { unit: command.branch })
  const { complaint, number, branch, outlet, reasons, respondents } = command
  const policyVersion = context.rulebook.pack.version
  const group = proposeGroup(command, context)
  return [
    {
      type: 'formed',
      at: isoOf(context.now),
      id,
      number: context.number,
      branch,
      outlet,
      policyVersion,
      complaint: { id: complaint, number },
      reasons,
      respondents,
      ...group,
    },
  ]
}

function instruct(command: EmergencyCommandOf<'instruct'>, by: PersonId, { now }: Context): EmergencyEvent[] {
  const givenAt = Temporal.Instant.from(command.givenAt)
  if (Temporal.Instant.compare(givenAt, now.add({ minutes: 1 })) > 0) throw new Refusal('in-the-future')
  return [
    {
      type: 'instructed',
      at: isoOf(now),
      by,
      from: command.from,
      givenAt: isoOf(givenAt),
      wording: command.wording,
    },
  ]
}

function appoint(
  emergency: Emergency,
  command: EmergencyCommandOf<'appoint'>,
  by: PersonId,
  context: Context,
): EmergencyEvent[] {
  const roles: Partial<Record<(typeof emergencyRoles)[number], PersonId>> = {}
  for (const role of emergencyRoles) {
    const person = command[role]
    if (person !== undefined) roles[role] = person
  }
  const named = [...new Set([...Object.values(roles), ...command.members])]
  for (const person of named) mayJoin(emergency, person, context)
  const joined = named.filter((person) => !emergency.members.includes(person))
  return named.length === 0 ? [] : [{ type: 'appointed', at: isoOf(context.now), by, roles, joined }]
}

function mayJoin(emergency: Emergency, person: PersonId, { organisation, now }: Context): void {
  if (postsOf(organisation, person, now).length === 0) throw new Refusal('unknown-person', { person })
  if (emergency.respondents.includes(person)) throw new Refusal('recused', { person })
}

function situation(
  command: EmergencyCommandOf<'situation'>,
  by: PersonId,
  { now }: Context,
): EmergencyEvent[] {
  const nextUpdate = Temporal.Instant.from(command.nextUpdate)
  if (Temporal.Instant.compare(nextUpdate, now) <= 0) throw new Refusal('must-be-later')
  const { step: _step, ...said } = command
  return [{ type: 'situationReported', at: isoOf(now), by, ...said, nextUpdate: isoOf(nextUpdate) }]
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

function inviteRefused(
  emergency: Emergency,
  { person, error }: { person: string; error: string },
  { organisation, now }: Context,
): EmergencyEvent[] {
  if (!emergency.members.includes(person)) return []
  const deputy = deputyOf(organisation, person, now)
  const isFree =
    deputy !== undefined && ![...emergency.respondents, ...emergency.refusedInvites].includes(deputy)
  return [{ type: 'inviteRefused', at: isoOf(now), person, error, ...(isFree && { substitute: deputy }) }]
}

function acting(emergency: Emergency, step: EmergencyStep, actor: Actor, context: Context): PersonId {
  const by = personOf(actor)
  if (by === undefined) throw new Refusal('not-you')
  const refused = emergencyObjection(emergency, step, by, context)
  if (refused) throw new Refusal(refused, refused === 'recused' ? { person: by } : {})
  return by
}
