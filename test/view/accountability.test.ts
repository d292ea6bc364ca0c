import { describe, expect, test } from 'vitest'
import type { Action } from '../../src/action/action.ts'
import { actionSteps } from '../../src/action/lifecycle.ts'
import { actionForms, beginActionFields } from '../../src/action/form.ts'
import { type Notice, type NoticeCode, noticeCodes } from '../../src/matter/effect.ts'
import type { Field } from '../../src/matter/field.ts'
import { Refusal } from '../../src/matter/refusal.ts'
import { caseSteps } from '../../src/review/allowed.ts'
import { conveneFields, reviewForms } from '../../src/review/form.ts'
import { reviewSteps } from '../../src/review/lifecycle.ts'
import type { Review, ReviewCase } from '../../src/review/review.ts'
import { actionStepModal, beginActionModal } from '../../src/slack/form/action-modal.ts'
import { fieldWords } from '../../src/slack/form/inputs.ts'
import { refusalField } from '../../src/slack/form/problems.ts'
import { conveneModal, reviewStepModal } from '../../src/slack/form/review-modal.ts'
import { actionCard } from '../../src/slack/view/action-card.ts'
import { actionList } from '../../src/slack/view/action-list.ts'
import { actionNotice } from '../../src/slack/view/action-notice.ts'
import { complaintCard } from '../../src/slack/view/card.ts'
import { reviewCard } from '../../src/slack/view/review-card.ts'
import { reviewCaseCard } from '../../src/slack/view/review-case.ts'
import { reviewList } from '../../src/slack/view/review-list.ts'
import { reviewNotice } from '../../src/slack/view/review-notice.ts'
import type { FormName } from '../../src/text/keys.ts'
import { type Language, textFor } from '../../src/text/text.ts'
import { aComplaint } from '../support/a-complaint.ts'
import { aHouse, aReader } from '../support/a-house.ts'
import { asRead } from '../support/as-read.ts'
import { type ToldOfAction, givenAction, givenReview } from '../support/given.ts'
import {
  aCase,
  cardCase,
  convened,
  decided,
  held,
  kept,
  minuted,
  noFault,
  objected,
  packed,
} from '../support/review.ts'
import { iso, shanghai, who } from '../support/rulebook.ts'
import { messageFaults, viewFaults } from '../support/slack-limits.ts'

const begun: ToldOfAction = [
  who.officer,
  {
    step: 'begin',
    unit: 'outlet-renmin-road',
    owner: who.outletManager,
    rootCause: 'process',
    rootCauseRemark: '样例：复核环节缺失。',
    kind: 'fixProcess',
    task: '样例：增加收费双人复核。',
    due: iso('2026-03-31 17:00'),
    like: { cause: 'C07', business: 'B02' },
    origin: { matter: 'review', id: '0195f0a0-0000-7000-8000-00000000r001', number: 'R2026-001' },
    respondents: [who.handler],
  },
]
const asked: ToldOfAction = [
  who.outletManager,
  {
    step: 'askExtension',
    due: iso('2026-04-30 17:00'),
    reason: 'severalDepartments',
    remark: '样例：等待排期。',
  },
  '2026-03-10 10:00',
]
const finished: ToldOfAction = [
  who.outletManager,
  { step: 'finish', doneAt: iso('2026-03-20 10:00'), evidence: '样例：新流程已发布，附件为通知。' },
  '2026-03-20 11:00',
]

const open = givenAction(begun).state
const waiting = givenAction(begun, asked).state
const done = givenAction(begun, finished).state
const back = givenAction(begun, finished, [
  'machine',
  { step: 'checkEffect', count: 2, numbers: ['2026-00031', '2026-00035'] },
  '2026-06-20 10:00',
]).state

const called = givenReview(convened).state
const proposed = givenReview(convened, packed, [
  who.officer,
  {
    step: 'proposeVerdict',
    complaint: aCase.complaint,
    fault: 'atFault',
    degree: 'general',
    penalties: ['criticism'],
    rootCause: 'process',
    opinion: '样例：建议通报。',
  },
]).state
const beingHeld = givenReview(convened, packed, held).state
const told = givenReview(convened, packed, held, decided, noFault, minuted).state
const contested = givenReview(convened, packed, held, decided, noFault, minuted, objected).state
const answered = givenReview(convened, packed, held, decided, noFault, minuted, objected, kept).state

const march = aHouse({ now: shanghai('2026-03-25 10:00') })
const april = aHouse({ now: shanghai('2026-04-03 10:00') })
const june = aHouse({ now: shanghai('2026-06-20 12:00') })

const closed = aComplaint({ upTo: 'close' })
const firstOf = (review: Review): ReviewCase => {
  const [each] = review.cases
  if (!each) throw new Error('The meeting has no case.')
  return each
}
const caseCard = (review: Review, reader: ReturnType<typeof aReader>, seesFile = true) =>
  reviewCaseCard(firstOf(review), { review, complaint: closed, seesFile }, reader, april)

