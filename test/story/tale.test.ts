import { describe, expect, test } from 'vitest'
import { everyScenario } from '../../src/sandbox/scenario/every-scenario.ts'
import { tellStory } from '../../src/sandbox/story.ts'

const expected = {
  'zh-CN': {
    reminder: '⏰',
    channel: '#c-2026-00002 · 频道',
    group: '#emergency-2026-001 · 频道',
    why: '规则版本 2026.2',
    recusal: '喻晴是本件被投诉人，应当回避',
    recognised: '该客户此前已有投诉',
  },
  en: {
    reminder: '⏰',
    channel: '#c-2026-00002 · channel',
    group: '#emergency-2026-001 · channel',
    why: 'policy pack 2026.2',
    recusal: 'Yu Qing is complained about in this case',
    recognised: 'This customer has complained before',
  },
} as const

const typed = { 'zh-CN': '屏幕上的表单', en: 'the form on the screen' } as const

describe.each(['zh-CN', 'en'] as const)('`npm run story` in %s', (language) => {
  test('tells every scenario step by step: reminders, the branch, level 1, a repeat, a recusal', async () => {
    const lines: string[] = []
    expect(await tellStory({ language, write: (line) => lines.push(line) })).toBe(0)
    const told = lines.join('\n')
    const read = ({ zh, en }: { zh: string; en: string }) => (language === 'en' ? en : zh)
    for (const { title, steps } of everyScenario) {
      expect(told).toContain(`━━━ ${read(title)} ━━━`)
      for (const step of steps) expect(told).toContain(` · ${read(step.title)}`)
    }
    for (const words of Object.values(expected[language])) expect(told).toContain(words)
    // A customer's name and number stand in what people type, and in nothing that the bot says.
    expect(said(lines, typed[language])).not.toMatch(/张小明|Zhang Xiaoming|13800\d{6}/)
  }, 90_000)
})

/** All that the bot said: what stands in a frame that is not of a form being filled in. */
function said(lines: readonly string[], form: string): string {
  let isForm = false
  const kept = lines.filter((line) => {
    if (line.startsWith('  ┌ ')) isForm = line.includes(form)
    return line.startsWith('  │') && !isForm
  })
  return kept.join('\n')
}
