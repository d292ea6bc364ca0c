// oxlint-disable vitest/expect-expect -- `gives` and `refuses` are the expectations here
import { describe, expect, test } from 'vitest'
import { clockDue } from '../../src/complaint/clocks.ts'
import type { Complaint } from '../../src/complaint/complaint.ts'
import { nextCalls } from '../../src/complaint/calls.ts'
import type { ClockCode } from '../../src/policy/pack.ts'
import { sampleRulebook } from '../support/a-house.ts'
import { type ComplaintStory, given } from '../support/given.ts'
import { iso, local, who } from '../support/rulebook.ts'
import {
  contacted,
  dispatched,
  filed,
  investigated,
  on,
  proposed,
  taken,
  triaged,
  valid,
} from '../support/steps.ts'

/**
 * `DOMAIN.md` section 6: pauses with a reason of the pack. Monday 2 March 2026, no holiday near; taken over at 10:30, so the
 * level-3 investigation of 4 working days is due on Friday 6 March, 10:30, and the statutory limit on 17 March.
 */
const inProgress = given(filed(), triaged(), dispatched(), taken(), contacted())
const asks = (but = {}, at = '2026-03-03 10:00') => on(at, [who.handler, valid.pause(but)])
const grants = (but = {}, at = '2026-03-03 10:00') => on(at, [who.officer, valid.decidePause(but)])
const twoDays = { until: iso('2026-03-05 10:00') }
const paused = inProgress.and(asks(twoDays), grants())

describe('asking and granting', () => {
  test('whoever handles it asks, and the clocks run on until service quality grants it', () => {
    const asked = inProgress.and(asks(twoDays))
    expect(heard(asked, 'pause-wanted')).toEqual([who.officer])
    expect(dueOf('investigate', asked.state)).toBe('2026-03-06 10:30')
  })

  test('an officer who neither handles it nor answers for it needs to ask nobody', () => {
    inProgress.when(who.officer, valid.pause()).gives({ type: 'paused', by: who.officer })
  })

  test('the handler does not decide on a pause, nor anybody without the right', () => {
    const asked = inProgress.and(asks(twoDays))
    for (const person of [who.handler, who.unitHead, who.director, who.stranger, who.auditor])
      asked.when(person, valid.decidePause()).refuses('not-you')
    inProgress.when(who.stranger, valid.pause()).refuses('not-you')
  })

  test('sent back, it needs a remark, and the one who asked hears it', () => {
    const asked = inProgress.and(asks(twoDays))
    asked.when(who.officer, valid.decidePause({ decision: 'back' })).refuses('remark-missing')
    const story = asked.and(grants({ decision: 'back', remark: '可先核实其他事项。' }))
    expect(heard(story, 'pause-refused')).toEqual([who.handler])
    expect(story.state.pauseAsked).toBeUndefined()
  })

  test('there is one pause at a time, asked for or lasting', () => {
    inProgress.and(asks(twoDays)).when(who.handler, valid.pause()).refuses('paused-already')
    paused.when(who.handler, valid.pause()).refuses('paused-already')
    inProgress.when(who.officer, valid.decidePause()).refuses('nothing-asked')
    inProgress.when(who.officer, valid.resume()).refuses('not-paused')
  })
})

