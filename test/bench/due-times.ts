import path from 'node:path'
import { dueTime } from '../../src/clock/due.ts'
import type { Limit } from '../../src/clock/limit.ts'
import { rulebookOf } from '../../src/matter/rulebook.ts'
import { loadPolicy } from '../../src/policy/policy.ts'

const limits: Readonly<Record<string, Limit>> = {
  '4wh': { workingSeconds: 4 * 3600 },
  '4BD': { workingDays: 4 },
  '15d': { calendarDays: 15 },
  '48h': { elapsedSeconds: 48 * 3600 },
}

/** Due times per second with their proof, per kind of limit, on the branch's calendar. */
export async function measureDueTimes(): Promise<{ limit: string; perSecond: number }[]> {
  const { pack, holidays } = await loadPolicy(path.join(import.meta.dirname, '../../src/policy/bank.yaml'))
  const calendar = rulebookOf(pack, holidays).business
  const first = Temporal.Instant.from('2026-09-18T08:30:00Z')
  const starts = Array.from({ length: 1000 }, (_, hour) => first.add({ minutes: 37 * hour }))
  return Object.entries(limits).map(([limit, asked]) => {
    for (const start of starts) dueTime({ start, limit: asked, calendar })
    const began = performance.now()
    for (let round = 0; round < 10; round += 1)
      for (const start of starts) dueTime({ start, limit: asked, calendar })
    return { limit, perSecond: 10_000 / ((performance.now() - began) / 1000) }
  })
}
