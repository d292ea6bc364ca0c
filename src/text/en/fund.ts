import type { Band } from '../../fund/band.ts'
import type { fundForms } from '../../fund/form.ts'
import type { BallotOutcome } from '../../fund/fund.ts'
import type { Voice } from '../../matter/ballot.ts'
import type { FundClock } from '../../fund/fund-rules.ts'
import type { Pot } from '../../fund/ledger.ts'
import type { FundStatus, RequestStatus } from '../../fund/lifecycle.ts'
import type { NoticeCode } from '../../matter/effect.ts'
import type { RefusalCode } from '../../matter/refusal.ts'
import type { FieldName, FieldWords, FundForm, NoticeFacts, RefusalFacts, StepWords } from '../keys.ts'

type FundNotice = Extract<NoticeCode, `fund-${string}`>

const until = (due: string) => (due ? ` Due ${due}.` : '')

/** What a private message about the risk reserve fund says first. `number` is that of the request, or of the fund itself. */
export const fundNotices: Record<FundNotice, (facts: NoticeFacts) => string> = {
  'fund-budget-vote-wanted': ({ number, by, amount, due }) =>
    `${by} proposes a budget of ${amount} for the reserve fund ${number}. Please vote.${until(due)}`,
  'fund-budget-adopted': ({ number, amount }) =>
    `The committee adopted the budget of ${amount} for the reserve fund ${number}.`,
  'fund-budget-rejected': ({ number, amount }) =>
    `The committee did not adopt the budget of ${amount} for the reserve fund ${number}. Please propose another one.`,
  'fund-budget-no-quorum': ({ number, amount }) =>
    `Too few members voted on the budget of ${amount} for the reserve fund ${number}. Please propose it again.`,
  'fund-requested': ({ number, by, amount, due }) =>
    `${by} asks for ${amount} from the reserve fund (${number}). Please decide.${until(due)}`,
  'fund-vote-wanted': ({ number, by, amount, due }) =>
    `${by} asks for ${amount} from the reserve fund (${number}): a large use, on which the committee decides. Please vote.${until(due)}`,
  'fund-approved': ({ number, amount }) =>
    `Your request ${number} for ${amount} is approved. It will be paid.`,
  'fund-pay-wanted': ({ number, by, amount, due }) =>
    `The request ${number} of ${by} is approved. Please pay ${amount} and record the payment.${until(due)}`,
  'fund-sent-back': ({ number, by }) =>
    `${by} sent your request ${number} back. Please add what is missing, or withdraw it.`,
  'fund-vote-no-quorum': ({ number }) =>
    `Too few members voted on your request ${number}. Please ask again, or withdraw it.`,
  'fund-vote-overdrawn': ({ number }) =>
    `The committee granted your request ${number}, but the fund no longer has so much. Please ask for less, or wait for a larger budget.`,
  'fund-refused': ({ number, by }) => `${by} refused your request ${number}.`,
  'fund-voted-down': ({ number }) => `The committee voted your request ${number} down.`,
  'fund-withdrawn': ({ number, by }) => `${by} withdrew the request ${number}. You need do nothing more.`,
  'fund-paid': ({ number, by, amount, due }) =>
    `${by} paid ${amount} for your request ${number}. Please settle it with the receipt.${until(due)}`,
  'fund-settled': ({ number, by, amount }) => `${by} settled the request ${number}: ${amount} was used.`,
  'fund-return-wanted': ({ number, amount }) =>
    `${amount} of the request ${number} was not used. Please give it back.`,
  'fund-returned': ({ number, by, amount }) => `${by} recorded that ${amount} of ${number} came back.`,
  'fund-reminder': ({ number, clock, due }) =>
    `The reserve fund (${number}) waits for: ${clock}. Due ${due}.`,
  'fund-overdue': ({ number, clock, due }) =>
    `The reserve fund (${number}) is overdue: ${clock}, due ${due}. Please act.`,
  'fund-warning': ({ number, amount }) =>
    `${amount} of the reserve fund ${number} is promised, paid or spent: at least 80 % of its budget.`,
  'fund-closed': ({ number, by }) =>
    `${by} closed the reserve fund ${number}. What was left over has lapsed.`,
}

/** What the fund's clocks wait for. */
export const fundClockNames: Record<FundClock, string> = {
  fundDecide: 'decision on the request',
  fundVote: 'vote of the committee',
  fundPay: 'payment',
  fundSettle: 'settlement with receipt',
  fundClose: 'closing of the year',
}

