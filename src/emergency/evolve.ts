import type { Emergency } from './emergency.ts'
import type { EmergencyEvent, EmergencyEventOf } from './event.ts'

/** The emergency after one more event. */
export function evolve(emergency: Emergency | undefined, event: EmergencyEvent): Emergency {
  if (event.type === 'formed') return begin(event)
  if (!emergency)
    throw new Error(`The journal begins with "${event.type}" and not with "formed"; it cannot be folded.`)
  return apply(emergency, event)
}

function begin(event: EmergencyEventOf<'formed'>): Emergency {
  const { type: _type, at, complaint, ...said } = event
  return {
    ...said,
    status: 'forming',
    formedAt: at,
    complaints: [complaint],
    situations: [],
    channel: {},
    archiveWanted: false,
    refusedInvites: [],
  }
}

function apply(emergency: Emergency, event: Exclude<EmergencyEvent, { type: 'formed' }>): Emergency {
  switch (event.type) {
    case 'instructed': {
      const instruction = {
        from: event.from,
        at: event.givenAt,
        wording: event.wording,
        recordedBy: event.by,
      }
      return { ...emergency, status: 'active', instruction }
    }
    case 'appointed': {
      const members = [...emergency.members, ...event.joined]
      return { ...emergency, roles: { ...emergency.roles, ...event.roles }, members }
    }
    case 'situationReported': {
      const { type: _type, ...situation } = event
      const { askedAt: _askedAt, ...kept } = emergency
      return { ...kept, situations: [...emergency.situations, situation] }
    }
    case 'updateWanted':
      return { ...emergency, askedAt: event.at }
    case 'stoodDown':
      return {
        ...emergency,
        status: 'stood_down',
        stoodDown: { by: event.by, at: event.at, reason: event.reason },
      }
    case 'channelOpened':
      return { ...emergency, channel: { id: event.channel, name: event.name } }
    case 'channelLost':
      return { ...emergency, channel: {} }
    case 'inviteRefused':
      return replaced(emergency, event)
    case 'archiveWanted':
      return { ...emergency, archiveWanted: true }
    case 'channelArchived':
      return { ...emergency, channel: { ...emergency.channel, archived: true } }
  }
}

/** The substitute sits in the seat of whom Slack would not let in, with their part; without one the seat is empty. */
function replaced(
  emergency: Emergency,
  { person, substitute }: EmergencyEventOf<'inviteRefused'>,
): Emergency {
  const kept = emergency.members.filter((member) => member !== person)
  const members = substitute === undefined || kept.includes(substitute) ? kept : [...kept, substitute]
  const roles: Emergency['roles'] = Object.fromEntries(
    Object.entries(emergency.roles)
      .map(([role, holder]) => [role, holder === person ? substitute : holder] as const)
      .filter(([, holder]) => holder !== undefined),
  )
  return { ...emergency, members, roles, refusedInvites: [...emergency.refusedInvites, person] }
}
