import type { z } from 'zod'
import type { Command } from '../../src/complaint/command.ts'
import type { StepName } from '../../src/complaint/lifecycle.ts'
import type { ToldOfComplaint } from './given.ts'
import { iso, who } from './rulebook.ts'

type Asked = z.input<typeof Command>
type AskedOf<Step extends Asked['step']> = Extract<Asked, { step: Step }>
type But<Step extends Asked['step']> = Partial<Omit<AskedOf<Step>, 'step'>>

/** What `file` needs to be valid: an invented complaint about a debit card, told at the counter on Monday at ten. */
export function filing(but: But<'file'> = {}): AskedOf<'file'> {
  return {
    step: 'file',
    story: '客户称借记卡被重复收取手续费 25 元。',
    outlet: 'outlet-renmin-road',
    source: 'phone',
    receivedAt: iso('2026-03-02 10:00'),
    request: 'feeRefund',
    complainant: { name: '张*', phone: '138****5678' },
    ...but,
  }
}

/** Another open complaint of the same outlet, as the house looks it up. */
export const anotherCase = {
  id: '0195f0a0-0000-7000-8000-000000000100',
  number: '2026-00100',
  branch: 'branch-moumou',
  outlet: 'outlet-renmin-road',
  level: 'L3' as const,
  filedBy: who.filer,
  respondents: [],
  isOpen: true,
  hasChildren: false,
}