/** The refusals that only the fund and its votes know. */
export const fundRefusals = {
  'amount-not-readable': () => 'This is no amount of money. Please give it in yuan, such as 1200.50.',
  'amount-not-positive': () => 'The amount must be above zero. Please correct it.',
  'amount-not-whole-fen': () => 'The smallest amount is a fen: two decimals at most. Please correct it.',
  'amount-too-large': () => 'This amount is larger than any fund can hold. Please check it for extra digits.',
  'currency-not-cny': () =>
    'The reserve fund pays in yuan (CNY) only. Please give the amount in yuan, without another currency.',
  'fund-overdrawn': ({ seen }: RefusalFacts) =>
    `The fund does not have so much${seen ? `: ${seen} yuan is available` : ''}. Ask for less, or let the budget be raised first.`,
  'fund-exists': () =>
    'The branch already has a fund for this year. Look at it, and propose another budget there if need be.',
  'budget-not-higher': () =>
    'A budget in force can only be raised, since money may be promised already. Please give a larger amount.',
  'wrong-year': ({ seen }: RefusalFacts) =>
    `This does not belong to the fund’s year${seen ? ` (${seen})` : ''}. Please take the fund of the right year.`,
  'year-not-over': () => 'The year is not over yet. The fund is closed after its last day.',
  'requests-open': ({ seen }: RefusalFacts) =>
    `Something is still open${seen ? `: ${seen}` : ''}. Settle, withdraw or decide it first, then close the year.`,
  'three-people': () =>
    'Requester, approver and payer must be three different people, and you already have a part in this request. Leave it to somebody else.',
  'over-your-limit': () =>
    'This amount is over the limit that you may decide on. It waits for the next rung, which has been told.',
  'vote-needed': () => 'This is a large use: the committee decides on it by vote, nobody alone.',
  'no-committee': () =>
    'The branch’s committee has no member who may vote on this. Please have its members entered first.',
  'not-a-member': () =>
    'Only who was a member of the committee when this vote was opened, and still is, may vote on it.',
  'voted-already': () => 'This seat has voted already, and a vote stands. You need do nothing more.',
  'vote-closed': () => 'This vote is closed. Look at its outcome on the card of now.',
  'paid-already': () => 'This request is paid already, and is paid only once. Nothing was changed.',
  'paid-before-approval': () =>
    'The payment cannot lie before the approval. Please check the time of payment.',
  'key-used': () =>
    'This payment was recorded for another request. Please open the form again from the request that you mean.',
  'more-than-paid': ({ seen }: RefusalFacts) =>
    `This is more than is still out${seen ? ` (${seen} yuan)` : ''}. Please check the amount against the receipt.`,
} satisfies Partial<Record<RefusalCode, (facts: RefusalFacts) => string>>

export const fundStatus: Record<FundStatus, string> = {
  proposed: 'Budget proposed',
  open: 'Open',
  closed: 'Closed',
}

export const requestStatus: Record<RequestStatus, string> = {
  requested: 'Waiting for approval',
  voting: 'Before the committee',
  sentBack: 'Sent back',
  approved: 'Approved, to be paid',
  paid: 'Paid, to be settled',
  returning: 'Settled, money to come back',
  settled: 'Settled',
  refused: 'Refused',
  withdrawn: 'Withdrawn',
}

/** The three ways to vote at once stand beside the form that asks for a remark too. */
export const fundSteps: Record<
  keyof typeof fundForms | 'voteYes' | 'voteNo' | 'voteAbstain',
  StepWords & { readonly confirm?: string }
