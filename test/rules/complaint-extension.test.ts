// oxlint-disable vitest/expect-expect -- `gives` and `refuses` are the expectations here
import { describe, expect, test } from 'vitest'
import { allowedSteps } from '../../src/complaint/allowed.ts'
import { clockDue } from '../../src/complaint/clocks.ts'
import type { Complaint } from '../../src/complaint/complaint.ts'
import type { ClockCode } from '../../src/policy/pack.ts'
import { sampleOrganisation, sampleRulebook } from '../support/a-house.ts'
import { type ComplaintStory, given } from '../support/given.ts'
import { iso, local, who } from '../support/rulebook.ts'
import {
  approved,
  contacted,
  dispatched,
  filed,
  followedUp,
  investigated,
  on,
  proposed,
  replied,
  taken,
  triaged,
  valid,
} from '../support/steps.ts'

/**
 * `DOMAIN.md` 9.2, extensions. Received on 2 March 2026: day 15 is 17 March, day 30 is 1 April, day 60 is 1 May. Two working
 * days before 17 March, 23:59:59 is Friday the 13th at closing: a working day ends at 17:00.
 */
const inProgress = given(filed(), triaged(), dispatched(), taken())
const asks = (at = '2026-03-10 10:00') => on(at, [who.handler, valid.extend()])
const grants = (at = '2026-03-10 11:00') => on(at, [who.sqHead, valid.decideExtension()])
const tells = (at = '2026-03-10 12:00', but = {}) =>
  on(at, [who.handler, valid.tellExtension({ toldAt: iso(at), ...but })])
const extended = inProgress.and(asks(), grants(), tells())

describe('from 15 to 30 days', () => {
  test('asked, granted by the head of service quality, and binding once the customer is told', () => {
    const asked = inProgress.and(asks())
    expect(heard(asked, 'extension-wanted')).toEqual([who.sqHead])
    const granted = asked.and(grants())
    expect(heard(granted, 'extension-granted')).toEqual([who.handler])
    expect(dueOf('statutory', granted.state)).toBe('2026-03-17 23:59:59')
    expect(dueOf('statutory', granted.and(tells()).state)).toBe('2026-04-01 23:59:59')
  })

  test('the overall limit of 13 days gets the same 15 days: 15 March becomes 30 March', () => {
    expect(dueOf('overall', extended.state)).toBe('2026-03-30 23:59:59')
  })

  test('who granted it, and when and how the customer was told which date, stand in the case', () => {
    expect(extended.state.extensions).toEqual([
      {
        by: who.handler,
        at: iso('2026-03-10 10:00'),
        to: 30,
        extraDays: 15,
        approver: 'sqHead',
        reason: 'complexFacts',
        grantedBy: who.sqHead,
        grantedAt: iso('2026-03-10 11:00'),
        since: iso('2026-03-10 12:00'),
        toldBy: who.handler,
        toldAt: iso('2026-03-10 12:00'),
        mode: 'phone',
        toldDate: '2026-04-01',
      },
    ])
  })

  test('the reminders of the statutory clock begin anew before the new due: 7 days before, at 09:30', () => {
    const reminded = extended
      .until('2026-03-25 10:00')
      .journal.filter((event) => event.type === 'reminded' && event.clock === 'statutory')
    expect(reminded.map(({ at }) => local(at))).toContain('2026-03-25 09:30')
  })

  test('nobody but the head of service quality grants it, and not one who asked for it', () => {
    const asked = inProgress.and(asks())
    for (const person of [who.handler, who.officer, who.unitHead, who.director, who.headOffice])
      asked.when(person, valid.decideExtension()).refuses('not-you')
    for (const person of [who.stranger, who.officer, who.director])
      inProgress.when(person, valid.extend()).refuses('not-you')
  })

  test('refused, it needs a remark, and the due stays', () => {
    const asked = inProgress.and(asks())
    asked.when(who.sqHead, valid.decideExtension({ decision: 'back' })).refuses('remark-missing')
    const story = asked.and([who.sqHead, valid.decideExtension({ decision: 'back', remark: '可按期办结。' })])
    expect(heard(story, 'extension-refused')).toEqual([who.handler])
    expect(dueOf('statutory', story.state)).toBe('2026-03-17 23:59:59')
  })
})

