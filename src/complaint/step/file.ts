import { knownCode } from '../../matter/known-code.ts'
import { z } from 'zod'
import {
  type Field,
  choice,
  choices,
  facts,
  line,
  number,
  people,
  personal,
  text,
  unit,
  when,
  yes,
} from '../../matter/field.ts'
import { Refusal } from '../../matter/refusal.ts'
import { branchOf } from '../../organisation/branch-of.ts'
import type { PersonId, UnitId } from '../../organisation/organisation.ts'
import { mayEver } from '../../organisation/rights.ts'
import { sqHeadOf, sqOfficersOf } from '../../organisation/service-quality.ts'
import { outletManagersOf } from '../../organisation/unit-people.ts'
import type { Level } from '../../policy/pack.ts'
import type { StepContext } from '../context.ts'
import { raisesLevel } from '../raises-level.ts'
import { type Event, Repeat } from '../event.ts'
import { type Facts, oneGraver, proposeLevel } from '../level.ts'
import { filedFacts, repeatFact } from './filed-facts.ts'
import { knownCodes, noFutureOf, utc } from './guard.ts'

/** Filing: any employee, for the customer or a third person (source rules, receiving party). Intake is never refused. */
export const File = z.strictObject({
  step: z.literal('file'),
  story: z.string().trim().min(1),
  outlet: z.string(),
  source: z.string(),
  externalNumber: z.string().trim().min(1).exactOptional(),
  receivedAt: z.iso.datetime(),
  request: z.string(),
  anonymous: z.boolean().default(false),
  onBehalf: z.boolean().default(false),
  product: z.string().exactOptional(),
  respondents: z.array(z.string()).default([]),
  vulnerability: z.array(z.string()).default([]),
  amount: z.number().nonnegative().finite().exactOptional(),
  facts: z.record(z.string(), z.number().nonnegative()).default({}),
  /** Masks only: the clear values go into the vault beside this command, never in it. */
  complainant: z.record(z.string(), z.string()).default({}),
  /** The earlier complaint that it repeats, as the house found it; nobody types this. */
  repeatOf: Repeat.exactOptional(),
})

export const fileFields: readonly Field[] = [
  text('story', true),
  unit('outlet', 'outlet', true),
  choice('source', 'source', true),
  line('externalNumber', false),
  when('receivedAt', true),
  choice('request', 'request', true),
]

/** The optional section of the filing form. */
export const fileDetailFields: readonly Field[] = [
  personal('name'),
  personal('phone'),
  personal('email'),
  personal('idNumber'),
  personal('card'),
  yes('anonymous'),
  yes('onBehalf'),
  personal('agentName'),
  line('product', false),
  people('respondents', false),
  number('amount', false),
  choices('vulnerability', 'vulnerability', false),
  facts('facts'),
]

export function file(id: string, command: z.infer<typeof File>, context: StepContext): Event[] {
  const { organisation, by, now, at, rulebook, number: taken } = context
  if (!mayEver(organisation, by, 'log', now)) throw new Refusal('not-you')
  const outlet = organisation.units.get(command.outlet)
  const branch = outlet && branchOf(organisation, outlet.id)
  if (!outlet || !branch || taken === undefined) throw new Refusal('unknown-unit', { unit: command.outlet })
  noFutureOf(command.receivedAt, context)
  checkFiling(command, context)

  const given = factsOf(command, context)
  const { level, reasons } = proposalFor(given, command.repeatOf, context)
  const { step: _step, facts: _facts, ...said } = command
  const owner = command.respondents.includes(by) ? ownerInstead(branch.id, command, context) : undefined
  return [
    {
      type: 'filed',
      at,
      by,
      id,
      number: taken,
      branch: branch.id,
      policyVersion: rulebook.pack.version,
      ...said,
      receivedAt: utc(command.receivedAt),
      facts: given,
      level,
      levelReasons: reasons,
      ...(owner !== undefined && { owner }),
    },
  ]
}

function checkFiling(command: z.infer<typeof File>, context: StepContext): void {
  knownCode('source', command.source, context)
  knownCode('request', command.request, context)
  knownCodes('vulnerability', command.vulnerability, context)
  knownCodes('levelFact', Object.keys(command.facts), context)
  const stranger = command.respondents.find((person) => !context.organisation.people.has(person))
  if (stranger !== undefined) throw new Refusal('unknown-person', { person: stranger })
}

function factsOf(command: z.infer<typeof File>, context: StepContext): Record<string, number> {
  return { ...filedFacts(command, context), ...(command.repeatOf && { [repeatFact]: 1 }) }
}

/** The level that the facts propose; one graver at the repeat that the pack names. */
function proposalFor(
  given: Facts,
  link: z.infer<typeof Repeat> | undefined,
  { rulebook: { pack } }: StepContext,
): { level: Level; reasons: string[] } {
  const { level, reasons } = proposeLevel(given, pack)
  if (!link || !raisesLevel(link.count, pack)) return { level, reasons }
  return { level: oneGraver(level), reasons: [...reasons, `repeat:${link.count}`] }
}

/** Who answers for it first when the one who files it is complained about: the outlet's manager, else service quality. */
function ownerInstead(
  branch: UnitId,
  { outlet, respondents }: z.infer<typeof File>,
  { organisation, now }: StepContext,
): PersonId | undefined {
  const instead = [
    ...outletManagersOf(organisation, outlet, now),
    ...sqOfficersOf(organisation, branch, now),
    ...sqHeadOf(organisation, branch, now),
  ]
  return instead.find((person) => !respondents.includes(person))
}
