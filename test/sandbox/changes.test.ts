import { expect, test } from 'vitest'
import { createChanges } from '../../src/sandbox/changes.ts'

/** A listener that can be waited for. */
function aListener(changes: ReturnType<typeof createChanges>) {
  const looks = new Set<() => void>()
  let heard = 0
  const leave = changes.on(() => {
    heard += 1
    for (const look of looks) look()
  })
  return {
    leave,
    heard: () => heard,
    hears: (count: number) =>
      new Promise<void>((resolve) => {
        const look = () => heard >= count && resolve()
        looks.add(look)
        look()
      }),
  }
}

test('a change is told at once', () => {
  const changes = createChanges()
  const listener = aListener(changes)
  changes.note()
  expect(listener.heard()).toBe(1)
})

test('a burst is told twice: its first change at once, all others together when the gap is over', async () => {
  const changes = createChanges(5)
  const listener = aListener(changes)
  for (let count = 0; count < 100; count += 1) changes.note()
  expect(listener.heard()).toBe(1)
  await listener.hears(2)
  const other = createChanges(5)
  const second = aListener(other)
  other.note()
  await second.hears(1)
  expect(listener.heard()).toBe(2)
})

test('whoever has left hears nothing more', () => {
  const changes = createChanges()
  const listener = aListener(changes)
  listener.leave()
  changes.note()
  expect(listener.heard()).toBe(0)
})