describe('the clocks', () => {
  test('a pause of 2 working days takes 16 working hours out: Friday 10:30 becomes Tuesday 10:30', () => {
    expect(dueOf('investigate', paused.state)).toBe('2026-03-10 10:30')
  })

  test('the statutory clock runs on: day 15 stays 17 March', () => {
    expect(dueOf('statutory', paused.state)).toBe('2026-03-17 23:59:59')
  })

  test('ended by hand after one working day it took 8 hours out: Monday 10:30', () => {
    const story = paused.and([who.handler, valid.resume(), '2026-03-04 10:00'])
    expect(dueOf('investigate', story.state)).toBe('2026-03-09 10:30')
  })

  test('the proof tells the pause with its reason', () => {
    const run = paused.state.clocks.findLast(({ code }) => code === 'investigate')
    const proof = run && clockDue(run, paused.state, sampleRulebook)?.proof
    expect(proof).toContainEqual(
      expect.objectContaining({ kind: 'pause', reasons: ['WAIT_CUSTOMER_DOC'], seconds: 172_800 }),
    )
  })

  test('a clock that stands still calls nobody; the statutory one does', () => {
    const codes = new Set(nextCalls(paused.state, sampleRulebook).map(({ clock }) => clock.run.code))
    expect([...codes]).toEqual(['statutory'])
  })

  test('what was overdue before the pause goes on calling, and its due stays', () => {
    const late = inProgress.and(
      on('2026-03-09 10:00', [who.handler, valid.pause({ until: iso('2026-03-11 10:00') })]),
      on('2026-03-09 10:00', [who.officer, valid.decidePause()]),
    )
    expect(dueOf('investigate', late.state)).toBe('2026-03-06 10:30')
    const calling = nextCalls(late.state, sampleRulebook).map(({ clock }) => clock.run.code)
    expect(calling).toContain('investigate')
  })

  test('a step that begins in a pause counts from its end', () => {
    const story = paused.and(on('2026-03-03 12:00', investigated()))
    expect(dueOf('propose', story.state)).toBe('2026-03-06 10:00')
  })

  test('the reply, or an end without one, ends the pause', () => {
    const story = paused.and([who.officer, valid.withdraw(), '2026-03-04 10:00'])
    expect(story.state.pauses?.at(-1)?.endedAt).toBe(iso('2026-03-04 10:00'))
    expect(story.nextAlarm()).toBeUndefined()
  })
})

describe('its end', () => {
  test('comes by itself, is told to handler and officer, and the clocks call again only for what lies ahead', () => {
    const story = paused.until('2026-03-05 10:00')
    expect(story.journal.at(-1)).toMatchObject({ type: 'resumed', endedAt: iso('2026-03-05 10:00') })
    expect(heard(story, 'resumed')).toEqual([who.handler, who.officer])
    expect(dueOf('investigate', story.state)).toBe('2026-03-10 10:30')
  })

  test('is the planned one also where we were asleep, so that no due time depends on us', () => {
    const story = paused.and(['clock', { step: 'tick' }, '2026-03-06 11:00'])
    expect(story.state.pauses?.[0]).toMatchObject({ endedAt: iso('2026-03-05 10:00') })
    expect(dueOf('investigate', story.state)).toBe('2026-03-10 10:30')
    expect(notices(story, 'resumed')[0]).toMatchObject({ lateSeconds: 90_000 })
  })

  test('the owner is reminded 2 working days before', () => {
    const week = inProgress.and(asks({ until: iso('2026-03-10 10:00') }), grants())
    expect(local(week.nextAlarm())).toBe('2026-03-06 10:00')
    expect(heard(week.until('2026-03-06 10:00'), 'pause-ending')).toEqual([who.handler])
  })
})

