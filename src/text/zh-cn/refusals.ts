import type { problems as Problems, refusals as Refusals } from '../en/refusals.ts'
import { reviewRefusals } from './accountability.ts'
import { emergencyRefusals } from './emergency.ts'
import { fundRefusals } from './fund.ts'
import { specialRefusals } from './special.ts'

export const refusals: typeof Refusals = {
  ...specialRefusals,
  'not-now': ({ status }) =>
    `当前不能进行此操作${status ? `：本件状态为“${status}”` : ''}。请查看最新卡片后再处理。`,
  'not-you': () => '您的岗位或在本件中的职责不允许此操作。请联系卡片上的责任人。',
  recused: ({ person, next }) =>
    `${person || '该人员'}是本件被投诉人，应当回避。${next ? `可由${next}办理。` : '请另选人员。'}`,
  'unknown-person': ({ person }) =>
    `${person || '该人员'}在本行机构中没有有效岗位。请另选人员，或请服务品质管理部补充登记。`,
  'unknown-unit': ({ seen }) => `该单位${seen ? `（${seen}）` : ''}不存在或不属于任何分行。请重新选择。`,
  'unknown-choice': ({ seen }) => `该选项${seen ? `（${seen}）` : ''}不在现行规则中。请重新打开表单选择。`,
  'same-person': () => '处理人、审批人和回访人不得为同一人，您已参与本件。请由他人办理。',
  'already-returned': () => '本件已退回过一次，不能再次退回。请接办，或请服务品质管理部重新分派。',
  'nothing-above': () => '本件已提级至该层级，没有更高一级可提。',
  'same-level': () => '本件已是该级别。请选择其他级别。',
  'only-head-lowers': () => '只有服务品质管理部负责人可以调低级别。请向其说明理由。',
  'findings-missing': () => '调查结果尚未提交。请先提交调查结果，再拟定处理方案。',
  'contact-missing': () => '尚未登记与客户的联系。请先登记联系，再登记答复。',
  'follow-up-missing': () => '尚未登记回访。请先登记回访，再结案。',
  'remark-missing': () => '此处须说明理由，请填写。',
  'actions-missing': () => '有责或部分有责的，至少选择一项整改措施。',
  'in-the-future': () => '该时间尚未到来，已发生的事项不能晚于现在。请更正。',
  'not-found': () => '没有您可查看的该编号投诉。请核对编号。',
  'no-clock': () => '您在本件中没有正在计时的该项时限，无需回应。请查看最新卡片。',
  'must-be-later': () => '该时间已过，请选择一个将来的时间。',
  'too-late-to-reopen': () => '已超过可重开的期限。请将客户所述登记为新投诉，并与本件关联。',
  'before-receipt': () => '该时间早于客户首次反映时间。请填写客户提出撤诉的时间。',
  'customer-not-told': () => '告知客户后方可不予受理。请填写由谁、何时、以何种方式告知。',
  'before-closing': () => '该时间早于结案时间。请填写客户再次反映的时间。',
  'only-sq-restarts': () =>
    '是否属新事实由服务品质管理部认定，因其会使法定时限重新起算。请选择“无”，或请其重开。',
  'too-many-tries': () => '尝试次数过多。请稍后再试，或联系服务品质管理部。',
  ...emergencyRefusals,
  ...fundRefusals,
  ...reviewRefusals,
}

export const problems: typeof Problems = {
  required: '请填写此项。',
  'not-a-number': '请填写不小于零的数字，例如 1200.50。',
  'not-readable': '未能识别所填内容，请重新填写。',
  'too-long': '内容过长，请精简。',
  'control-character': '含有无法保存的字符，请重新输入。',
  'not-a-name': '姓名中没有文字，请更正或留空。',
  'not-a-phone': '电话号码有误。请填写 11 位手机号，或区号加固定电话。',
  'not-an-email': '电子邮箱格式有误，请核对。',
  'not-an-id-number': '证件号码有误。请填写 18 位身份证号，或护照、通行证号码。',
  'wrong-check-digit': '身份证号末位校验不符，请核对。',
  'not-a-card': '卡号校验不符，请核对。',
}
