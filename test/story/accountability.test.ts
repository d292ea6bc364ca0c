/**
 * Issue 4, "Review meeting and accountability": the agenda gathered by itself, the pack, verdicts, the unit's objection, minutes
 * that begin an action; the action reminded, finished with evidence, and opened again when its cause came back.
 */
import { describe, expect } from 'vitest'
import type { Action } from '../../src/action/action.ts'
import type { Review } from '../../src/review/review.ts'
import type { Entries, Play } from '../../src/sandbox/play.ts'
import type { SeenMessage } from '../../src/sandbox/slack/seen.ts'
import type { Stage } from '../../src/sandbox/stage.ts'
import { findActions } from '../../src/store/find-actions.ts'
import { findReviews } from '../../src/store/find-reviews.ts'
import { marked, markedText } from '../support/marked.ts'
import { voters } from '../support/review.ts'
import {
  asks,
  broughtToHandler,
  filing,
  reads,
  replied,
  shanghai,
  teller,
  test,
  timesTold,
  toldTo,
  typed,
  who,
} from '../support/a-story.ts'

const page = { offset: 0, limit: 20 }
const one = async (stage: Stage): Promise<Review> => {
  const review = (await findReviews(stage.db, {}, page)).find(({ number }) => number === 'R2026-001')
  if (!review) throw new Error('No meeting is convened.')
  return review
}
const theAction = async (stage: Stage): Promise<Action> => {
  const [action] = await findActions(stage.db, {}, page)
  if (!action) throw new Error('No action has begun.')
  return action
}

/** A complaint at fault, closed by the outlet with a responsibility that the handler had found otherwise: disputed. */
async function closedAtFault(play: Play, customer: Entries = {}): Promise<string> {
  const number = await play.files(teller, { ...filing, ...customer })
  await broughtToHandler(play, number)
  await replied(play, number)
  await play.takes(who.officer, 'followUp', typed.followUp, number)
  await play.takes(who.outletManager, 'close', { ...typed.close, responsibility: 'partFault' }, number)
  return number
}

interface Element {
  readonly action_id?: string
  readonly value?: string
}

function elementsOf({ blocks }: Pick<SeenMessage, 'blocks'>): Element[] {
  return blocks.flatMap((block) => [
    ...((block['elements'] as Element[] | undefined) ?? []),
    ...(block['accessory'] ? [block['accessory'] as Element] : []),
  ])
}

/** Presses the button of this name on the newest message that has it; `in`: what its value must contain. */
async function presses(stage: Stage, person: string, button: string, within = ''): Promise<void> {
  const hands = stage.slack.as(person)
  const fits = ({ action_id = '', value = '' }: Element) =>
    action_id.startsWith(button) && value.includes(within)
  const message = (await hands.messages()).findLast((each) => elementsOf(each).some(fits))
  if (!message) throw new Error(`${person} has no button ${button}.`)
  await hands.click(message, (element) => fits(element))
  await stage.settle()
}

/** Presses, fills in what opens, and sends it; answers the errors by field. */
async function takes(
  stage: Stage,
  person: string,
  button: string,
  entries: Entries,
): Promise<Readonly<Record<string, string>>> {
  await presses(stage, person, button)
  const hands = stage.slack.as(person)
  const sent = await hands.modal().fillIn(entries).submit()
  await stage.settle()
  if (Object.keys(sent.errors).length > 0) await hands.modal().cancel()
  return sent.errors
}

const none = {}
const at = (told: string) => shanghai(told).toString()
const verdict = {
  persons: [who.handler],
  rootCauseRemark: 'Nobody checks the slips.',
  opinion: 'Two pairs of eyes.',
  against: ['p-cao-yang'],
  actionKind: 'fixProcess',
  actionTask: 'A second person checks every fee.',
  actionOwner: who.outletManager,
  actionDue: at('2026-11-20 17:00'),
}
const proposal = {
  fault: 'atFault',
  degree: 'general',
  penalties: ['criticism'],
  rootCause: 'process',
  opinion: 'The slips were not checked.',
}

/** The day of the meeting: the committee is present, and whoever speaks for the unit has had the pack. */
async function meets(stage: Stage): Promise<void> {
  await stage.waitsUntil(at('2026-09-30 14:05'))
  await asks(stage, who.secretary, 'show R2026-001')
  expect(await takes(stage, who.secretary, 'review:attend', {})).toEqual(none)
}

