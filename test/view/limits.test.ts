import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Complaint } from '../../src/complaint/complaint.ts'
import type { ListRow } from '../../src/complaint/list-row.ts'
import { earlierOf } from '../../src/complaint/earlier.ts'
import { type StepName, statuses, stepNames } from '../../src/complaint/lifecycle.ts'
import { emergencySteps } from '../../src/emergency/lifecycle.ts'
import { type NoticeCode, noticeCodes } from '../../src/matter/effect.ts'
import { createOrganisation } from '../../src/organisation/create.ts'
import { agains } from '../../src/complaint/again.ts'
import { filingModalAgain, filingModalWithDetails } from '../../src/slack/form/filing.ts'
import { emergencyStepModal, stepModal } from '../../src/slack/form/step-modal.ts'
import { complaintCard } from '../../src/slack/view/card.ts'
import { digestMessage } from '../../src/slack/view/digest.ts'
import { emergencyCard } from '../../src/slack/view/emergency-card.ts'
import { emergencyNotice } from '../../src/slack/view/emergency-notice.ts'
import { attachedMessage } from '../../src/slack/view/attached.ts'
import { filedMessage } from '../../src/slack/view/filed.ts'
import { homeView } from '../../src/slack/view/home.ts'
import { listMessage } from '../../src/slack/view/list.ts'
import { escapeMrkdwn, inline, quote } from '../../src/slack/view/mrkdwn.ts'
import { noticeMessage } from '../../src/slack/view/notice.ts'
import { topicOf } from '../../src/slack/view/topic.ts'
import { whyMessage } from '../../src/slack/view/why.ts'
import { aComplaint, anEmergency, people } from '../support/a-complaint.ts'
import { aHouse, aReader, monday, sampleOrganisation } from '../support/a-house.ts'
import { messageFaults, viewFaults } from '../support/slack-limits.ts'

const house = aHouse({ now: monday.add({ hours: 500 }) })
/** The worst free text: long, full of signs that grow when escaped, broadcasts, line breaks, emoji. */
const worst = '<!channel> & <@U1> @here 张三\n😀>'.repeat(300).slice(0, 3000)

/** A complaint with the longest text in every place that people write in, in every status. */
function longest(status: Complaint['status']): Complaint {
  const at = '2026-03-02T02:00:00.000Z'
  const by = people.outletManager
  const full = aComplaint({ upTo: 'close' })
  return {
    ...full,
    status,
    vulnerability: ['elderly', 'ill', 'language'],
    respondents: ['p-zou-ping', 'p-su-he'],
    amount: 2_000_000,
    story: worst,
    product: worst,
    externalNumber: worst.slice(0, 150),
    levelReasons: ['manyComplainants', 'published', worst, worst],
    offeredTo: by,
    contacts: Array.from({ length: 30 }, () => ({
      at,
      by,
      mode: 'phone',
      reached: true,
      words: worst,
      promise: worst,
      promiseUntil: at,
    })),
    findings: { by, at, facts: worst, evidence: worst, cause: 'C07', fault: 'yes' },
    plan: {
      by,
      at,
      solution: worst,
      basis: worst,
      script: worst,
      compensation: 'feeRefund',
      amount: 123_456_789.12,
    },
    approval: { by, at, conditions: worst },
    repeatOf: { ...earlierOf(full), first: 'f', count: 3 },
    ending: { kind: 'withdrawn', by, at, withdrawnAt: at, mode: 'phone', proof: worst.slice(0, 150) },
    repeats: 12,
    additions: Array.from({ length: 12 }, () => ({
      by,
      at,
      receivedAt: at,
      source: 'phone',
      story: worst,
      request: 'feeRefund',
    })),
    reopenings: Array.from({ length: 12 }, () => ({
      by,
      at,
      receivedAt: at,
      reason: worst,
      newFacts: false,
      statutory: 'met',
      closing: { by, at, closeType: 'normal', outcome: 'fullyMet', responsibility: 'none', actions: [] },
    })),
    escalation: { at, rung: 6, reason: 'overdue:investigate' },
    emergency: 'e',
    clocks: full.clocks.map(({ stoppedAt: _stopped, ...run }) => ({ ...run, called: [by] })),
  }
}

