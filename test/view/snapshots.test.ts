import { describe, expect, test } from 'vitest'
import type { ListRow } from '../../src/complaint/list-row.ts'
import type { StepName } from '../../src/complaint/lifecycle.ts'
import { Refusal } from '../../src/matter/refusal.ts'
import { filingModal, filingModalWithDetails } from '../../src/slack/form/filing.ts'
import { revealModal } from '../../src/slack/form/reveal.ts'
import { emergencyStepModal, stepModal } from '../../src/slack/form/step-modal.ts'
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
import { emergencyTopic, topicOf } from '../../src/slack/view/topic.ts'
import { loadingModal, troubleMessage, troubleModal } from '../../src/slack/view/trouble.ts'
import { whyMessage, whyText } from '../../src/slack/view/why.ts'
import type { Language } from '../../src/text/text.ts'
import { aComplaint, anEmergency, people, ticked } from '../support/a-complaint.ts'
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
