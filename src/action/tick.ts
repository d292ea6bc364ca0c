import { isoOf } from '../matter/iso.ts'
import type { Context } from '../matter/matter.ts'
import type { Action } from './action.ts'
import { type Call, checkDue, heard, nextCalls } from './calls.ts'
import type { ActionEvent } from './event.ts'
import { evolve } from './evolve.ts'
import { calleesOf } from './people.ts'

/** When must the action next be looked at? The next call while it is open, the check once it is done; after quiet hours. */
export function nextAlarm(
  action: Action,
  { rulebook, now }: Pick<Context, 'rulebook' | 'now'>,
): Temporal.Instant | undefined {
  const owed = nextCalls(action, rulebook)[0]?.at ?? checkDue(action, rulebook)
  if (!owed) return undefined
  const isLate = Temporal.Instant.compare(owed, now) <= 0
  return heard(isLate && isQuiet({ rulebook, now }) ? now : owed, rulebook)
}

/** What the clock decides: every call owed by now, in order, each once; or the check. Nobody is called in quiet hours. */
export function tick(action: Action, context: Context): ActionEvent[] {
  if (isQuiet(context)) return []
  const events: ActionEvent[] = []
  let state = action
  for (let next = nextEvent(state, context); next; next = nextEvent(state, context)) {
    events.push(next)
    state = evolve(state, next)
  }
  return events
}

function nextEvent(action: Action, context: Context): ActionEvent | undefined {
  const [call] = nextCalls(action, context.rulebook)
  if (call) return isOwed(call.at, context) ? called(call, action, context) : undefined
  const check = checkDue(action, context.rulebook)
  if (!check || !isOwed(check, context)) return undefined
  const again = action.checkAskedAt !== undefined
  return { type: 'checkWanted', at: isoOf(context.now), owedAt: owedAtOf(check, context), again }
}

function called(call: Call, action: Action, context: Context): ActionEvent {
  const base = {
    at: isoOf(context.now),
    owedAt: owedAtOf(call.at, context),
    due: action.due,
    to: calleesOf(call.to, action, context),
  }
  switch (call.kind) {
    case 'reminder':
      return { type: 'reminded', ...base, mark: call.mark }
    case 'rung':
      return { type: 'rungReached', ...base, rung: call.rung }
    case 'repeat':
      return { type: 'calledAgain', ...base, rung: call.rung }
  }
}

/** When it could have been heard: what waited for the morning is not late. */
function owedAtOf(at: Temporal.Instant, { now, rulebook }: Context): string {
  const owed = heard(at, rulebook)
  return isoOf(Temporal.Instant.compare(owed, now) < 0 ? owed : now)
}

function isOwed(at: Temporal.Instant, { now }: Context): boolean {
  return Temporal.Instant.compare(at, now) <= 0
}

function isQuiet({ rulebook, now }: Pick<Context, 'rulebook' | 'now'>): boolean {
  return Temporal.Instant.compare(heard(now, rulebook), now) > 0
}