describe('in time', () => {
  test('it is asked for at least 2 working days before the due', () => {
    inProgress.when(...asks('2026-03-13 17:00')).gives({ type: 'extensionAsked' })
    inProgress.when(...asks('2026-03-16 09:00')).refuses('too-late-to-extend')
  })

  test('granted or told after the due, it mends nothing', () => {
    const asked = inProgress.and(asks())
    asked.when(...grants('2026-03-18 00:00')).refuses('too-late-to-extend')
    const granted = asked.and(grants('2026-03-17 23:00'))
    granted.when(...tells('2026-03-18 00:00')).refuses('too-late-to-extend')
    granted.when(...tells('2026-03-17 23:59')).gives({ type: 'extended' })
  })

  test('one is asked for at a time, and told only what was granted', () => {
    const asked = inProgress.and(asks())
    asked.when(...asks()).refuses('asked-already')
    asked.when(...tells()).refuses('nothing-asked')
    inProgress.when(...grants()).refuses('nothing-asked')
    asked
      .and(grants())
      .when(...grants())
      .refuses('nothing-asked')
  })
})

describe('from 30 to 60 days', () => {
  const asked = extended.and(asks('2026-03-20 10:00'))

  test('head office grants it, which sees the case from then on; the branch may not', () => {
    expect(heard(asked, 'extension-wanted')).toContain(who.headOffice)
    asked.when(...grants('2026-03-20 11:00')).refuses('not-you')
    const granted = asked.and(on('2026-03-20 11:00', [who.headOffice, valid.decideExtension()]))
    const told = granted.and(tells('2026-03-20 12:00', { toldDate: '2026-05-01' }))
    expect(dueOf('statutory', told.state)).toBe('2026-05-01 23:59:59')
    told.when(...asks('2026-03-21 10:00')).refuses('no-extension-left')
  })

  test('the button is head office’s alone', () => {
    const context = { organisation: sampleOrganisation, rulebook: sampleRulebook, now: asked.now }
    const able = Object.values(who).filter((person) =>
      allowedSteps(asked.state, person, context).includes('decideExtension'),
    )
    expect(able).toEqual([who.headOffice])
  })
})

describe('what cannot be', () => {
  const granted = inProgress.and(asks(), grants())

  test.each([
    ['a date beyond the new due', { toldDate: '2026-04-02' }, 'date-beyond-limit'],
    ['a date that is past', { toldDate: '2026-03-09' }, 'must-be-later'],
    ['told before it was granted', { toldAt: iso('2026-03-10 10:59') }, 'before-granting'],
    ['told in time to come', { toldAt: iso('2026-03-10 13:00') }, 'in-the-future'],
    ['a way that is in no list', { mode: 'pigeon' }, 'unknown-choice'],
  ] as const)('%s is refused', (_what, but, code) => {
    granted.when(...tells('2026-03-10 12:00', but)).refuses(code)
  })

  test('a reason that the pack has not', () => {
    inProgress.when(who.handler, valid.extend({ reason: 'lazy' })).refuses('unknown-choice')
  })

  test('a customer who gave no name cannot be told: it binds when it is granted', () => {
    const anonymous = given(filed({ anonymous: true }), triaged(), dispatched(), taken()).and(
      asks(),
      grants(),
    )
    expect(dueOf('statutory', anonymous.state)).toBe('2026-04-01 23:59:59')
  })

  test('restarted by new facts, the statutory limit is 15 days again', () => {
    const closed = extended.and(
      on('2026-03-11 10:00', contacted()),
      investigated(),
      proposed(),
      approved(),
      replied(),
      followedUp(),
      [who.officer, valid.close()],
    )
    const again = { receivedAt: iso('2026-03-12 10:00'), newFacts: 'yes' } as const
    const story = closed.and(on('2026-03-12 10:00', [who.officer, valid.reopen(again)]))
    expect(dueOf('statutory', story.state)).toBe('2026-03-27 23:59:59')
  })
})

function dueOf(code: ClockCode, state: Complaint): string | undefined {
  const run = state.clocks.findLast((each) => each.code === code)
  return local(run && clockDue(run, state, sampleRulebook)?.due)
}

function heard({ effects }: ComplaintStory, code: string): string[] {
  return effects.flatMap(({ effect }) =>
    effect.kind === 'tell' && effect.notice.code === code ? [effect.to] : [],
  )
}
