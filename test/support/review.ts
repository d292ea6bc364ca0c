import type { AgendaItem } from '../../src/review/agenda-item.ts'
import type { ToldOfReview } from './given.ts'
import { iso, who } from './rulebook.ts'

/** An invented case of Renmin Road Outlet, about one of its tellers. */
export const aCase: AgendaItem = {
  complaint: '0195f0a0-0000-7000-8000-00000000c001',
  number: '2026-00011',
  level: 'L2',
  outlet: 'outlet-renmin-road',
  unit: 'outlet-renmin-road',
  respondents: [who.handler],
  cause: 'C07',
  business: 'B02',
  why: ['level'],
}
/** An invented case of the outlet that Electronic Banking handled, whose head sits on the committee. */
export const cardCase: AgendaItem = {
  ...aCase,
  complaint: '0195f0a0-0000-7000-8000-00000000c002',
  number: '2026-00012',
  unit: 'dept-e-banking',
  respondents: [],
  why: ['repeat', 'overdue'],
}

/** Heads Electronic Banking and sits on the committee; its liaison is `who.businessLiaison`. */
export const cardHead = 'p-jiang-nan'

/** The committee's director and nine members: ten votes. */
export const voters = [
  who.director,
  'p-qian-rong',
  'p-zheng-kai',
  who.member,
  'p-chu-liang',
  cardHead,
  'p-yang-fan',
  'p-qin-yue',
  'p-cao-yang',
  'p-jin-cheng',
] as const

/** Convened on Monday 2 March at ten for Friday 27 March at two. */
export const convened: ToldOfReview = [
  who.sqHead,
  {
    step: 'convene',
    branch: 'branch-moumou',
    kind: 'regular',
    meetsAt: iso('2026-03-27 14:00'),
    place: '样例会议室',
    cases: [aCase, cardCase],
  },
]
export const packed: ToldOfReview = [who.officer, { step: 'sendPack' }, '2026-03-24 10:00']
export const held: ToldOfReview = [
  who.secretary,
  { step: 'attend', openedAt: iso('2026-03-27 14:00'), attended: [...voters, who.sqHead, who.secretary] },
  '2026-03-27 14:05',
]
export type GiveVerdict = Extract<ToldOfReview[1], { step: 'verdict' }>
export const verdict: GiveVerdict = {
  step: 'verdict',
  complaint: aCase.complaint,
  fault: 'atFault',
  persons: [who.handler],
  degree: 'general',
  penalties: ['criticism', 'deduction'],
  rootCause: 'process',
  rootCauseRemark: '样例：复核环节缺失。',
  opinion: '样例：建议通报。',
  against: ['p-cao-yang'],
  abstained: ['p-qin-yue'],
  actionKind: 'fixProcess',
  actionTask: '样例：增加收费双人复核。',
  actionOwner: who.outletManager,
  actionDue: iso('2026-05-29 17:00'),
}
export const decided: ToldOfReview = [who.director, verdict, '2026-03-27 14:30']
export const noFault: ToldOfReview = [
  who.director,
  {
    step: 'verdict',
    complaint: cardCase.complaint,
    fault: 'none',
    degree: 'none',
    rootCause: 'customerMisunderstanding',
  },
  '2026-03-27 15:00',
]
export const minuted: ToldOfReview = [
  who.secretary,
  { step: 'minutes', text: '样例：会议纪要。' },
  '2026-03-30 10:00',
]
export const objected: ToldOfReview = [
  who.unitHead,
  { step: 'object', complaint: aCase.complaint, grounds: '样例：系统缺陷所致。' },
  '2026-04-01 10:00',
]
export const kept: ToldOfReview = [
  who.director,
  { step: 'answerObjection', complaint: aCase.complaint, outcome: 'keep', remark: '样例：理由不成立。' },
  '2026-04-02 10:00',
]
