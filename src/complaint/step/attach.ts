import { knownCode } from '../../matter/known-code.ts'
import { z } from 'zod'
import { Refusal } from '../../matter/refusal.ts'
import { isRecused, mayEver } from '../../organisation/rights.ts'
import type { Complaint } from '../complaint.ts'
import type { StepContext } from '../context.ts'
import type { Earlier } from '../earlier.ts'
import type { Event } from '../event.ts'
import { type Facts, isGraver, oneGraver, proposeLevel, reasonsFor } from '../level.ts'
import { isOver } from '../lifecycle.ts'
import { raisesLevel } from '../raises-level.ts'
import { raisedGrace } from '../raised-grace.ts'
import { subjectOf } from '../subject.ts'
import { filedFacts, repeatFact } from './filed-facts.ts'
import { knownCodes, noFutureOf, utc } from './guard.ts'

/** What the customer said when they came back, as the filing form asks it. */
export const Addition = z.strictObject({
  story: z.string().trim().min(1),
  source: z.string(),
  externalNumber: z.string().trim().min(1).exactOptional(),
  receivedAt: z.iso.datetime(),
  request: z.string(),
  amount: z.number().nonnegative().finite().exactOptional(),
  facts: z.record(z.string(), z.number().nonnegative()).default({}),
  /** Masks only, of what goes into the vault beside the command. */
  complainant: z.record(z.string(), z.string()).default({}),
})
export type Addition = z.infer<typeof Addition>

export const Attach = z.strictObject({ step: z.literal('attach'), ...Addition.shape })

/**
 * The customer comes back while the complaint is open: any employee may add what they said, as they may file. It is no second
 * complaint; it counts as a repeat, and what it adds may ask for a graver level. Refused as `not-found` to somebody complained
 * about, who may not learn that it exists.
 */
export function attach(complaint: Complaint, command: z.infer<typeof Attach>, context: StepContext): Event[] {
  const { by, now, organisation } = context
  if (isRecused(by, subjectOf(complaint))) throw new Refusal('not-found')
  if (!mayEver(organisation, by, 'log', now)) throw new Refusal('not-you')
  if (isOver(complaint.status)) throw new Refusal('not-now')
  const { step: _step, ...said } = command
  return added(complaint, said, context)
}

/** What follows from the customer's new words, whether the complaint was open or is reopened by them. */
export function added(complaint: Complaint, said: Addition, context: StepContext): Event[] {
  const { by, at, rulebook } = context
  noFutureOf(said.receivedAt, context)
  knownCode('source', said.source, context)
  knownCode('request', said.request, context)
  knownCodes('levelFact', Object.keys(said.facts), context)
  const { amount: _amount, ...kept } = said
  const count = (complaint.repeats ?? 0) + 1
  const facts = merged(complaint.facts, { ...filedFacts(said, context), [repeatFact]: 1 })
  const proposed = proposeLevel(facts, rulebook.pack).level
  const raised = raisedBy(complaint, { proposed, count, facts }, context)
  const before = proposeLevel(complaint.facts, rulebook.pack).level
  const isNews = complaint.levelSet && isGraver(proposed, before)
  const asksFor = isNews && isGraver(proposed, raised[0]?.level ?? complaint.level)
  return [
    {
      type: 'attached',
      at,
      by,
      ...kept,
      receivedAt: utc(said.receivedAt),
      facts,
      count,
      ...(asksFor && { asksFor: proposed }),
    },
    ...raised,
  ]
}

/** A duplicate ended here: it counts as a repeat, and its facts join those that are known. */
export function mergedIn(
  complaint: Complaint,
  { from, facts: told }: { readonly from: Earlier; readonly facts: Facts },
  context: StepContext,
): Event[] {
  const count = (complaint.repeats ?? 0) + 1
  const facts = merged(complaint.facts, told)
  const proposed = proposeLevel(facts, context.rulebook.pack).level
  return [
    { type: 'mergedIn', at: context.at, by: context.by, from, facts, count },
    ...raisedBy(complaint, { proposed, count, facts }, context),
  ]
}

/**
 * A level that is only proposed follows the facts; one that was set, a person changes. The repeat that the pack names raises
 * either by one.
 */
function raisedBy(
  complaint: Complaint,
  { proposed, count, facts }: { proposed: Complaint['level']; count: number; facts: Facts },
  context: StepContext,
): Extract<Event, { type: 'levelRaised' }>[] {
  const { pack } = context.rulebook
  const follows = !complaint.levelSet && isGraver(proposed, complaint.level)
  const from = follows ? proposed : complaint.level
  const byCount = raisesLevel(count, pack)
  const level = byCount ? oneGraver(from) : from
  if (!isGraver(level, complaint.level)) return []
  return [
    {
      type: 'levelRaised',
      at: context.at,
      level,
      levelReasons: [...reasonsFor(level, facts, pack), ...(byCount ? [`repeat:${count}`] : [])],
      ...raisedGrace(complaint, level, context),
      ...(byCount && { count }),
    },
  ]
}

/** Of each fact the gravest that was ever told. */
function merged(known: Facts, told: Facts): Record<string, number> {
  const codes = [...new Set([...Object.keys(known), ...Object.keys(told)])]
  return Object.fromEntries(codes.map((code) => [code, Math.max(known[code] ?? 0, told[code] ?? 0)]))
}
