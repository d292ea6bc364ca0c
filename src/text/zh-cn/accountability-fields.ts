import type {
  accountabilityFields as Fields,
  accountabilityFieldsIn as FieldsIn,
} from '../en/accountability-fields.ts'
import type { FieldWords } from '../keys.ts'

export const accountabilityFields: Record<keyof typeof Fields, FieldWords> = {
  unit: { label: '责任单位' },
  owner: { label: '责任人', hint: '不得为案件中的被投诉员工。' },
  rootCauseRemark: { label: '根本原因补充说明' },
  due: { label: '完成期限' },
  likeCause: {
    label: '需监测的投诉原因',
    hint: '完成后如再出现该原因的投诉，本项重新开启。不填的，由服务品质管理部人工统计。',
  },
  likeBusiness: { label: '仅限此业务类别' },
  likeUnit: { label: '仅限此单位' },
  doneAt: { label: '完成时间' },
  count: { label: '其后同类投诉件数' },
  meetsAt: { label: '会议时间', hint: '不填的，例会按下一个例会日，专题会按规定期限。' },
  place: { label: '地点' },
  numbers: {
    label: '投诉编号',
    hint: '本分行的投诉编号，以空格或逗号分隔。',
    placeholder: '2026-00012，2026-00017',
  },
  degree: { label: '程度', hint: '无责的选“无”，有责的不得选“无”。' },
  penalties: { label: '处理建议' },
  openedAt: { label: '开会时间' },
  attended: { label: '到会人员' },
  persons: { label: '责任人员' },
  opinion: { label: '意见' },
  against: { label: '反对' },
  abstained: { label: '弃权' },
  actionKind: { label: '整改措施', hint: '有责的必填，以下三项须一并填写。' },
  actionTask: { label: '整改内容' },
  actionOwner: { label: '整改责任人', hint: '不得为责任人员。' },
  actionDue: { label: '整改期限' },
  text: { label: '会议纪要' },
  grounds: { label: '异议理由' },
  conclusion: { label: '会议结论' },
}

export const accountabilityFieldsIn: typeof FieldsIn = {
  begin: {
    kind: { label: '措施类别' },
    rootCause: { label: '根本原因' },
    task: { label: '整改内容' },
  },
  finish: { evidence: { label: '完成证明', placeholder: '证明材料及存放位置' } },
  askExtension: { due: { label: '申请延至' }, reason: { label: '延期原因' } },
  answerExtension: { remark: { label: '说明', hint: '不同意时必填。' } },
  handOverAction: { owner: { label: '新的责任人' }, reason: { label: '移交原因' } },
  cancelAction: { reason: { label: '取消原因' } },
  rejectEvidence: { remark: { label: '证明不足之处' }, due: { label: '重新完成期限' } },
  checkEffect: { remark: { label: '检查情况' } },
  convene: { kind: { label: '会议类别' } },
  takeOffAgenda: { reason: { label: '移出原因' } },
  proposeVerdict: {
    fault: { label: '责任' },
    unit: { label: '责任单位', hint: '不填的，为处理单位。' },
    rootCause: { label: '根本原因' },
  },
  reschedule: { meetsAt: { label: '新的会议时间' }, reason: { label: '改期原因' } },
  cancelReview: { reason: { label: '取消原因' } },
  verdict: {
    fault: { label: '责任' },
    unit: { label: '责任单位', hint: '不填的，为处理单位。' },
    rootCause: { label: '根本原因' },
  },
  defer: { reason: { label: '延期原因' } },
  answerObjection: {
    outcome: { label: '答复' },
    remark: { label: '答复理由' },
    fault: { label: '变更后的责任' },
    degree: { label: '变更后的程度' },
    penalties: { label: '变更后的处理建议' },
  },
}
