/** The life of a level-1 emergency: formed at once, instructed by head office, working, stood down. */
export const lifecycle = {
  forming: ['instruct', 'appoint', 'situation', 'standDown'],
  active: ['appoint', 'situation', 'standDown'],
  stood_down: [],
} as const satisfies Record<string, readonly string[]>

export type EmergencyStatus = keyof typeof lifecycle

export const emergencySteps = ['instruct', 'appoint', 'situation', 'standDown'] as const
export type EmergencyStep = (typeof emergencySteps)[number]
