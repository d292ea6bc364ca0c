import { describe, expect, test } from 'vitest'
import { earlierOf } from '../../src/complaint/earlier.ts'
import type { ListRow } from '../../src/complaint/list-row.ts'
import type { StepName } from '../../src/complaint/lifecycle.ts'
import { Refusal } from '../../src/matter/refusal.ts'
import { filingModal, filingModalAgain, filingModalWithDetails } from '../../src/slack/form/filing.ts'
import { revealModal } from '../../src/slack/form/reveal.ts'
import { emergencyStepModal, stepModal } from '../../src/slack/form/step-modal.ts'
import { attachedMessage } from '../../src/slack/view/attached.ts'
import { complaintCard } from '../../src/slack/view/card.ts'
import { channelDigestMessage, digestMessage } from '../../src/slack/view/digest.ts'
import { emergencyCard } from '../../src/slack/view/emergency-card.ts'
import { emergencyNotice, emergencyPost } from '../../src/slack/view/emergency-notice.ts'
import { filedMessage } from '../../src/slack/view/filed.ts'
import { helpMessage } from '../../src/slack/view/help.ts'
import { homeView } from '../../src/slack/view/home.ts'
import { listMessage } from '../../src/slack/view/list.ts'
import { channelPost, noticeMessage } from '../../src/slack/view/notice.ts'
import { refusalMessage } from '../../src/slack/view/refusal.ts'
import { hiddenMessage, revealedMessage } from '../../src/slack/view/revealed.ts'
import { staleMessage } from '../../src/slack/view/stale.ts'
import { moreSteps, stepsFor } from '../../src/slack/view/step-action.ts'
import { emergencyTopic, topicOf } from '../../src/slack/view/topic.ts'
import { loadingModal, troubleMessage, troubleModal } from '../../src/slack/view/trouble.ts'
import { whyMessage, whyText } from '../../src/slack/view/why.ts'
import type { Language } from '../../src/text/text.ts'
import { aComplaint, after, anEmergency, people, ticked } from '../support/a-complaint.ts'
import { aHouse, aReader, monday } from '../support/a-house.ts'
import { asRead } from '../support/as-read.ts'
import { messageFaults, viewFaults } from '../support/slack-limits.ts'

const noon = aHouse({ now: monday.add({ hours: 2 }) })
const friday = aHouse({ now: monday.add({ hours: 100 }) })
const channel = (language: Language) => aReader(language)