/** The director reads the case and decides it; the secretary files the minutes. */
async function decides(stage: Stage, entries: Entries = verdict): Promise<void> {
  await readsCase(stage, who.director)
  expect(await takes(stage, who.director, 'review:verdict', entries)).toEqual(none)
  await asks(stage, who.secretary, 'show R2026-001')
  expect(await takes(stage, who.secretary, 'review:minutes', { text: 'One case, one verdict.' })).toEqual(
    none,
  )
}

async function readsCase(stage: Stage, person: string): Promise<string> {
  await asks(stage, person, 'show R2026-001')
  await presses(stage, person, 'look:review:', '/')
  return reads(stage, person)
}

describe('from a closed complaint to a lasting improvement', () => {
  test('the agenda gathers itself, the verdict is contested and kept, its action is reminded, done, and opened again', async ({
    stage,
    play,
  }) => {
    const number = await closedAtFault(play)
    expect(await findReviews(stage.db, {}, page)).toEqual([])
    await stage.waitsUntil(at('2026-09-15 09:30'))
    expect(await one(stage)).toMatchObject({
      number: 'R2026-001',
      month: '2026-09',
      cases: [{ number, why: ['disputed'] }],
    })
    expect(await timesTold(stage, who.director, /review meeting R2026-001 is convened/)).toBe(1)

    await stage.waitsUntil(at('2026-09-28 17:00'))
    expect(await timesTold(stage, who.member, /Here is the pack of the review meeting R2026-001/)).toBe(1)
    await readsCase(stage, who.officer)
    expect(await takes(stage, who.officer, 'review:proposeVerdict', proposal)).toEqual(none)
    const file = await readsCase(stage, who.member)
    expect(file).toContain('The counter charged a fee of 25 twice.')
    expect(file).toContain('Proposed by')

    await meets(stage)
    await decides(stage)
    expect((await one(stage)).cases[0]?.verdict).toMatchObject({
      fault: 'atFault',
      degree: 'general',
      penalties: ['criticism'],
      opinion: 'Two pairs of eyes.',
      against: ['p-cao-yang'],
    })
    expect(
      await timesTold(stage, who.unitHead, /found your unit at fault in a case\. You may object until/),
    ).toBe(1)
    expect(await toldTo(stage, who.handler)).not.toContainEqual(expect.stringContaining('R2026-001'))

    const objects = { grounds: 'The slips come from the system.' }
    expect(await takes(stage, who.unitHead, 'review:object', objects)).toEqual(none)
    expect(await timesTold(stage, who.director, /Qi Wei objects to a verdict/)).toBe(1)
    const answer = { outcome: 'keep', remark: 'The outlet prints them.' }
    expect(await takes(stage, who.director, 'review:answerObjection', answer)).toEqual(none)
    expect(await timesTold(stage, who.unitHead, /Zhao Qiming answered the objection/)).toBe(1)

    const begun = await theAction(stage)
    expect(begun).toMatchObject({
      number: 'A2026-001',
      owner: who.outletManager,
      origin: { number: 'R2026-001' },
      like: { cause: 'C07', business: 'B02' },
    })
    expect(await timesTold(stage, who.outletManager, /improvement action A2026-001 is yours/)).toBe(1)
    await stage.waitsUntil(at('2026-10-20 10:00'))
    await asks(stage, who.sqHead, 'show R2026-001')
    expect(await takes(stage, who.sqHead, 'review:closeReview', { conclusion: 'Done.' })).toEqual(none)
    await stage.waitsUntil(at('2026-11-19 18:00'))
    expect(
      await timesTold(stage, who.outletManager, /^⏰ The improvement action A2026-001 is due/),
    ).toBeGreaterThan(0)
    const done = { evidence: 'The new rule, in the cabinet of the outlet.' }
    expect(await takes(stage, who.outletManager, 'action:finish', done)).toEqual(none)
    expect(await timesTold(stage, who.officer, /reports the improvement action A2026-001 done/)).toBe(1)

    await stage.waitsUntil(at('2026-11-20 10:00'))
    const again = await play.files(teller, { ...filing, story: 'A fee was charged twice again.' })
    await play.takes(who.outletManager, 'triage', typed.triage, again)
    stage.sleepsUntil(at('2027-02-23 10:00'))
    await stage.settle()
    expect(await theAction(stage)).toMatchObject({
      status: 'open',
      checks: [{ cameBack: true, count: 1, numbers: [again] }],
    })
    expect(
      await timesTold(stage, who.outletManager, /came back \(complaints since: 1\)\. It is open again/),
    ).toBe(1)
    expect(await asks(stage, who.officer, 'actions cause:process')).toContain('A2026-001')
    expect(await asks(stage, who.officer, 'show A2026-001')).toContain(again)
    expect(await asks(stage, who.outletManager, 'show A2026-001')).not.toContain(again)
  }, 60_000)
})