const messages = {
  'action card for its owner': (l: Language) => actionCard(open, aReader(l, who.outletManager), march),
  'action card overdue with more time asked for': (l: Language) =>
    actionCard(waiting, aReader(l, who.sqHead), april),
  'action card done for service quality': (l: Language) => actionCard(done, aReader(l, who.officer), march),
  'action card come back for service quality': (l: Language) =>
    actionCard(back, aReader(l, who.officer), june),
  'action list': (l: Language) =>
    actionList(
      { kind: 'all', actions: [open, { ...done, rootCause: 'skill' }, waiting], mayBegin: true },
      aReader(l, who.officer),
      april,
    ),
  'action given told to its owner': (l: Language) =>
    actionNotice(
      { code: 'action-yours', by: who.officer, due: open.due },
      open,
      aReader(l, who.outletManager),
      march,
    ),
  'action overdue told to the unit head': (l: Language) =>
    actionNotice(
      { code: 'action-overdue', rung: 0, due: open.due, lateSeconds: 7200 },
      open,
      aReader(l, who.unitHead),
      april,
    ),
  'more time for an action asked of the head': (l: Language) =>
    actionNotice(
      {
        code: 'action-extension-wanted',
        by: who.outletManager,
        due: iso('2026-04-30 17:00'),
        reason: 'severalDepartments',
        remark: '样例：等待排期。',
      },
      waiting,
      aReader(l, who.sqHead),
      march,
    ),
  'closed complaint for the officer who may begin an action': (l: Language) =>
    complaintCard(closed, aReader(l, who.officer), march),
  'meeting convened for the officer': (l: Language) => reviewCard(called, aReader(l, who.officer), march),
  'meeting for the secretary while it is held': (l: Language) =>
    reviewCard(beingHeld, aReader(l, who.secretary), april),
  'meeting minuted for the unit that is blamed': (l: Language) =>
    reviewCard(told, aReader(l, who.unitHead), april),
  'meeting list': (l: Language) =>
    reviewList({ reviews: [called, told], mayConvene: true }, aReader(l, who.officer), april),
  'pack of a meeting told to a member': (l: Language) =>
    reviewNotice({ code: 'review-pack', due: called.meetsAt }, proposed, aReader(l, who.member), march),
  'case of a meeting with its file for a member': (l: Language) => caseCard(proposed, aReader(l, who.member)),
  'case of a meeting to be decided by the director': (l: Language) =>
    caseCard(beingHeld, aReader(l, who.director)),
  'verdict told to the unit': (l: Language) =>
    reviewNotice(
      { code: 'verdict-told', case: aCase.number, due: iso('2026-04-07 10:00') },
      told,
      aReader(l, who.unitHead),
      april,
    ),
  'objection told to the director': (l: Language) =>
    reviewNotice(
      { code: 'review-objected', by: who.unitHead, remark: '样例：系统缺陷所致。', case: aCase.number },
      contested,
      aReader(l, who.director),
      april,
    ),
  'objection answered told to the unit': (l: Language) =>
    reviewNotice(
      { code: 'objection-answered', by: who.director, remark: '样例：理由不成立。', case: aCase.number },
      answered,
      aReader(l, who.unitHead),
      april,
    ),
  'meeting that waits for its minutes': (l: Language) =>
    reviewNotice(
      { code: 'review-wanted', reason: 'minutes', due: iso('2026-04-01 14:05') },
      beingHeld,
      aReader(l, who.officer),
      april,
    ),
}

const views = {
  'form that begins an action from a complaint': (l: Language) =>
    beginActionModal(
      { id: closed.id, branch: closed.branch, complaint: closed },
      'f',
      aReader(l, who.officer),
      march,
    ),
  'form that decides on more time for an action': (l: Language) =>
    actionStepModal('answerExtension', 'f', waiting, aReader(l, who.sqHead), march),
  'form that checks an action': (l: Language) =>
    actionStepModal('checkEffect', 'f', done, aReader(l, who.officer), june),
  'form that convenes a meeting': (l: Language) =>
    conveneModal('branch-moumou', 'f', aReader(l, who.officer), march),
  'form of attendance with the committee offered': (l: Language) =>
    reviewStepModal('attend', 'f', { review: proposed }, aReader(l, who.secretary), march),
  'form of a verdict that starts from the proposal': (l: Language) =>
    reviewStepModal(
      'verdict',
      'f',
      { review: { ...beingHeld, cases: proposed.cases }, each: firstOf(proposed) },
      aReader(l, who.director),
      april,
    ),
  'form that answers an objection': (l: Language) =>
    reviewStepModal(
      'answerObjection',
      'f',
      { review: contested, each: firstOf(contested) },
      aReader(l, who.director),
      april,
    ),
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
})

