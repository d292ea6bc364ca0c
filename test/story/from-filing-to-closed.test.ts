/**
 * Issue 2, "What a complaint does", points 1 and 2: the whole way of each level, of an anonymous complaint and of one filed for a
 * third person; every step by its button and its form; who is offered what.
 * Already shown in test/slack: a form sent twice one after the other, errors under their fields, stale buttons, steps begun by
 * their command, reveal (filing.test.ts, steps.test.ts).
 */
import { describe, expect } from 'vitest'
import { marked, markedText } from '../support/marked.ts'
import {
  asks,
  broughtToHandler,
  buttonsOf,
  channelNamed,
  filing,
  reads,
  replied,
  sends,
  stateOf,
  teller,
  test,
  timesTold,
  toldTo,
  typed,
  who,
} from '../support/a-story.ts'

describe('the whole way, each step by the button of whoever it waits for', () => {
  test('level 3 stays at the outlet: its manager, a handler, the unit head, a caller from service quality', async ({
    stage,
    play,
  }) => {
    const number = await play.files(teller, filing)
    expect(await toldTo(stage, teller)).toEqual([
      `You filed complaint ${number}. You stay responsible until it is taken on.`,
    ])

    await play.takes(who.outletManager, 'triage', typed.triage, number)
    await play.takes(who.outletManager, 'dispatch', typed.dispatch, number)
    expect(await stateOf(stage, number)).toMatchObject({ owner: who.outletManager, offeredTo: who.handler })
    await play.takes(who.handler, 'take', undefined, number)
    expect(await asks(stage, who.handler, `show ${number}`)).toContain(
      `Asked for at dispatch: ${typed.dispatch.instruction}`,
    )
    expect(await stateOf(stage, number)).toMatchObject({ owner: who.handler, handler: who.handler })
    expect(await toldTo(stage, teller)).toContain(
      `Yu Qing took over complaint ${number}. You need do nothing more.`,
    )

    await replied(play, number)
    expect(await stateOf(stage, number)).toMatchObject({ status: 'follow_up' })
    await play.takes(who.officer, 'followUp', typed.followUp, number)
    await play.takes(who.outletManager, 'close', typed.close, number)
    expect(await stateOf(stage, number)).toMatchObject({ status: 'closed' })
    expect(await toldTo(stage, who.handler)).toContain(`✅ Xie Fei closed complaint ${number}.`)
    const done = await asks(stage, who.officer, `why ${number}`)
    expect(done).toContain('No clock is running.')
    expect(done).not.toContain('emergency group')
  })

  test('level 2 goes to service quality: reported up, approved by its head, in a channel of its own', async ({
    stage,
    play,
  }) => {
    const number = await play.files(teller, { ...filing, facts: ['fundSafety'] })
    await play.takes(who.officer, 'triage', { ...typed.triage, level: 'L2' }, number)
    await play.takes(
      who.officer,
      'reportUp',
      { reportedTo: ['sqHead', 'compliance'], mode: 'phone', note: 'Money of a customer may be at risk.' },
      number,
    )
    await play.takes(who.officer, 'dispatch', typed.dispatch, number)
    await play.takes(who.handler, 'take', undefined, number)
    await play.takes(who.handler, 'contact', typed.contact, number)
    await play.takes(who.handler, 'investigate', typed.investigate, number)
    await play.takes(who.handler, 'propose', typed.propose, number)
    expect(await buttonsOf(stage, who.unitHead, number)).not.toContain('approve')
    await play.takes(who.sqHead, 'approve', typed.approve, number)
    await play.takes(who.handler, 'reply', typed.reply, number)
    await play.takes(who.officer, 'followUp', typed.followUp, number)
    await play.takes(who.officer, 'close', typed.close, number)
    const { messages } = await channelNamed(stage, 'c-')
    expect(messages.map(({ text }) => text)).toContain(`✅ Zhou Lin closed complaint ${number}.`)
  })

  test('level 1 goes to its emergency group: handled in it, approved by the committee’s director', async ({
    stage,
    play,
  }) => {
    const number = await play.files(teller, { ...filing, facts: ['lifeThreat'] })
    expect(await timesTold(stage, who.sqHead, /its facts make it level 1/)).toBe(1)
    await play.takes(who.officer, 'triage', { ...typed.triage, level: 'L1' }, number)
    await play.takes(who.sqHead, 'instruct', { from: 'Head office duty desk', wording: 'Form the group.' })
    await play.takes(who.officer, 'dispatch', typed.dispatch, number)
    await play.takes(who.handler, 'take', undefined, number)
    await play.takes(who.handler, 'contact', typed.contact, number)
    await play.takes(who.handler, 'investigate', typed.investigate, number)
    await play.takes(who.handler, 'propose', typed.propose, number)
    expect(await buttonsOf(stage, who.sqHead, number)).not.toContain('approve')
    await play.takes(who.director, 'approve', typed.approve, number)
    await play.takes(who.handler, 'reply', typed.reply, number)
    await play.takes(who.officer, 'followUp', typed.followUp, number)
    await play.takes(who.officer, 'close', typed.close, number)
    await play.takes(who.officer, 'finalReport', {
      rootCause: 'A wrong fee table.',
      impact: 'One customer.',
      measures: 'The table is right again.',
      lessons: 'Tables are checked by two.',
    })
    await play.takes(who.sqHead, 'standDown', { reason: 'All is done.' })
    expect(await stateOf(stage, number)).toMatchObject({ status: 'closed' })
  })

  test('nobody else is offered a step: handler, filer, unit head, officer and stranger each see their own', async ({
    stage,
    play,
  }) => {
    const number = await play.files(teller, filing)
    const seen = async (person: string) => buttonsOf(stage, person, number)
    expect(await seen(who.outletManager)).toEqual([
      'triage',
      'solveOnSpot',
      'contact',
      'care',
      'escalate',
      'withdraw',
    ])
    expect(await seen(who.stranger)).toEqual([])
    await broughtToHandler(play, number)
    expect(await seen(who.outletManager)).not.toContain('triage')
    expect(await seen(who.handler)).toEqual([
      'contact',
      'investigate',
      'solveOnSpot',
      'pause',
      'extend',
      'mediate',
      'care',
      'escalate',
    ])
    await play.takes(who.handler, 'contact', typed.contact, number)
    await play.takes(who.handler, 'investigate', typed.investigate, number)
    await play.takes(who.handler, 'propose', typed.propose, number)
    expect(await seen(who.unitHead)).toContain('approve')
    for (const other of [who.handler, teller, who.outletManager, who.officer, who.stranger])
      expect([other, (await seen(other)).includes('approve')]).toEqual([other, false])
    await play.takes(who.unitHead, 'approve', typed.approve, number)
    await play.takes(who.handler, 'reply', typed.reply, number)
    expect(await seen(who.handler)).not.toContain('followUp')
    expect(await seen(who.officer)).toContain('followUp')
  })
})