const filed = aComplaint()
const overHoliday = aComplaint({ filed: { receivedAt: '2026-02-13T09:30:00Z' } })
const proposed = aComplaint({ upTo: 'propose' })
const late = ticked(aComplaint({ upTo: 'dispatch' }), friday.now)
const closed = aComplaint({ upTo: 'close' })
const complainedAgain = after(
  aComplaint({ upTo: 'take' }),
  {
    step: 'attach',
    story: '客户再次来电，称退款仍未到账。',
    source: 'phone',
    receivedAt: '2026-03-02T03:00:00Z',
    request: 'feeRefund',
    facts: {},
    complainant: {},
  },
  people.teller,
  noon.now,
)
const takenUpAgain = after(
  closed,
  {
    step: 'reopen',
    receivedAt: '2026-03-02T03:55:00Z',
    newFacts: 'no',
    reason: '客户称退款未到账。',
  },
  people.officer,
  noon.now,
)
const withdrawn = after(
  aComplaint({ upTo: 'take' }),
  {
    step: 'withdraw',
    withdrawnAt: '2026-03-02T03:00:00Z',
    mode: 'phone',
    proof: '录音 20260302-17，网点档案柜',
  },
  people.outletManager,
  noon.now,
)
const notAccepted = after(
  filed,
  {
    step: 'notAccept',
    reason: 'notOurProduct',
    toldBy: people.outletManager,
    toldAt: '2026-03-02T03:00:00Z',
    mode: 'phone',
  },
  people.sqHead,
  noon.now,
)
const pauseAsked = after(
  aComplaint({ upTo: 'take' }),
  {
    step: 'pause',
    pauseCode: 'WAIT_CUSTOMER_DOC',
    until: '2026-03-05T02:00:00Z',
    remark: '客户须补交流水。',
  },
  people.outletManager,
  noon.now,
)
const paused = after(pauseAsked, { step: 'decidePause', decision: 'approve' }, people.officer, noon.now)
const goesOn = after(paused, { step: 'resume', note: '客户已补交材料。' }, people.outletManager, noon.now)
const extensionAsked = after(
  goesOn,
  { step: 'extend', reason: 'severalDepartments' },
  people.outletManager,
  noon.now,
)
const extended = after(
  after(extensionAsked, { step: 'decideExtension', decision: 'approve' }, people.sqHead, noon.now),
  { step: 'tellExtension', toldAt: '2026-03-02T04:00:00Z', mode: 'phone', toldDate: '2026-04-01' },
  people.outletManager,
  noon.now,
)
const solvedOnSpot = after(
  filed,
  {
    step: 'solveOnSpot',
    solvedAt: '2026-03-02T03:00:00Z',
    mode: 'inPerson',
    summary: '当场退费并致歉。',
    response: 'satisfied',
    channelCode: 'A11',
    business: 'B02',
    cause: 'C07',
    outcome: 'fullyMet',
    responsibility: 'none',
    actions: [],
  },
  people.outletManager,
  noon.now,
)
const referred = [
  {
    step: 'refer',
    body: 'hotline12345',
    externalNumber: '12345-20260302-17',
    referredAt: '2026-03-02T03:00:00Z',
    note: '要求书面答复。',
  },
  {
    step: 'refer',
    body: 'nfra',
    externalNumber: 'NFRA-9',
    referredAt: '2026-03-02T03:30:00Z',
    namedDue: '2026-03-09T04:00:00Z',
    note: '要求五日内答复。',
  },
  {
    step: 'answerReferral',
    referral: '12345-20260302-17',
    answeredAt: '2026-03-02T03:40:00Z',
    mode: 'letter',
    summary: '已书面答复。',
  },
  {
    step: 'logAuthority',
    body: 'nfra',
    direction: 'fromThem',
    spokeAt: '2026-03-02T03:45:00Z',
    mode: 'phone',
    note: '询问进展。',
  },
  {
    step: 'reportLeak',
    body: 'pbc',
    reportAt: '2026-03-02T03:50:00Z',
    note: '已报告。',
  },
].reduce(
  (complaint, command) => after(complaint, command as Parameters<typeof after>[1], people.officer, noon.now),
  aComplaint({
    upTo: 'take',
    filed: { facts: { dataLeak: 3 } },
    triage: { level: 'L2', levelReason: '信息泄露' },
  }),
)
const cared = [
  {
    step: 'care',
    vulnerability: ['elderly'],
    mode: 'inPerson',
    helper: '女儿陪同',
    reviewOn: '2026-03-16',
  },
  { step: 'authorise', capacity: 'heir', authorityKind: '继承证明', fileReference: '网点档案柜 17 号' },
  {
    step: 'mediate',
    mediator: '某市银行业调解中心',
    offeredAt: '2026-03-02T03:00:00Z',
    answer: 'accepted',
    meetsOn: '2026-03-10',
  },
].reduce(
  (complaint, command) =>
    after(complaint, command as Parameters<typeof after>[1], people.outletManager, noon.now),
  aComplaint({ upTo: 'take', filed: { onBehalf: true } }),
)
const reviewAsked = after(
  aComplaint({ upTo: 'close' }),
  { step: 'askReview', askedAt: '2026-03-02T03:55:00Z', reason: '客户不认可处理决定。' },
  people.officer,
  noon.now,
)
const repeated = aComplaint({
  filed: { repeatOf: { ...earlierOf(closed), first: closed.id, count: 1 } },
})
const levelOne = aComplaint({
  filed: {
    facts: { complainants: 30, mediaPublished: 1 },
    amount: 60_000,
    respondents: ['p-zou-ping'],
    vulnerability: ['elderly'],
    onBehalf: true,
  },
})

const instructed = anEmergency(
  {
    step: 'instruct',
    from: '总行服务品质管理部 江文涛',
    givenAt: '2026-03-02T01:59:00Z',
    wording: '立即成立小组，两小时内报告。',
  },
  {
    step: 'situation',
    facts: '约三十人在网点门前。',
    measures: '已安排接待室并加派人手。',
    media: '本地媒体已致电。',
    nextUpdate: '2026-03-02T04:00:00Z',
  },
)

