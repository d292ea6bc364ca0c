import type {
  clusterNames as ClusterNames,
  emergencyClockNames as EmergencyClockNames,
  emergencyFields as EmergencyFields,
  emergencyFieldsIn as EmergencyFieldsIn,
  emergencyNotices as EmergencyNotices,
  emergencyOptions as EmergencyOptions,
  emergencyRefusals as EmergencyRefusals,
  emergencyStatus as EmergencyStatus,
  emergencySteps as EmergencySteps,
  reportKindNames as ReportKindNames,
  resolutionNames as ResolutionNames,
} from '../en/emergency.ts'

const because = (reason: string) => (reason ? `原因：${reason}。` : '')

export const emergencyStatus: typeof EmergencyStatus = {
  proposed: '建议成立，待决定',
  forming: '已成立，待总行指令',
  active: '处置中',
  stood_down: '已解除，待总结报告',
  closed: '已办结',
  dismissed: '不作为一级事件',
}

export const emergencySteps: typeof EmergencySteps = {
  acceptCluster: {
    button: '成立应急小组',
    title: '合并为一级事件',
    submit: '成立',
    done: '应急小组已成立。',
  },
  dismissCluster: {
    button: '不成立',
    title: '不作为一级事件',
    submit: '确定',
    done: '已记录：不作为一级事件。',
  },
  instruct: { button: '登记总行指令', title: '总行指令', submit: '登记', done: '总行指令已登记。' },
  confirmGroup: {
    button: '确认成员',
    title: '确认应急小组成员',
    submit: '确认',
    done: '应急小组成员已确认。',
  },
  appoint: { button: '明确分工', title: '应急小组分工', submit: '确定', done: '分工已明确。' },
  situation: { button: '情况报告', title: '情况报告', submit: '发布', done: '情况报告已发布。' },
  oralReport: { button: '登记口头报告', title: '口头报告', submit: '登记', done: '口头报告已登记。' },
  writtenReport: { button: '登记书面报告', title: '书面报告', submit: '登记', done: '书面报告已登记。' },
  dailyReport: { button: '登记每日报告', title: '每日报告', submit: '登记', done: '每日报告已登记。' },
  finalReport: { button: '登记最终报告', title: '最终报告', submit: '登记', done: '最终报告已登记。' },
  assignTask: { button: '新增任务', title: '新增任务', submit: '交办', done: '任务已交办。' },
  finishTask: { button: '任务完成', title: '任务完成', submit: '完成', done: '任务已完成。' },
  takeTask: { button: '接手任务', title: '接手任务', submit: '接手', done: '任务已由您接手。' },
  handTask: {
    button: '移交任务',
    title: '移交任务',
    submit: '移交',
    done: '任务已移交，小组解除后继续办理。',
  },
  recordDecision: { button: '登记决定', title: '登记决定', submit: '登记', done: '决定已登记。' },
  logMedia: { button: '登记媒体联系', title: '与媒体的联系', submit: '登记', done: '媒体联系已登记。' },
  logRegulator: {
    button: '登记监管联系',
    title: '与监管等机关的联系',
    submit: '登记',
    done: '监管联系已登记。',
  },
  joinComplaint: { button: '并入投诉', title: '并入投诉', submit: '并入', done: '该投诉已并入本事件。' },
  putToVote: {
    button: '方案提交表决',
    title: '处理方案提交表决',
    submit: '提交',
    done: '已提请委员会表决。',
  },
  castVote: { button: '表决', title: '表决处理方案', submit: '提交', done: '您的表决已记录。' },
  standDown: { button: '解除应急', title: '解除应急处理小组', submit: '解除', done: '应急处理小组已解除。' },
  closingReport: { button: '总结报告', title: '总结报告', submit: '办结', done: '本事件已办结。' },
}

