import type { Context } from '../matter/matter.ts'
import type { PersonId } from '../organisation/organisation.ts'
import type { Iso } from './complaint.ts'

/** What a step's rule sees: the context of every matter, with the person who acts and the instant as the journal writes it. */
export interface StepContext extends Context {
  readonly by: PersonId
  readonly at: Iso
}
