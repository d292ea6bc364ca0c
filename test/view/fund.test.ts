import { describe, expect, test } from 'vitest'
import { fundForms } from '../../src/fund/form.ts'
import type { Fund } from '../../src/fund/fund.ts'
import { noticeCodes } from '../../src/matter/effect.ts'
import { maskPayee } from '../../src/slack/mask-payee.ts'
import {
  type FundFormStep,
  fundModal,
  requestForm,
  requestStepForm,
  voteForm,
} from '../../src/slack/form/fund-modal.ts'
import { complaintCard } from '../../src/slack/view/card.ts'
import { ballotCard } from '../../src/slack/view/fund-ballot-card.ts'
import { fundCard } from '../../src/slack/view/fund-card.ts'
import { ledgerMessage } from '../../src/slack/view/fund-ledger.ts'
import { fundNotice } from '../../src/slack/view/fund-notice.ts'
import { requestCard } from '../../src/slack/view/fund-request-card.ts'
import { homeView } from '../../src/slack/view/home.ts'
import { barOf } from '../../src/slack/view/money.ts'
import { type Language, textFor } from '../../src/text/text.ts'
import { aComplaint } from '../support/a-complaint.ts'
import { aHouse, aReader, monday } from '../support/a-house.ts'
import { asRead } from '../support/as-read.ts'
import {
  approved,
  asked,
  asking,
  electors,
  finance,
  openFund,
  paying,
  proposed,
  returning,
  settling,
  votes,
  yuan,
} from '../support/fund.ts'
import { givenFund } from '../support/given.ts'
import { who } from '../support/rulebook.ts'
import { messageFaults, viewFaults } from '../support/slack-limits.ts'

const noon = aHouse({ now: monday.add({ hours: 5 }) })

/** Asked, approved, paid, settled with something left over, which came back in part. */
const lived: Fund = openFund(
  yuan(1_000),
  asked(yuan(450)),
  approved(),
  [finance.liaison, paying(1, { paidAt: '2026-03-02T03:25:00Z' })],
  [who.outletManager, settling(yuan(300))],
  [finance.liaison, returning(yuan(100))],
  asked(yuan(500)),
  approved(2),
  asked(yuan(100)),
).state
const large: Fund = openFund(
  yuan(50_000),
  [who.officer, asking(yuan(20_000))],
  ...votes(2, 'yes', electors.slice(0, 3)),
  [electors[3] ?? '', { step: 'vote', ballot: 2, voice: 'no', remark: '样例：金额偏高。' }],
).state
const begun: Fund = givenFund(proposed()).state

function requestIn(fund: Fund, no: number) {
  const request = fund.requests.find((each) => each.no === no)
  if (!request) throw new Error(`This fund has no request ${no}.`)
  return request
}

function ballotIn(fund: Fund, no: number) {
  const ballot = fund.ballots.find((each) => each.no === no)
  if (!ballot) throw new Error(`This fund has no vote ${no}.`)
  return ballot
}

const uses = lived.requests.map(({ no, number, status, amount, by, at }) => ({
  fund: lived.id,
  request: no,
  number,
  status,
  amount,
  by,
  at,
}))

