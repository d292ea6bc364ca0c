import type { Context } from '../matter/matter.ts'
import { approversOf } from '../organisation/rights.ts'
import { deputyOf, onDuty } from '../organisation/away.ts'
import type { PersonId } from '../organisation/organisation.ts'
import { committeeOf } from '../organisation/committee.ts'
import { complianceOf } from '../organisation/compliance.ts'
import { businessLiaisonOf, liaisonOf } from '../organisation/liaison.ts'
import { headOfficeSqOf, regionSqOf, sqHeadOf, sqOfficersOf } from '../organisation/service-quality.ts'
import { outletManagersOf, unitHeadOf } from '../organisation/unit-people.ts'
import type { Callee, ClockCode } from '../policy/pack.ts'
import type { Complaint } from './complaint.ts'
import { activePause } from './pausing.ts'
import { subjectOf } from './subject.ts'

type People = Pick<Context, 'organisation' | 'now'>

/** Whom a reminder or a rung means, for this clock of this complaint: present people, never one complained about. */
export function calleesOf(
  callees: readonly Callee[],
  code: ClockCode,
  complaint: Complaint,
  context: Context,
): PersonId[] {
  const found = callees.flatMap((callee) => oneCallee(callee, code, complaint, context))
  return [...new Set(found)].filter((person) => !complaint.respondents.includes(person))
}

/**
 * Who must act for this clock to stop: the one person that the step waits for, or who stands in for them; nobody where
 * everybody who could is away or complained about.
 */
export function ownersOf(code: ClockCode, complaint: Complaint, context: People): PersonId[] {
  const waiting = activePause(complaint)
  const people =
    waiting?.withHeadOffice && isStepOfHandling(code)
      ? headOfficeSqOf(context.organisation, context.now)
      : waitedFor(code, complaint, context)
  const standing = people
    .filter((person) => !complaint.respondents.includes(person))
    .map((person) => onDuty(context.organisation, person, context.now))
  const free = standing.find((person) => person !== undefined && !complaint.respondents.includes(person))
  return present(free)
}

/** While head office is asked, it answers for these (`DOMAIN.md` section 6, WAIT_HEAD_OFFICE). */
function isStepOfHandling(code: ClockCode): boolean {
  return code === 'investigate' || code === 'propose' || code === 'reply' || code === 'overall'
}

/** Who may approve the proposed solution, the first to be asked first: never its author, see `approversOf`. */
export function approversFor(complaint: Complaint, { organisation, now }: People): readonly PersonId[] {
  const subject = subjectOf(complaint)
  const author = complaint.plan?.by
  const others = author === undefined ? subject.respondents : [...subject.respondents, author]
  return approversOf(organisation, { ...subject, respondents: others }, now)
}

function waitedFor(code: ClockCode, complaint: Complaint, context: People): readonly PersonId[] {
  const { branch, handler, offeredTo } = complaint
  const { organisation, now } = context
  const officers = () => [...sqOfficersOf(organisation, branch, now), ...sqHeadOf(organisation, branch, now)]
  switch (code) {
    case 'log':
      return [complaint.filedBy]
    case 'triage':
      return [...(startsAtBranch(complaint) ? [] : outletManagers(complaint, context)), ...officers()]
    case 'dispatch':
      return complaint.level === 'L3' && complaint.triagedBy ? [complaint.triagedBy] : officers()
    case 'take':
      return offeredTo ? [offeredTo] : officers()
    case 'contact':
      return handler ? [handler] : [...outletManagers(complaint, context), complaint.owner]
    case 'approve':
      return approversFor(complaint, context)
    case 'reportUp':
      return officers()
    case 'group':
      return sqHeadOf(organisation, branch, now)
    case 'followUp':
      return officers().filter((person) => person !== handler)
    case 'close':
      return complaint.level === 'L3' ? [...outletManagers(complaint, context), ...officers()] : officers()
    case 'investigate':
    case 'propose':
    case 'reply':
    case 'overall':
    case 'statutory':
      return [handler ?? complaint.owner]
  }
}

/** What an outlet manager may not triage (9.9: level 3 only) waits for the branch from the first minute, as do referrals. */
function startsAtBranch(complaint: Complaint): boolean {
  return complaint.level !== 'L3' || (complaint.facts['authorityReferral'] ?? 0) > 0
}

function outletManagers(complaint: Complaint, { organisation, now }: People): readonly PersonId[] {
  return outletManagersOf(organisation, complaint.outlet, now)
}

function oneCallee(
  callee: Callee,
  code: ClockCode,
  complaint: Complaint,
  context: Context,
): readonly PersonId[] {
  const { organisation, now } = context
  const { branch, handlingUnit, outlet } = complaint
  const place = handlingUnit ?? outlet
  switch (callee) {
    case 'owner':
      return ownersOf(code, complaint, context)
    case 'deputy':
      return ownersOf(code, complaint, context).flatMap((owner) =>
        present(deputyOf(organisation, owner, now)),
      )
    case 'firstReceiver':
      return present(onDuty(organisation, complaint.filedBy, now))
    case 'handler':
      return present(onDuty(organisation, handlerFor(code, complaint), now))
    case 'approver':
      return approversFor(complaint, context).slice(0, 1)
    case 'outletManager':
      return outletManagers(complaint, context)
    case 'liaison':
      return liaisonOf(organisation, place, now)
    case 'outletManagerOrLiaison':
      return place === outlet ? outletManagers(complaint, context) : liaisonOf(organisation, place, now)
    case 'unitHead':
      return unitHeadOf(organisation, place, now)
    case 'businessLiaison':
      return complaint.business === undefined
        ? liaisonOf(organisation, place, now)
        : businessLiaisonOf(organisation, branch, complaint.business, now)
    case 'sqOfficer':
      return sqOfficersOf(organisation, branch, now).slice(0, 1)
    case 'sqHead':
      return sqHeadOf(organisation, branch, now)
    case 'committeeSecretary':
      return present(committeeOf(organisation, branch, now).secretary)
    case 'committeeDirector':
      return present(committeeOf(organisation, branch, now).director)
    case 'emergencyLeader':
      return present(complaint.emergencyLeader)
    case 'compliance':
      return complianceOf(organisation, branch, now)
    case 'headOfficeSq':
      return headOfficeSqOf(organisation, now)
    case 'regionSq':
      return regionSqOf(organisation, branch, now)
  }
}

/** The handler, or the one named to take over where that is what the clock waits for; before that, the owner. */
function handlerFor(code: ClockCode, { handler, offeredTo, owner }: Complaint): PersonId {
  return (code === 'take' ? offeredTo : handler) ?? owner
}

function present(person: PersonId | undefined): PersonId[] {
  return person === undefined ? [] : [person]
}
