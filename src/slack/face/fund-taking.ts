import type { Complaint } from '../../complaint/complaint.ts'
import { yearOf } from '../../fund/budget.ts'
import { FundCommand } from '../../fund/command.ts'
import type { Ballot, Fund } from '../../fund/fund.ts'
import { fundIdOf } from '../../fund/fund-id.ts'
import type { FundStep, RequestStep } from '../../fund/lifecycle.ts'
import { type Reading, readFen, readFenOrNothing } from '../../fund/money.ts'
import { personOf } from '../../matter/actor.ts'
import { aboutOf } from '../about-money.ts'
import { schemaProblems } from '../form/problems.ts'
import type { FieldProblem } from '../form/read.ts'
import type { House } from '../view/house.ts'
import { innerOf } from '../view/fund-inner.ts'
import { maskPayee } from '../mask-payee.ts'
import type { Taking } from './face.ts'

type Values = Readonly<Record<string, unknown>>

/** The three ways to vote at once, by the button. */
export const voiceSteps = ['voteYes', 'voteNo', 'voteAbstain'] as const
export type VoiceStep = (typeof voiceSteps)[number]
const voices = { voteYes: 'yes', voteNo: 'no', voteAbstain: 'abstain' } as const

/** The proposal of a year's budget: the year that was chosen says which fund it becomes. */
export function budgetTaking(branch: string, { year: chosen, ...values }: Values, house: House): Taking {
  const year = yearOf(house) + (chosen === 'next' ? 1 : 0)
  return takingOf(fundIdOf(branch, year), { step: 'proposeBudget', branch, year, ...values })
}

/** A vote, by one of three buttons or by the form. */
export function voteTaking({ id }: Fund, { no }: Ballot, step: VoiceStep | 'vote', values: Values): Taking {
  const voice = step === 'vote' ? {} : { voice: voices[step] }
  return takingOf(id, { step: 'vote', ballot: no, ...values, ...voice })
}

/** A request for money in a complaint, and its place in the fund once it is asked. */
export function requestTaking({ id }: Fund, complaint: Complaint, values: Values): Taking {
  const read = commandOf({ step: 'request', about: aboutOf(complaint), ...withPayee(values) })
  if ('problems' in read) return read
  let inner: string | undefined
  return {
    id,
    begun: () => inner,
    take: async (handle, by, form) => {
      const { state } = await handle('fund', id, read.command, by, form === undefined ? {} : { form })
      const own = state.requests.findLast((request) => request.by === personOf(by))
      inner = own && innerOf.request(own)
    },
  }
}

/** A step on the fund or on a request. The opening of the form is the key by which money moves once. */
export function fundTaking(
  { id }: Fund,
  step: Exclude<FundStep, 'request'> | RequestStep,
  values: Values,
  of?: { readonly request: number; readonly opening: string },
): Taking {
  const keyed = of && (step === 'pay' || step === 'returnUnused') ? { key: of.opening } : {}
  return takingOf(id, { step, ...withPayee(values), ...(of && { request: of.request }), ...keyed })
}

function takingOf(id: string, said: Values): Taking {
  const read = commandOf(said)
  if ('problems' in read) return read
  return {
    id,
    take: (handle, by, form) => handle('fund', id, read.command, by, form === undefined ? {} : { form }),
  }
}

/** The command, its amounts read from what was typed in yuan; or what is wrong, by field. */
function commandOf(said: Values): { command: FundCommand } | { problems: readonly FieldProblem[] } {
  const amounts = [...readAmount(said, 'amount', readFen), ...readAmount(said, 'used', readFenOrNothing)]
  const problems = amounts.flatMap(({ field, reading }) =>
    'problem' in reading ? [{ field, code: reading.problem }] : [],
  )
  if (problems.length > 0) return { problems }
  const fen = amounts.flatMap(({ field, reading }) => ('fen' in reading ? [[field, reading.fen]] : []))
  const command = FundCommand.safeParse({ ...said, ...Object.fromEntries(fen) })
  return command.success ? { command: command.data } : { problems: schemaProblems(command.error) }
}

function readAmount(said: Values, field: 'amount' | 'used', read: (written: string) => Reading) {
  const written = said[field]
  return typeof written === 'string' ? [{ field, reading: read(written) }] : []
}

function withPayee(values: Values): Values {
  const { payee } = values
  return typeof payee === 'string' ? { ...values, payee: maskPayee(payee) } : values
}