describe('who complains', () => {
  test('an anonymous complaint is never contacted or replied to: approved, it is closed', async ({
    stage,
    play,
  }) => {
    const number = await play.files(teller, { ...filing, anonymous: ['yes'] })
    await broughtToHandler(play, number)
    expect(await buttonsOf(stage, who.handler, number)).not.toContain('contact')
    await play.takes(who.handler, 'investigate', typed.investigate, number)
    await play.takes(who.handler, 'propose', typed.propose, number)
    await play.takes(who.unitHead, 'approve', typed.approve, number)
    expect(await buttonsOf(stage, who.handler, number)).not.toContain('reply')
    await play.takes(who.outletManager, 'close', typed.close, number)
    expect(await stateOf(stage, number)).toMatchObject({ status: 'closed', anonymous: true })
  })

  test('any employee files for the customer or a third person, whose names go into the vault and whose masks stay', async ({
    stage,
    play,
  }) => {
    const number = await play.files('p-sun-bo', {
      ...filing,
      outlet: 'outlet-renmin-road',
      story: markedText,
      onBehalf: ['yes'],
      ...marked,
    })
    expect(await stateOf(stage, number)).toMatchObject({ filedBy: 'p-sun-bo', onBehalf: true })
    const card = await asks(stage, who.officer, `show ${number}`)
    expect(card).toContain('139****5678')
    expect(card).toMatch(/样\*+/)
  })
})

