import type {
  action as Action,
  actionStatus as ActionStatus,
  actionSteps as ActionSteps,
} from '../en/actions.ts'

export const actionStatus: typeof ActionStatus = {
  open: '整改中',
  done: '已完成，待检查效果',
  lasting: '已关闭，原因未再出现',
  cancelled: '已取消',
}

export const actionSteps: typeof ActionSteps = {
  begin: {
    button: '发起整改',
    title: '发起整改措施',
    submit: '发起',
    done: '整改措施已发起，责任人已收到通知。',
  },
  finish: {
    button: '报告完成',
    title: '报告整改完成',
    submit: '报告完成',
    done: '已报告完成，届时检查整改效果。',
  },
  askExtension: {
    button: '申请延期',
    title: '申请整改延期',
    submit: '申请',
    done: '已申请。批准之前，到期时间不变。',
  },
  answerExtension: { button: '审批延期', title: '审批整改延期', submit: '确定', done: '审批意见已记录。' },
  handOverAction: {
    button: '移交',
    title: '移交整改措施',
    submit: '移交',
    done: '已移交，新的责任人已收到通知。',
  },
  cancelAction: { button: '取消整改', title: '取消整改措施', submit: '取消整改', done: '整改措施已取消。' },
  rejectEvidence: {
    button: '证明不足',
    title: '完成证明不足',
    submit: '重新开启',
    done: '整改措施已重新开启。',
  },
  checkEffect: { button: '登记检查', title: '原因是否再次出现', submit: '登记', done: '检查结果已登记。' },
}

export const action: typeof Action = {
  title: (number) => `整改措施 ${number}`,
  status: '状态',
  unit: '责任单位',
  owner: '责任人',
  due: '到期时间',
  checkDue: '效果检查时间',
  rootCause: '根本原因',
  kind: '措施类别',
  origin: '来源',
  origins: { complaint: '投诉', review: '评审会', emergency: '应急处置' },
  task: '整改内容',
  overdue: '本项整改已超时。',
  watched: (what) => `完成后如再出现此类投诉，本项重新开启：${what}。由系统统计。`,
  unwatched: '未指定需监测的原因，由服务品质管理部人工统计。',
  begun: (at, by) => `${at} 由 ${by} 发起`,
  asked: (by, due, reason) => `${by} 申请延期至 ${due}：${reason}`,
  granted: (by, due) => `${by} 同意延期至 ${due}`,
  refused: (by, remark) => `${by} 未同意延期${remark ? `：${remark}` : ''}`,
  finished: (at, by) => `${by} 报告完成，完成时间 ${at}`,
  evidence: '完成证明',
  checked: (at, count, by) => `${at} 由 ${by} 检查：其后同类投诉 ${count} 件`,
  cameBack: '原因再次出现，重新开启',
  numbers: (numbers) => `投诉编号：${numbers}`,
  cancelled: (at, by, reason) => `${at} 由 ${by} 取消：${reason}`,
  listTitle: '整改措施',
  mine: '待我办理的整改措施',
  overdueTitle: '超时的整改措施',
  empty: '没有您可查看的此类整改措施。',
  byCause: (cause) => `根本原因：${cause}`,
  byUnit: (unit) => `单位：${unit}`,
  groups: '按根本原因',
  group: (name, open, all) => `${name}：共 ${all} 项，未完成 ${open} 项`,
  noCause: (said) => `没有名为“${said}”的根本原因，请按表单中的名称填写。`,
  noFilter: (said) =>
    `无法识别“${said}”。可以这样写：整改 我的、整改 超时、整改 原因:流程、整改 单位:人民路。`,
  typed: {
    begin: ['发起整改', '新建整改'],
    mine: ['我的', '待办'],
    overdue: ['超时', '逾期'],
    cause: ['原因', '根本原因'],
    unit: ['单位', '机构', '网点'],
  },
  beginHint: '责任人会收到提醒，超时逐级通知。完成之后，同样的原因再次出现时，本项重新开启。',
}
