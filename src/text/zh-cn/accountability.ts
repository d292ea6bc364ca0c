import type {
  accountabilityNotices as AccountabilityNotices,
  reviewRefusals as ReviewRefusals,
} from '../en/accountability.ts'

const because = (reason: string) => (reason ? `原因：${reason}。` : '')

export const accountabilityNotices: typeof AccountabilityNotices = {
  'action-yours': ({ number, due, reason }) =>
    `整改措施 ${number} 由您负责，${due} 到期。${because(reason)}请落实，并提交完成证明。`,
  'action-due': ({ number, due }) => `整改措施 ${number} 将于 ${due} 到期。`,
  'action-overdue': ({ number, due, rung }) =>
    `整改措施 ${number} 已超时，应于 ${due} 前完成。${rung ? `已逐级通知至${rung}。` : ''}请督促落实。`,
  'action-finished': ({ number, by }) => `${by} 报告整改措施 ${number} 已完成。请核对证明。`,
  'action-sent-back': ({ number, by, due }) =>
    `${by} 未认可整改措施 ${number} 的完成证明。本项重新开启，${due} 到期。`,
  'action-extension-wanted': ({ number, by, due }) =>
    `${by} 申请将整改措施 ${number} 延期至 ${due}。请审批。`,
  'action-extended': ({ number, by, due }) => `${by} 同意整改措施 ${number} 延期，新的到期时间为 ${due}。`,
  'action-extension-refused': ({ number, by, due }) =>
    `${by} 未同意整改措施 ${number} 延期，仍于 ${due} 到期。`,
  'action-cancelled': ({ number, reason }) => `整改措施 ${number} 已取消。${because(reason)}无需再办理。`,
  'action-check-wanted': ({ number }) =>
    `整改措施 ${number} 完成已满检查期。请核查同类原因是否再次出现，并登记件数。`,
  'action-lasting': ({ number }) => `整改措施 ${number} 对应的原因未再出现，本项最终关闭。`,
  'action-came-back': ({ number, count, due }) =>
    `整改措施 ${number} 对应的原因再次出现（其后同类投诉 ${count || '1'} 件）。本项重新开启，${due} 到期。`,
  'review-convened': ({ number, due }) => `评审会 ${number} 定于 ${due} 召开。`,
  'review-agenda': ({ number }) => `评审会 ${number} 的议程在材料发出后有变动，请重新查看。`,
  'review-pack': ({ number, due }) => `这是评审会 ${number} 的会议材料，会议时间 ${due}。请会前阅读。`,
  'review-moved': ({ number, by, due, reason }) =>
    `${by} 将评审会 ${number} 改期至 ${due}。${because(reason)}`,
  'review-cancelled': ({ number, by, reason }) =>
    `${by} 取消了评审会 ${number}。${because(reason)}所列案件转入下次会议。`,
  'review-wanted': ({ number, due, reason }) =>
    `评审会 ${number} 的下一步（${reason || '待办'}）应于 ${due} 前完成。请及时办理。`,
  'review-minutes': ({ number, by }) => `${by} 提交了评审会 ${number} 的纪要。`,
  'review-closed': ({ number, by }) => `${by} 已结束评审会 ${number}。`,
  'review-objected': ({ number, by }) => `${by} 对评审会 ${number} 的责任认定提出异议。请委员会答复。`,
  'verdict-told': ({ number, due }) =>
    `评审会 ${number} 认定贵单位在一件投诉中有责。${due ? `如有异议，请于 ${due} 前提出。` : ''}`,
  'objection-answered': ({ number, by }) => `${by} 已答复对评审会 ${number} 责任认定的异议。`,
}

export const reviewRefusals: typeof ReviewRefusals = {
  'too-early': () => '该时间早于应先完成的事项，或尚未到时。请核对日期与先后顺序。',
  'too-late': () => '办理期限已过，不能再进行此操作。请与服务品质管理部联系。',
  'pack-missing': () => '会议材料尚未发给成员。请先发出材料，再登记到会。',
  'not-on-agenda': () => '该案件不在本次会议议程中。请查看最新议程。',
  'own-unit': ({ person }) => `${person || '该人员'}属于本件相关单位，不参与责任认定。请由其他成员办理。`,
  'no-quorum': () => '到会有表决权的成员不足，会议不能作出决定。请改期。',
  'no-vote': ({ person }) =>
    `${person || '该人员'}对本件没有表决权：未到会、不是成员，或属于相关单位。请移除。`,
  'voted-twice': ({ person }) => `${person || '该人员'}在本件中被记了两种表决意见。请只保留一种。`,
  'no-majority': () => '赞成者未超过有表决权人数的半数，认定未通过。请修改认定，或将本件延至下次会议。',
  'verdict-missing': () => '议程中还有案件没有认定结果。请逐件认定或延至下次，再提交纪要。',
  'objection-open': () => '还有异议未答复。请答复后再结束会议。',
  'review-exists': ({ seen }) => `该月例会已经召集：${seen}，不会重复召集。请将案件列入其议程。`,
  'unknown-number': ({ seen }) =>
    seen
      ? `本分行没有您可查看的编号为 ${seen} 的投诉。请更正，此前内容未作改动。`
      : '请至少填写一个编号，例如 2026-00012。',
}
