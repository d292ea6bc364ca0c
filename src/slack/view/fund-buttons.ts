import type { ActionsBlock } from '@slack/types'
import { allowedFundSteps, allowedRequestSteps, voteObjection } from '../../fund/allowed.ts'
import type { Ballot, Fund, FundRequest } from '../../fund/fund.ts'
import { requestLifecycle } from '../../fund/lifecycle.ts'
import { textFor } from '../../text/text.ts'
import { innerOf } from './fund-inner.ts'
import type { House, Reader } from './house.ts'
import { moneyWords } from './money.ts'
import { type MatterStep, matterButtons } from './step-action.ts'

/** The ways to vote at once, and the form that asks for a remark too. */
export const waysToVote = ['voteYes', 'voteNo', 'voteAbstain', 'vote'] as const

/** Steps that a request goes on by: in colour. No vote has one, so that none is suggested. */
const natural: readonly string[] = ['approve', 'resubmit', 'pay', 'settle', 'returnUnused']

/** The steps on the whole fund; money is asked for at a complaint. */
export function fundButtons(fund: Fund, reader: Reader, house: House): ActionsBlock | undefined {
  if (reader.personId === undefined) return undefined
  const steps = allowedFundSteps(fund, reader.personId, house).filter((step) => step !== 'request')
  return matterButtons({ matter: 'fund', id: fund.id }, steps.map(worded(reader)), reader)
}

/** The steps on one request, the natural next one in colour. */
export function requestButtons(
  fund: Fund,
  request: FundRequest,
  reader: Reader,
  house: House,
): ActionsBlock | undefined {
  const steps =
    reader.personId === undefined
      ? requestLifecycle[request.status]
      : allowedRequestSteps(fund, request, reader.personId, house)
  const place = { matter: 'fund' as const, id: fund.id, inner: innerOf.request(request) }
  const lead = `${request.number}, ${moneyWords(request.amount, reader.language)}. `
  return matterButtons(place, steps.map(worded(reader, lead)), reader)
}

/** The buttons of a vote, only for who may vote in it now. */
export function ballotButtons(
  fund: Fund,
  ballot: Ballot,
  reader: Reader,
  house: House,
): ActionsBlock | undefined {
  const { personId } = reader
  if (personId === undefined || voteObjection(fund, ballot, personId, house) !== undefined) return undefined
  const place = { matter: 'fund' as const, id: fund.id, inner: innerOf.ballot(ballot) }
  return matterButtons(place, waysToVote.map(worded(reader)), reader)
}

/** The words of a step; `lead` says in front of its question what it is about. */
function worded({ language }: Reader, lead = ''): (step: keyof Words) => MatterStep {
  const words: Words = textFor(language).fundSteps
  return (step) => {
    const { button, confirm } = words[step]
    return {
      step,
      text: button,
      ...(natural.includes(step) && { style: 'primary' as const }),
      ...(confirm !== undefined && { confirm: `${lead}${confirm}` }),
    }
  }
}

type Words = ReturnType<typeof textFor>['fundSteps']
