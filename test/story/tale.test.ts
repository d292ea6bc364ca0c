import { describe, expect, test } from 'vitest'
import { tellStory } from '../../src/sandbox/story.ts'

const expected = {
  'zh-CN': {
    reminder: '⏰',
    channel: '#c-2026-00002 · 频道',
    group: '#emergency-2026-001 · 频道',
    why: '规则版本 2026.1',
  },
  en: {
    reminder: '⏰',
    channel: '#c-2026-00002 · channel',
    group: '#emergency-2026-001 · channel',
    why: 'policy pack 2026.1',
  },
} as const

describe.each(['zh-CN', 'en'] as const)('`npm run story` in %s', (language) => {
  test('tells filing to closing, reminders, the branch with its channel and a level-1 emergency', async () => {
    const lines: string[] = []
    expect(await tellStory({ language, write: (line) => lines.push(line) })).toBe(0)
    const told = lines.join('\n')
    for (const words of Object.values(expected[language])) expect(told).toContain(words)
    // The invented customer's name and number stand in the form that the teller fills in, and nowhere after it.
    const after = lines.slice(lines.findIndex((line) => line.includes('2026-00001')))
    expect(after.join('\n')).not.toMatch(/张小明|Zhang Xiaoming|13800000000/)
  }, 90_000)
})
