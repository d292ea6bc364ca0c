import type * as En from '../en/special.ts'

export const specialSteps: typeof En.specialSteps = {
  merge: {
    button: '并件',
    title: '合并重复投诉',
    submit: '合并',
    done: '已合并，另一件的经办人已收到通知。',
  },
  addChild: {
    button: '加入群体件',
    title: '加入本群体件',
    submit: '加入',
    done: '已加入本群体件。',
  },
  solveOnSpot: {
    button: '当场解决',
    title: '当场解决并结案',
    submit: '结案',
    done: '已当场解决并结案，照常计入统计。',
  },
  refer: {
    button: '登记转办',
    title: '外部机构转办',
    submit: '登记',
    done: '转办已登记，单独计算答复时限。',
  },
  answerReferral: {
    button: '答复转办',
    title: '答复转办机构',
    submit: '登记答复',
    done: '答复已登记。',
  },
  logAuthority: {
    button: '登记监管沟通',
    title: '与外部机构沟通',
    submit: '登记',
    done: '沟通情况已登记。',
  },
  reportLeak: {
    button: '上报信息泄露',
    title: '上报信息泄露',
    submit: '登记',
    done: '泄露上报已登记。',
  },
  askReview: {
    button: '申请核查',
    title: '申请上级核查',
    submit: '提交',
    done: '已申请，上级核查人已收到通知。',
  },
  decideReview: {
    button: '核查结论',
    title: '核查结论',
    submit: '登记结论',
    done: '结论已登记并上报。',
  },
  mediate: {
    button: '调解',
    title: '提出调解',
    submit: '登记',
    done: '调解情况已登记。',
  },
  endMediation: {
    button: '调解结果',
    title: '调解结果',
    submit: '登记',
    done: '调解结果已登记。',
  },
  care: {
    button: '特别关照',
    title: '特别关照',
    submit: '保存',
    done: '已保存，到时提醒复核。',
  },
  authorise: {
    button: '登记授权',
    title: '代理人或继承人授权',
    submit: '登记',
    done: '已登记，可向其告知详情。',
  },
  pause: {
    button: '暂停计时',
    title: '暂停计时',
    submit: '提交',
    done: '已登记。除卡片注明外，法定时限照常计算。',
  },
  decidePause: {
    button: '审批暂停',
    title: '审批暂停计时',
    submit: '确定',
    done: '审批意见已记录。',
  },
  resume: {
    button: '恢复计时',
    title: '恢复计时',
    submit: '恢复',
    done: '各项时限恢复计算。',
  },
  extend: {
    button: '申请延期',
    title: '申请延长法定时限',
    submit: '提交',
    done: '已申请，审批人已收到通知。',
  },
  decideExtension: {
    button: '审批延期',
    title: '审批延长法定时限',
    submit: '确定',
    done: '审批意见已记录。',
  },
  tellExtension: {
    button: '登记延期告知',
    title: '延期告知客户',
    submit: '登记',
    done: '延长后的时限自此生效。',
  },
}

const lasting = (due: string) => (due ? `至 ${due}` : '')

