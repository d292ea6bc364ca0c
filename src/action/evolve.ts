import type { Action } from './action.ts'
import type { ActionEvent, ActionEventOf } from './event.ts'

/** The action after one more event. */
export function evolve(action: Action | undefined, event: ActionEvent): Action {
  if (event.type === 'begun') return begin(event)
  if (!action)
    throw new Error(`The journal begins with "${event.type}" and not with "begun"; it cannot be folded.`)
  return apply(action, event)
}

function begin({ type: _type, at, by, ...said }: ActionEventOf<'begun'>): Action {
  return {
    ...said,
    status: 'open',
    ...(by !== undefined && { begunBy: by }),
    begunAt: at,
    runsSince: at,
    served: [],
    extensions: [],
    finishes: [],
    checks: [],
  }
}

function apply(action: Action, event: Exclude<ActionEvent, { type: 'begun' }>): Action {
  switch (event.type) {
    case 'reminded':
      return { ...action, served: [...action.served, event.mark] }
    case 'rungReached':
      return climbed(action, event)
    case 'calledAgain':
      return { ...action, calledAt: event.at }
    case 'extensionAsked': {
      const { type: _type, ...asked } = event
      return { ...action, extensions: [...action.extensions, asked] }
    }
    case 'extensionAnswered':
      return answered(action, event)
    case 'handedOver':
      return { ...action, owner: event.owner }
    case 'finished': {
      const { type: _type, ...finish } = event
      return { ...action, status: 'done', finishes: [...action.finishes, finish] }
    }
    case 'evidenceRejected':
      return reopened(action, event)
    case 'checkWanted':
      return { ...action, checkAskedAt: event.at }
    case 'checked':
      return checked(action, event)
    case 'cancelled': {
      const { type: _type, ...cancelled } = event
      return { ...action, status: 'cancelled', cancelled }
    }
  }
}

function climbed(action: Action, { at, rung, to }: ActionEventOf<'rungReached'>): Action {
  const { gapAt: _gap, ...kept } = action
  const served = [...kept.served, `k${rung}`]
  return { ...kept, served, calledAt: at, ...(to.length === 0 && { gapAt: rung }) }
}

function answered(action: Action, { type: _type, ...answer }: ActionEventOf<'extensionAnswered'>): Action {
  const last = action.extensions.at(-1)
  if (!last) throw new Error('An extension was answered that nobody asked for; the journal cannot be folded.')
  const told = { ...action, extensions: [...action.extensions.slice(0, -1), { ...last, answer }] }
  return answer.granted ? runningUntil(told, { at: answer.at, due: last.due }) : told
}

function checked(action: Action, { type: _type, due, ...check }: ActionEventOf<'checked'>): Action {
  const cameBack = due !== undefined
  const told = { ...action, checks: [...action.checks, { ...check, cameBack }] }
  return cameBack ? reopened(told, { at: check.at, due }) : { ...told, status: 'lasting' }
}

function reopened(action: Action, running: { readonly at: string; readonly due: string }): Action {
  const { checkAskedAt: _asked, ...kept } = action
  return { ...runningUntil(kept, running), status: 'open' }
}

/** A new due begins with nothing served. */
function runningUntil(action: Action, { at, due }: { readonly at: string; readonly due: string }): Action {
  const { calledAt: _called, gapAt: _gap, ...kept } = action
  return { ...kept, runsSince: at, due, served: [] }
}
