import { accusedTakes } from './accused-takes.ts'
import { complainsAgain } from './complains-again.ts'
import { levelOne } from './level-one.ts'
import { nobodyAnswers } from './nobody-answers.ts'
import { ordinary } from './ordinary.ts'
import type { Scenario } from './scenario.ts'

/** Every scenario, in the order in which a newcomer may like to see them. */
export const everyScenario: readonly Scenario[] = [
  ordinary,
  nobodyAnswers,
  levelOne,
  complainsAgain,
  accusedTakes,
]