const messages = {
  'fund card over 80 percent, for the head': (l: Language) => fundCard(lived, aReader(l, who.sqHead), noon),
  'fund card before its first budget, for a member': (l: Language) =>
    fundCard(begun, aReader(l, who.director), noon),
  'fund card, for an outlet manager': (l: Language) => fundCard(lived, aReader(l, who.outletManager), noon),
  'request waiting for its approver': (l: Language) =>
    requestCard(lived, requestIn(lived, 3), aReader(l, who.unitHead), noon),
  'request waiting, for its requester': (l: Language) =>
    requestCard(lived, requestIn(lived, 3), aReader(l, who.outletManager), noon),
  'request with money still out, for finance': (l: Language) =>
    requestCard(lived, requestIn(lived, 1), aReader(l, finance.liaison), noon),
  'vote on a large use, for a member': (l: Language) =>
    ballotCard(large, ballotIn(large, 2), aReader(l, electors[7]), noon),
  'vote on a large use, for the head': (l: Language) =>
    ballotCard(large, ballotIn(large, 2), aReader(l, who.sqHead), noon),
  'ledger of the fund': (l: Language) => ledgerMessage(lived, 0, aReader(l, finance.liaison)),
  'vote wanted, told to a member': (l: Language) =>
    fundNotice(
      {
        code: 'fund-vote-wanted',
        by: who.officer,
        request: 'F2026-001',
        amount: yuan(20_000),
        due: '2026-03-05T02:00:00Z',
      },
      large,
      aReader(l, electors[7]),
      noon,
    ),
  'payment wanted, told to finance': (l: Language) =>
    fundNotice(
      {
        code: 'fund-pay-wanted',
        by: who.outletManager,
        request: 'F2026-002',
        amount: yuan(500),
        due: '2026-03-05T02:00:00Z',
      },
      lived,
      aReader(l, finance.liaison),
      noon,
    ),
  'fund warning, told to the head': (l: Language) =>
    fundNotice({ code: 'fund-warning', amount: yuan(900) }, lived, aReader(l, who.sqHead), noon),
  'complaint with money asked for': (l: Language) =>
    complaintCard(aComplaint({ upTo: 'take' }), aReader(l, who.outletManager), {
      ...noon,
      money: { uses, fund: lived },
    }),
}

const views = {
  'form that asks for money': (l: Language) => {
    const reader = aReader(l, who.outletManager)
    const { likeUses } = requestIn(lived, 3)
    const form = requestForm(lived, aComplaint({ upTo: 'propose' }), likeUses, reader, noon)
    return fundModal(form, 'f', reader, noon)
  },
  ...Object.fromEntries(
    (['resubmit', 'sendBack', 'refuse', 'withdraw', 'pay', 'settle', 'returnUnused'] as const).map((step) => [
      `form of ${step} in the fund`,
      (l: Language) => onRequest(step, lived, l),
    ]),
  ),
  'form of a vote with a remark': (l: Language) => {
    const reader = aReader(l, electors[7])
    return fundModal(voteForm(large, ballotIn(large, 2), reader), 'f', reader, noon)
  },
  'form of the budget': (l: Language) =>
    fundModal({ step: 'proposeBudget', id: 'branch-moumou', above: [] }, 'f', aReader(l, who.officer), noon),
}

function onRequest(step: FundFormStep, fund: Fund, language: Language) {
  const reader = aReader(language, who.outletManager)
  const request = requestIn(fund, 1)
  return fundModal(
    requestStepForm(step, { fund, request, likeUses: request.likeUses }, reader, noon),
    'f',
    reader,
    noon,
  )
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
    const frame = `${view.title.text} · ${view.submit?.text ?? '-'} · ${view.close?.text ?? '-'}\n\n`
    await expect(`${frame}${asRead(view.blocks)}\n`).toMatchFileSnapshot(snapshotOf(name, language))
  })

  test('with the longest texts and hundreds of requests Slack takes every card, page, notice and form', () => {
    const fund = longest()
    const readers = [who.sqHead, finance.liaison, who.director, who.unitHead].map((each) =>
      aReader(language, each),
    )
    for (const reader of [...readers, aReader(language)]) {
      const drawn = [
        fundCard(fund, reader, noon),
        requestCard(fund, requestIn(fund, 1), reader, noon),
        ballotCard(fund, ballotIn(fund, 1), reader, noon),
        ledgerMessage(fund, 0, reader),
        ledgerMessage(fund, 20, reader),
        ...noticeCodes
          .filter((code) => code.startsWith('fund-'))
          .map((code) => fundNotice({ ...fullNotice, code }, fund, reader, noon)),
        complaintCard(aComplaint({ upTo: 'close' }), reader, { ...noon, money: { uses, fund } }),
      ]
      for (const each of drawn) {
        expect(messageFaults(each)).toEqual([])
        expect(JSON.stringify(each)).not.toContain('undefined')
      }
    }
    const steps = ['resubmit', 'sendBack', 'refuse', 'withdraw', 'pay', 'settle', 'returnUnused'] as const
    for (const step of steps) expect(viewFaults(onRequest(step, fund, language))).toEqual([])
    const waiting = Array.from({ length: 300 }, () => ({
      matter: 'fund' as const,
      id: fund.id,
      text: worst.slice(0, 300),
    }))
    const desk = { toAct: [], toApprove: [], dueNext: [], filed: [], waiting }
    expect(viewFaults(homeView(desk, aReader(language), noon))).toEqual([])
  })

  test('titles and submit buttons of every form of the fund fit, and every button has its words', () => {
    const { fundSteps } = textFor(language)
    for (const step of Object.keys(fundForms)) expect(Object.keys(fundSteps)).toContain(step)
    for (const { title, submit, button } of Object.values(fundSteps)) {
      expect(Math.max(title.length, submit.length)).toBeLessThanOrEqual(24)
      expect(button.length).toBeLessThanOrEqual(30)
    }
  })
})

