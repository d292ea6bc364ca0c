import type { Complaint, Iso } from './complaint.ts'

/** When it came to its end: closed, withdrawn or not accepted; undefined while it goes on. */
export function endedAt({ closing, ending }: Pick<Complaint, 'closing' | 'ending'>): Iso | undefined {
  return closing?.at ?? ending?.at
}
