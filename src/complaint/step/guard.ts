import { isoOf } from '../../matter/iso.ts'
import { Refusal } from '../../matter/refusal.ts'
import { knownCode } from '../../matter/known-code.ts'
import { isRecused, nextInstead } from '../../organisation/rights.ts'
import type { Action } from '../../organisation/rights.ts'
import type { ListName } from '../../policy/pack.ts'
import type { Complaint } from '../complaint.ts'
import type { StepContext } from '../context.ts'
import { subjectOf } from '../subject.ts'

/** A minute of leave for clocks that disagree: a time typed "now" must not be refused. */
const skewSeconds = 60

/** Refuses a time that has not come yet: what happened cannot lie in the future. */
export function noFutureOf(time: string, { now }: StepContext): void {
  const latest = now.add({ seconds: skewSeconds })
  if (Temporal.Instant.compare(Temporal.Instant.from(time), latest) > 0) throw new Refusal('in-the-future')
}

/** Refuses a time that is not still to come: a promise, a new time. */
export function onlyFutureOf(time: string, { now }: StepContext, field?: string): void {
  if (Temporal.Instant.compare(Temporal.Instant.from(time), now) <= 0)
    throw new Refusal('must-be-later', field === undefined ? {} : { field })
}

/** Refuses a person complained about, and names who may act instead (recusal, `DOMAIN.md` 9.3). */
export function notRecused(
  complaint: Complaint,
  person: string,
  action: Action,
  { organisation, now }: StepContext,
): void {
  const subject = subjectOf(complaint)
  if (!isRecused(person, subject)) return
  const next = nextInstead(organisation, subject, person, action, now)
  throw new Refusal('recused', next === undefined ? { person } : { person, next })
}

/** Refuses the first code of several that the pack's list does not know. */
export function knownCodes(list: ListName, codes: readonly string[], context: StepContext): void {
  for (const code of codes) knownCode(list, code, context)
}

/** The same instant in the form the journal keeps. */
export function utc(time: string): string {
  return isoOf(Temporal.Instant.from(time))
}
