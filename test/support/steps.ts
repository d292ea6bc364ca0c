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

/** The same step at a local time. */
export function on(at: string, [person, command]: ToldOfComplaint): ToldOfComplaint {
  return [person, command, at]
}

/** The same step by somebody else. */
export function by(person: string, [, command, at]: ToldOfComplaint): ToldOfComplaint {
  return at === undefined ? [person, command] : [person, command, at]
}
