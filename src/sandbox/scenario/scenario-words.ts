import type { Customer } from './invented-customer.ts'

/** What is typed on one complaint, from its filing to the call after it. */
export interface CaseWords {
  readonly story: string
  readonly instruction: string
  readonly heard: string
  readonly promise: string
  readonly facts: string
  readonly evidence: string
  readonly solution: string
  readonly basis: string
  readonly summary: string
  readonly comment: string
}

/** What the people of the scenarios type. Everybody, every number and every event is invented. */
export interface ScenarioWords {
  readonly name: string
  /** A deposit that rolled over by itself. */
  readonly deposit: CaseWords
  /** The same customer, asking before there is an answer. */
  readonly urges: string
  /** The same customer, because what was promised has not come. */
  readonly again: CaseWords
  readonly againReason: string
  /** A machine that kept a card. */
  readonly machine: CaseWords
  readonly seenReason: string
  /** A wealth product that was not paid, referred by the regulator. */
  readonly referral: CaseWords
  readonly reportedUp: string
  readonly instructionFrom: string
  readonly instruction: string
  readonly situations: readonly { readonly facts: string; readonly measures: string }[]
  readonly finalReport: Readonly<Record<'rootCause' | 'impact' | 'measures' | 'lessons', string>>
  readonly standDown: string
  /** A teller who was curt. */
  readonly curt: CaseWords
}

/** What is typed in one playing, about this customer, in one language. */
export function scenarioWords(language: 'zh-CN' | 'en', customer: Customer): ScenarioWords {
  return language === 'en' ? en(customer) : zh(customer)
}

const zh = ({ name, phone }: Customer): ScenarioWords => ({
  name: name.zh,
  deposit: {
    story: `客户${name.zh}（虚构）称 3 月办理的定期存款被自动转为三年期，要提前支取时才发现，损失利息。手机 ${phone}，要求给说法。`,
    instruction: '请先约客户到网点面谈，带上当时的签约单。',
    heard: '客户说没有人告诉过他会自动转存。',
    promise: '三个工作日内给答复',
    facts: '签约单上“自动转存”一栏由柜员代为勾选，未向客户说明。',
    evidence: '签约单影像、柜台录像、柜员说明。',
    solution: '恢复为活期，补足利息差 86.40 元，当面致歉。',
    basis: '存款签约须逐项向客户说明。',
    summary: '已当面说明原因并致歉，补足利息差，客户接受。',
    comment: '客户满意。',
  },
  urges: `客户${name.zh}（虚构）来网点催问：还没有人联系他。手机 ${phone}。`,
  again: {
    story: `客户${name.zh}（虚构）来电：答复时说补足的利息差至今没有到账，要求尽快补付。手机 ${phone}。`,
    instruction: '请今天核实到账情况，直接向客户说明。',
    heard: '客户说账户里没有看到这笔钱。',
    promise: '当天核实，三个工作日内到账',
    facts: '补款单填错账号，款项被退回后无人跟进。',
    evidence: '补款单、退款记录。',
    solution: '当日重新补付 86.40 元，电话致歉。',
    basis: '补偿款须跟进到账。',
    summary: '款项已到账，客户确认收到。',
    comment: '客户确认到账，表示认可。',
  },
  againReason: '同一客户 90 天内就同一事项再次投诉',
  machine: {
    story: '客户称自助机吞卡两小时，没有人到场，也没有人解释。',
    instruction: '请当天联系客户，说明吞卡原因。',
    heard: '客户要求说明原因，并今后有人及时到场。',
    promise: '三个工作日内书面说明',
    facts: '自助机卡口故障，值班电话当时无人接听。',
    evidence: '设备日志、值班表。',
    solution: '归还卡片，书面说明原因，调整值班安排。',
    basis: '自助设备故障须在半小时内到场。',
    summary: '已说明原因并归还卡片，客户接受。',
    comment: '客户接受说明。',
  },
  seenReason: '正在等设备厂商的日志',
  referral: {
    story: '金融监管部门转来：三十多名老年客户称在本行经推荐购买的理财产品到期未兑付，当地电视台已播出。',
    instruction: '请立即联系全部客户，逐户登记。',
    heard: '客户代表要求尽快书面答复。',
    promise: '三个工作日内书面答复',
    facts: '产品为代销，销售时未说明不保本，部分录音缺失。',
    evidence: '销售录音、代销协议、客户签字单。',
    solution: '逐户书面说明，按代销协议协助兑付，对录音缺失的客户先行垫付。',
    basis: '代销业务须录音录像，并说明风险。',
    summary: '已逐户书面答复，客户代表接受。',
    comment: '客户代表认可处理结果。',
  },
  reportedUp: '已向委员会主任和总行口头报告。',
  instructionFrom: '总行服务品质管理部 江文涛（电话）',
  instruction: '立即成立应急小组，主任任组长，两小时内口头报告，对外由办公室统一口径。',
  situations: [
    {
      facts: '已联系到 21 名客户，其中 6 人要求当面说明。',
      measures: '在湖滨支行设接待点，合规部向监管报告进展。',
    },
    { facts: '30 名客户已全部联系到，接待点现有 4 人。', measures: '逐户核对销售录音，约见客户代表。' },
  ],
  finalReport: {
    rootCause: '系统升级后同一笔扣款重复入账。',
    impact: '涉及三十名客户，一家媒体报道，现场无人受伤。',
    measures: '重复扣款已全部退回并逐户致歉，系统已修复。',
    lessons: '升级后首日须核对全部扣款，异常当天上报。',
  },
  standDown: '客户已全部答复，现场和媒体无新情况。',
  curt: {
    story: '客户称柜员喻晴办理挂失时态度生硬，并催促客户离开。',
    instruction: '请调阅录像后与客户联系，结果直接报我。',
    heard: '客户要求道歉。',
    promise: '三个工作日内答复',
    facts: '录像显示柜员语气急促，未说明挂失流程。',
    evidence: '柜台录像。',
    solution: '由网点负责人向客户致歉，对柜员谈话提醒。',
    basis: '柜面服务规范第三条（虚构）。',
    summary: '已致歉，客户接受。',
    comment: '客户接受道歉。',
  },
})