const row: ListRow = {
  id: filed.id,
  number: filed.number,
  level: 'L2',
  status: 'in_progress',
  outlet: filed.outlet,
  owner: people.outletManager,
  nextDue: '2026-03-02T06:00:00Z',
  nextClock: 'investigate',
  statutoryDue: '2026-03-17T15:59:59Z',
  overdue: true,
  receivedAt: filed.receivedAt,
}
const dayList = { day: '2026-03-02', overdue: [row], dueToday: [{ ...row, overdue: false }], open: [] }

/** Every message, drawn for whoever gets it. */
const messages = {
  'card of a filed complaint, for its filer': (l: Language) =>
    complaintCard(filed, aReader(l, people.teller), noon),
  'card of a level-1 complaint, for the service quality head': (l: Language) =>
    complaintCard(levelOne, aReader(l, people.sqHead), noon),
  'card awaiting approval, for the approver': (l: Language) =>
    complaintCard(proposed, aReader(l, people.unitHead), noon),
  'card awaiting approval, for a channel': (l: Language) => complaintCard(proposed, channel(l), noon),
  'card of a closed complaint, for an auditor': (l: Language) =>
    complaintCard(closed, aReader(l, people.auditor), noon),
  'card of a complaint whose customer came back, for its handler': (l: Language) =>
    complaintCard(complainedAgain, aReader(l, people.outletManager), noon),
  'card of a reopened complaint, for its handler': (l: Language) =>
    complaintCard(takenUpAgain, aReader(l, people.outletManager), noon),
  'card of a withdrawn complaint, for the officer': (l: Language) =>
    complaintCard(withdrawn, aReader(l, people.officer), noon),
  'card of a complaint that was not accepted, for its filer': (l: Language) =>
    complaintCard(notAccepted, aReader(l, people.teller), noon),
  'card of a repeat, for the officer': (l: Language) =>
    complaintCard(repeated, aReader(l, people.officer), noon),
  'card of a repeat, for a channel': (l: Language) => complaintCard(repeated, channel(l), noon),
  'card of a complaint solved on the spot': (l: Language) =>
    complaintCard(solvedOnSpot, aReader(l, people.outletManager), noon),
  'card of a complaint that authorities took up, for the officer': (l: Language) =>
    complaintCard(referred, aReader(l, people.officer), noon),
  'card of an heir under special care in mediation, for its handler': (l: Language) =>
    complaintCard(cared, aReader(l, people.outletManager), noon),
  'card of a complaint under higher-level review, for the head': (l: Language) =>
    complaintCard(reviewAsked, aReader(l, people.sqHead), noon),
  'list of more steps': (l: Language) => ({
    text: '-',
    blocks: moreSteps(
      referred,
      stepsFor(referred, aReader(l, people.officer), noon),
      aReader(l, people.officer),
    ),
  }),
  'leak told to the head': (l: Language) =>
    noticeMessage({ code: 'leak-report-wanted' }, referred, aReader(l, people.sqHead), noon),
  'referral told to the handler': (l: Language) =>
    noticeMessage(
      { code: 'referred', by: people.officer, reason: 'nfra', remark: '要求五日内答复。' },
      referred,
      aReader(l, people.outletManager),
      noon,
    ),
  'overdue answer to an authority': (l: Language) =>
    noticeMessage(
      { code: 'overdue', clock: 'referral', rung: 0, due: '2026-03-09T04:00:00Z' },
      referred,
      aReader(l, people.officer),
      aHouse({ now: monday.add({ hours: 24 * 8 }) }),
    ),
  'result of a higher-level review': (l: Language) =>
    noticeMessage(
      { code: 'higher-review-decided', by: people.sqHead, reason: 'returned', remark: '须重新核实。' },
      reviewAsked,
      aReader(l, people.outletManager),
      noon,
    ),
  'due times of a complaint that authorities took up': (l: Language) =>
    whyMessage(referred, aReader(l, people.officer), noon),
  'card of a paused complaint, for its handler': (l: Language) =>
    complaintCard(paused, aReader(l, people.outletManager), noon),
  'card of an extended complaint, for its handler': (l: Language) =>
    complaintCard(extended, aReader(l, people.outletManager), noon),
  'pause asked for, told to the officer': (l: Language) =>
    noticeMessage(
      {
        code: 'pause-wanted',
        by: people.outletManager,
        reason: 'WAIT_CUSTOMER_DOC',
        due: '2026-03-05T02:00:00Z',
        remark: '客户须补交流水。',
      },
      pauseAsked,
      aReader(l, people.officer),
      noon,
    ),
  'extension asked for, told to the head': (l: Language) =>
    noticeMessage(
      { code: 'extension-wanted', by: people.outletManager, reason: 'severalDepartments', count: 30 },
      extensionAsked,
      aReader(l, people.sqHead),
      noon,
    ),
  'pause that is over': (l: Language) =>
    noticeMessage(
      { code: 'resumed', reason: 'WAIT_CUSTOMER_DOC' },
      goesOn,
      aReader(l, people.outletManager),
      noon,
    ),
  'due times of a paused complaint': (l: Language) => whyMessage(paused, aReader(l, people.officer), noon),
  'due times of an extended complaint': (l: Language) =>
    whyMessage(extended, aReader(l, people.officer), noon),
  'customer came back, told to the handler': (l: Language) =>
    noticeMessage(
      { code: 'customer-again', by: people.teller, count: 1 },
      complainedAgain,
      aReader(l, people.outletManager),
      noon,
    ),
  'facts of a graver level, told to the officer': (l: Language) =>
    noticeMessage({ code: 'graver-facts', reason: 'L2' }, complainedAgain, aReader(l, people.officer), noon),
  'level raised by the third repeat': (l: Language) =>
    noticeMessage(
      { code: 'level-raised', count: 3 },
      { ...complainedAgain, level: 'L2', levelReasons: ['repeated', 'repeat:3'] },
      aReader(l, people.sqHead),
      noon,
    ),
  'reopened, told to the filer': (l: Language) =>
    noticeMessage(
      { code: 'reopened', by: people.officer, remark: '客户称退款未到账。' },
      takenUpAgain,
      aReader(l, people.teller),
      noon,
    ),
  'answer that it was added to a complaint': (l: Language) =>
    attachedMessage(
      { complaint: complainedAgain, reopened: false, maySee: true, already: false, masked: ['phone'] },
      aReader(l, people.officer),
      noon,
    ),
  'answer that it was added to a complaint elsewhere': (l: Language) =>
    attachedMessage(
      { complaint: complainedAgain, reopened: false, maySee: false, already: false, masked: [] },
      aReader(l, people.teller),
      noon,
    ),
  'answer that a complaint is reopened by it': (l: Language) =>
    attachedMessage(
      { complaint: takenUpAgain, reopened: true, maySee: true, already: false, masked: [] },
      aReader(l, people.officer),
      noon,
    ),
  'card of an emergency, for the service quality head': (l: Language) =>
    emergencyCard(instructed, aReader(l, people.sqHead), noon),
  'private confirmation of a filing': (l: Language) =>
    filedMessage(filed, ['phone', 'card', 'phone'], aReader(l, people.teller), aHouse()),
  'overdue notice that came late because of us': (l: Language) =>
    noticeMessage(
      { code: 'overdue', clock: 'take', rung: 1, due: '2026-03-02T06:20:00Z', lateSeconds: 900 },
      late,
      aReader(l, people.outletManager),
      friday,
    ),
  'level 1 proposed': (l: Language) =>
    noticeMessage(
      { code: 'level-1-proposed', by: people.teller },
      levelOne,
      aReader(l, people.officer),
      aHouse(),
    ),
  'news to the filer that it was taken over': (l: Language) =>
    noticeMessage(
      { code: 'taken', by: people.outletManager },
      aComplaint({ upTo: 'take' }),
      aReader(l, people.teller),
      noon,
    ),
  'why somebody was brought into the channel': (l: Language) =>
    noticeMessage(
      { code: 'joined', reason: 'rung3' },
      { ...late, channel: { id: 'C0SAMPLE', name: 'c-2026-00123' } },
      aReader(l, people.officer),
      friday,
    ),
  'escalation by the clock, told to the head': (l: Language) =>
    noticeMessage(
      { code: 'escalated', rung: 3, reason: 'overdue:take' },
      late,
      aReader(l, people.sqHead),
      friday,
    ),
  'solution sent back with a remark': (l: Language) =>
    noticeMessage(
      { code: 'sent-back', by: people.unitHead, remark: '请补充依据。\n金额需核对。' },
      aComplaint({ upTo: 'investigate' }),
      aReader(l, people.outletManager),
      noon,
    ),
  'escalation by the clock, in the channel': (l: Language) =>
    channelPost({ code: 'escalated', rung: 3, reason: 'overdue:take' }, late, channel(l), friday),
  'escalation by hand, in the channel': (l: Language) =>
    channelPost(
      {
        code: 'escalated',
        rung: 3,
        by: people.unitHead,
        reason: 'outletCannotSolve',
        remark: '需要信用卡部协助',
      },
      late,
      channel(l),
      friday,
    ),
  'part in an emergency group': (l: Language) =>
    emergencyNotice(
      { code: 'emergency-member', role: 'leader' },
      anEmergency(),
      aReader(l, people.director),
      noon,
    ),
  'emergency brief': (l: Language) =>
    emergencyPost({ code: 'emergency-brief' }, anEmergency(), channel(l), noon),
  'situation report in the channel': (l: Language) =>
    emergencyPost(
      { code: 'situation', by: people.officer, remark: '约三十人在网点门前。', due: '2026-03-02T04:00:00Z' },
      instructed,
      channel(l),
      noon,
    ),
  'due times over Spring Festival': (l: Language) =>
    whyMessage(overHoliday, aReader(l, people.officer), aHouse()),
  'due times of a closed complaint': (l: Language) => whyMessage(closed, aReader(l, people.officer), noon),
  'my list with pages': (l: Language) =>
    listMessage(
      { kind: 'mine', rows: [row], total: 41, previous: 'p1', next: 'p3' },
      aReader(l, people.outletManager),
      noon,
    ),
  'empty search': (l: Language) =>
    listMessage({ kind: 'search', rows: [], total: 0 }, aReader(l, people.teller), noon),
  'daily digest': (l: Language) => digestMessage(dayList, aReader(l, people.outletManager), aHouse()),
  'digest of the service quality channel': (l: Language) =>
    channelDigestMessage('branch-moumou', dayList, channel(l), aHouse()),
  'help after an unknown word': (l: Language) => helpMessage(l, { said: 'shwo <!channel>', nearest: 'show' }),
  'stale button': (l: Language) =>
    staleMessage(
      '—',
      { type: 'taken', at: '2026-03-02T02:30:00Z', by: people.outletManager },
      aComplaint({ upTo: 'take' }),
      aReader(l, people.officer),
      noon,
    ),
  'nothing was saved': (l: Language) => troubleMessage('7F3A', l),
  'clear value': (l: Language) =>
    revealedMessage({ field: 'phone', value: '(invented value)', number: filed.number, seconds: 60 }, l),
  'clear value hidden again': (l: Language) => hiddenMessage(l),
  'refusal of somebody complained about': (l: Language) =>
    refusalMessage(
      new Refusal('recused', { person: 'p-zou-ping', next: people.outletManager }),
      levelOne,
      aReader(l, people.officer),
      noon,
    ),
  'refusal of a step whose time is over': (l: Language) =>
    refusalMessage(new Refusal('not-now'), proposed, aReader(l, people.officer), noon),
}