export const specialNotices: typeof En.specialNotices = {
  merged: ({ number, by }) => `${by} 已将投诉 ${number} 并入另一件（同一事项重复登记），您无需再处理。`,
  'merged-in': ({ number, by, count }) =>
    `${by} 将一件重复登记并入投诉 ${number}（客户第 ${count} 次重复）。`,
  'group-joined': ({ number, by }) => `${by} 已将投诉 ${number} 归入群体投诉。`,
  referred: ({ number, by, reason }) =>
    `${by} 登记投诉 ${number} 由${reason}转办，答复时限单独计算，见卡片。`,
  'referral-answered': ({ number, by }) => `${by} 已登记对投诉 ${number} 转办机构的答复。`,
  'leak-report-wanted': ({ number }) =>
    `投诉 ${number} 反映客户信息泄露，应自获知起 72 小时内上报监管。请上报并登记。`,
  'leak-reported': ({ number, by, reason }) => `${by} 已登记投诉 ${number} 的信息泄露上报：${reason}。`,
  'higher-review-asked': ({ number, by, person }) =>
    `投诉 ${number} 的客户申请上级核查，由 ${by} 登记，核查人为 ${person}。`,
  'higher-review-decided': ({ number, by, reason }) =>
    `${by} 对投诉 ${number} 的处理决定作出核查结论：${reason}。`,
  mediation: ({ number, by, reason }) => `${by} 登记了投诉 ${number} 的调解情况：${reason}。`,
  'pause-wanted': ({ number, by, reason, due }) =>
    `${by} 申请投诉 ${number} 暂停计时${lasting(due)}，事由：${reason}。请审批。`,
  'pause-refused': ({ number, by }) => `${by} 未同意投诉 ${number} 暂停计时，各项时限照常计算。`,
  paused: ({ number, by, reason, due }) =>
    `${by} 已将投诉 ${number} 暂停计时${lasting(due)}，事由：${reason}。到时自动恢复。`,
  'pause-ending': ({ number, reason, due }) =>
    `投诉 ${number} 的暂停（${reason}）将于 ${due} 结束，届时恢复计时。`,
  'pause-review': ({ number, reason, due }) =>
    `投诉 ${number} 仍在暂停${lasting(due)}，事由：${reason}。请核实是否仍需暂停，不需要的请恢复计时。`,
  resumed: ({ number, by, reason }) =>
    by
      ? `${by} 结束了投诉 ${number} 的暂停（${reason}），各项时限恢复计算。`
      : `投诉 ${number} 的暂停期已满（${reason}），各项时限自动恢复计算。`,
  'extension-wanted': ({ number, by, reason, count }) =>
    `${by} 申请将投诉 ${number} 的法定时限延长至 ${count} 个自然日，理由：${reason}。请审批。`,
  'extension-granted': ({ number, by }) =>
    `${by} 同意投诉 ${number} 延期。须将新的到期日告知客户后才生效，请告知并登记。`,
  'extension-refused': ({ number, by }) => `${by} 未同意投诉 ${number} 延期，到期时间不变。`,
  extended: ({ number, by, due }) =>
    `${by} 已登记向投诉 ${number} 的客户告知延期，新的法定到期时间为 ${due}。`,
}

export const specialRefusals: typeof En.specialRefusals = {
  'same-complaint': () => '这是本件的编号，请填写另一件的编号。',
  'other-ended': () => '另一件已终结。请先重开，或分别处理。',
  'not-mergeable': () => '群体投诉的主件，或外部机构待答复的投诉，不得并入他件。',
  'in-other-group': () => '其中一件已属于其他群体件，或本身是主件。一个群体只有一个主件。',
  'too-many-representatives': () => '代表人数已达规则上限，请以非代表身份加入。',
  'not-in-fast-lane': () => '本件不能当场解决：仅限三级、三个工作日内、尚未提交调查结果且非代理投诉。',
  'too-late-for-fast-lane': () => '该时间已超过三个工作日，请按一般流程处理。',
  'customer-not-content': () => '当场解决须客户满意或接受，请按一般流程处理。',
  'number-known': () => '该编号的转办已登记。',
  'not-an-authority': () => '请选择监管、司法等外部机构或媒体。',
  'no-leak': () => '本件没有待上报的信息泄露。',
  'before-reply': () => '核查针对已告知客户的处理决定，须在答复之后申请。',
  'too-late-for-review': () => '已超过申请核查的期限。客户再次反映的，请另行登记。',
  'no-reviewer': () => '总行服务品质管理部门已无未经手本件的人员，请总行指定核查人。',
  'mediation-open': () => '现在不能提出调解：调解正在进行，或客户匿名。',
  'mediation-missing': () => '没有正在进行的调解。请先登记客户同意调解。',
  'authority-missing': () => '本件由他人代为投诉，授权尚未登记。请先登记授权；此前不得向其告知详情。',
  'referral-open': () => '转办机构的答复尚未登记，请先登记答复。',
  'paused-already': () => '本件已在暂停，或暂停申请待审批。请先恢复计时，或等待审批。',
  'not-paused': () => '本件当前未暂停计时。',
  'pause-too-long': () => '按规则，此类事由的暂停不得这么久。请提前结束时间。',
  'pause-used-up': () => '本件以此事由暂停的期限已用完。请根据已掌握的情况继续处理，或按规则结案。',
  'attempts-missing': () => '以此事由暂停前，须在两个不同日期至少联系客户三次并登记。请先继续联系。',
  'nothing-asked': () => '当前没有待办的申请。请查看最新卡片。',
  'asked-already': () => '延期申请已提交，请等待审批。',
  'statutory-goes-on': () => '此类事由不能暂停法定时限，请选择“否”。',
  'only-head-stops': () => '只有服务品质管理部负责人可以暂停法定时限。请选择“否”，或请其审批。',
  'no-extension-left': () => '按规则已无可延长的时限，须在到期前答复。',
  'too-late-to-extend': () => '已来不及延期：应在法定到期前至少两个工作日申请，并在到期前获批且告知客户。',
  'date-beyond-limit': () => '该日期晚于延期后的法定到期日。请填写告知客户的日期。',
  'before-granting': () => '该时间早于延期获批时间。请填写向客户告知新日期的时间。',
}