> = {
  proposeBudget: {
    button: 'Propose a budget',
    title: 'Budget of the fund',
    submit: 'Put to the vote',
    done: 'Proposed. The committee has been asked to vote.',
  },
  reviseBudget: {
    button: 'Propose another budget',
    title: 'Another budget',
    submit: 'Put to the vote',
    done: 'Proposed. The committee has been asked to vote.',
  },
  closeYear: {
    button: 'Close the year',
    title: 'Close the fund’s year',
    submit: 'Close the year',
    done: 'The year is closed.',
  },
  vote: {
    button: 'Vote with a remark',
    title: 'Your vote',
    submit: 'Vote',
    done: 'Your vote is recorded.',
  },
  voteYes: {
    button: 'For',
    title: 'For',
    submit: 'For',
    done: 'Your vote is recorded: for.',
    confirm: 'You vote for it. The vote is recorded by name and stands.',
  },
  voteNo: {
    button: 'Against',
    title: 'Against',
    submit: 'Against',
    done: 'Your vote is recorded: against.',
    confirm: 'You vote against it. The vote is recorded by name and stands.',
  },
  voteAbstain: {
    button: 'Abstain',
    title: 'Abstain',
    submit: 'Abstain',
    done: 'Your vote is recorded: abstained.',
    confirm: 'You abstain. The vote is recorded by name and stands.',
  },
  request: {
    button: 'Ask for money',
    title: 'Money from the fund',
    submit: 'Ask',
    done: 'Asked. Whoever decides has been told.',
  },
  resubmit: {
    button: 'Ask again',
    title: 'Ask again',
    submit: 'Ask again',
    done: 'Asked again. Whoever decides has been told.',
  },
  approve: {
    button: 'Approve',
    title: 'Approve',
    submit: 'Approve',
    done: 'Approved. Whoever pays has been told.',
    confirm: 'The amount is set aside at once, and whoever pays is told.',
  },
  sendBack: {
    button: 'Send back',
    title: 'Send the request back',
    submit: 'Send back',
    done: 'Sent back. The requester has been told.',
  },
  refuse: {
    button: 'Refuse',
    title: 'Refuse the request',
    submit: 'Refuse',
    done: 'Refused. The requester has been told.',
  },
  withdraw: {
    button: 'Withdraw',
    title: 'Withdraw the request',
    submit: 'Withdraw',
    done: 'The request is withdrawn.',
  },
  pay: {
    button: 'Record the payment',
    title: 'Record the payment',
    submit: 'Record',
    done: 'The payment is recorded.',
  },
  settle: {
    button: 'Settle',
    title: 'Settle with the receipt',
    submit: 'Settle',
    done: 'Settled.',
  },
  returnUnused: {
    button: 'Record a return',
    title: 'Money that came back',
    submit: 'Record',
    done: 'The return is recorded.',
  },
}

/** The questions that only the fund asks. */
export const fundFields = {
  year: { label: 'For which year' },
  standard: {
    label: 'What the money may be used for',
    hint: 'The committee votes on the amount and on this standard.',
  },
  kind: { label: 'Kind' },
  purpose: { label: 'What the money is for' },
  payee: {
    label: 'To whom it is paid',
    hint: 'Only the surname is kept; account numbers have no place here.',
  },
  agreement: {
    label: 'Signed agreement',
    placeholder: 'Its number, and where it is kept',
    hint: 'It never asks the customer to give up a complaint to the authorities.',
  },
  paidAt: { label: 'When it was paid' },
  reference: { label: 'Number of the voucher' },
  receipt: { label: 'Receipt', placeholder: 'Its number, and where it is kept' },
  used: { label: 'How much was used (CNY)', hint: 'What is left over has to come back.' },
} satisfies Partial<Record<FieldName, FieldWords>>

const amountField = { label: 'Amount (CNY)', placeholder: '1200.50' }

/** The fixed answers that only the fund offers. */
export const fundOptions = { year: { this: 'This year', next: 'Next year' } }

/** Where a form of the fund asks what others ask too, in other words. */
export const fundFieldsIn: Partial<Record<FundForm, Partial<Record<FieldName, FieldWords>>>> = {
  'fund-proposeBudget': { amount: { label: 'Budget of the year (CNY)', placeholder: '1000000' } },
  'fund-reviseBudget': {
    amount: { label: 'Budget of the whole year (CNY)', hint: 'A budget in force can only be raised.' },
  },
  'fund-request': {
    amount: amountField,
    kind: { label: 'Kind of compensation' },
    fault: { label: 'Responsibility' },
  },
  'fund-resubmit': {
    amount: amountField,
    kind: { label: 'Kind of compensation' },
    fault: { label: 'Responsibility' },
  },
  'fund-sendBack': { remark: { label: 'What is missing' } },
  'fund-refuse': { remark: { label: 'Why it is refused' } },
  'fund-withdraw': { remark: { label: 'Why it is withdrawn' } },
  'fund-pay': { reference: { label: 'Number of the payment voucher' } },
  'fund-returnUnused': {
    amount: { label: 'Amount that came back (CNY)', placeholder: '200' },
    reference: { label: 'Number of the return voucher' },
  },
}