const stepCases: Record<Exclude<StepName, 'take'>, Parameters<typeof aComplaint>[0]> = {
  triage: {},
  dispatch: { upTo: 'triage' },
  sendBack: { upTo: 'dispatch' },
  contact: { upTo: 'take' },
  investigate: { upTo: 'contact' },
  propose: { upTo: 'investigate' },
  approve: { upTo: 'propose' },
  reply: { upTo: 'approve' },
  followUp: { upTo: 'reply' },
  close: { upTo: 'followUp' },
  reopen: { upTo: 'close' },
  withdraw: { upTo: 'take' },
  notAccept: {},
  merge: {},
  addChild: {},
  solveOnSpot: {},
  refer: { upTo: 'take' },
  answerReferral: { upTo: 'take' },
  logAuthority: { upTo: 'take' },
  reportLeak: {
    upTo: 'take',
    filed: { facts: { dataLeak: 3 } },
    triage: { level: 'L2', levelReason: '信息泄露' },
  },
  askReview: { upTo: 'reply' },
  decideReview: { upTo: 'reply' },
  mediate: { upTo: 'take' },
  endMediation: { upTo: 'take' },
  care: { upTo: 'take' },
  authorise: { upTo: 'take', filed: { onBehalf: true } },
  pause: { upTo: 'take' },
  decidePause: { upTo: 'take' },
  resume: { upTo: 'take' },
  extend: { upTo: 'take' },
  decideExtension: { upTo: 'take' },
  tellExtension: { upTo: 'take' },
  reportUp: { upTo: 'triage', triage: { level: 'L2', levelReason: '客户情绪激动' } },
  relevel: { upTo: 'take' },
  escalate: { upTo: 'take' },
  seen: { upTo: 'dispatch' },
}