/** A valid command of every step, as somebody fills the form in on that Monday. */
export const valid = {
  triage: (but: But<'triage'> = {}): AskedOf<'triage'> => ({
    step: 'triage',
    caseType: 'complaint',
    level: 'L3',
    levelReason: '已核实',
    channelCode: 'A11',
    business: 'B02',
    cause: 'C07',
    statutoryBasis: 'own',
    ...but,
  }),
  dispatch: (but: But<'dispatch'> = {}): AskedOf<'dispatch'> => ({
    step: 'dispatch',
    handlingUnit: 'outlet-renmin-road',
    handler: who.handler,
    ...but,
  }),
  take: (): AskedOf<'take'> => ({ step: 'take' }),
  sendBack: (but: But<'sendBack'> = {}): AskedOf<'sendBack'> => ({
    step: 'sendBack',
    reason: 'notOurs',
    ...but,
  }),
  contact: (but: But<'contact'> = {}): AskedOf<'contact'> => ({
    step: 'contact',
    contactAt: iso('2026-03-02 10:05'),
    mode: 'phone',
    reached: 'yes',
    ...but,
  }),
  investigate: (but: But<'investigate'> = {}): AskedOf<'investigate'> => ({
    step: 'investigate',
    facts: '系统重复扣收一次手续费。',
    evidence: '交易流水',
    cause: 'C07',
    fault: 'yes',
    ...but,
  }),
  propose: (but: But<'propose'> = {}): AskedOf<'propose'> => ({
    step: 'propose',
    solution: '退还手续费并致歉。',
    basis: '收费标准第三条',
    ...but,
  }),
  approve: (but: But<'approve'> = {}): AskedOf<'approve'> => ({
    step: 'approve',
    decision: 'approve',
    ...but,
  }),
  reply: (but: But<'reply'> = {}): AskedOf<'reply'> => ({
    step: 'reply',
    replyAt: iso('2026-03-02 10:05'),
    mode: 'phone',
    summary: '已致歉并退费。',
    remedies: ['review', 'mediation'],
    response: 'satisfied',
    ...but,
  }),
  followUp: (but: But<'followUp'> = {}): AskedOf<'followUp'> => ({
    step: 'followUp',
    callAt: iso('2026-03-02 10:05'),
    satisfaction: '5',
    promiseKept: 'yes',
    content: 'yes',
    ...but,
  }),
  close: (but: But<'close'> = {}): AskedOf<'close'> => ({
    step: 'close',
    closeType: 'normal',
    outcome: 'fullyMet',
    responsibility: 'atFault',
    actions: ['retrain'],
    ...but,
  }),
  withdraw: (but: But<'withdraw'> = {}): AskedOf<'withdraw'> => ({
    step: 'withdraw',
    withdrawnAt: iso('2026-03-02 10:05'),
    mode: 'phone',
    proof: '录音 20260302-17',
    ...but,
  }),
  notAccept: (but: But<'notAccept'> = {}): AskedOf<'notAccept'> => ({
    step: 'notAccept',
    reason: 'notOurProduct',
    toldBy: who.outletManager,
    toldAt: iso('2026-03-02 10:05'),
    mode: 'phone',
    ...but,
  }),
  reopen: (but: But<'reopen'> = {}): AskedOf<'reopen'> => ({
    step: 'reopen',
    receivedAt: iso('2026-03-02 11:40'),
    newFacts: 'no',
    reason: '客户来电称退款未到账。',
    ...but,
  }),
  merge: (but: But<'merge'> = {}): AskedOf<'merge'> => ({
    step: 'merge',
    otherNumber: '2026-00100',
    toldAt: iso('2026-03-02 10:05'),
    mode: 'phone',
    other: anotherCase,
    ...but,
  }),
  addChild: (but: But<'addChild'> = {}): AskedOf<'addChild'> => ({
    step: 'addChild',
    otherNumber: '2026-00100',
    representative: 'no',
    other: anotherCase,
    ...but,
  }),
  solveOnSpot: (but: But<'solveOnSpot'> = {}): AskedOf<'solveOnSpot'> => ({
    step: 'solveOnSpot',
    solvedAt: iso('2026-03-02 10:05'),
    mode: 'phone',
    summary: '当场退费并致歉。',
    response: 'satisfied',
    channelCode: 'A11',
    business: 'B02',
    cause: 'C07',
    outcome: 'fullyMet',
    responsibility: 'none',
    ...but,
  }),
  refer: (but: But<'refer'> = {}): AskedOf<'refer'> => ({
    step: 'refer',
    body: 'hotline12345',
    externalNumber: '12345-20260302-17',
    referredAt: iso('2026-03-02 10:05'),
    note: '要求书面答复。',
    ...but,
  }),
  answerReferral: (but: But<'answerReferral'> = {}): AskedOf<'answerReferral'> => ({
    step: 'answerReferral',
    referral: '12345-20260302-17',
    answeredAt: iso('2026-03-02 10:05'),
    mode: 'letter',
    summary: '已书面答复。',
    ...but,
  }),
  logAuthority: (but: But<'logAuthority'> = {}): AskedOf<'logAuthority'> => ({
    step: 'logAuthority',
    body: 'nfra',
    direction: 'fromThem',
    spokeAt: iso('2026-03-02 10:05'),
    mode: 'phone',
    note: '询问进展。',
    ...but,
  }),
  reportLeak: (but: But<'reportLeak'> = {}): AskedOf<'reportLeak'> => ({
    step: 'reportLeak',
    body: 'pbc',
    reportAt: iso('2026-03-02 10:05'),
    note: '已报告。',
    ...but,
  }),
  askReview: (but: But<'askReview'> = {}): AskedOf<'askReview'> => ({
    step: 'askReview',
    askedAt: iso('2026-03-02 11:20'),
    reason: '客户不认可处理决定。',
    ...but,
  }),
  decideReview: (but: But<'decideReview'> = {}): AskedOf<'decideReview'> => ({
    step: 'decideReview',
    result: 'upheld',
    summary: '处理依据充分。',
    toldAt: iso('2026-03-02 11:20'),
    mode: 'letter',
    ...but,
  }),
  mediate: (but: But<'mediate'> = {}): AskedOf<'mediate'> => ({
    step: 'mediate',
    mediator: '某市银行业调解中心',
    offeredAt: iso('2026-03-02 10:05'),
    answer: 'accepted',
    ...but,
  }),
  endMediation: (but: But<'endMediation'> = {}): AskedOf<'endMediation'> => ({
    step: 'endMediation',
    mediationResult: 'agreed',
    endedAt: iso('2026-03-02 10:05'),
    summary: '双方达成一致。',
    ...but,
  }),
  care: (but: But<'care'> = {}): AskedOf<'care'> => ({
    step: 'care',
    vulnerability: ['elderly'],
    mode: 'inPerson',
    helper: '女儿陪同',
    reviewOn: '2027-01-04',
    ...but,
  }),
  authorise: (but: But<'authorise'> = {}): AskedOf<'authorise'> => ({
    step: 'authorise',
    capacity: 'agent',
    authorityKind: '授权委托书',
    fileReference: '网点档案柜 17 号',
    ...but,
  }),
  pause: (but: But<'pause'> = {}): AskedOf<'pause'> => ({
    step: 'pause',
    pauseCode: 'WAIT_CUSTOMER_DOC',
    until: iso('2026-03-06 12:00'),
    remark: '客户须补交流水。',
    ...but,
  }),
  decidePause: (but: But<'decidePause'> = {}): AskedOf<'decidePause'> => ({
    step: 'decidePause',
    decision: 'approve',
    ...but,
  }),
  resume: (but: But<'resume'> = {}): AskedOf<'resume'> => ({
    step: 'resume',
    note: '客户已补交材料。',
    ...but,
  }),
  extend: (but: But<'extend'> = {}): AskedOf<'extend'> => ({
    step: 'extend',
    reason: 'complexFacts',
    ...but,
  }),
  decideExtension: (but: But<'decideExtension'> = {}): AskedOf<'decideExtension'> => ({
    step: 'decideExtension',
    decision: 'approve',
    ...but,
  }),
  tellExtension: (but: But<'tellExtension'> = {}): AskedOf<'tellExtension'> => ({
    step: 'tellExtension',
    toldAt: iso('2026-03-02 12:00'),
    mode: 'phone',
    toldDate: '2026-04-01',
    ...but,
  }),
  reportUp: (but: But<'reportUp'> = {}): AskedOf<'reportUp'> => ({
    step: 'reportUp',
    reportedTo: ['sqHead'],
    mode: 'phone',
    reportAt: iso('2026-03-02 10:05'),
    note: '已口头报告。',
    ...but,
  }),
  relevel: (but: But<'relevel'> = {}): AskedOf<'relevel'> => ({
    step: 'relevel',
    level: 'L1',
    reason: '已见于媒体',
    ...but,
  }),
  escalate: (but: But<'escalate'> = {}): AskedOf<'escalate'> => ({
    step: 'escalate',
    reason: 'outletCannotSolve',
    remark: '需分行协调。',
    ...but,
  }),
  seen: (but: But<'seen'> = {}): AskedOf<'seen'> => ({
    step: 'seen',
    newTime: iso('2027-01-04 10:00'),
    reason: '正在核实。',
    ...but,
  }),
} as const satisfies Record<StepName, (but?: never) => Asked>

