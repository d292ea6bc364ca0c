import type { KnownBlock, ModalView } from '@slack/types'
import type { Complaint } from '../../complaint/complaint.ts'
import { fundForms } from '../../fund/form.ts'
import type { Ballot, Fund, FundRequest, LikeUse } from '../../fund/fund.ts'
import { outstandingOf } from '../../fund/ledger.ts'
import { yuanText } from '../../fund/money.ts'
import { textFor } from '../../text/text.ts'
import { context, section } from '../view/blocks.ts'
import { ballotTitle } from '../view/fund-ballot-card.ts'
import { balanceBlocks } from '../view/fund-card.ts'
import { innerOf } from '../view/fund-inner.ts'
import { likeUsesSection, requestTitle } from '../view/fund-request-card.ts'
import type { House, Reader } from '../view/house.ts'
import { moneyWords } from '../view/money.ts'
import { escapeMrkdwn, inline, quote } from '../view/mrkdwn.ts'
import { who } from '../view/names.ts'
import { headline } from '../view/state-of-case.ts'
import { formModal } from './modal.ts'

/** Every step of the fund that has a form. */
export type FundFormStep = keyof typeof fundForms

/** What the form is about, in so far as it exists already; `id` and `inner` are what it remembers. */
export interface FundForm {
  readonly step: FundFormStep
  readonly id: string
  readonly inner?: string
  readonly above: readonly KnownBlock[]
  readonly initial?: Readonly<Record<string, unknown>>
}

/** The form of one step of the reserve fund. */
export function fundModal(
  { step, id, inner, above, initial = {} }: FundForm,
  form: string,
  reader: Reader,
  house: House,
): ModalView {
  const { title, submit } = textFor(reader.language).fundSteps[step]
  const metadata = { matter: 'fund' as const, id, step, form, ...(inner !== undefined && { inner }) }
  const drawing = { form: `fund-${step}` as const, reader, house, initial }
  return formModal(fundForms[step], { title, submit, metadata, above }, drawing)
}

/** To ask for money in a complaint: what is left, and what was paid before in like cases. */
export function requestForm(
  fund: Fund,
  complaint: Complaint,
  likeUses: readonly LikeUse[],
  reader: Reader,
  house: House,
): FundForm {
  const { plan } = complaint
  return {
    step: 'request',
    id: fund.id,
    inner: complaint.id,
    above: [
      context(`*${headline(complaint, reader, house)}*`),
      ...balanceBlocks(fund, reader),
      likeUsesSection(likeUses, reader),
    ],
    initial: {
      kind: plan?.compensation,
      ...(plan?.amount !== undefined && { amount: String(plan.amount) }),
    },
  }
}

/** A step on a request: what it asks for, and what is still out where money comes back. */
export function requestStepForm(
  step: FundFormStep,
  { fund, request, likeUses }: { fund: Fund; request: FundRequest; likeUses: readonly LikeUse[] },
  reader: Reader,
  house: House,
): FundForm {
  const base = { step, id: fund.id, inner: innerOf.request(request) }
  const title = context(`*${requestTitle(request, reader)}*`)
  switch (step) {
    case 'resubmit': {
      const { kind, amount, purpose, payee, agreement, fault } = request
      const initial = { kind, amount: yuanText(amount), purpose, payee, agreement, fault }
      return {
        ...base,
        above: [
          title,
          ...remarkBlock(request, reader),
          ...balanceBlocks(fund, reader),
          likeUsesSection(likeUses, reader),
        ],
        initial,
      }
    }
    case 'pay':
      return {
        ...base,
        above: [title, section(payeeLine(request, reader, house))],
        initial: { paidAt: house.now.toString() },
      }
    case 'settle':
      return { ...base, above: [title], initial: { used: yuanText(request.amount) } }
    case 'returnUnused':
      return {
        ...base,
        above: [
          title,
          section(
            textFor(reader.language).fund.outstanding(moneyWords(outstandingOf(request), reader.language)),
          ),
        ],
        initial: { amount: yuanText(outstandingOf(request)) },
      }
    case 'sendBack':
    case 'refuse':
      return {
        ...base,
        above: [title, section(quote(request.purpose, 800)), likeUsesSection(likeUses, reader)],
      }
    default:
      return { ...base, above: [title] }
  }
}

/** A vote with a remark. */
export function voteForm(fund: Fund, ballot: Ballot, reader: Reader): FundForm {
  const words = textFor(reader.language).fund
  return {
    step: 'vote',
    id: fund.id,
    inner: innerOf.ballot(ballot),
    above: [context(`*${escapeMrkdwn(ballotTitle(fund, ballot, reader))}*`), context(words.rule)],
  }
}

function remarkBlock({ remark }: FundRequest, { language }: Reader): KnownBlock[] {
  return remark === undefined ? [] : [section(`*${textFor(language).fund.remark}*\n${quote(remark, 600)}`)]
}

function payeeLine({ payee, agreement, by }: FundRequest, reader: Reader, house: House): string {
  const { fund: words, forms } = textFor(reader.language)
  return [
    forms.pair(words.payee, inline(payee, 150)),
    forms.pair(words.agreement, inline(agreement, 150)),
    forms.pair(words.requester, who(by, reader, house)),
  ].join('\n')
}