describe('a meeting by hand', () => {
  test('is moved, its agenda changed, its pack sent by a button; what it defers meets again, also where that one is cancelled', async ({
    stage,
    play,
  }) => {
    const number = await closedAtFault(play)
    await stage.waitsUntil(at('2026-09-15 09:30'))
    const officer = (button: string, entries: Entries) => takes(stage, who.officer, button, entries)
    await asks(stage, who.officer, 'show R2026-001')
    const moved = { meetsAt: at('2026-09-29 15:00'), reason: 'The room is taken.' }
    expect(await officer('review:reschedule', { ...moved, meetsAt: at('2026-09-01 15:00') })).toHaveProperty(
      'meetsAt',
    )
    expect(await officer('review:reschedule', moved)).toEqual(none)
    expect(
      await timesTold(
        stage,
        who.director,
        /Zhou Lin moved the review meeting R2026-001 to Tue 29 Sept, 15:00/,
      ),
    ).toBe(1)
    await readsCase(stage, who.officer)
    expect(await officer('review:takeOffAgenda', { reason: 'Settled.' })).toEqual(none)
    await stage.waitsUntil(at('2026-09-16 09:30'))
    expect((await one(stage)).cases).toEqual([])
    await asks(stage, who.officer, 'show R2026-001')
    expect(await officer('review:putOnAgenda', { numbers: number })).toEqual(none)
    await asks(stage, who.officer, 'show R2026-001')
    await presses(stage, who.officer, 'review:sendPack')
    expect(await reads(stage, who.officer)).toContain('The pack is sent to everybody who is called.')
    expect(await timesTold(stage, who.member, /Here is the pack/)).toBe(1)

    await stage.waitsUntil(at('2026-09-29 15:05'))
    await asks(stage, who.secretary, 'show R2026-001')
    const few = await takes(stage, who.secretary, 'review:attend', { attended: voters.slice(0, 5) })
    expect(few).toHaveProperty('attended')
    expect(await takes(stage, who.secretary, 'review:attend', {})).toEqual(none)
    await readsCase(stage, who.secretary)
    expect(await takes(stage, who.secretary, 'review:defer', { reason: 'A slip is missing.' })).toEqual(none)
    await asks(stage, who.secretary, 'show R2026-001')
    expect(await takes(stage, who.secretary, 'review:minutes', { text: 'Deferred.' })).toEqual(none)
    const agendaOf = async (wanted: string) =>
      (await findReviews(stage.db, {}, page))
        .find((review) => review.number === wanted)
        ?.cases.map((each) => [each.number, ...each.why])
    expect(await agendaOf('R2026-002')).toEqual([[number, 'deferred']])
    await asks(stage, who.sqHead, 'show R2026-002')
    expect(await takes(stage, who.sqHead, 'review:cancelReview', { reason: 'Holidays.' })).toEqual(none)
    expect(await agendaOf('R2026-003')).toEqual([[number, 'deferred']])
    const list = await asks(stage, who.director, 'reviews')
    for (const each of ['R2026-001', 'R2026-002', 'R2026-003']) expect(list).toContain(each)
  })
})

