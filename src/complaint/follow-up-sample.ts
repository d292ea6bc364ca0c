import { createHash } from 'node:crypto'
import type { Pack } from '../policy/pack.ts'
import type { Complaint } from './complaint.ts'

/**
 * Is this complaint drawn for a follow-up call? Always where the pack says so (fault found, money paid), else by its share.
 * The draw is a digest of the complaint's id and cycle: nobody can choose it, and folding the journal draws the same.
 */
export function isDrawnForFollowUp(complaint: Complaint, pack: Pack): boolean {
  if (complaint.anonymous) return false
  const { percent, allIf } = pack.followUpSample[complaint.level]
  const atFault = complaint.findings !== undefined && complaint.findings.fault !== 'no'
  const paid = (complaint.plan?.amount ?? 0) > 0
  if ((allIf.includes('atFault') && atFault) || (allIf.includes('paid') && paid)) return true
  const lot = createHash('sha256').update(`${complaint.id}/${complaint.cycle}`).digest().readUInt32BE(0)
  return lot % 100 < percent
}
