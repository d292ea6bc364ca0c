// oxlint-disable vitest/expect-expect -- `gives` and `refuses` are the expectations here
import { describe, expect, test } from 'vitest'
import { runningClocks } from '../../src/complaint/clocks.ts'
import { earlierOf } from '../../src/complaint/earlier.ts'
import { otherOf } from '../../src/complaint/other.ts'
import { sampleRulebook } from '../support/a-house.ts'
import { type ComplaintStory, given } from '../support/given.ts'
import { who } from '../support/rulebook.ts'
import { anotherCase, dispatched, filed, taken, triaged, valid } from '../support/steps.ts'

/** `DOMAIN.md` 9.3 and 9.6: duplicates merged, and group complaints with a parent and children. */
const received = given(filed())
const inProgress = received.and(triaged(), dispatched(), taken())

describe('a duplicate', () => {
  test('ends in the other complaint, which is told that it did', () => {
    const story = received.and([who.officer, valid.merge()])
    expect(story.state).toMatchObject({
      status: 'merged',
      mergedInto: { id: anotherCase.id },
      ending: { kind: 'merged', mode: 'phone' },
    })
    expect(runningClocks(story.state, sampleRulebook)).toEqual([])
    expect(commandsTo(story, anotherCase.id)).toMatchObject([
      { step: 'noteMerged', from: earlierOf(received.state), by: who.officer },
    ])
  })

  test('counts once as a repeat of the other one, and its facts join those that are known', () => {
    const { isOpen: _open, hasChildren: _children, ...from } = anotherCase
    const note = { step: 'noteMerged', from, by: who.officer, facts: { fundSafety: 1 } } as const
    const story = inProgress.and(['machine', note])
    expect(story.state).toMatchObject({
      repeats: 1,
      facts: { fundSafety: 1 },
      mergedFrom: [{ number: '2026-00100' }],
    })
    expect(heard(story, 'merged-in')).toEqual([who.handler, who.filer])
    story.when('machine', note).givesNothing()
  })

  test('is merged by service quality alone, and only into another one that is open', () => {
    received.when(who.outletManager, valid.merge()).refuses('not-you')
    const { other: _other, ...unseen } = valid.merge()
    received.when(who.officer, unseen).refuses('not-found')
    received.when(who.officer, valid.merge({ other: otherOf(received.state) })).refuses('same-complaint')
    received
      .when(who.officer, valid.merge({ other: { ...anotherCase, isOpen: false } }))
      .refuses('other-ended')
  })

  test('only once the customer was told, save one who gave no name', () => {
    const { toldAt: _toldAt, ...silent } = valid.merge()
    received.when(who.officer, silent).refuses('customer-not-told')
    given(filed({ anonymous: true }))
      .when(who.officer, silent)
      .gives({ type: 'merged' })
  })

  test('is not merged away while an authority waits, or while it speaks for a group', () => {
    received.and([who.officer, valid.refer()]).when(who.officer, valid.merge()).refuses('not-mergeable')
    received.and([who.officer, valid.addChild()]).when(who.officer, valid.merge()).refuses('not-mergeable')
  })
})

describe('a group', () => {
  const adds = (number: number, representative: 'yes' | 'no') =>
    [who.officer, valid.addChild({ other: child(number), representative })] as const

  test('has one parent, which tells each child', () => {
    const story = received.and(adds(1, 'yes'))
    expect(story.state.children).toMatchObject([{ number: '2026-00201', representative: true }])
    expect(commandsTo(story, child(1).id)).toMatchObject([
      { step: 'noteParent', parent: earlierOf(received.state), representative: true },
    ])
  })

  test('has at most five representatives, and any number of others', () => {
    const five = received.and(adds(1, 'yes'), adds(2, 'yes'), adds(3, 'yes'), adds(4, 'yes'), adds(5, 'yes'))
    five.when(...adds(6, 'yes')).refuses('too-many-representatives')
    five.when(...adds(6, 'no')).gives({ type: 'childAdded' })
  })

  test('a child knows its parent, once, and speaks for no group itself', () => {
    const note = {
      step: 'noteParent',
      by: who.officer,
      parent: earlierOf(given(filed()).state),
      representative: false,
    } as const
    const story = inProgress.and(['machine', { ...note, parent: { ...note.parent, number: '2026-00001' } }])
    expect(story.state.parent).toMatchObject({ number: '2026-00001', representative: false })
    story.when('machine', note).givesNothing()
    story.when(who.officer, valid.addChild()).refuses('in-other-group')
    expect(heard(story, 'group-joined')).toEqual([who.handler])
  })

  test.each([
    ['itself', otherOf(received.state), 'same-complaint'],
    ['one of another group', child(1, { parent: 'another' }), 'in-other-group'],
    ['one that speaks for a group', child(1, { hasChildren: true }), 'in-other-group'],
  ] as const)('%s is not added', (_what, other, code) => {
    received.when(who.officer, valid.addChild({ other })).refuses(code)
  })

  test('nobody is added twice, and only service quality adds', () => {
    received
      .and(adds(1, 'no'))
      .when(...adds(1, 'no'))
      .refuses('number-known')
    received.when(who.handler, valid.addChild()).refuses('not-you')
  })
})

function commandsTo({ effects }: ComplaintStory, id: string): unknown[] {
  return effects.flatMap(({ effect }) =>
    effect.kind === 'command' && effect.id === id ? [effect.command] : [],
  )
}

function heard({ effects }: ComplaintStory, code: string): string[] {
  return effects.flatMap(({ effect }) =>
    effect.kind === 'tell' && effect.notice.code === code ? [effect.to] : [],
  )
}

function child(number: number, but = {}) {
  return {
    ...anotherCase,
    id: `0195f0a0-0000-7000-8000-00000000020${number}`,
    number: `2026-0020${number}`,
    ...but,
  }
}
