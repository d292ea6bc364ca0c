import type { LanedEffect, Notice } from '../matter/effect.ts'
import type { Context } from '../matter/matter.ts'
import type { PersonId } from '../organisation/organisation.ts'
import { sqHeadOf } from '../organisation/service-quality.ts'
import type { Emergency } from './emergency.ts'
import type { EmergencyEvent } from './event.ts'

/** Who must hear of it, what must change outside? An emergency's effects all go in the first lane. */
export function react(
  event: EmergencyEvent,
  _before: Emergency | undefined,
  emergency: Emergency,
  context: Context,
): LanedEffect[] {
  const head = sqHeadOf(context.organisation, emergency.branch, context.now).filter(
    (person) => !emergency.respondents.includes(person),
  )
  switch (event.type) {
    case 'formed':
      return [
        urgent({ kind: 'openChannel', slug: emergency.number }),
        ...noteGroup(emergency),
        ...emergency.members.flatMap((person) => tell([person], memberNotice(emergency, person))),
        ...tell(head, { code: 'instruction-wanted' }),
      ]
    case 'instructed':
      return [
        ...noteAll(emergency, { step: 'noteInstruction', emergency: emergency.id }),
        ...post(emergency, { code: 'instruction-recorded', by: event.by, remark: event.wording }),
        ...refresh(emergency),
      ]
    case 'appointed':
      return [
        ...Object.entries(event.roles).flatMap(([role, person]) =>
          tell([person], { code: 'emergency-role', role, by: event.by }),
        ),
        ...event.joined.flatMap((person) => [
          ...tell([person], memberNotice(emergency, person)),
          ...invite(emergency, person),
        ]),
        ...noteGroup(emergency),
        ...refresh(emergency),
      ]
    case 'situationReported':
      return [
        ...post(emergency, { code: 'situation', by: event.by, remark: event.facts, due: event.nextUpdate }),
        ...refresh(emergency),
      ]
    case 'updateWanted': {
      const { leader, scribe } = emergency.roles
      const people = [scribe, leader].filter((person) => person !== undefined)
      return tell([...new Set(people)], { code: 'situation-wanted', due: event.owedAt })
    }
    case 'stoodDown':
      return [
        ...noteAll(emergency, { step: 'noteStoodDown', emergency: emergency.id }),
        ...emergency.members.flatMap((person) =>
          tell([person], { code: 'stood-down', by: event.by, reason: event.reason }),
        ),
        ...post(emergency, { code: 'stood-down', by: event.by, reason: event.reason }),
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
        ...(event.substitute
          ? [
              ...tell([event.substitute], memberNotice(emergency, event.substitute)),
              ...invite(emergency, event.substitute),
            ]
          : []),
      ]
    case 'archiveWanted':
      return [{ lane: 'work', effect: { kind: 'archive' } }]
    case 'channelArchived':
      return []
  }
}

function memberNotice(emergency: Emergency, person: PersonId): Notice {
  const role = Object.entries(emergency.roles).find(([, named]) => named === person)?.[0]
  return { code: 'emergency-member', ...(role && { role }) }
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

function noteAll({ complaints }: Emergency, command: Record<string, unknown>): LanedEffect[] {
  return complaints.map(({ id }) => urgent({ kind: 'command', matter: 'complaint', id, command }))
}