const emergency = anEmergency(
  { step: 'instruct', from: worst.slice(0, 150), givenAt: '2026-03-02T01:59:00Z', wording: worst },
  { step: 'situation', facts: worst, measures: worst, media: worst, nextUpdate: '2026-03-02T04:00:00Z' },
  ...Array.from({ length: 12 }, () => ({
    step: 'assignTask' as const,
    work: worst.slice(0, 500),
    taskOwner: people.unitHead,
    taskDue: '2026-03-02T04:00:00Z',
  })),
  ...Array.from({ length: 3 }, () => ({
    step: 'recordDecision' as const,
    resolved: worst,
    decidedBy: people.director,
    decidedAt: '2026-03-02T01:59:00Z',
  })),
  ...(['logMedia', 'logRegulator'] as const).map((step) => ({
    ...(step === 'logMedia'
      ? { step, medium: worst.slice(0, 150) }
      : { step, authority: worst.slice(0, 150) }),
    spokenAt: '2026-03-02T01:59:00Z',
    utterance: worst,
    speaker: people.director,
    reference: worst.slice(0, 150),
  })),
  {
    step: 'writtenReport',
    reportedTo: ['committee', 'headOffice'],
    reportedAt: '2026-03-02T01:59:00Z',
    facts: worst,
    impact: worst,
    measures: worst,
    file: worst.slice(0, 150),
  },
  { step: 'putToVote', handlingPlan: worst },
)

const row: ListRow = {
  id: '0195f0a0-0000-7000-8000-000000000123',
  number: '2026-00123',
  level: 'L1',
  status: 'awaiting_approval',
  outlet: 'outlet-renmin-road',
  owner: people.outletManager,
  nextDue: '2026-03-02T06:00:00Z',
  nextClock: 'investigate',
  statutoryDue: '2026-03-17T15:59:59Z',
  overdue: true,
  receivedAt: '2026-03-02T01:00:00Z',
}
const rows = Array.from({ length: 300 }, () => row)