test('the bar is rounded down: 80 % is never shown before it is reached', () => {
  expect(barOf(79_999, 100_000)).toEqual({ bar: '▓▓▓▓▓▓▓░░░', percent: 79 })
  expect(barOf(80_000, 100_000)).toEqual({ bar: '▓▓▓▓▓▓▓▓░░', percent: 80 })
  expect(barOf(0, 0)).toEqual({ bar: '░░░░░░░░░░', percent: 0 })
  expect(barOf(1, 1)).toEqual({ bar: '▓▓▓▓▓▓▓▓▓▓', percent: 100 })
})

test.each([
  ['样小人', '样*'],
  ['样小人 ****1234', '样* ****1234'],
  ['Sample Person', 'S*** P***'],
  ['样*', '样*'],
])('the payee %s is kept as %s', (typed, kept) => {
  expect(maskPayee(typed)).toBe(kept)
})

const worst = '<!channel> & <@U1> @here 样例\n😀>'.repeat(300).slice(0, 3000)
const fullNotice = {
  clock: 'fundVote',
  due: '2026-03-02T06:00:00Z',
  by: who.officer,
  request: 'F2026-001',
  remark: worst,
  amount: 1_000_000_000_000,
  lateSeconds: 86_400,
}

function many<Item>(item: (no: number) => Item): Item[] {
  return Array.from({ length: 300 }, (_, at) => item(at + 1))
}

/** Everything as long as it can be. */
function longest(): Fund {
  const request = requestIn(lived, 1)
  const ballot = ballotIn(large, 2)
  const at = '2026-03-02T02:00:00.000Z'
  return {
    ...lived,
    proposal: { ...lived.proposal, standard: worst },
    requests: many((no) => ({
      ...request,
      no,
      number: `F2026-${String(no).padStart(3, '0')}`,
      status: 'requested',
      wait: { since: at, marks: [] },
      amount: 1_000_000_000_000,
      purpose: worst,
      payee: worst.slice(0, 150),
      agreement: worst.slice(0, 150),
      fault: 'none',
      likeUses: Array.from({ length: 5 }, () => ({ number: 'F2026-001', amount: 1_000_000_000_000, at })),
      approvers: electors,
      remark: worst,
      returns: Array.from({ length: 30 }, () => ({
        by: finance.head,
        at,
        key: 'k',
        amount: 1,
        reference: worst.slice(0, 150),
      })),
    })),
    ballots: many((no) => ({
      ...ballot,
      no,
      on: no % 2 === 0 ? { kind: 'budget', amount: 1 } : { kind: 'request', request: no },
      votes: electors.map((seat) => ({
        by: seat,
        seat,
        at,
        voice: 'no' as const,
        remark: worst.slice(0, 1000),
      })),
    })),
    ledger: many((no) => ({ at, from: 'available', to: 'reserved', amount: 1_000_000_000, request: no })),
  }
}

function snapshotOf(name: string, language: Language): string {
  return `./snapshots/${language}/${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.txt`
}
