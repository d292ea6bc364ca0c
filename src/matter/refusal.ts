/**
 * Every reason for which the core says no to a person. The words are in `text`, one entry a code.
 */
export const refusalCodes = [
  'not-now',
  'not-you',
  'recused',
  'unknown-person',
  'unknown-unit',
  'unknown-choice',
  'same-person',
  'already-returned',
  'nothing-above',
  'same-level',
  'only-head-lowers',
  'findings-missing',
  'contact-missing',
  'follow-up-missing',
  'remark-missing',
  'actions-missing',
  'in-the-future',
  'not-found',
  'no-clock',
  'must-be-later',
  'too-many-tries',
] as const
export type RefusalCode = (typeof refusalCodes)[number]

/** The core's "no": an answer for a person, never a fault of the machine, and never logged as one. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly detail: Readonly<Record<string, string>>

  constructor(code: RefusalCode, detail: Readonly<Record<string, string>> = {}) {
    super(`refused: ${code}`)
    this.name = 'Refusal'
    this.code = code
    this.detail = detail
  }
}
