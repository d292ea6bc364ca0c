import type { status as Status, steps as Steps } from '../en/steps.ts'
import { specialSteps } from './special.ts'

export const status: typeof Status = {
  received: '已登记',
  triaged: '已定级',
  dispatched: '已分派',
  in_progress: '处理中',
  awaiting_approval: '待审批',
  replying: '待答复',
  replied: '已答复',
  follow_up: '待回访',
  closed: '已结案',
  withdrawn: '已撤诉',
  not_accepted: '不予受理',
  merged: '已合并',
}

export const steps: typeof Steps = {
  ...specialSteps,
  triage: { button: '受理定级', title: '受理定级', submit: '确认定级', done: '级别已确定。' },
  dispatch: { button: '分派', title: '分派投诉', submit: '分派', done: '已分派。对方接办之前，仍由您负责。' },
  take: { button: '接办', title: '接办', submit: '接办', done: '已由您接办。' },
  sendBack: { button: '退回', title: '退回分派人', submit: '退回', done: '已退回分派人。' },
  contact: { button: '登记联系', title: '登记与客户的联系', submit: '登记', done: '联系情况已登记。' },
  investigate: { button: '提交调查结果', title: '调查结果', submit: '提交', done: '调查结果已提交。' },
  propose: {
    button: '拟定处理方案',
    title: '拟定处理方案',
    submit: '提交审批',
    done: '处理方案已提交，审批人已收到通知。',
  },
  approve: { button: '审批', title: '审批处理方案', submit: '确定', done: '审批意见已记录。' },
  reply: { button: '登记答复', title: '答复客户', submit: '登记答复', done: '答复已登记。' },
  followUp: { button: '登记回访', title: '回访', submit: '登记回访', done: '回访已登记。' },
  close: { button: '结案', title: '结案', submit: '结案', done: '投诉已结案。' },
  withdraw: { button: '撤诉', title: '客户撤诉', submit: '登记撤诉', done: '撤诉已登记。' },
  notAccept: { button: '不予受理', title: '不予受理', submit: '确定', done: '已登记为不予受理。' },
  reopen: { button: '重开', title: '重开投诉', submit: '重开', done: '投诉已重开。' },
  reportUp: { button: '上报', title: '上报', submit: '登记上报', done: '上报已登记。' },
  relevel: { button: '调整级别', title: '调整级别', submit: '调整', done: '级别已调整。' },
  escalate: { button: '提级处理', title: '提级处理', submit: '提级', done: '已提级处理。' },
  seen: {
    button: '已阅，另定时间',
    title: '已阅，另定时间',
    submit: '确认',
    done: '已记录。一个提醒周期内不再催办，到期时间不变。',
  },
}
