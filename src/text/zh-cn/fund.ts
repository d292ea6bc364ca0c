import type {
  fund as Fund,
  fundClockNames as FundClockNames,
  fundFields as FundFields,
  fundFieldsIn as FundFieldsIn,
  fundNotices as FundNotices,
  fundRefusals as FundRefusals,
  fundStatus as FundStatus,
  fundSteps as FundSteps,
  requestStatus as RequestStatus,
} from '../en/fund.ts'
import type { FieldWords } from '../keys.ts'

const until = (due: string) => (due ? `${due} 到期。` : '')

export const fundNotices: typeof FundNotices = {
  'fund-budget-vote-wanted': ({ number, by, amount, due }) =>
    `${by} 提请审议投诉风险备用金 ${number} 预算 ${amount}。请表决。${until(due)}`,
  'fund-budget-adopted': ({ number, amount }) => `委员会已通过投诉风险备用金 ${number} 预算 ${amount}。`,
  'fund-budget-rejected': ({ number, amount }) =>
    `委员会未通过投诉风险备用金 ${number} 预算 ${amount}。请另行提请。`,
  'fund-budget-no-quorum': ({ number, amount }) =>
    `投诉风险备用金 ${number} 预算 ${amount} 的表决人数不足。请重新提请。`,
  'fund-requested': ({ number, by, amount, due }) =>
    `${by} 申请使用投诉风险备用金 ${amount}（${number}）。请审批。${until(due)}`,
  'fund-vote-wanted': ({ number, by, amount, due }) =>
    `${by} 申请使用投诉风险备用金 ${amount}（${number}），属大额使用，由委员会决议。请表决。${until(due)}`,
  'fund-approved': ({ number, amount }) => `您的备用金申请 ${number}（${amount}）已获批准，将办理付款。`,
  'fund-pay-wanted': ({ number, by, amount, due }) =>
    `${by} 的备用金申请 ${number} 已获批准。请付款 ${amount} 并登记。${until(due)}`,
  'fund-sent-back': ({ number, by }) =>
    `${by} 退回了您的备用金申请 ${number}。请补充后重新提交，或撤回申请。`,
  'fund-vote-no-quorum': ({ number }) => `您的备用金申请 ${number} 表决人数不足。请重新提交，或撤回申请。`,
  'fund-vote-overdrawn': ({ number }) =>
    `委员会已同意您的备用金申请 ${number}，但备用金余额现已不足。请减少金额重新提交，或等待追加预算。`,
  'fund-refused': ({ number, by }) => `${by} 未批准您的备用金申请 ${number}。`,
  'fund-voted-down': ({ number }) => `委员会表决未通过您的备用金申请 ${number}。`,
  'fund-withdrawn': ({ number, by }) => `${by} 撤回了备用金申请 ${number}，您无需再处理。`,
  'fund-paid': ({ number, by, amount, due }) =>
    `${by} 已就您的备用金申请 ${number} 付款 ${amount}。请凭收据办理核销。${until(due)}`,
  'fund-settled': ({ number, by, amount }) => `${by} 已核销备用金申请 ${number}，实际使用 ${amount}。`,
  'fund-return-wanted': ({ number, amount }) => `备用金申请 ${number} 尚有 ${amount} 未使用。请退回。`,
  'fund-returned': ({ number, by, amount }) => `${by} 登记了 ${number} 退回款 ${amount}。`,
  'fund-reminder': ({ number, clock, due }) => `投诉风险备用金（${number}）待办：${clock}，${due} 到期。`,
  'fund-overdue': ({ number, clock, due }) =>
    `投诉风险备用金（${number}）已超时：${clock}，应于 ${due} 前完成。请立即处理。`,
  'fund-warning': ({ number, amount }) =>
    `投诉风险备用金 ${number} 已批准、已付和已用合计 ${amount}，达到预算的 80%。`,
  'fund-closed': ({ number, by }) => `${by} 已办理投诉风险备用金 ${number} 年度结转，结余额度失效。`,
}