export const emergencyFields: typeof EmergencyFields = {
  file: { label: '文件编号' },
  heardBy: { label: '接报人', placeholder: '委员会和总行的接报人姓名及职务' },
  reportedAt: { label: '报告时间' },
  impact: { label: '影响', placeholder: '客户、资金、网点、舆情' },
  lessons: { label: '经验教训' },
  rootCause: { label: '事件原因' },
  work: { label: '任务内容' },
  taskOwner: { label: '任务负责人', hint: '不得为被投诉员工。' },
  taskDue: { label: '完成期限' },
  task: { label: '哪一项任务' },
  result: { label: '完成情况' },
  resolved: { label: '决定内容' },
  decidedBy: { label: '决定人' },
  decidedAt: { label: '决定时间' },
  medium: { label: '媒体或账号' },
  authority: { label: '机关', placeholder: '名称及对方联系人' },
  spokenAt: { label: '联系时间' },
  utterance: { label: '沟通内容' },
  speaker: { label: '我行发言人员' },
  reference: { label: '凭据', placeholder: '编号、链接或录音及存放位置' },
  complaintNumber: { label: '投诉编号', placeholder: '2026-00123' },
  handlingPlan: { label: '处理方案', hint: '委员会就此内容表决。' },
  ballot: { label: '哪一次表决' },
  voice: { label: '您的意见', hint: '每人一次，提交后不可更改。' },
  ground: { label: '解除依据' },
}

export const emergencyFieldsIn: typeof EmergencyFieldsIn = {
  instruct: { wording: { label: '指令原文', hint: '也可只填指令所在的文件编号。' } },
  confirmGroup: {
    members: { label: '小组成员', hint: '缺谁补谁，不需要的移出。' },
    reason: { label: '移出成员的理由' },
  },
  situation: { facts: { label: '当前情况' } },
  oralReport: { summary: { label: '报告内容' } },
  writtenReport: { facts: { label: '事件经过' } },
  dailyReport: { facts: { label: '上次报告以来的新情况' } },
  closingReport: { facts: { label: '事件处置经过' } },
  takeTask: { reason: { label: '接手原因' } },
  handTask: { reason: { label: '移交原因' }, taskOwner: { label: '后续负责人' } },
  acceptCluster: { reason: { label: '合并为一级事件的理由' } },
  dismissCluster: { reason: { label: '不作为一级事件的理由' } },
  standDown: { reason: { label: '解除理由' } },
}

export const emergencyOptions: typeof EmergencyOptions = {
  voice: { yes: '同意', no: '不同意', abstain: '弃权' },
  ground: { settled: '事件已处置完毕', mistake: '不属于一级事件' },
}

export const emergencyClockNames: typeof EmergencyClockNames = {
  emergencyConfirm: '确认小组成员',
  emergencyOral: '向委员会和总行口头报告',
  emergencyWritten: '向委员会和总行书面报告',
  emergencyDaily: '向委员会和总行每日报告',
  emergencyFinal: '向委员会和总行最终报告',
  emergencyTask: '任务',
  emergencyVote: '委员会表决处理方案',
  emergencyClosing: '总结报告',
}

export const reportKindNames: typeof ReportKindNames = {
  oral: '口头报告',
  written: '书面报告',
  daily: '每日报告',
  final: '最终报告',
}

export const resolutionNames: typeof ResolutionNames = {
  adopted: '通过',
  rejected: '未通过',
  noQuorum: '未过半数，未作决议',
}

export const clusterNames: typeof ClusterNames = {
  product: (about) => `产品“${about}”`,
  outlet: (about) => `网点“${about}”`,
  script: (about) => `与 ${about} 相同的话术`,
}

const task = (count: string) => (count ? `（任务 ${count}）` : '')