export const specialFields: typeof En.specialFields = {
  otherNumber: { label: '另一件投诉的编号', placeholder: '2026-00123' },
  representative: { label: '是否为群体代表', hint: '按规则，一个群体最多五名代表。' },
  solvedAt: { label: '客户认可的时间' },
  body: { label: '转办机构或媒体' },
  referredAt: { label: '转达我行的时间' },
  namedDue: { label: '要求答复的时间', hint: '以对方要求为准；不填则按规则计算。' },
  referral: { label: '转办编号' },
  answeredAt: { label: '答复时间' },
  direction: { label: '沟通方向' },
  spokeAt: { label: '沟通时间' },
  askedAt: { label: '客户申请时间', hint: '核查时限自此时起算。' },
  result: { label: '核查结论' },
  mediator: { label: '调解机构', placeholder: '行业调解中心、人民调解委员会等' },
  offeredAt: { label: '提出调解的时间' },
  answer: { label: '客户意见' },
  meetsOn: { label: '调解日期' },
  mediationResult: { label: '调解结果' },
  endedAt: { label: '结束时间' },
  helper: { label: '协助人', placeholder: '亲属、翻译、陪同人等，只写身份，不写姓名和号码' },
  reviewOn: { label: '复核日期' },
  capacity: { label: '代为投诉人的身份' },
  authorityKind: { label: '授权证明的种类', placeholder: '授权委托书、继承证明等' },
  fileReference: { label: '证明复印件存放处' },
  pauseCode: { label: '暂停事由' },
  until: { label: '暂停至', hint: '到时自动恢复计时。' },
  stopsStatutory: {
    label: '法定时限是否一并暂停',
    hint: '仅限规则允许的事由，且只有服务品质管理部负责人可以同意。',
  },
  toldDate: { label: '告知客户的新日期' },
}

export const specialOptions: typeof En.specialOptions = {
  representative: { yes: '是', no: '否' },
  direction: { fromThem: '对方来函来电', toThem: '我行去函去电' },
  result: { upheld: '维持原决定', changed: '变更原决定', returned: '退回分行重新处理' },
  answer: { accepted: '同意', refused: '不同意' },
  mediationResult: { agreed: '达成一致', failed: '未达成一致', brokenOff: '中止' },
  capacity: { agent: '代理人', heir: '继承人', guardian: '监护人' },
  stopsStatutory: { yes: '是', no: '否' },
}

