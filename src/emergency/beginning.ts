import { isoOf } from '../matter/iso.ts'
import type { Context } from '../matter/matter.ts'
import { Refusal } from '../matter/refusal.ts'
import type { PersonId } from '../organisation/organisation.ts'
import type { EmergencyCommandOf, Joining } from './command.ts'
import type { Emergency } from './emergency.ts'
import type { EmergencyEvent } from './event.ts'
import { ofUnits, proposeGroup } from './group.ts'
import { free } from './people.ts'

/** A complaint became level 1: its group is formed at once. */
export function form(command: EmergencyCommandOf<'form'>, context: Context, id: string): EmergencyEvent[] {
  const number = numberIn(context, command.branch)
  const { branch, outlet, handlingUnit, supportUnits, reasons, respondents } = command
  const group = proposeGroup(
    {
      branch,
      outlets: [outlet],
      units: [handlingUnit, ...supportUnits],
      owners: [command.owner],
      respondents,
    },
    context,
  )
  return [
    {
      type: 'formed',
      at: isoOf(context.now),
      id,
      number,
      branch,
      outlet,
      policyVersion: context.rulebook.pack.version,
      complaint: coveredOf(command, context),
      reasons,
      respondents,
      ...group,
    },
  ]
}

/** Like complaints have come in: whether they are one emergency, the head of service quality decides. */
export function proposeCluster(
  command: EmergencyCommandOf<'proposeCluster'>,
  context: Context,
  id: string,
): EmergencyEvent[] {
  const { branch, kind, about, complaints } = command
  const [first] = complaints
  if (!first) return []
  return [
    {
      type: 'clusterProposed',
      at: isoOf(context.now),
      id,
      number: numberIn(context, branch),
      branch,
      outlet: first.outlet,
      policyVersion: context.rulebook.pack.version,
      kind,
      about,
      complaints: complaints.map((each) => coveredOf(each, context)),
      respondents: [...new Set(complaints.flatMap(({ respondents }) => respondents))],
    },
  ]
}

/** The head makes the cluster an emergency: the group of all its units is formed. */
export function acceptCluster(
  emergency: Emergency,
  { reason }: EmergencyCommandOf<'acceptCluster'>,
  by: PersonId,
  context: Context,
): EmergencyEvent[] {
  const { branch, complaints, respondents } = emergency
  const outlets = complaints.flatMap(({ outlet }) => outlet ?? [])
  const units = complaints.flatMap(({ unit }) => unit ?? [])
  const group = proposeGroup(
    { branch, outlets: [...new Set(outlets)], units: [...new Set(units)], owners: [], respondents },
    context,
  )
  return [{ type: 'clusterAccepted', at: isoOf(context.now), by, reason, ...group }]
}

/**
 * A further complaint is handled under this emergency: its units' people join, whom it complains about leaves. One that is in it
 * already changes nothing.
 */
export function joinComplaint(
  emergency: Emergency,
  { joining }: EmergencyCommandOf<'joinComplaint'>,
  by: PersonId,
  context: Context,
): EmergencyEvent[] {
  if (!joining) throw new Refusal('not-found')
  if (emergency.complaints.some(({ id }) => id === joining.complaint)) return []
  const { outlet, handlingUnit, owner, respondents } = joining
  const all = [...new Set([...emergency.respondents, ...respondents])]
  const people = ofUnits(
    { branch: emergency.branch, outlets: [outlet], units: [handlingUnit], owners: [owner], respondents: all },
    context,
  )
  const wanted = free({ respondents: all }, [...people.heads, ...people.managers, ...people.owners])
  return [
    {
      type: 'complaintJoined',
      at: isoOf(context.now),
      by,
      complaint: coveredOf(joining, context),
      joined: wanted.filter((person) => !emergency.members.includes(person)),
      left: emergency.members.filter((member) => respondents.includes(member)),
    },
  ]
}

function coveredOf(
  { complaint, number, outlet, handlingUnit, respondents, answered }: Omit<Joining, 'owner'>,
  { now }: Context,
) {
  const answeredAt = isoOf(now)
  return { id: complaint, number, outlet, unit: handlingUnit, respondents, ...(answered && { answeredAt }) }
}

function numberIn({ number }: Context, unit: string): string {
  if (number === undefined) throw new Refusal('unknown-unit', { unit })
  return number
}
