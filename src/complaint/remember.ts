import type { Rulebook } from '../matter/matter.ts'
import type { ClockRun, Complaint } from './complaint.ts'
import { pauseKey } from './pausing.ts'

/** How many answers are kept: the clocks of some hundred complaints. */
const most = 1000

type Question<Answer> = (run: ClockRun, complaint: Complaint, rulebook: Rulebook) => Answer

/**
 * The same question, answered from memory where it was asked before: one decision asks for the same few clocks again and
 * again, and took three times as long without. Only for answers that depend on nothing but what `keyOf` names, the
 * complaint's level, its statutory clock, its pauses and the rulebook.
 */
export function remember<Answer>(keyOf: (run: ClockRun) => string, ask: Question<Answer>): Question<Answer> {
  const memories = new WeakMap<Rulebook, Map<string, { answer: Answer }>>()
  return (run, complaint, rulebook) => {
    const memory = memories.get(rulebook) ?? new Map<string, { answer: Answer }>()
    const statutory = statutoryRunOf(complaint)
    const key = `${keyOf(run)} ${complaint.level} ${statutory?.startedAt} ${statutory?.extraDays} ${pauseKey(complaint)}`
    const known = memory.get(key)
    if (known) return known.answer
    const answer = ask(run, complaint, rulebook)
    if (memory.size >= most) memory.clear()
    memories.set(rulebook, memory.set(key, { answer }))
    return answer
  }
}

/** The statutory clock while it runs. */
export function statutoryRunOf({ clocks }: Complaint): ClockRun | undefined {
  return clocks.find(({ code, stoppedAt }) => code === 'statutory' && !stoppedAt)
}