export const fundClockNames: typeof FundClockNames = {
  fundDecide: '审批申请',
  fundVote: '委员会表决',
  fundPay: '付款',
  fundSettle: '凭收据核销',
  fundClose: '年度结转',
}

export const fundRefusals: typeof FundRefusals = {
  'amount-not-readable': () => '未能识别金额。请以元为单位填写，例如 1200.50。',
  'amount-not-positive': () => '金额须大于零，请更正。',
  'amount-not-whole-fen': () => '金额最小单位为分，最多两位小数，请更正。',
  'amount-too-large': () => '金额超出任何备用金的规模，请核对是否多输了数字。',
  'currency-not-cny': () => '备用金只以人民币支付。请以人民币元填写，不要使用其他币种。',
  'fund-overdrawn': ({ seen }) =>
    `备用金余额不足${seen ? `，当前可用 ${seen} 元` : ''}。请减少金额，或先提请追加预算。`,
  'fund-exists': () => '本分行该年度备用金已提请设立。请查看该备用金，如需调整预算请在其中提请。',
  'budget-not-higher': () => '已生效的预算可能已有承诺支出，只能追加，不能减少。请填写更大的金额。',
  'wrong-year': ({ seen }) => `不属于该备用金的年度${seen ? `（${seen}）` : ''}。请使用相应年度的备用金。`,
  'year-not-over': () => '本年度尚未结束。备用金须在年度最后一天之后结转。',
  'requests-open': ({ seen }) =>
    `尚有未了结事项${seen ? `：${seen}` : ''}。请先核销、撤回或作出决定，再办理结转。`,
  'three-people': () => '申请人、审批人和付款人须为三个不同的人，您已参与本申请。请由他人办理。',
  'over-your-limit': () => '该金额超出您的审批权限。已通知上一级审批人，请等待其审批。',
  'vote-needed': () => '属大额使用，须由委员会表决，任何人不得单独审批。',
  'no-committee': () => '本分行委员会没有可对此事项表决的委员。请先登记委员名单。',
  'not-a-member': () => '只有在表决发起时且目前仍为委员的人员可以表决。',
  'voted-already': () => '该席位已经表决，表决不可更改。您无需再处理。',
  'vote-closed': () => '表决已经结束。请在最新卡片上查看结果。',
  'paid-already': () => '该申请已经付款，且只能付款一次。未作任何更改。',
  'paid-before-approval': () => '付款时间不能早于批准时间。请核对付款时间。',
  'key-used': () => '该笔付款已登记在其他申请上。请从您要办理的申请重新打开表单。',
  'more-than-paid': ({ seen }) => `金额超过尚未核销的款项${seen ? `（${seen} 元）` : ''}。请对照收据核对。`,
}

export const fundStatus: typeof FundStatus = {
  proposed: '预算待审议',
  open: '使用中',
  closed: '已结转',
}

export const requestStatus: typeof RequestStatus = {
  requested: '待审批',
  voting: '委员会表决中',
  sentBack: '已退回',
  approved: '已批准，待付款',
  paid: '已付款，待核销',
  returning: '已核销，待退回余款',
  settled: '已核销',
  refused: '未批准',
  withdrawn: '已撤回',
}