describe('whoever is complained about', () => {
  test('is shown nothing of their case: not in the agenda, not in the pack, not as a card of its own', () => {
    const ofTeller = aReader('en', who.handler)
    const asMember: Review = {
      ...proposed,
      cases: proposed.cases.map((each) => ({ ...each, respondents: [who.member] })),
    }
    const drawn = [
      reviewCard(asMember, aReader('en', who.member), march),
      reviewNotice({ code: 'review-pack' }, asMember, aReader('en', who.member), march),
      reviewCard(told, ofTeller, april),
      reviewNotice({ code: 'verdict-told', case: aCase.number }, told, ofTeller, april),
    ]
    for (const message of drawn) {
      expect(JSON.stringify(message)).not.toContain(aCase.number)
      expect(JSON.stringify(message)).not.toContain(aCase.complaint)
    }
  })

  test('and the unit that a verdict blames sees that verdict alone, without the file and the minutes', () => {
    const drawn = JSON.stringify(reviewCard(told, aReader('en', who.unitHead), april))
    expect(drawn).toContain(aCase.number)
    expect(drawn).not.toContain(cardCase.number)
    expect(drawn).not.toContain('样例：会议纪要。')
    expect(JSON.stringify(caseCard(told, aReader('en', who.unitHead), false))).not.toContain(closed.story)
  })

  test('before the minutes the unit sees nothing at all', () => {
    const drawn = JSON.stringify(reviewCard(beingHeld, aReader('en', who.unitHead), april))
    expect(drawn).not.toContain(aCase.number)
  })

  test('a channel, which has no reader, is shown no case', () => {
    expect(JSON.stringify(reviewCard(told, aReader('en'), april))).not.toContain(aCase.number)
  })
})

describe('with the longest texts', () => {
  const worst = '<!channel> & <@U1> @here 张三\n😀>'.repeat(300).slice(0, 3000)
  const action: Action = {
    ...back,
    rootCauseRemark: worst,
    task: worst,
    extensions: Array.from({ length: 20 }, () => ({
      by: who.outletManager,
      at: open.begunAt,
      due: open.due,
      reason: 'severalDepartments',
      remark: worst,
    })),
    finishes: Array.from({ length: 20 }, () => ({
      by: who.outletManager,
      at: open.begunAt,
      doneAt: open.begunAt,
      evidence: worst,
    })),
    checks: Array.from({ length: 20 }, () => ({
      at: open.begunAt,
      count: 200,
      numbers: Array.from({ length: 200 }, (_, at) => `2026-${at}`),
      cameBack: true,
      remark: worst,
    })),
  }
  const full = firstOf(answered)
  const review: Review = {
    ...answered,
    place: worst,
    minutes: { by: who.secretary, at: iso('2026-03-30 10:00'), text: worst },
    closing: { by: who.sqHead, at: iso('2026-04-10 10:00'), conclusion: worst },
    cases: Array.from({ length: 120 }, (_, at) => ({
      ...full,
      complaint: `0195f0a0-0000-7000-8000-${String(at).padStart(12, '0')}`,
      number: `2026-${String(at).padStart(5, '0')}`,
      respondents: [],
      why: ['level', 'repeat', 'disputed', 'overdue', 'sample', 'deferred', 'asked'] as const,
      ...(full.verdict && {
        verdict: {
          ...full.verdict,
          opinion: worst,
          rootCauseRemark: worst,
          action: { kind: 'fixProcess', task: worst, owner: who.outletManager, due: open.due },
        },
      }),
      ...(full.objection && { objection: { ...full.objection, grounds: worst } }),
    })),
  }
  const mine = noticeCodes.filter((code) =>
    /^(action|review)-|^verdict-told$|^objection-answered$/.test(code),
  )

  describe.each(['en', 'zh-CN'] as const)('in %s', (language) => {
    test('the cards, every page of the agenda, the lists', () => {
      for (const reader of readers(language)) {
        expect(messageFaults(actionCard(action, reader, june))).toEqual([])
        for (const from of [0, 20, 100, 500])
          expect(messageFaults(reviewCard(review, reader, april, from))).toEqual([])
        expect(
          messageFaults(
            reviewCaseCard(firstOf(review), { review, complaint: closed, seesFile: true }, reader, april),
          ),
        ).toEqual([])
        const many = Array.from({ length: 60 }, (_, at) => ({ ...action, id: `id-${at}` }))
        expect(
          messageFaults(actionList({ kind: 'all', actions: many, mayBegin: true }, reader, june)),
        ).toEqual([])
        const meetings = Array.from({ length: 60 }, (_, at) => ({ ...review, id: `id-${at}` }))
        expect(messageFaults(reviewList({ reviews: meetings, mayConvene: true }, reader, june))).toEqual([])
      }
    })

    test.for(mine)('the notice "%s"', (code: NoticeCode) => {
      const notice: Notice = {
        code,
        rung: 6,
        due: iso('2026-03-31 17:00'),
        by: who.officer,
        reason: worst,
        remark: worst,
        case: '2026-00000',
        count: 12,
        lateSeconds: 86_400,
      }
      for (const reader of readers(language)) {
        const drawn = [
          actionNotice(notice, action, reader, june),
          reviewNotice(notice, review, reader, april),
        ]
        expect(drawn.flatMap(messageFaults)).toEqual([])
        expect(JSON.stringify(drawn)).not.toContain('undefined')
      }
    })

    test('every form', () => {
      const [reader = aReader(language)] = readers(language)
      for (const step of actionSteps)
        expect(viewFaults(actionStepModal(step, 'f', action, reader, june))).toEqual([])
      for (const step of reviewSteps) {
        const each = caseSteps.some((one) => one === step) ? firstOf(review) : undefined
        expect(viewFaults(reviewStepModal(step, 'f', { review, each }, reader, april))).toEqual([])
      }
    })
  })
})

