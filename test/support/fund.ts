import type { FundCommand } from '../../src/fund/command.ts'
import type { LanedEffect } from '../../src/matter/effect.ts'
import type { z } from 'zod'
import { type FundStory, type ToldOfFund, complaintId, givenFund } from './given.ts'
import { who } from './rulebook.ts'

type Asked = z.input<typeof FundCommand>

/** The committee's seats in the sample bank, in the document's order: ten of them, the secretary's is not one. */
export const electors = [
  who.director,
  'p-qian-rong',
  'p-zheng-kai',
  'p-feng-xiao',
  'p-chu-liang',
  'p-jiang-nan',
  'p-yang-fan',
  'p-qin-yue',
  'p-cao-yang',
  'p-jin-cheng',
]

/** Liaison and head of Planning and Finance. */
export const finance = { liaison: 'p-jiang-shan', head: 'p-tao-ran' }

export const yuan = (amount: number): number => amount * 100

/** A complaint at Renmin Road, handled there. */
export const about: Extract<Asked, { step: 'request' }>['about'] = {
  complaint: complaintId,
  number: '2026-00123',
  outlet: 'outlet-renmin-road',
  handlingUnit: 'outlet-renmin-road',
  handler: who.handler,
  level: 'L3',
  respondents: [who.liaison],
}

export function proposed(amount = yuan(1_000_000)): ToldOfFund {
  return [
    who.officer,
    { step: 'proposeBudget', branch: 'branch-moumou', year: 2026, amount, standard: '样例：限于投诉化解。' },
  ]
}

export function votes(ballot: number, voice: 'yes' | 'no' | 'abstain', by: readonly string[]): ToldOfFund[] {
  return by.map((person) => [person, { step: 'vote', ballot, voice }])
}

/** The fund of 2026 with its budget adopted by six of the ten seats. */
export function openFund(budget = yuan(1_000_000), ...more: readonly ToldOfFund[]): FundStory {
  return givenFund(proposed(budget), ...votes(1, 'yes', electors.slice(0, 6)), ...more)
}

export function asking(
  amount: number,
  more: Partial<Extract<Asked, { step: 'request' }>> = {},
): Extract<Asked, { step: 'request' }> {
  return {
    step: 'request',
    about,
    kind: 'goodwill',
    amount,
    purpose: '样例：交通费补偿。',
    payee: '样*人',
    agreement: '样例协议 1 号',
    ...more,
  }
}

export const asked = (amount: number, by: string = who.outletManager): ToldOfFund => [by, asking(amount)]

export function approved(request = 1, by: string = who.unitHead): ToldOfFund {
  return [by, { step: 'approve', request }]
}

export function paying(
  request = 1,
  more: Partial<Extract<Asked, { step: 'pay' }>> = {},
): Extract<Asked, { step: 'pay' }> {
  return {
    step: 'pay',
    request,
    key: `key-${request}`,
    paidAt: '2026-03-02T10:00:00Z',
    reference: 'V-001',
    ...more,
  }
}

export function settling(
  used: number,
  more: Partial<Extract<Asked, { step: 'settle' }>> = {},
): Extract<Asked, { step: 'settle' }> {
  return { step: 'settle', request: 1, receipt: '样例收据 7 号', used, ...more }
}

export function returning(
  amount: number,
  more: Partial<Extract<Asked, { step: 'returnUnused' }>> = {},
): Extract<Asked, { step: 'returnUnused' }> {
  return { step: 'returnUnused', request: 1, key: 'back-1', amount, reference: 'V-002', ...more }
}

/** Who was told what, in order: `p-qi-wei: fund-requested`. */
export function told(effects: readonly LanedEffect[]): string[] {
  return effects.flatMap(({ effect }) =>
    effect.kind === 'tell' ? [`${effect.to}: ${effect.notice.code}`] : [],
  )
}
