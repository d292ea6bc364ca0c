/**
 * The life of a complaint on one screen: in each status, the steps that a person may take (if the rights of `organisation`
 * agree and what the step builds on is there: see `objection`). `decide` obeys it and the buttons of a card are drawn from it.
 */
export const lifecycle = {
  received: ['triage', 'contact', 'relevel', 'escalate', 'seen'],
  triaged: ['dispatch', 'contact', 'reportUp', 'relevel', 'escalate', 'seen'],
  dispatched: ['take', 'sendBack', 'dispatch', 'contact', 'reportUp', 'relevel', 'escalate', 'seen'],
  in_progress: ['contact', 'investigate', 'propose', 'dispatch', 'reportUp', 'relevel', 'escalate', 'seen'],
  awaiting_approval: ['approve', 'contact', 'reportUp', 'relevel', 'escalate', 'seen'],
  replying: ['reply', 'contact', 'reportUp', 'relevel', 'escalate', 'seen'],
  replied: ['close', 'reportUp', 'relevel', 'escalate', 'seen'],
  follow_up: ['followUp', 'reportUp', 'relevel', 'escalate', 'seen'],
  closed: [],
} as const satisfies Record<string, readonly string[]>

export type Status = keyof typeof lifecycle
export const statuses = Object.keys(lifecycle) as Status[]

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
  'reportUp',
  'relevel',
  'escalate',
  'seen',
] as const
export type StepName = (typeof stepNames)[number]