describe('the reasons and their limits', () => {
  test('papers of the customer are waited for 5 working days at most, and once', () => {
    inProgress.when(...asks({ until: iso('2026-03-10 10:01') })).refuses('pause-too-long')
    const waited = inProgress
      .and(asks({ until: iso('2026-03-10 10:00') }), grants())
      .until('2026-03-10 10:00')
    waited.when(who.handler, valid.pause({ until: iso('2026-03-11 10:00') })).refuses('pause-used-up')
  })

  test('one who cannot be reached needs three attempts on two days since the last time they were', () => {
    const pause = { pauseCode: 'WAIT_CUSTOMER_UNREACHABLE', until: iso('2026-03-06 10:00') }
    const twice = inProgress.and(tried('2026-03-02 15:00'), tried('2026-03-03 15:00'))
    twice.when(who.handler, valid.pause(pause), '2026-03-04 11:00').refuses('attempts-missing')
    twice
      .and(tried('2026-03-04 09:30'))
      .when(who.handler, valid.pause(pause), '2026-03-04 11:00')
      .gives({ type: 'pauseAsked' })
    const sameDay = inProgress.and(
      tried('2026-03-03 13:00'),
      tried('2026-03-03 14:00'),
      tried('2026-03-03 15:00'),
    )
    sameDay.when(who.handler, valid.pause(pause), '2026-03-04 11:00').refuses('attempts-missing')
  })

  test('an outside appraisal stops the statutory clock too, once the customer was told: 3 days make 20 March', () => {
    const appraisal = { pauseCode: 'WAIT_EXTERNAL_APPRAISAL', until: iso('2026-03-06 10:00') }
    inProgress.when(...asks(appraisal)).refuses('customer-not-told')
    const story = inProgress.and(
      asks({ ...appraisal, toldAt: iso('2026-03-03 09:00'), mode: 'phone' }),
      grants(),
    )
    expect(dueOf('statutory', story.state)).toBe('2026-03-20 23:59:59')
  })

  test('with an authority, only the head of service quality lets the statutory clock stand still', () => {
    const court = { pauseCode: 'WAIT_AUTHORITY', until: iso('2026-03-24 10:00') }
    const asked = inProgress.and(asks(court))
    asked.when(...grants({ stopsStatutory: 'yes' })).refuses('only-head-stops')
    const byOfficer = asked.and(grants())
    expect(dueOf('statutory', byOfficer.state)).toBe('2026-03-17 23:59:59')
    const byHead = asked.and(
      on('2026-03-03 10:00', [who.sqHead, valid.decidePause({ stopsStatutory: 'yes' })]),
    )
    expect(dueOf('statutory', byHead.state)).toBe('2026-04-07 23:59:59')
  })

  test('with an authority it is reviewed every 10 days', () => {
    const court = { pauseCode: 'WAIT_AUTHORITY', until: iso('2026-04-03 10:00') }
    const story = inProgress.and(asks(court), on('2026-03-03 10:00', [who.sqHead, valid.decidePause()]))
    const seen = story.until('2026-03-28 10:00').journal.filter(({ type }) => type === 'pauseReviewWanted')
    expect(seen.map(({ at }) => local(at))).toEqual(['2026-03-14 08:30', '2026-03-24 08:30'])
  })

  test('for papers of the customer nobody lets the statutory clock stand still', () => {
    inProgress
      .and(asks(twoDays))
      .when(who.sqHead, valid.decidePause({ stopsStatutory: 'yes' }))
      .refuses('statutory-goes-on')
  })

  test('asked of head office, the clocks run on and wait for it, which sees the case and may end it', () => {
    const asked = { pauseCode: 'WAIT_HEAD_OFFICE', until: iso('2026-03-10 10:00') }
    const story = inProgress.and(asks(asked), grants())
    expect(dueOf('investigate', story.state)).toBe('2026-03-06 10:30')
    const reminded = story
      .until('2026-03-05 10:00')
      .journal.filter((event) => event.type === 'reminded' && event.clock === 'investigate')
    expect(reminded[0]).toMatchObject({ to: [who.headOffice] })
    story.when(who.headOffice, valid.resume(), '2026-03-04 10:00').gives({ type: 'resumed' })
  })

  test.each([
    ['a reason that the pack has not', { pauseCode: 'HOLIDAY' }, 'unknown-choice'],
    ['an end that is past', { until: iso('2026-03-03 09:00') }, 'must-be-later'],
    ['a time told that has not come', { toldAt: iso('2026-03-04 10:00') }, 'in-the-future'],
    ['a way that is in no list', { mode: 'pigeon' }, 'unknown-choice'],
  ] as const)('%s is refused, and nothing changes', (_what, but, code) => {
    inProgress.when(...asks({ ...twoDays, ...but })).refuses(code)
  })

  test('after the reply nothing is paused any more', () => {
    given(filed()).when(who.officer, valid.pause()).refuses('not-now')
    inProgress.and(investigated(), proposed()).when(who.officer, valid.pause()).gives({ type: 'paused' })
  })
})

function dueOf(code: ClockCode, state: Complaint): string | undefined {
  const run = state.clocks.findLast((each) => each.code === code)
  return local(run && clockDue(run, state, sampleRulebook)?.due)
}

function notices({ effects }: ComplaintStory, code: string) {
  return effects.flatMap(({ effect }) =>
    effect.kind === 'tell' && effect.notice.code === code ? [effect.notice] : [],
  )
}

function heard({ effects }: ComplaintStory, code: string): string[] {
  return effects.flatMap(({ effect }) =>
    effect.kind === 'tell' && effect.notice.code === code ? [effect.to] : [],
  )
}

function tried(time: string) {
  return on('2026-03-04 10:00', contacted({ contactAt: iso(time), reached: 'no' }))
}