export const fundSteps: typeof FundSteps = {
  proposeBudget: {
    button: '提请预算',
    title: '备用金年度预算',
    submit: '提请表决',
    done: '已提请，已通知委员会表决。',
  },
  reviseBudget: {
    button: '另提预算',
    title: '另提预算',
    submit: '提请表决',
    done: '已提请，已通知委员会表决。',
  },
  closeYear: { button: '年度结转', title: '年度结转', submit: '结转', done: '本年度已结转。' },
  vote: { button: '附意见表决', title: '表决', submit: '表决', done: '您的表决已记录。' },
  voteYes: {
    button: '同意',
    title: '同意',
    submit: '同意',
    done: '您的表决已记录：同意。',
    confirm: '您将投同意票。表决记名，不可更改。',
  },
  voteNo: {
    button: '反对',
    title: '反对',
    submit: '反对',
    done: '您的表决已记录：反对。',
    confirm: '您将投反对票。表决记名，不可更改。',
  },
  voteAbstain: {
    button: '弃权',
    title: '弃权',
    submit: '弃权',
    done: '您的表决已记录：弃权。',
    confirm: '您将弃权。表决记名，不可更改。',
  },
  request: {
    button: '申请备用金',
    title: '申请备用金',
    submit: '提交申请',
    done: '已提交，已通知审批人。',
  },
  resubmit: { button: '重新提交', title: '重新提交', submit: '重新提交', done: '已重新提交，已通知审批人。' },
  approve: {
    button: '批准',
    title: '批准',
    submit: '批准',
    done: '已批准，已通知付款人。',
    confirm: '批准后该金额即被预留，并通知付款人办理付款。',
  },
  sendBack: { button: '退回', title: '退回申请', submit: '退回', done: '已退回，已通知申请人。' },
  refuse: { button: '不批准', title: '不批准申请', submit: '不批准', done: '未批准，已通知申请人。' },
  withdraw: { button: '撤回申请', title: '撤回申请', submit: '撤回', done: '申请已撤回。' },
  pay: { button: '登记付款', title: '登记付款', submit: '登记', done: '付款已登记。' },
  settle: { button: '核销', title: '凭收据核销', submit: '核销', done: '已核销。' },
  returnUnused: { button: '登记退款', title: '登记退回款', submit: '登记', done: '退回款已登记。' },
}

export const fundFields: Record<keyof typeof FundFields, FieldWords> = {
  year: { label: '年度' },
  standard: { label: '使用标准', hint: '委员会就金额和使用标准一并表决。' },
  kind: { label: '类型' },
  purpose: { label: '用途' },
  payee: { label: '收款人', hint: '仅保留姓氏；请勿填写账号。' },
  agreement: {
    label: '和解协议',
    placeholder: '协议编号及存放处',
    hint: '协议不得要求客户放弃向监管部门投诉。',
  },
  paidAt: { label: '付款时间' },
  reference: { label: '凭证号' },
  receipt: { label: '收据', placeholder: '收据编号及存放处' },
  used: { label: '实际使用金额（元）', hint: '未使用的部分须退回。' },
}

/** The fixed answers that only the fund offers. */
export const fundOptions = { year: { this: '本年度', next: '下一年度' } }

const amountField = { label: '金额（元）', placeholder: '1200.50' }

export const fundFieldsIn: typeof FundFieldsIn = {
  'fund-proposeBudget': { amount: { label: '年度预算（元）', placeholder: '1000000' } },
  'fund-reviseBudget': { amount: { label: '全年预算（元）', hint: '已生效的预算只能追加。' } },
  'fund-request': { amount: amountField, kind: { label: '补偿类型' }, fault: { label: '责任认定' } },
  'fund-resubmit': { amount: amountField, kind: { label: '补偿类型' }, fault: { label: '责任认定' } },
  'fund-sendBack': { remark: { label: '需补充的内容' } },
  'fund-refuse': { remark: { label: '不批准的原因' } },
  'fund-withdraw': { remark: { label: '撤回原因' } },
  'fund-pay': { reference: { label: '付款凭证号' } },
  'fund-returnUnused': {
    amount: { label: '退回金额（元）', placeholder: '200' },
    reference: { label: '退款凭证号' },
  },
}

