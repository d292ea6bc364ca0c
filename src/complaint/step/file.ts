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
import type { StepContext } from '../context.ts'
import type { Event } from '../event.ts'
import { proposeLevel } from '../level.ts'
import { knownCode, knownCodes, noFutureOf, utc } from './guard.ts'

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
  const { level, reasons } = proposeLevel(given, rulebook.pack)
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

/** What is known for the level: what was ticked and counted, the amount, and that an authority referred it. */
function factsOf(command: z.infer<typeof File>, { rulebook }: StepContext): Record<string, number> {
  return {
    ...command.facts,
    ...(command.amount !== undefined && { amount: command.amount }),
    ...(rulebook.pack.authoritySources.includes(command.source) && { authorityReferral: 1 }),
  }
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
