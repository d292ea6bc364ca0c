/** What the people of the tale type, in both languages. Everybody and every number is invented. */
const zh = {
  title: 'Redress 的一天：人物、号码全部虚构',
  acts: [
    '第一幕：一件普通投诉，从登记到结案',
    '第二幕：没有人处理，它自己升级到分行',
    '第三幕：监管转办且已上媒体，成立一级应急小组',
  ],
  privately: '私信',
  channel: '频道',
  alone: '仅自己可见',
  screen: '屏幕上的窗口',
  pinned: '置顶',
  does: {
    files: '在 Slack 里输入 /complaint，填写并提交',
    presses: '点按钮',
    why: '输入 /complaint why',
    nothing: '（没有人动手，时间在走）',
  },
  story:
    '客户张小明（虚构）称 3 月办理的定期存款被自动转为三年期，要提前支取时才发现，损失利息。手机 13800000000，要求给说法。',
  name: '张小明',
  instruction: '请先与客户约在支行见面，带上当时的签约单。',
  words: '客户说没有人告诉过他会自动转存。',
  promise: '下周一上午 10 点前给答复',
  facts: '签约单上自动转存一栏由柜员代为勾选，未向客户说明。',
  evidence: '签约单影像、柜台录像、柜员说明。',
  solution: '恢复为活期，补足利息差 86.40 元，当面致歉。',
  basis: '存款产品签约须逐项告知。',
  summary: '已当面说明原因、致歉，补足利息差，客户表示接受。',
  comment: '客户满意。',
  slowStory: '客户称自助机吞卡两小时无人到场，现场无人解释。',
  seenReason: '正在等设备供应商的日志',
  gravestory: '金融监管部门转来：三十多名老年客户称在本行被推荐的理财产品到期无法兑付，当地电视台已播出。',
  graveReason: '监管转办，媒体已经报道，社会影响大',
  from: '总行服务品质管理部 江文涛（电话）',
  wording: '立即成立应急小组，主任牵头，两小时内口头报告，对外由办公室统一口径。',
  situationFacts: '已联系到 21 名客户，其中 6 人要求当面说明。',
  measures: '在湖滨支行设接待点，合规部向监管报告进展。',
} as const

type Words = {
  readonly [Key in keyof typeof zh]: Key extends 'acts'
    ? readonly string[]
    : Key extends 'does'
      ? Readonly<Record<keyof (typeof zh)['does'], string>>
      : string
}

const en: Words = {
  title: 'A day with Redress: everybody and every number is invented',
  acts: [
    'Act one: an ordinary complaint, from filing to closing',
    'Act two: nobody acts, and it climbs to the branch by itself',
    'Act three: a regulator’s referral with media becomes a level-1 emergency',
  ],
  privately: 'direct message',
  channel: 'channel',
  alone: 'only you can see this',
  screen: 'the window on the screen',
  pinned: 'pinned',
  does: {
    files: 'types /complaint in Slack, fills in the form and sends it',
    presses: 'presses',
    why: 'types /complaint why',
    nothing: '(nobody acts; time passes)',
  },
  story:
    'Customer Zhang Xiaoming (invented) says a term deposit made in March rolled over into three years by itself; he found out when he wanted the money and lost interest. Mobile 13800000000. He wants an explanation.',
  name: 'Zhang Xiaoming',
  instruction: 'Meet the customer at the sub-branch first, and bring the signed form.',
  words: 'The customer says nobody told him that it would roll over.',
  promise: 'an answer by next Monday, 10 in the morning',
  facts: 'The roll-over box on the form was ticked by the teller and not explained.',
  evidence: 'Image of the form, counter recording, statement of the teller.',
  solution: 'Back to a demand deposit, the difference of 86.40 yuan made good, an apology in person.',
  basis: 'Every choice on a deposit form must be explained.',
  summary: 'Explained and apologised in person, made good the difference; the customer accepts.',
  comment: 'The customer is content.',
  slowStory: 'The customer says a machine kept his card for two hours and nobody came or explained.',
  seenReason: 'waiting for the supplier’s log',
  gravestory:
    'Referred by the regulator: more than thirty elderly customers say a wealth product sold to them here was not paid at maturity; the local station has broadcast it.',
  graveReason: 'referred by the regulator, in the media, wide impact',
  from: 'Head office service quality, Jiang Wentao (by phone)',
  wording:
    'Form the emergency group now, led by the director; report by word of mouth within two hours; one voice outward, the office’s.',
  situationFacts: '21 customers reached, 6 of whom want to be seen in person.',
  measures: 'A reception at the Lakeside sub-branch; compliance keeps the regulator informed.',
}

export type StoryWords = Words

export function storyWords(language: 'zh-CN' | 'en'): StoryWords {
  return language === 'en' ? en : zh
}