const desk = {
  toAct: [row],
  toApprove: [],
  dueNext: [row],
  filed: [row],
  board: { open: 12, overdue: 1, dueToday: 3, level1: 0 },
}

/** Every modal and App Home. */
const views = {
  'filing form, short': (l: Language) =>
    filingModal({ id: filed.id, form: 'f' }, aReader(l, people.teller), aHouse()),
  'filing form with details': (l: Language) =>
    filingModalWithDetails(
      { id: filed.id, form: 'f', initial: { story: '排队过久', facts: { wideImpact: 1, complainants: 3 } } },
      aReader(l, people.teller),
      aHouse(),
    ),
  'filing form of a customer who complained before': (l: Language) =>
    filingModalAgain(
      { id: 'another', form: 'f', initial: { story: '退款仍未到账' } },
      [
        { complaint: complainedAgain, maySee: true, answers: ['attach'] },
        { complaint: { ...closed, id: 'c' }, maySee: true, answers: ['reopen', 'reopenNew', 'repeat'] },
        { complaint: { ...closed, id: 'h' }, maySee: false, answers: ['repeat'] },
      ],
      aReader(l, people.officer),
      noon,
    ),
  ...Object.fromEntries(
    Object.entries(stepCases).map(([step, wanted]) => [
      `form of ${step}`,
      (l: Language) => stepModal(step as StepName, 'f', aComplaint(wanted), aReader(l, people.officer), noon),
    ]),
  ),
  ...Object.fromEntries(
    (['instruct', 'appoint', 'situation', 'standDown'] as const).map((step) => [
      `form of ${step} in an emergency`,
      (l: Language) => emergencyStepModal(step, 'f', anEmergency(), aReader(l, people.sqHead), noon),
    ]),
  ),
  'form of answerReferral with one open': (l: Language) =>
    stepModal('answerReferral', 'f', referred, aReader(l, people.officer), noon),
  'form before clear data': (l: Language) => revealModal('f', filed, aReader(l, people.sqHead), noon),
  'form before clear data where nothing is kept': (l: Language) =>
    revealModal(
      'f',
      aComplaint({ filed: { anonymous: true, complainant: {} } }),
      aReader(l, people.sqHead),
      noon,
    ),
  'App Home of service quality': (l: Language) => homeView(desk, aReader(l, people.officer), noon),
  'modal while loading': loadingModal,
  'modal where nothing was saved': (l: Language) => troubleModal('7F3A', l),
}

