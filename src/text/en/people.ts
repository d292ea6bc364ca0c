import type { EmergencyRole } from '../../emergency/emergency.ts'

/** The rungs of the ladder of `DOMAIN.md` 9.5, from the one who must act upwards. */
export const rungs: readonly string[] = [
  'the person responsible',
  'unit head',
  'liaison of the business line',
  'service quality officer',
  'service quality head',
  'service quality committee',
  'head office',
]

/** Why somebody is in the channel of a complaint. */
export const whyHere = {
  handler: 'You handle this complaint.',
  owner: 'You are responsible for this complaint now.',
  sqOfficer: 'You are the service quality officer for it.',
  sqHead: 'You head the service quality department.',
  outletManager: 'You manage complaints at the outlet concerned.',
  unitHead: 'You head the unit that handles it.',
  liaison: 'You are the complaint liaison of the handling unit.',
  substitute: 'You stand in for somebody who could not be invited.',
  rung: 'It is overdue, and the escalation has reached you.',
  member: 'You are a member of the emergency group.',
}

export const emergencyRoles: Record<EmergencyRole, { readonly name: string; readonly duty: string }> = {
  leader: { name: 'Leader', duty: 'decides, and answers to head office and the committee' },
  spokesperson: { name: 'Spokesperson', duty: 'alone speaks to the media; everybody else refers to them' },
  regulatorContact: { name: 'Regulator contact', duty: 'keeps the regulators and authorities informed' },
  customerContact: { name: 'Customer contact', duty: 'alone speaks to the customers, soon and again' },
  scribe: { name: 'Scribe', duty: 'writes the situation reports on time' },
}

export const groupMember = {
  name: 'Member',
  duty: 'keeps the channel in sight and does what the leader asks',
}
