import { type Field, choice, line, option, text, when } from '../matter/field.ts'
import { voices } from '../matter/ballot.ts'
import type { FundStep, RequestStep } from './lifecycle.ts'

/** Amounts are asked as one line and read by `readFen`: a number field would lose what a comma or a currency says. */
const amount = line('amount', true, 30)

const said = [
  choice('kind', 'compensation', true),
  amount,
  text('purpose', true),
  line('payee', true),
  line('agreement', true),
  choice('fault', 'responsibility', false),
]

/** What each step's form asks. What is not asked (`about`, `request`, `ballot`, `key`, `branch`) the screen knows. */
export const fundForms = {
  proposeBudget: [option('year', ['this', 'next'], true), amount, text('standard', true)],
  reviseBudget: [amount, text('standard', true)],
  vote: [option('voice', voices, true), text('remark', false, 1000)],
  request: said,
  resubmit: said,
  approve: [],
  sendBack: [text('remark', true, 1000)],
  refuse: [text('remark', true, 1000)],
  withdraw: [text('remark', true, 1000)],
  pay: [when('paidAt', true), line('reference', true)],
  settle: [line('receipt', true), line('used', true, 30)],
  returnUnused: [amount, line('reference', true)],
  closeYear: [text('remark', false, 1000)],
} as const satisfies Record<FundStep | RequestStep | 'proposeBudget' | 'vote', readonly Field[]>