function readers(language: Language) {
  return [who.officer, who.sqHead, who.director, who.unitHead, who.outletManager].map((person) =>
    aReader(language, person),
  )
}

function snapshotOf(name: string, language: Language): string {
  return `./snapshots/${language}/${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.txt`
}

describe('the words of the forms', () => {
  const forms: Record<string, readonly Field[]> = {
    ...actionForms,
    ...reviewForms,
    begin: beginActionFields,
    convene: conveneFields,
  }

  test.each(['en', 'zh-CN'] as const)('in %s name every field, answer, title and button', (language) => {
    const words = textFor(language)
    const options: Readonly<Record<string, Readonly<Record<string, string>>>> = words.options
    const missing = Object.entries(forms).flatMap(([form, fields]) =>
      fields.flatMap((field) => [
        ...(fieldWords(form as FormName, field.name, language).label ? [] : [field.name]),
        ...(field.kind === 'option' ? field.options.filter((each) => !options[field.name]?.[each]) : []),
      ]),
    )
    expect(missing).toEqual([])
    for (const { title, submit, button } of [
      ...Object.values(words.actionSteps),
      ...Object.values(words.reviewSteps),
    ]) {
      expect(Math.max(title.length, submit.length)).toBeLessThanOrEqual(24)
      expect(button.length).toBeLessThanOrEqual(75)
    }
  })

  test.each([
    ['begin', new Refusal('recused', { person: who.handler }), 'owner'],
    ['begin', new Refusal('actions-missing'), 'kind'],
    ['begin', new Refusal('unknown-choice', { list: 'cause', code: 'C99' }), 'likeCause'],
    ['begin', new Refusal('must-be-later', { field: 'due' }), 'due'],
    ['finish', new Refusal('too-early', { field: 'doneAt' }), 'doneAt'],
    ['handOverAction', new Refusal('unknown-person', { person: 'p-nobody' }), 'owner'],
    ['answerExtension', new Refusal('remark-missing'), 'remark'],
    ['checkEffect', new Refusal('too-early', { field: 'count' }), 'count'],
    ['attend', new Refusal('no-quorum', { present: '3', seats: '10' }), 'attended'],
    ['verdict', new Refusal('unknown-choice', { list: 'penalty', code: 'x' }), 'penalties'],
    ['verdict', new Refusal('unknown-person', { person: 'p-nobody' }), 'persons'],
    ['verdict', new Refusal('unknown-person', { person: 'p-nobody', field: 'actionOwner' }), 'actionOwner'],
    ['verdict', new Refusal('no-majority'), 'against'],
    ['verdict', new Refusal('own-unit', { person: who.director }), undefined],
    ['answerObjection', new Refusal('unknown-choice', { list: 'degree', code: '' }), 'degree'],
    ['reschedule', new Refusal('must-be-later', { field: 'meetsAt' }), 'meetsAt'],
    ['putOnAgenda', new Refusal('unknown-number', { code: '7' }), 'numbers'],
    ['convene', new Refusal('review-exists', { code: 'R2026-001' }), 'kind'],
    ['object', new Refusal('too-late'), undefined],
    ['minutes', new Refusal('verdict-missing', { cases: '2026-00011' }), undefined],
  ] as const)('in the form of %s, "%s" belongs to %s', (step, refusal, field) => {
    expect(refusalField(step, refusal, who.director)).toBe(field)
    const named: readonly (string | undefined)[] = forms[step]?.map(({ name }) => name) ?? []
    expect([...named, undefined]).toContain(field)
  })
})