export const emergencyNotices: typeof EmergencyNotices = {
  'emergency-member': ({ number, role, duty }) =>
    `您是一级投诉应急处理小组 ${number} 的${role}，职责：${duty}。`,
  'emergency-role': ({ number, by, role, duty }) =>
    `${by} 指定您担任应急处理小组 ${number} 的${role}，职责：${duty}。`,
  'emergency-replaced': ({ number, by, person, role }) =>
    `${by} 改由 ${person} 担任应急处理小组 ${number} 的${role}，您仍为成员。`,
  'emergency-struck': ({ number, by, reason }) =>
    `${by} 将您移出应急处理小组 ${number}。${because(reason)}您无需再处理。`,
  'emergency-brief': ({ number }) => `一级投诉事件 ${number} 情况通报`,
  'instruction-wanted': ({ number }) =>
    `应急处理小组 ${number} 已成立。请登记总行指令：下达人、时间，以及原文或文件编号。`,
  'group-confirm-wanted': ({ number }) => `请确认应急处理小组 ${number} 的成员：缺谁补谁，不需要的移出。`,
  'instruction-recorded': ({ number, by }) => `${by} 登记了 ${number} 的总行指令。`,
  situation: ({ number, by, due }) => `${by} 报告 ${number} 的情况。${due ? `下次报告时间：${due}。` : ''}`,
  'situation-wanted': ({ number, due }) => `${number} 的情况报告应于 ${due} 前提交。请立即报告。`,
  'emergency-reminder': ({ number, clock, count, due }) =>
    `一级事件 ${number} 待办：${clock}${task(count)}，${due} 到期。`,
  'emergency-overdue': ({ number, clock, count, due, rung }) =>
    `一级事件 ${number} 已超时：${clock}${task(count)}，应于 ${due} 前完成。${rung ? `已逐级通知至${rung}。` : ''}请立即落实。`,
  'emergency-nobody-found': ({ number, clock, rung }) =>
    `一级事件 ${number} 已超时（${clock}），但“${rung}”一级暂无对应人员，已通知上一级。请尽快明确人选。`,
  'emergency-report': ({ number, by, reason }) => `${by} 登记了 ${number} 的${reason}。`,
  'emergency-decision': ({ number, by, person }) => `${by} 登记了 ${person} 就 ${number} 作出的决定。`,
  'emergency-contact': ({ number, person, reason }) => `${person} 就 ${number} 与${reason || '外部'}沟通。`,
  'emergency-kept': ({ number, by }) => `${by} 将一条消息记入 ${number} 的时间线。`,
  'emergency-answer': ({ number, by, reason }) => `${by} 答复了并入 ${number} 的投诉 ${reason} 的客户。`,
  'emergency-news': ({ number, by, reason }) =>
    reason
      ? `投诉 ${number} 所属一级事件的新情况：${by} 答复了投诉 ${reason} 的客户。`
      : `投诉 ${number} 所属一级事件的新情况：${by} 报告了最新情况。`,
  'task-yours': ({ number, by, count, due }) =>
    `${by} 向您交办了一级事件 ${number} 的任务${task(count)}，${due} 到期。`,
  'task-moved': ({ number, count, person, reason }) =>
    `您在 ${number} 的任务${task(count)}改由 ${person} 办理。${because(reason)}`,
  'task-finished': ({ number, by, count }) => `${by} 完成了一级事件 ${number} 的任务${task(count)}。`,
  'complaint-joined': ({ number, by, reason }) => `${by} 将投诉 ${reason} 并入一级事件 ${number}。`,
  'resolution-wanted': ({ number, by, due }) =>
    `${by} 将一级事件 ${number} 的处理方案提请委员会表决。请于 ${due} 前表决。`,
  'resolution-adopted': ({ number, count }) =>
    `委员会通过了 ${number} 的处理方案（同意 ${count || '0'} 票）。`,
  'resolution-rejected': ({ number, count }) =>
    `委员会未通过 ${number} 的处理方案（同意 ${count || '0'} 票）。请另拟方案提交表决。`,
  'resolution-no-quorum': ({ number }) =>
    `就 ${number} 的处理方案参加表决的委员未过半数，未作出决议。请重新提交表决。`,
  'stood-down': ({ number, by, reason }) => `${by} 解除了应急处理小组 ${number}。${because(reason)}`,
  'closing-report-wanted': ({ number }) => `应急处理小组 ${number} 已解除，评审会已召集。请撰写总结报告。`,
  'emergency-closed': ({ number, by }) => `${by} 提交了 ${number} 的总结报告，本事件已办结。`,
  'cluster-proposed': ({ number, count, reason }) =>
    `已收到 ${count} 件涉及${reason}的投诉。请决定是否作为一起一级事件处理（${number}）。`,
  'cluster-dismissed': ({ number, by, reason }) => `${by} 决定 ${number} 不作为一级事件。${because(reason)}`,
}

export const emergencyRefusals: typeof EmergencyRefusals = {
  'wording-missing': () => '总行指令须填写原文或所在文件的编号，请至少填写一项。',
  'task-not-open': () => '该任务已完成或不存在，请另选任务。',
  'tasks-open': () => '尚有任务未完成。请先完成，或移交给后续负责人，再解除应急。',
  'customers-waiting': () => '尚有客户未得到答复。请先在投诉中登记答复，再解除应急。',
  'final-report-missing': () => '委员会和总行尚未都收到最终报告。请先报告，再解除应急。',
  'vote-open': () => '委员会正在表决处理方案。请待表决结束再解除应急。',
  'in-other-emergency': () => '该投诉已并入另一起尚未解除的一级事件。请先解除该事件。',
}
