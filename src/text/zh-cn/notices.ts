import type { noticeParts as NoticeParts, notices as Notices } from '../en/notices.ts'
import { accountabilityNotices } from './accountability.ts'
import { emergencyNotices } from './emergency.ts'
import { fundNotices } from './fund.ts'
import { specialNotices } from './special.ts'

const because = (reason: string) => (reason ? `原因：${reason}。` : '')

export const notices: typeof Notices = {
  ...specialNotices,
  filed: ({ number }) => `您登记了投诉 ${number}。在有人承接之前，由您首问负责。`,
  'triage-wanted': ({ number, by, level }) =>
    `${by} 登记了投诉 ${number}，建议级别为${level}。请受理并定级。`,
  'level-1-proposed': ({ number, by }) => `${by} 登记了投诉 ${number}，其情形达到一级标准。请立即确认级别。`,
  'dispatch-wanted': ({ number, by, level }) => `${by} 已将投诉 ${number} 定为${level}。请分派。`,
  offered: ({ number, by }) => `${by} 将投诉 ${number} 分派给您。请接办，或说明原因退回。`,
  returned: ({ number, by, reason }) => `${by} 退回了投诉 ${number}。${because(reason)}请重新分派。`,
  taken: ({ number, by }) => `${by} 已接办投诉 ${number}，您无需再处理。`,
  'approval-wanted': ({ number, by }) => `${by} 提交了投诉 ${number} 的处理方案。请审批。`,
  approved: ({ number, by }) => `${by} 同意了您就投诉 ${number} 提交的处理方案。请答复客户。`,
  'sent-back': ({ number, by }) => `${by} 退回了您就投诉 ${number} 提交的处理方案。请修改后重新提交。`,
  replied: ({ number, by }) => `您登记的投诉 ${number} 已由 ${by} 答复客户。`,
  'follow-up-wanted': ({ number }) => `投诉 ${number} 需要回访。请致电客户。`,
  'not-content': ({ number, by }) =>
    `${by} 回访了投诉 ${number} 的客户，客户不认可。本件退回继续处理，法定到期时间不变。`,
  'close-wanted': ({ number }) => `投诉 ${number} 各项工作均已完成。请结案。`,
  closed: ({ number, by }) => `${by} 已将投诉 ${number} 结案。`,
  withdrawn: ({ number, by }) => `投诉 ${number} 的客户已撤诉，由 ${by} 登记。处理终止，您无需再处理。`,
  'not-accepted': ({ number, by, reason }) =>
    `${by} 对投诉 ${number} 不予受理。${because(reason)}已告知客户，您无需再处理。`,
  reopened: ({ number, by }) => `${by} 重开了投诉 ${number}，恢复处理，各项时限见卡片。`,
  'customer-again': ({ number, by, count }) =>
    `投诉 ${number} 的客户再次反映（第 ${count} 次重复）。${by} 已将所述内容并入本件。`,
  'graver-facts': ({ number, reason }) =>
    `投诉 ${number} 的客户补充了情况，按规则已达到${reason}标准。请决定是否调整级别。`,
  'level-raised': ({ number, level, count }) =>
    count
      ? `投诉 ${number} 升为${level}：客户就同一事项第 ${count} 次重复投诉，按规则升一级。`
      : `投诉 ${number} 因客户补充的情况，建议级别改为${level}。`,
  relevelled: ({ number, by, level, reason }) => `${by} 将投诉 ${number} 调整为${level}。${because(reason)}`,
  escalated: ({ number, by, rung, reason }) =>
    `${by ? `${by} 将投诉 ${number} 提级` : `投诉 ${number} 已提级`}至${rung}。${because(reason)}`,
  reminder: ({ number, clock, due }) => `投诉 ${number} 待办：${clock}，${due} 到期。`,
  overdue: ({ number, clock, due, rung }) =>
    `投诉 ${number} 已超时：${clock}，应于 ${due} 前完成。${rung ? `已逐级通知至${rung}。` : ''}请立即处理，或说明原因并另定时间。`,
  'nobody-found': ({ number, clock, rung }) =>
    `投诉 ${number} 已超时（${clock}），但“${rung}”一级暂无对应人员，已通知上一级。如属岗位空缺，请尽快明确人选。`,
  joined: ({ number, reason }) => `您已加入 ${number} 的频道。${reason}`,
  'invite-refused': ({ number, person, reason }) =>
    `未能邀请 ${person} 加入 ${number} 的频道${reason ? `（${reason}）` : ''}。如有代理人，将改邀代理人。`,
  digest: ({ number }) => `今日待办：${number}。`,
  ...emergencyNotices,
  ...fundNotices,
  ...accountabilityNotices,
}

export const noticeParts: typeof NoticeParts = {
  somebody: '有关人员',
  theSystem: '系统',
  late: (length) => `本通知因系统中断迟发 ${length}，责任在系统，不计为您的超时。`,
  remark: '说明',
  act: '请您处理',
}