describe('filing', () => {
  test.for([
    ['L3', [], 'no criterion of a graver level is met', 'Mon 14 Sept, 14:00'],
    ['L2', ['fundSafety', 'priorityTier'], 'Account fund safety', 'Mon 14 Sept, 12:00'],
    ['L1', ['lifeThreat'], 'Threat to life', 'Mon 14 Sept, 10:30'],
  ] as const)(
    'tells at once the number, %s with its reasons, and the due times',
    async ([, facts, reason, triageDue], { stage }) => {
      const hands = stage.slack.as(teller)
      await hands.command('/complaint')
      await hands.click(hands.modal(), 'file:details')
      await hands
        .modal()
        .fillIn({ ...filing, facts })
        .submit()
      const told = JSON.stringify(hands.modal().view)
      expect(told).toContain('2026-00001')
      expect(told).toMatch(new RegExp(reason, 'i'))
      expect(told).toContain(triageDue)
      expect(told).toContain('Tue 29 Sept, 23:59')
    },
  )

  test('numbers have no gap: 1, 2, 3, whoever files and from wherever', async ({ stage, play }) => {
    expect(await play.files(teller, filing)).toBe('2026-00001')
    const hands = stage.slack.as(who.handler)
    await hands.globalShortcut('file_complaint')
    await hands.modal().fillIn(filing).submit()
    expect(JSON.stringify(hands.modal().view)).toContain('2026-00002')
    await hands.modal().cancel()
    await hands.says('general', 'The cash machine at Renmin Road kept a card')
    const message = (await hands.messages()).at(-1)
    if (!message) throw new Error('no message')
    await hands.messageShortcut('file_from_message', message)
    await hands.modal().fillIn({ source: 'phone', request: 'apology' }).submit()
    expect(JSON.stringify(hands.modal().view)).toContain('2026-00003')
    expect(await stateOf(stage, '2026-00003')).toMatchObject({
      story: 'The cash machine at Renmin Road kept a card',
    })
  })

  test('a form sent twice at the same moment is one complaint, and both are told its number', async ({
    stage,
  }) => {
    const hands = stage.slack.as(teller)
    await hands.command('/complaint')
    const form = hands.modal().fillIn(filing)
    const answers = await Promise.all([form.submit(), form.submit()])
    for (const { body } of answers) expect(JSON.stringify(body)).toContain('2026-00001')
    const { length } = await stage.redress.db.selectFrom('complaint').select('id').execute()
    expect(length).toBe(1)
  })

  test('a late log shows: what was said on Friday and filed on Monday counts from Friday', async ({
    stage,
    play,
  }) => {
    const number = await play.files(teller, { ...filing, receivedAt: '2026-09-11T02:00:00Z' })
    // 15 calendar days from Friday 11 September
    expect(await asks(stage, who.officer, `why ${number}`)).toContain('Sat 26 Sept, 23:59')
  })
})

