import type { EmergencyStep } from '../../src/emergency/lifecycle.ts'
import type { LanedEffect } from '../../src/matter/effect.ts'
import { type EmergencyStory, type ToldOfEmergency, complaintId } from './given.ts'
import { iso, local, who } from './rulebook.ts'

export type Asked = ToldOfEmergency[1]

/** The group of an invented complaint at Renmin Road, formed on Monday 2 March 2026 at ten. */
export function formed(respondents: readonly string[] = []): ToldOfEmergency {
  return [
    'machine',
    {
      step: 'form',
      complaint: complaintId,
      number: '2026-00123',
      branch: 'branch-moumou',
      outlet: 'outlet-renmin-road',
      handlingUnit: 'dept-e-banking',
      owner: who.officer,
      reasons: ['published'],
      respondents: [...respondents],
    },
  ]
}

export const opened: ToldOfEmergency = ['machine', { step: 'noteChannel', channel: 'C9', name: 'e2026-001' }]
export const otherComplaint = '0195f0a0-0000-7000-8000-000000000456'
const both = ['committee', 'headOffice'] as const

/** A valid command of every step, as somebody fills the form in on that Monday. */
export const asking = {
  acceptCluster: { step: 'acceptCluster', reason: '同一产品缺陷。' },
  dismissCluster: { step: 'dismissCluster', reason: '各自独立。' },
  instruct: {
    step: 'instruct',
    from: '总行服务品质管理部',
    givenAt: iso('2026-03-02 10:00'),
    wording: '立即成立应急小组。',
  },
  confirmGroup: { step: 'confirmGroup', members: [who.director, who.officer], reason: '人员精简。' },
  appoint: { step: 'appoint', leader: who.member },
  situation: {
    step: 'situation',
    facts: '现场已疏导。',
    measures: '专人接待。',
    nextUpdate: iso('2026-03-02 18:00'),
  },
  oralReport: {
    step: 'oralReport',
    reportedTo: [...both],
    reportedAt: iso('2026-03-02 10:00'),
    heardBy: '总行值班 江文涛',
    summary: '约三十人聚集，已疏导。',
  },
  writtenReport: {
    step: 'writtenReport',
    reportedTo: [...both],
    reportedAt: iso('2026-03-02 10:00'),
    facts: '约三十人在网点门前。',
    impact: '本地媒体关注。',
    measures: '专人接待。',
    file: '服管〔2026〕7号',
  },
  dailyReport: {
    step: 'dailyReport',
    reportedTo: [...both],
    reportedAt: iso('2026-03-02 10:00'),
    facts: '无新增。',
    measures: '继续接待。',
  },
  finalReport: {
    step: 'finalReport',
    reportedTo: [...both],
    reportedAt: iso('2026-03-02 10:00'),
    rootCause: '系统重复扣费。',
    impact: '三十名客户。',
    measures: '全部退费。',
    lessons: '上线前复核。',
  },
  assignTask: {
    step: 'assignTask',
    work: '核对全部扣费记录。',
    taskOwner: who.unitHead,
    taskDue: iso('2026-03-02 14:00'),
  },
  finishTask: { step: 'finishTask', task: '1', result: '已核对。' },
  takeTask: { step: 'takeTask', task: '1', reason: '原负责人外出。' },
  handTask: { step: 'handTask', task: '1', taskOwner: who.liaison, reason: '长期事项。' },
  recordDecision: {
    step: 'recordDecision',
    resolved: '全部退费。',
    decidedBy: who.director,
    decidedAt: iso('2026-03-02 10:00'),
  },
  logMedia: {
    step: 'logMedia',
    medium: '某某晚报',
    spokenAt: iso('2026-03-02 10:00'),
    utterance: '正在核实。',
    speaker: who.secretary,
    reference: '录音 7',
  },
  logRegulator: {
    step: 'logRegulator',
    authority: '当地监管局',
    spokenAt: iso('2026-03-02 10:00'),
    utterance: '已报告概况。',
    speaker: who.compliance,
  },
  joinComplaint: {
    step: 'joinComplaint',
    complaintNumber: '2026-00456',
    joining: {
      complaint: otherComplaint,
      number: '2026-00456',
      outlet: 'outlet-lakeside',
      handlingUnit: 'outlet-lakeside',
      owner: 'p-zhang-hui',
      respondents: [],
    },
  },
  putToVote: { step: 'putToVote', handlingPlan: '全部退费并致歉。' },
  castVote: { step: 'castVote', ballot: '1', voice: 'yes' },
  standDown: { step: 'standDown', ground: 'mistake', reason: '事态平息' },
  closingReport: {
    step: 'closingReport',
    facts: '三日内处置完毕。',
    rootCause: '系统重复扣费。',
    impact: '三十名客户。',
    lessons: '上线前复核。',
  },
} as const satisfies Record<EmergencyStep, Asked>

/** Everything that must be done before the group may stand down as settled, by the service quality officer. */
export const settled: readonly ToldOfEmergency[] = [
  [
    'machine',
    { step: 'noteAnswer', complaint: complaintId, answered: true, by: who.handler, text: '已退费。' },
  ],
  [who.officer, asking.finalReport],
]

/** Who is told what, with the part where there is one. */
export function told(effects: readonly LanedEffect[]): string[] {
  return effects.flatMap(({ effect }) => {
    if (effect.kind !== 'tell') return []
    const { code, role } = effect.notice
    return [`${effect.to}: ${code}${role ? ` ${role}` : ''}`]
  })
}

/** The commands that go to one complaint. */
export function commandsTo(effects: readonly LanedEffect[], id = complaintId): Record<string, unknown>[] {
  return effects.flatMap(({ effect }) =>
    effect.kind === 'command' && effect.matter === 'complaint' && effect.id === id ? [effect.command] : [],
  )
}

/** What is posted in the emergency's channel. */
export function posts(effects: readonly LanedEffect[]): string[] {
  return effects.flatMap(({ effect }) => (effect.kind === 'post' ? [effect.notice.code] : []))
}

/** The calls of one clock: local time, what, to how many. */
export function callsOf({ journal }: EmergencyStory, clock: string): string[] {
  return journal.flatMap((event) => {
    if (event.type !== 'reminded' && event.type !== 'rungReached' && event.type !== 'calledAgain') return []
    if (event.clock !== clock) return []
    const what = event.type === 'reminded' ? event.mark : `${event.type} ${event.rung}`
    return [`${local(event.owedAt)} ${what}`]
  })
}