export const specialCard: typeof En.specialCard = {
  merged: (into, told, by) =>
    `已并入${into ? ` ${into}` : '其他投诉'}${told ? `；${told} 告知客户` : ''}（${by}）`,
  mergedFrom: (numbers) => `已并入的重复登记${numbers ? `：${numbers}` : ''}`,
  group: (count, representatives, numbers) =>
    `群体投诉：共 ${count} 件，其中代表 ${representatives} 名${numbers ? `：${numbers}` : ''}`,
  inGroup: (number, represents) =>
    `属于群体投诉${number ? ` ${number}` : ''}${represents ? '，为群体代表' : ''}`,
  deadlines: '另行计时',
  deadline: (what, due, left) => `${what}：${due}，${left}`,
  referred: (body, number, at, by) => `${at} ${body}转办，编号 ${number}（${by}）`,
  referralAnswered: (number, at, by) => `${at} 已答复转办 ${number}（${by}）`,
  spoken: (body, direction, at, by, note) => `${at} ${body}，${direction}（${by}）：${note}`,
  leakReported: (body, at, by) => `${at} 已向${body}上报信息泄露（${by}）`,
  reviewAsked: (at, reviewer, reason) => `${at} 客户申请上级核查，核查人 ${reviewer}：${reason}`,
  reviewDecided: (result, reviewer, summary) => `${reviewer} 核查结论：${result}。${summary}`,
  mediation: (body, at, answer, date) =>
    `${at} 提出调解（${body}），客户${answer}${date ? `，调解日期 ${date}` : ''}`,
  mediationEnded: (result, at) => `${at} 调解结束：${result}`,
  carePlan: (mode, helper, day) =>
    `特别关照：以${mode}联系${helper ? `，协助人：${helper}` : ''}；${day} 复核`,
  authorised: (capacity, kind, file, by) => `${capacity}：${kind}，存放于 ${file}，由 ${by} 核验`,
  notAuthorised: '代为投诉人的授权尚未登记，不得向其告知详情。',
  firstAsked: (who) => `首问负责：有人承接之前由 ${who} 负责。`,
  paused: (reason, from, until, statutory) => `暂停计时：${reason}，${from} 至 ${until}；${statutory}`,
  statutoryStands: '法定时限一并暂停',
  statutoryRuns: '法定时限照常计算',
  pauseAsked: (reason, by, until) => `${by} 申请暂停计时：${reason}，至 ${until}，待审批`,
  wasPaused: (reason, from, until, by) =>
    `${from} 至 ${until} 曾暂停计时：${reason}${by ? `（${by} 同意）` : ''}`,
  extensionAsked: (days, by, reason) => `${by} 申请法定时限延长至 ${days} 个自然日：${reason}，待审批`,
  extensionGranted: (days, by) => `${by} 同意延长至 ${days} 个自然日，告知客户后生效`,
  extended: (days, by, told, date) =>
    `法定时限已延长至 ${days} 个自然日，${by} 同意${told ? `；${told} 告知客户` : ''}${date ? `，新日期 ${date}` : ''}`,
}

export const specialDeadlines: typeof En.specialDeadlines = {
  referral: '答复转办机构',
  higherReview: '上级核查',
  leak: '上报信息泄露',
  care: '复核特别关照',
}

export const specialHappened: typeof En.specialHappened = {
  merged: '并入其他投诉',
  mergedIn: '并入一件重复登记',
  childAdded: '将一件投诉加入群体件',
  groupJoined: '将本件归入群体投诉',
  solvedOnSpot: '当场解决并结案',
  referred: '登记转办',
  referralAnswered: '登记对转办机构的答复',
  authoritySpoken: '登记与外部机构的沟通',
  leakReported: '登记信息泄露上报',
  reviewAsked: '申请上级核查',
  reviewDecided: '作出核查结论',
  mediationOffered: '登记调解',
  mediationEnded: '登记调解结果',
  careSet: '登记特别关照',
  authorised: '登记授权',
  deadlineCalled: '提醒到期',
  pauseAsked: '申请暂停计时',
  pauseRefused: '未同意暂停计时',
  paused: '暂停计时',
  pauseEnding: '提醒暂停即将结束',
  pauseReviewWanted: '提请核实是否仍需暂停',
  resumed: '恢复计时',
  extensionAsked: '申请延期',
  extensionGranted: '同意延期',
  extensionRefused: '未同意延期',
  extended: '登记延期告知客户',
}