describe.each(['en', 'zh-CN'] as const)('with the longest texts, in %s, Slack takes', (language) => {
  const readers = [
    aReader(language),
    aReader(language, people.officer),
    aReader(language, people.outletManager),
    aReader(language, people.sqHead),
  ]

  test.for(statuses)('every card of a complaint that is %s, and its due times', (status) => {
    for (const reader of readers) {
      expect(messageFaults(complaintCard(longest(status), reader, house))).toEqual([])
      expect(messageFaults(whyMessage(longest(status), reader, house))).toEqual([])
    }
    expect(topicOf(longest(status), language, house).length).toBeLessThanOrEqual(250)
  })

  test.for(noticeCodes)('the notice "%s", of a complaint and of an emergency', (code: NoticeCode) => {
    const notice = {
      code,
      clock: 'investigate',
      rung: 6,
      due: '2026-03-02T06:00:00Z',
      by: people.officer,
      person: people.teller,
      role: 'leader',
      reason: worst,
      remark: worst,
      lateSeconds: 86_400,
      count: 12,
    }
    for (const reader of readers) {
      const ofComplaint = noticeMessage(notice, longest('in_progress'), reader, house)
      const ofEmergency = emergencyNotice(notice, emergency, reader, house)
      expect([...messageFaults(ofComplaint), ...messageFaults(ofEmergency)]).toEqual([])
      expect(JSON.stringify([ofComplaint, ofEmergency])).not.toContain('undefined')
    }
  })

  test('the filing form of a customer who complained before, and its answer', () => {
    const [reader = aReader(language)] = readers
    const filing = { id: 'x', form: 'f', initial: { story: worst } }
    const each = longest('closed')
    const cases = [true, false, true].map((maySee, at) => ({
      complaint: { ...each, id: `${each.id}${at}` },
      maySee,
      answers: agains.slice(1),
    }))
    expect(viewFaults(filingModalAgain(filing, cases, reader, house))).toEqual([])
    for (const reopened of [true, false]) {
      const facts = { complaint: longest('in_progress'), reopened, maySee: true, already: true }
      const masked = ['phone', 'card', 'secret', 'known', 'email', 'idNumber'] as const
      expect(messageFaults(attachedMessage({ ...facts, masked }, reader, house))).toEqual([])
    }
  })

  test('the card of an emergency, the confirmation, lists, digests and the App Home', () => {
    const [channel = aReader(language)] = readers
    expect(messageFaults(emergencyCard(emergency, channel, house))).toEqual([])
    expect(
      messageFaults(
        filedMessage(
          longest('received'),
          ['phone', 'card', 'secret', 'known', 'email', 'idNumber'],
          channel,
          house,
        ),
      ),
    ).toEqual([])
    expect(messageFaults(listMessage({ kind: 'list', rows, total: 300, next: 'n' }, channel, house))).toEqual(
      [],
    )
    expect(
      messageFaults(
        digestMessage({ day: '2026-03-02', overdue: rows, dueToday: rows, open: rows }, channel, house),
      ),
    ).toEqual([])
    expect(
      viewFaults(homeView({ toAct: rows, toApprove: rows, dueNext: rows, filed: rows }, channel, house)),
    ).toEqual([])
  })

  test.for(stepNames.filter((step) => step !== 'take'))('the form of %s', (step: StepName) => {
    expect(
      viewFaults(stepModal(step, 'f', longest('in_progress'), aReader(language, people.officer), house)),
    ).toEqual([])
  })

  test.for(emergencySteps)('the form of %s in an emergency', (step) => {
    expect(
      viewFaults(emergencyStepModal(step, 'f', emergency, aReader(language, people.sqHead), house)),
    ).toEqual([])
  })

  test('the filing form of a branch with 450 outlets, one of them under a sub-branch of 150', () => {
    const { document } = sampleOrganisation
    const outlets = Array.from({ length: 450 }, (_, at) => ({
      id: `outlet-${at}`,
      name: { zh: `示例网点${at}`, en: `Example outlet ${at}` },
      level: 'OUTLET' as const,
      parent:
        at < 150
          ? 'subbranch-lakeside'
          : (['subbranch-renmin-road', 'subbranch-old-town', 'branch-moumou', 'branch-moumou'][at % 4] ??
            'branch-moumou'),
    }))
    const organisation = createOrganisation({ ...document, units: [...document.units, ...outlets] })
    const view = filingModalWithDetails(
      { id: 'x', form: 'f', initial: { story: worst } },
      aReader(language, people.teller),
      { ...house, organisation },
    )
    expect(viewFaults(view)).toEqual([])
    for (const { id } of outlets) expect(JSON.stringify(view)).toContain(`"${id}"`)
  })
})

describe('a free text', () => {
  const nasty = fc.string({
    unit: fc.constantFrom(
      '<',
      '>',
      '&',
      '@',
      '#',
      '!',
      'here',
      'channel',
      'U0123',
      '|',
      '\n',
      '张',
      '😀',
      ' ',
      'a',
    ),
    maxLength: 400,
  })

  test('can never mention, link or broadcast', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const shown = escapeMrkdwn(text)
        expect(shown).not.toMatch(/[<>]|[@#](here|channel|everyone|\w)/)
      }),
    )
  })

  test('is never cut inside an escape, and never longer than asked', () => {
    fc.assert(
      fc.property(nasty, fc.integer({ min: 10, max: 200 }), (text, most) => {
        const line = inline(text, most)
        expect(line.length).toBeLessThanOrEqual(most)
        expect(line.replace(/&(amp|lt|gt);/g, '')).not.toContain('&')
        expect(
          quote(text, most)
            .split('\n')
            .every((each) => each.startsWith('> ')),
        ).toBe(true)
      }),
    )
  })
})
