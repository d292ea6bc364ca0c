import type { Context } from '../matter/matter.ts'
import type { PersonId } from '../organisation/organisation.ts'
import { liaisonOf } from '../organisation/liaison.ts'
import { sqHeadOf, sqOfficersOf } from '../organisation/service-quality.ts'
import { outletManagersOf, unitHeadOf } from '../organisation/unit-people.ts'
import { highestRung } from './calls.ts'
import type { ClockRun, Complaint, Member } from './complaint.ts'
import { isoOf } from '../matter/iso.ts'
import type { Event } from './event.ts'

/**
 * Who must join the complaint's channel because of these events: everybody with a part in it when the channel is first
 * wanted, afterwards whoever a dispatch, a take-over or a rung of the ladder brings in. Each person once.
 */
export function joining(events: readonly Event[], complaint: Complaint, context: Context): Event[] {
  if (!complaint.channel || complaint.channel.archived) return []
  const opening = events.some((event) => event.type === 'channelWanted')
  const wanted = [...(opening ? everybody(complaint, context) : []), ...events.flatMap(broughtIn)]
  const fresh = new Map<PersonId, Member>()
  for (const member of wanted) {
    const known = complaint.members.some(({ person }) => person === member.person) || fresh.has(member.person)
    if (!known && !complaint.respondents.includes(member.person)) fresh.set(member.person, member)
  }
  return [...fresh.values()].map((member) => ({ type: 'memberAdded', at: isoOf(context.now), ...member }))
}

function everybody(complaint: Complaint, { organisation, now }: Context): Member[] {
  const { branch, outlet, handlingUnit, handler, offeredTo, owner } = complaint
  return [
    ...named([handler ?? offeredTo], 'handler'),
    ...named([owner], 'owner'),
    ...named(sqOfficersOf(organisation, branch, now).slice(0, 1), 'sqOfficer'),
    ...named(sqHeadOf(organisation, branch, now), 'sqHead'),
    ...named(outletManagersOf(organisation, outlet, now), 'outletManager'),
    ...named(unitHeadOf(organisation, handlingUnit ?? outlet, now), 'unitHead'),
    ...named(handlingUnit ? liaisonOf(organisation, handlingUnit, now) : [], 'liaison'),
    ...complaint.clocks.flatMap(alreadyCalled),
  ]
}

/** Whom the ladder of an overdue clock has called before there was a channel. */
function alreadyCalled({ stoppedAt, served, called }: ClockRun): Member[] {
  const rung = highestRung(served)
  return stoppedAt || rung === undefined ? [] : named(called, `rung${rung}`)
}

function broughtIn(event: Event): Member[] {
  switch (event.type) {
    case 'dispatched':
      return [{ person: event.handler, why: 'handler' }]
    case 'taken':
      return [{ person: event.by, why: 'handler' }]
    case 'rungReached':
      return event.to.map((person) => ({ person, why: `rung${event.rung}` }))
    case 'inviteRefused':
      return event.substitute ? [{ person: event.substitute, why: 'substitute' }] : []
    default:
      return []
  }
}

function named(people: readonly (PersonId | undefined)[], why: string): Member[] {
  return people.filter((person) => person !== undefined).map((person) => ({ person, why }))
}
