import type { Complaint, Mediation } from './complaint.ts'

/** The mediation that the customer accepted and that has no result yet. */
export function openMediation({ mediations = [] }: Pick<Complaint, 'mediations'>): Mediation | undefined {
  return mediations.find(({ answer, ended }) => answer === 'accepted' && !ended)
}
