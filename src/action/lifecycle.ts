/**
 * The life of an improvement action: carried out, done until its check shows whether the cause came back, then lasting. The
 * names of its steps are no other matter's, so that a button says by its step alone what it belongs to.
 */
export const lifecycle = {
  open: ['finish', 'askExtension', 'answerExtension', 'handOverAction', 'cancelAction'],
  done: ['rejectEvidence', 'checkEffect'],
  lasting: [],
  cancelled: [],
} as const satisfies Record<string, readonly string[]>

export type ActionStatus = keyof typeof lifecycle

export const actionSteps = [
  'finish',
  'askExtension',
  'answerExtension',
  'handOverAction',
  'cancelAction',
  'rejectEvidence',
  'checkEffect',
] as const
export type ActionStep = (typeof actionSteps)[number]