describe('refused kindly, under the field that it is about', () => {
  test('a verdict, its votes, its action; the meeting stays as it was', async ({ stage, play }) => {
    await closedAtFault(play)
    await stage.waitsUntil(at('2026-09-28 17:00'))
    await meets(stage)
    await readsCase(stage, who.director)
    const full = { ...proposal, ...verdict }
    const { actionTask: _task, ...withoutTask } = full
    const tries = (entries: Entries) => takes(stage, who.director, 'review:verdict', entries)
    expect(await tries({ ...full, degree: 'none' })).toHaveProperty('degree')
    expect(await tries(withoutTask)).toHaveProperty('actionKind')
    expect(await tries({ ...full, actionOwner: who.handler })).toHaveProperty('actionOwner')
    expect(await tries({ ...full, actionDue: at('2026-09-01 10:00') })).toHaveProperty('actionDue')
    expect(await tries({ ...full, abstained: ['p-cao-yang'] })).toHaveProperty('against')
    expect(await tries({ ...full, against: voters.slice(0, 7) })).toHaveProperty('against')
    expect((await one(stage)).cases[0]).not.toHaveProperty('verdict')
  })

  test('a second regular meeting of a month, and numbers of no complaint; a special one takes its cases by number', async ({
    stage,
    play,
  }) => {
    const number = await play.files(teller, filing)
    await stage.waitsUntil(at('2026-09-15 09:30'))
    const convenes = async (entries: Entries) => {
      await asks(stage, who.officer, 'reviews')
      return takes(stage, who.officer, 'review:convene', entries)
    }
    const second = await convenes({ kind: 'regular' })
    expect(second['kind']).toContain('R2026-001')
    const unknown = await convenes({ kind: 'special', numbers: `${number} 2026-99999` })
    expect(unknown['numbers']).toContain('2026-99999')
    expect(unknown['numbers']).not.toContain(number)
    expect(await findReviews(stage.db, {}, page)).toHaveLength(1)
    expect(await convenes({ kind: 'special', numbers: `${number.slice(-5)}，${number}` })).toEqual(none)
    const meetings = await findReviews(stage.db, {}, page)
    expect(meetings.find(({ kind }) => kind === 'special')).toMatchObject({
      cases: [{ number, why: ['asked'] }],
    })
  })

  test('whoever has no right is told so, and is offered no button', async ({ stage, play }) => {
    await closedAtFault(play)
    await stage.waitsUntil(at('2026-09-15 09:30'))
    expect(await asks(stage, who.handler, 'show R2026-001')).not.toContain('Agenda')
    expect(await asks(stage, who.handler, 'reviews')).toContain('no review meetings that you may see')
    expect(await asks(stage, who.stranger, 'actions')).not.toContain('Begin an action')
    const refused = await asks(stage, who.stranger, 'action')
    expect(refused).not.toContain('A2026')
    expect(stage.slack.as(who.stranger).hasModal()).toBe(false)
  })
})

describe('an action begun by hand', () => {
  test('from a closed complaint’s card: more time asked and granted, handed over, found wanting; free texts are scrubbed', async ({
    stage,
    play,
  }) => {
    const number = await closedAtFault(play, marked)
    await asks(stage, who.officer, `show ${number}`)
    const entries = {
      owner: who.outletManager,
      rootCause: 'skill',
      kind: 'retrain',
      task: `Train the tellers. ${markedText}`,
      due: at('2026-10-16 17:00'),
    }
    expect(await takes(stage, who.officer, 'action:begin', entries)).toEqual(none)
    expect(await theAction(stage)).toMatchObject({
      unit: 'outlet-renmin-road',
      origin: { matter: 'complaint', number },
      like: { cause: 'C07', business: 'B02' },
    })
    const more = { due: at('2026-10-30 17:00'), reason: 'severalDepartments', remark: 'The trainer is away.' }
    expect(
      await takes(stage, who.outletManager, 'action:askExtension', { ...more, due: at('2026-10-01 17:00') }),
    ).toHaveProperty('due')
    expect(await takes(stage, who.outletManager, 'action:askExtension', more)).toEqual(none)
    expect(await takes(stage, who.sqHead, 'action:answerExtension', { decision: 'refuse' })).toHaveProperty(
      'remark',
    )
    expect(await takes(stage, who.sqHead, 'action:answerExtension', { decision: 'grant' })).toEqual(none)
    await asks(stage, who.unitHead, 'show A2026-001')
    expect(
      await takes(stage, who.unitHead, 'action:handOverAction', {
        owner: who.liaison,
        reason: 'She leads the training.',
      }),
    ).toEqual(none)
    expect(await takes(stage, who.liaison, 'action:finish', { evidence: 'Attendance list.' })).toEqual(none)
    const wanting = { remark: 'Two tellers are missing.', due: at('2026-11-06 17:00') }
    expect(await takes(stage, who.officer, 'action:rejectEvidence', wanting)).toEqual(none)
    expect(await timesTold(stage, who.liaison, /does not accept the evidence/)).toBe(1)
    expect(await theAction(stage)).toMatchObject({ status: 'open', owner: who.liaison })
    expect(await asks(stage, who.liaison, 'actions mine')).toContain('A2026-001')
    expect(await asks(stage, who.officer, 'actions overdue')).not.toContain('A2026-001')
    await stage.slack.as(who.liaison).openHome()
    await expect.poll(() => JSON.stringify(stage.slack.as(who.liaison).home()?.blocks)).toContain('A2026-001')
  })
})