describe('sideways', () => {
  test('the one named may send it back once, with a reason; the second time there is no such button', async ({
    stage,
    play,
  }) => {
    const number = await play.files(teller, filing)
    await play.takes(who.outletManager, 'triage', typed.triage, number)
    await play.takes(who.outletManager, 'dispatch', typed.dispatch, number)
    await play.takes(who.handler, 'sendBack', { reason: 'wrongHandler', remark: 'I was not there.' }, number)
    expect(await toldTo(stage, who.outletManager)).toContain(
      `Yu Qing returned complaint ${number}. Reason: Wrong handler. Please dispatch it again.`,
    )
    expect(await stateOf(stage, number)).toMatchObject({ status: 'triaged', owner: who.outletManager })
    await sends(stage, who.officer, `dispatch ${number}`, { ...typed.dispatch, handler: 'p-shui-miao' })
    expect(await buttonsOf(stage, 'p-shui-miao', number)).toContain('take')
    expect(await buttonsOf(stage, 'p-shui-miao', number)).not.toContain('sendBack')
  })

  test('an officer may raise the level, only the head lowers it; nobody’s clock is overdue because of it', async ({
    stage,
    play,
  }) => {
    const number = await play.files(teller, filing)
    await play.takes(who.outletManager, 'triage', typed.triage, number)
    await stage.waitsUntil('2026-09-14T03:30:00Z')
    await sends(stage, who.officer, `relevel ${number}`, { level: 'L2', reason: 'The local paper called.' })
    expect(await stateOf(stage, number)).toMatchObject({ level: 'L2' })
    expect(await asks(stage, who.officer, `why ${number}`)).toContain(
      'moved to Mon 14 Sept, 13:30: a raised level leaves some time, nothing is overdue at once',
    )
    const refused = await sends(stage, who.officer, `relevel ${number}`, {
      level: 'L3',
      reason: 'A mistake.',
    })
    expect(refused.closed).toBe(false)
    expect(await stateOf(stage, number)).toMatchObject({ level: 'L2' })
    await stage.slack.as(who.officer).modal().cancel()
    await sends(stage, who.sqHead, `relevel ${number}`, { level: 'L3', reason: 'The paper withdrew.' })
    expect(await stateOf(stage, number)).toMatchObject({ level: 'L3' })
    expect(await timesTold(stage, who.outletManager, /changed complaint .* Reason: The paper withdrew/)).toBe(
      1,
    )
  })

  test('the one complained about never handles it: the refusal names who does', async ({ stage, play }) => {
    const number = await play.files(teller, { ...filing, respondents: [who.handler] })
    await play.takes(who.outletManager, 'triage', typed.triage, number)
    const refused = await sends(stage, who.outletManager, `dispatch ${number}`, typed.dispatch)
    expect(refused.closed).toBe(false)
    expect(Object.values(refused.errors).join()).toContain('Xie Fei')
    expect(await buttonsOf(stage, who.handler, number)).toEqual([])
    expect(await toldTo(stage, who.handler)).toEqual([])
  })

  test('the manager complained about is passed over from the first minute', async ({ stage, play }) => {
    const number = await play.files(teller, { ...filing, respondents: [who.outletManager] })
    expect(await toldTo(stage, who.outletManager)).toEqual([])
    expect(await play.offer(who.officer, 'triage', number)).toBeDefined()
  })

  test('a unit head who handles a case does not approve it: the next one above is asked', async ({
    stage,
    play,
  }) => {
    const number = await play.files(teller, filing)
    await play.takes(who.outletManager, 'triage', typed.triage, number)
    await play.takes(
      who.outletManager,
      'dispatch',
      { ...typed.dispatch, handlingUnit: 'subbranch-renmin-road', handler: who.unitHead },
      number,
    )
    await play.takes(who.unitHead, 'take', undefined, number)
    await play.takes(who.unitHead, 'contact', typed.contact, number)
    await play.takes(who.unitHead, 'investigate', typed.investigate, number)
    await play.takes(who.unitHead, 'propose', typed.propose, number)
    expect(await buttonsOf(stage, who.unitHead, number)).not.toContain('approve')
    await play.takes(who.sqHead, 'approve', typed.approve, number)
    expect(await stateOf(stage, number)).toMatchObject({ status: 'replying', approval: { by: who.sqHead } })
  })

  test('a solution sent back comes with its remark, and is approved the second time', async ({
    stage,
    play,
  }) => {
    const number = await play.files(teller, filing)
    await broughtToHandler(play, number)
    await play.takes(who.handler, 'contact', typed.contact, number)
    await play.takes(who.handler, 'investigate', typed.investigate, number)
    await play.takes(who.handler, 'propose', typed.propose, number)
    await play.takes(
      who.unitHead,
      'approve',
      { decision: 'back', remark: 'Please refund both fees.' },
      number,
    )
    expect(await reads(stage, who.handler)).toContain('Please refund both fees.')
    await play.takes(who.handler, 'propose', { ...typed.propose, amount: 50 }, number)
    await play.takes(who.unitHead, 'approve', typed.approve, number)
    expect(await stateOf(stage, number)).toMatchObject({ status: 'replying' })
  })

  test('a customer who is not content sends it back into handling; the statutory due stays', async ({
    stage,
    play,
  }) => {
    const number = await play.files(teller, filing)
    await broughtToHandler(play, number)
    await replied(play, number)
    await play.takes(
      who.officer,
      'followUp',
      { ...typed.followUp, satisfaction: '1', content: 'no', comment: 'The fee is not back.' },
      number,
    )
    expect(await stateOf(stage, number)).toMatchObject({ status: 'in_progress', cycle: 1 })
    expect(await asks(stage, who.officer, `why ${number}`)).toContain('Tue 29 Sept, 23:59')
    await play.takes(who.handler, 'investigate', typed.investigate, number)
    await play.takes(who.handler, 'propose', typed.propose, number)
    await play.takes(who.unitHead, 'approve', typed.approve, number)
    await play.takes(who.handler, 'reply', typed.reply, number)
    await play.takes(who.officer, 'followUp', typed.followUp, number)
    await play.takes(who.outletManager, 'close', typed.close, number)
    expect(await stateOf(stage, number)).toMatchObject({ status: 'closed' })
  })
})
