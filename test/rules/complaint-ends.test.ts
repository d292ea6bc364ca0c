// oxlint-disable vitest/expect-expect -- `gives` and `refuses` are the expectations here
import { describe, expect, test } from 'vitest'
import { runningClocks } from '../../src/complaint/clocks.ts'
import { sampleRulebook } from '../support/a-house.ts'
import { type ComplaintStory, type ToldOfComplaint, given } from '../support/given.ts'
import { iso, who } from '../support/rulebook.ts'
import { by, dispatched, filed, on, taken, triaged, valid } from '../support/steps.ts'

/** `DOMAIN.md` 9.3: withdrawn by the customer, and not accepted. */

const inProgress = given(filed(), triaged(), dispatched(), taken())
const at = (time: string) => on(time, [who.officer, valid.withdraw()])

describe('the customer withdraws', () => {
  test('handling ends: no clock runs, nothing more can be done, and nobody is called again', () => {
    const story = inProgress.and([who.outletManager, valid.withdraw()])
    expect(story.state.status).toBe('withdrawn')
    expect(runningClocks(story.state, sampleRulebook)).toEqual([])
    expect(story.nextAlarm()).toBeUndefined()
    story.when(who.handler, valid.investigate()).refuses('not-now')
    story.when(who.officer, valid.reopen()).refuses('not-now')
  })

  test('how they said so and where the proof is kept stand in the case', () => {
    const { state } = inProgress.when(...at('2026-03-02 15:00'))
    expect(state.ending).toEqual({
      kind: 'withdrawn',
      by: who.officer,
      at: iso('2026-03-02 15:00'),
      withdrawnAt: iso('2026-03-02 10:05'),
      mode: 'phone',
      proof: '录音 20260302-17',
    })
  })

  test('what the reply would have ended ends when they said so, the step when it was recorded', () => {
    const { clocks } = inProgress.when(...at('2026-03-02 15:00')).state
    const stopped = Object.fromEntries(clocks.map(({ code, stoppedAt }) => [code, stoppedAt]))
    expect(stopped).toMatchObject({
      statutory: iso('2026-03-02 10:05'),
      overall: iso('2026-03-02 10:05'),
      investigate: iso('2026-03-02 15:00'),
    })
  })

  test('everybody with a part in it hears so, save the one who recorded it', () => {
    expect(heard(inProgress.and([who.officer, valid.withdraw()]), 'withdrawn')).toEqual([
      who.handler,
      who.filer,
    ])
  })

  test('is recorded by the outlet’s manager or service quality, and by nobody else', () => {
    for (const person of [who.outletManager, who.officer, who.sqHead])
      inProgress.when(person, valid.withdraw()).gives({ type: 'withdrawn' })
    for (const person of [who.handler, who.unitHead, who.filer, who.director])
      inProgress.when(person, valid.withdraw()).refuses('not-you')
  })

  test.each([
    ['a time to come', { withdrawnAt: iso('2026-03-02 18:00') }, 'in-the-future'],
    ['a time before the customer first spoke', { withdrawnAt: iso('2026-03-02 09:59') }, 'before-receipt'],
    ['a way that is in no list', { mode: 'pigeon' }, 'unknown-choice'],
  ] as const)('%s is refused', (_what, but, code) => {
    inProgress.when(who.officer, valid.withdraw(but)).refuses(code)
  })
})

describe('not accepted', () => {
  const received = given(filed())
  const refuse: ToldOfComplaint = [who.sqHead, valid.notAccept()]

  test('ends it with its reason, and with who told the customer, when and how', () => {
    const story = received.and(refuse)
    expect(story.state).toMatchObject({
      status: 'not_accepted',
      ending: { reason: 'notOurProduct', toldBy: who.outletManager, mode: 'phone' },
    })
    expect(runningClocks(story.state, sampleRulebook)).toEqual([])
    expect(heard(story, 'not-accepted')).toEqual([who.filer])
  })

  test('is the service quality head’s alone, and only before a level is set', () => {
    for (const person of [who.officer, who.outletManager, who.unitHead, who.filer])
      received.when(...by(person, refuse)).refuses('not-you')
    given(filed(), triaged())
      .when(...refuse)
      .refuses('not-now')
  })

  test.each(['toldBy', 'toldAt', 'mode'] as const)('without "%s" the customer was not told', (missing) => {
    const { [missing]: _missing, ...command } = valid.notAccept()
    received.when(who.sqHead, command).refuses('customer-not-told')
  })

  test('an anonymous customer cannot be told, and need not be', () => {
    const story = given(filed({ anonymous: true }))
    story.when(who.sqHead, { step: 'notAccept', reason: 'notByPerson' }).gives({ type: 'notAccepted' })
  })

  test('the one complained about may not be who told the customer', () => {
    given(filed({ respondents: [who.outletManager] }))
      .when(...refuse)
      .refuses('recused')
  })

  test.each([
    ['a reason that is in no list', { reason: 'boring' }, 'unknown-choice'],
    ['somebody who is not in the bank', { toldBy: 'p-nobody' }, 'unknown-person'],
    ['a time to come', { toldAt: iso('2026-03-02 18:00') }, 'in-the-future'],
    ['a way that is in no list', { mode: 'pigeon' }, 'unknown-choice'],
  ] as const)('%s is refused', (_what, but, code) => {
    received.when(who.sqHead, valid.notAccept(but)).refuses(code)
  })
})

function heard({ effects }: ComplaintStory, code: string): string[] {
  return effects.flatMap(({ effect }) =>
    effect.kind === 'tell' && effect.notice.code === code ? [effect.to] : [],
  )
}
