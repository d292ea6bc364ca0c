import type { Stage } from '../stage.ts'
import type { Scenario } from './scenario.ts'

/** Which of the people that a scenario needs are not in the workspace? */
export function missingFrom({ slack }: Stage, scenario: Scenario): string[] {
  return peopleOf(scenario).filter((person) => {
    try {
      slack.userIdOf(person)
      return false
    } catch {
      return true
    }
  })
}

/** The language that a scenario's people read, by the first of them who acts; all of them must be in the workspace. */
export function languageOf({ slack }: Stage, scenario: Scenario): 'zh-CN' | 'en' {
  const [first] = scenario.steps.flatMap(({ actor }) => actor ?? [])
  return first !== undefined && slack.readerFor(first).locale.startsWith('en') ? 'en' : 'zh-CN'
}

function peopleOf({ steps }: Scenario): string[] {
  return [...new Set(steps.flatMap(({ actor, watch }) => [actor ?? [], watch ?? []].flat()))]
}