const en = ({ name, phone }: Customer): ScenarioWords => ({
  name: name.en,
  deposit: {
    story: `Customer ${name.en} (invented) says a term deposit made in March rolled over into three years by itself; he found out when he wanted the money and lost interest. Mobile ${phone}. He wants an explanation.`,
    instruction: 'Meet the customer at the outlet first, and bring the signed form.',
    heard: 'The customer says nobody told him that it would roll over.',
    promise: 'an answer within three working days',
    facts: 'The roll-over box on the form was ticked by the teller and not explained.',
    evidence: 'Image of the form, counter recording, statement of the teller.',
    solution: 'Back to a demand deposit, the difference of 86.40 yuan made good, an apology in person.',
    basis: 'Every choice on a deposit form must be explained.',
    summary: 'Explained and apologised in person, made good the difference; the customer accepts.',
    comment: 'The customer is content.',
  },
  urges: `Customer ${name.en} (invented) asks at the counter why nobody has talked to him yet. Mobile ${phone}.`,
  again: {
    story: `Customer ${name.en} (invented) calls: the interest promised in the answer has not arrived. He wants it paid now. Mobile ${phone}.`,
    instruction: 'Find out today where the money is, and tell the customer.',
    heard: 'The customer cannot see the money in his account.',
    promise: 'checked today, paid within three working days',
    facts: 'The payment slip had a wrong account; the money came back and nobody followed it up.',
    evidence: 'Payment slip, record of the return.',
    solution: '86.40 yuan paid again today, an apology by phone.',
    basis: 'A payment to a customer is followed until it arrives.',
    summary: 'The money has arrived; the customer confirms it.',
    comment: 'The customer confirms the payment.',
  },
  againReason: 'The same customer about the same matter within 90 days',
  machine: {
    story: 'The customer says a machine kept his card for two hours, and nobody came or explained.',
    instruction: 'Talk to the customer today and say why the card was kept.',
    heard: 'The customer wants to know why, and somebody to come next time.',
    promise: 'an explanation in writing within three working days',
    facts: 'The card slot was faulty, and the duty phone was not answered.',
    evidence: 'Log of the machine, duty list.',
    solution: 'Card returned, reason given in writing, duty list changed.',
    basis: 'Somebody must be at a faulty machine within half an hour.',
    summary: 'Explained, card returned; the customer accepts.',
    comment: 'The customer accepts the explanation.',
  },
  seenReason: 'waiting for the supplier’s log',
  referral: {
    story:
      'Referred by the regulator: more than thirty elderly customers say a wealth product sold to them here was not paid at maturity; the local station has broadcast it.',
    instruction: 'Reach every one of the customers now, and list them one by one.',
    heard: 'Their speaker wants a written answer soon.',
    promise: 'a written answer within three working days',
    facts: 'Sold for another issuer; that capital was at risk was not said, and some recordings are missing.',
    evidence: 'Recordings of the sale, agency agreement, signed forms.',
    solution:
      'A written answer to each, help with the claim against the issuer, an advance where the recording is missing.',
    basis: 'Agency sales are recorded and their risk is explained.',
    summary: 'Answered each in writing; their speaker accepts.',
    comment: 'Their speaker accepts the result.',
  },
  reportedUp: 'Told the committee’s director and head office by word of mouth.',
  instructionFrom: 'Head office service quality, Jiang Wentao (by phone)',
  instruction:
    'Form the emergency group now, led by the director; report by word of mouth within two hours; one voice outward, the office’s.',
  situations: [
    {
      facts: '21 customers reached, 6 of whom want to be seen in person.',
      measures: 'A reception at the Lakeside sub-branch; compliance keeps the regulator informed.',
    },
    {
      facts: 'All 30 customers reached; 4 are at the reception now.',
      measures: 'Each recording of the sale is being checked; their speaker is invited.',
    },
  ],
  finalReport: {
    rootCause: 'After an upgrade one debit was booked twice.',
    impact: 'Thirty customers, one newspaper; nobody was hurt on the premises.',
    measures: 'Every second debit is returned with an apology, and the system is mended.',
    lessons: 'On the first day after an upgrade all debits are checked, and faults reported the same day.',
  },
  standDown: 'Every customer has an answer; nothing new on the premises or in the media.',
  curt: {
    story: 'The customer says teller Yu Qing was curt when he reported a lost card, and hurried him away.',
    instruction: 'Look at the recording, then talk to the customer; report to me alone.',
    heard: 'The customer wants an apology.',
    promise: 'an answer within three working days',
    facts: 'On the recording the teller speaks in haste and does not explain how a lost card is reported.',
    evidence: 'Counter recording.',
    solution: 'An apology by the outlet’s manager, and a talk with the teller.',
    basis: 'Rule 3 of counter service (invented).',
    summary: 'Apologised; the customer accepts.',
    comment: 'The customer accepts the apology.',
  },
})