describe.each(['en', 'zh-CN'] as const)('in %s', (language) => {
  test.for(Object.entries(messages))(
    '%s reads as in its snapshot, and Slack takes it',
    async ([name, draw]) => {
      const drawn = draw(language)
      expect(messageFaults(drawn)).toEqual([])
      await expect(`(${drawn.text})\n\n${asRead(drawn.blocks)}\n`).toMatchFileSnapshot(
        snapshotOf(name, language),
      )
    },
  )

  test.for(Object.entries(views))('%s reads as in its snapshot, and Slack takes it', async ([name, draw]) => {
    const view = draw(language)
    expect(viewFaults(view)).toEqual([])
    const frame =
      view.type === 'modal'
        ? `${view.title.text} · ${view.submit?.text ?? '-'} · ${view.close?.text ?? '-'}\n\n`
        : ''
    await expect(`${frame}${asRead(view.blocks)}\n`).toMatchFileSnapshot(snapshotOf(name, language))
  })

  test('due times in plain lines and topics read as in their snapshot', async () => {
    const lines = [
      whyText(overHoliday, aReader(language, people.officer), aHouse()),
      topicOf(late, language, friday),
      topicOf(closed, language, friday),
      emergencyTopic(instructed, language, noon),
    ]
    await expect(`${lines.join('\n\n')}\n`).toMatchFileSnapshot(snapshotOf('plain lines', language))
  })
})

function snapshotOf(name: string, language: Language): string {
  return `./snapshots/${language}/${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.txt`
}
