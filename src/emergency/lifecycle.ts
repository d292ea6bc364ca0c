/**
 * The life of a level-1 emergency. A cluster of like complaints is only proposed until the service quality head decides; for
 * a complaint of level 1 the group is formed at once, then instructed by head office, working, stood down, closed by its
 * report. A task handed over outlives the group. The names of the steps are no other matter's.
 */
const working = [
  'situation',
  'oralReport',
  'writtenReport',
  'dailyReport',
  'finalReport',
  'assignTask',
  'finishTask',
  'takeTask',
  'handTask',
  'recordDecision',
  'logMedia',
  'logRegulator',
  'joinComplaint',
  'putToVote',
  'castVote',
  'appoint',
  'standDown',
] as const

export const lifecycle = {
  proposed: ['acceptCluster', 'dismissCluster'],
  forming: ['instruct', 'confirmGroup', ...working],
  active: ['confirmGroup', ...working],
  stood_down: ['closingReport', 'finishTask'],
  closed: ['finishTask'],
  dismissed: [],
} as const satisfies Record<string, readonly string[]>

export type EmergencyStatus = keyof typeof lifecycle

export const emergencySteps = [
  'acceptCluster',
  'dismissCluster',
  'instruct',
  'confirmGroup',
  ...working,
  'closingReport',
] as const
export type EmergencyStep = (typeof emergencySteps)[number]