export const fund: typeof Fund = {
  title: (number, branch) => `投诉风险备用金 ${number}（${branch}）`,
  requestTitle: (number, amount) => `备用金申请 ${number}：${amount}`,
  budgetVote: (number, amount) => `表决：${number} 预算 ${amount}`,
  requestVote: (number, amount) => `表决：备用金申请 ${number}，${amount}`,
  none: (branch, year) => `${branch} ${year} 年度尚未设立投诉风险备用金。`,
  noBranch: '您不属于任何分行，没有对应的备用金。请按编号查看，例如 `F2026`。',
  notHere: '备用金仅对申请、审批、付款和监督人员展示。',
  status: '状态',
  budget: '预算',
  pots: {
    bank: '行内',
    available: '可用',
    reserved: '已批准未付款',
    advanced: '已付款未核销',
    spent: '已使用',
    lapsed: '已失效',
  },
  bar: (bar, percent) => `${bar} 预算的 ${percent} 已批准、已付或已用`,
  short: (percent) => `已批准、已付和已用合计达到预算的 ${percent}%，余额不多。`,
  standard: '使用标准',
  votes: '进行中的表决',
  requests: '未了结的申请',
  noRequests: '没有未了结的申请。',
  ended: (count) => `已了结的申请：${count}`,
  howToAsk: '如需申请，请打开相应投诉并点击“申请备用金”，或输入 `/complaint 备用金 申请 2026-00123`。',
  ledger: '台账',
  ledgerTitle: (number) => `${number} 台账`,
  posting: (at, from, to, amount) => `${at}  ${from} → ${to}  *${amount}*`,
  ledgerSum: (given, sums) => `拨入 ${given}。${sums}`,
  emptyLedger: '尚无资金变动。',
  page: (from, to, total) => `第 ${from} 至 ${to} 条，共 ${total} 条`,
  newer: '较新',
  older: '较早',
  back: '查看备用金',
  complaint: '投诉',
  kind: '补偿类型',
  fault: '责任认定',
  payee: '收款人',
  agreement: '和解协议',
  requester: '申请人',
  decides: '审批权限',
  due: '到期',
  purpose: '用途',
  likeUses: '同类使用情况',
  likeUse: (at, number, amount) => `${at}  ${number}  ${amount}`,
  noLikeUses: '此前没有同类支付。',
  remark: '理由',
  approvedBy: (people) => `批准：${people}`,
  paid: (at, by, reference) => `${at} 由 ${by} 付款，凭证号 ${reference}`,
  settled: (at, by, used, receipt) => `${at} 由 ${by} 核销，实际使用 ${used}，收据 ${receipt}`,
  returned: (at, by, amount, reference) => `${at} 退回 ${amount}，由 ${by} 登记，凭证号 ${reference}`,
  outstanding: (amount) => `尚未核销：${amount}`,
  bands: {
    SBH: '处理单位负责人',
    SQO: '服务品质管理部经办',
    SQH: '服务品质管理部负责人',
    COM: '委员会表决',
    HOQ: '总行服务品质管理部',
  },
  closes: '截止',
  seats: '席位',
  counted: '票数',
  count: (yes, no, abstained) => `同意 ${yes}，反对 ${no}，弃权 ${abstained}`,
  outcome: '结果',
  outcomes: {
    adopted: '通过',
    rejected: '未通过',
    noQuorum: '表决人数不足',
    withdrawn: '随申请撤回',
  },
  running: '进行中',
  voices: { yes: '同意', no: '反对', abstain: '弃权' },
  voted: (who, voice) => `${who}：${voice}`,
  votedFor: (who, seat) => `${who}（代 ${seat}）`,
  rule: '须有过半数席位参加表决，且过半数表决者同意方为通过。',
  money: (number, amount, status) => `备用金 ${number}：${amount}，${status}`,
  waiting: (number, clock, due) => `*${number}*  ${clock}，${due} 到期`,
  unknown: (said) =>
    `无法识别“${said}”。输入 \`/complaint 备用金\` 查看本分行备用金，或输入 \`/complaint 备用金 申请 2026-00123\` 提出申请。`,
}
