import type { Step } from './scenario.ts'

/** The first step of whatever begins at a counter: time passes until the bank is open. */
export const opening: Step = {
  title: { zh: '等银行开门（营业时间内不必等）', en: 'The bank opens (at once, if it is open)' },
  play: (scene) => scene.opens(),
}
