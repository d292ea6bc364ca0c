import type { PersonId } from '../organisation/organisation.ts'
import type { Complaint } from './complaint.ts'

/** Everybody who ever had a hand in it: a higher-level review is done by somebody else (`DOMAIN.md` 9.3). */
export function touched(complaint: Complaint): ReadonlySet<PersonId> {
  const {
    contacts,
    findings,
    plan,
    approval,
    reply,
    followUp,
    closing,
    pauses = [],
    extensions = [],
  } = complaint
  const { additions = [], reopenings = [], members } = complaint
  const people = [
    complaint.filedBy,
    complaint.owner,
    complaint.triagedBy,
    complaint.dispatchedBy,
    complaint.offeredTo,
    complaint.handler,
    ...[...contacts, ...additions, ...reopenings].map(({ by }) => by),
    ...[findings, plan, approval, reply, followUp, closing].map((each) => each?.by),
    ...pauses.flatMap(({ askedBy, grantedBy }) => [askedBy, grantedBy]),
    ...extensions.flatMap(({ by, grantedBy }) => [by, grantedBy]),
    ...members.map(({ person }) => person),
    ...complaint.respondents,
  ]
  return new Set(people.filter((person) => person !== undefined))
}