/** Cards, votes and the ledger of the reserve fund. */
export const fund = {
  title: (number: string, branch: string) => `Reserve fund ${number}, ${branch}`,
  requestTitle: (number: string, amount: string) => `Request ${number}: ${amount}`,
  budgetVote: (number: string, amount: string) => `Vote on the budget of ${number}: ${amount}`,
  requestVote: (number: string, amount: string) => `Vote on the request ${number}: ${amount}`,
  none: (branch: string, year: number) => `${branch} has no reserve fund for ${year} yet.`,
  noBranch:
    'You belong to no branch, so no reserve fund is yours. Ask for one by its number, such as `F2026`.',
  notHere: 'The reserve fund is shown to those who ask for its money, decide on it, pay it or watch over it.',
  status: 'Status',
  budget: 'Budget',
  pots: {
    bank: 'Bank',
    available: 'Available',
    reserved: 'Approved but not paid',
    advanced: 'Paid but not settled',
    spent: 'Used',
    lapsed: 'Lapsed',
  } satisfies Record<Pot, string>,
  bar: (bar: string, percent: string) => `${bar} ${percent} of the budget is promised, paid or spent`,
  short: (percent: number) => `At least ${percent} % is promised, paid or spent: the rest is short.`,
  standard: 'What the money may be used for',
  votes: 'Open votes',
  requests: 'Open requests',
  noRequests: 'No request is open.',
  ended: (count: number) => `Ended requests: ${count}`,
  howToAsk:
    'To ask for money, open the complaint and press “Ask for money”, or type `/complaint fund request 2026-00123`.',
  ledger: 'Ledger',
  ledgerTitle: (number: string) => `Ledger of ${number}`,
  posting: (at: string, from: string, to: string, amount: string) => `${at}  ${from} → ${to}  *${amount}*`,
  ledgerSum: (given: string, sums: string) => `Given: ${given}. ${sums}`,
  emptyLedger: 'Nothing has moved yet.',
  page: (from: number, to: number, total: number) => `Lines ${from} to ${to} of ${total}`,
  newer: 'Newer',
  older: 'Older',
  back: 'The fund',
  complaint: 'Complaint',
  kind: 'Kind',
  fault: 'Responsibility',
  payee: 'Payee',
  agreement: 'Signed agreement',
  requester: 'Asked by',
  decides: 'Decided by',
  due: 'Due',
  purpose: 'What the money is for',
  likeUses: 'Paid before in like cases',
  likeUse: (at: string, number: string, amount: string) => `${at}  ${number}  ${amount}`,
  noLikeUses: 'Nothing was paid before in a like case.',
  remark: 'Reason given',
  approvedBy: (people: string) => `Approved by ${people}`,
  paid: (at: string, by: string, reference: string) => `Paid ${at} by ${by}, voucher ${reference}`,
  settled: (at: string, by: string, used: string, receipt: string) =>
    `Settled ${at} by ${by}: ${used} used, receipt ${receipt}`,
  returned: (at: string, by: string, amount: string, reference: string) =>
    `${amount} came back ${at}, recorded by ${by}, voucher ${reference}`,
  outstanding: (amount: string) => `Still out: ${amount}`,
  bands: {
    SBH: 'Head of the handling unit',
    SQO: 'Service quality officer',
    SQH: 'Service quality head',
    COM: 'Committee, by vote',
    HOQ: 'Head office’s service quality department',
  } satisfies Record<Band, string>,
  closes: 'Closes',
  seats: 'Seats',
  counted: 'Votes',
  count: (yes: number, no: number, abstained: number) => `${yes} for, ${no} against, ${abstained} abstained`,
  outcome: 'Outcome',
  outcomes: {
    adopted: 'Adopted',
    rejected: 'Not adopted',
    noQuorum: 'Too few votes',
    withdrawn: 'Withdrawn with its request',
  } satisfies Record<BallotOutcome, string>,
  running: 'Still open',
  voices: { yes: 'for', no: 'against', abstain: 'abstained' } satisfies Record<Voice, string>,
  voted: (who: string, voice: string) => `${who}: ${voice}`,
  votedFor: (who: string, seat: string) => `${who} for ${seat}`,
  rule: 'More than half of the seats must vote; more than half of the votes decide.',
  money: (number: string, amount: string, status: string) => `Reserve fund ${number}: ${amount}, ${status}`,
  waiting: (number: string, clock: string, due: string) => `*${number}*  ${clock}, due ${due}`,
  unknown: (said: string) =>
    `“${said}” is not understood. Write \`/complaint fund\` for the fund of your branch, or \`/complaint fund request 2026-00123\` to ask for money.`,
}
