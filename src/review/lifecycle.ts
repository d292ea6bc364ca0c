/**
 * The life of a review meeting: convened, held (attendance and quorum are recorded, verdicts given), minuted (the units know
 * their verdicts and may object), closed. The names of its steps are no other matter's, see `action/lifecycle.ts`.
 */
export const lifecycle = {
  convened: [
    'putOnAgenda',
    'takeOffAgenda',
    'proposeVerdict',
    'sendPack',
    'reschedule',
    'attend',
    'cancelReview',
  ],
  held: ['proposeVerdict', 'verdict', 'defer', 'minutes'],
  minuted: ['object', 'answerObjection', 'closeReview'],
  closed: [],
  cancelled: [],
} as const satisfies Record<string, readonly string[]>

export type ReviewStatus = keyof typeof lifecycle

export const reviewSteps = [
  'putOnAgenda',
  'takeOffAgenda',
  'proposeVerdict',
  'sendPack',
  'reschedule',
  'attend',
  'cancelReview',
  'verdict',
  'defer',
  'minutes',
  'object',
  'answerObjection',
  'closeReview',
] as const
export type ReviewStep = (typeof reviewSteps)[number]
