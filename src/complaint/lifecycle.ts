/** Between the level being set and the reply: clocks may stand still, and the statutory limit may be lengthened. */
const waiting = ['decidePause', 'resume', 'decideExtension', 'tellExtension', 'pause', 'extend'] as const

/** From the filing to the very end, whatever else happens to it. */
const usual = ['relevel', 'escalate', 'addChild', 'merge', 'withdraw', 'seen'] as const

/** What authorities ask and are told: it goes on when the complaint has ended. */
const authorities = ['answerReferral', 'reportLeak', 'refer', 'logAuthority'] as const

/** While it is open: who the customer is, and who else takes it up. */
const always = [...authorities, 'care', 'authorise'] as const

/** An outside body mediates between customer and bank. */
const mediating = ['endMediation', 'mediate'] as const

/** Once the customer was told a decision, the level above may be asked to look at it again. */
const reviewing = ['decideReview', 'askReview'] as const

/**
 * The life of a complaint on one screen: in each status, the steps that a person may take (if the rights of `organisation`
 * agree and what the step builds on is there: see `objection`). `decide` obeys it and the buttons of a card are drawn from it.
 */
export const lifecycle = {
  received: ['triage', 'solveOnSpot', 'notAccept', 'contact', ...always, ...usual],
  triaged: ['dispatch', 'solveOnSpot', 'contact', ...waiting, ...always, 'reportUp', ...usual],
  dispatched: [
    'take',
    'sendBack',
    'solveOnSpot',
    'dispatch',
    'contact',
    ...waiting,
    ...mediating,
    ...always,
    'reportUp',
    ...usual,
  ],
  in_progress: [
    'contact',
    'investigate',
    'propose',
    'solveOnSpot',
    'dispatch',
    ...waiting,
    ...mediating,
    ...always,
    'reportUp',
    ...usual,
  ],
  awaiting_approval: ['approve', 'contact', ...waiting, ...mediating, ...always, 'reportUp', ...usual],
  replying: ['reply', 'contact', ...waiting, ...mediating, ...always, 'reportUp', ...usual],
  replied: ['close', ...reviewing, ...mediating, ...always, 'reportUp', ...usual],
  follow_up: ['followUp', ...reviewing, ...mediating, ...always, 'reportUp', ...usual],
  closed: ['reopen', ...reviewing, ...authorities],
  withdrawn: authorities,
  not_accepted: authorities,
  merged: [],
} as const satisfies Record<string, readonly string[]>

export type Status = keyof typeof lifecycle
export const statuses = Object.keys(lifecycle) as Status[]

/** In these nothing goes on; only what was closed may be taken up again. */
const ends: readonly Status[] = ['closed', 'withdrawn', 'not_accepted', 'merged']

/** Has it come to an end, so that no clock runs and nothing more is asked of anybody? */
export function isOver(status: Status): boolean {
  return ends.includes(status)
}

/** Every step that a person takes on a complaint that exists; `file` begins one. */
export const stepNames = [
  'triage',
  'dispatch',
  'take',
  'sendBack',
  'contact',
  'investigate',
  'propose',
  'approve',
  'reply',
  'followUp',
  'close',
  'reopen',
  'withdraw',
  'notAccept',
  'merge',
  'addChild',
  'solveOnSpot',
  'refer',
  'answerReferral',
  'logAuthority',
  'reportLeak',
  'askReview',
  'decideReview',
  'mediate',
  'endMediation',
  'care',
  'authorise',
  'pause',
  'decidePause',
  'resume',
  'extend',
  'decideExtension',
  'tellExtension',
  'reportUp',
  'relevel',
  'escalate',
  'seen',
] as const
export type StepName = (typeof stepNames)[number]