/** The ordinary way of a level-3 complaint at its outlet, a step every ten minutes; each may differ in what is given. */
export const filed = (but: But<'file'> = {}): ToldOfComplaint => [who.filer, filing(but)]
export const triaged = (but: But<'triage'> = {}): ToldOfComplaint => [who.officer, valid.triage(but)]
export const dispatched = (but: But<'dispatch'> = {}): ToldOfComplaint => [who.officer, valid.dispatch(but)]
export const taken = (): ToldOfComplaint => [who.handler, valid.take()]
export const contacted = (but: But<'contact'> = {}): ToldOfComplaint => [who.handler, valid.contact(but)]
export const investigated = (but: But<'investigate'> = {}): ToldOfComplaint => [
  who.handler,
  valid.investigate(but),
]
export const proposed = (but: But<'propose'> = {}): ToldOfComplaint => [who.handler, valid.propose(but)]
export const approved = (but: But<'approve'> = {}): ToldOfComplaint => [who.unitHead, valid.approve(but)]
export const replied = (but: But<'reply'> = {}): ToldOfComplaint => [who.handler, valid.reply(but)]
export const followedUp = (but: But<'followUp'> = {}): ToldOfComplaint => [who.officer, valid.followUp(but)]
export const closed = (but: But<'close'> = {}): ToldOfComplaint => [who.officer, valid.close(but)]

export const reopened = (but: But<'reopen'> = {}): ToldOfComplaint => [who.officer, valid.reopen(but)]

/** The customer comes back while it is open, and another employee files it. */
export const attached = (but: But<'attach'> = {}): ToldOfComplaint => [
  who.stranger,
  {
    step: 'attach',
    story: '客户再次来电催促退费。',
    source: 'phone',
    receivedAt: iso('2026-03-02 10:05'),
    request: 'feeRefund',
    ...but,
  },
]

/** The same step at a local time. */
export function on(at: string, [person, command]: ToldOfComplaint): ToldOfComplaint {
  return [person, command, at]
}

/** The same step by somebody else. */
export function by(person: string, [, command, at]: ToldOfComplaint): ToldOfComplaint {
  return at === undefined ? [person, command] : [person, command, at]
}
