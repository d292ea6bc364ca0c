import type { Lane, LanedEffect, Notice } from '../matter/effect.ts'
import type { Context } from '../matter/matter.ts'
import type { PersonId } from '../organisation/organisation.ts'
import { sqHeadOf } from '../organisation/service-quality.ts'
import { unitHeadOf } from '../organisation/unit-people.ts'
import type { Action } from './action.ts'
import type { ActionEvent, ActionEventOf } from './event.ts'
import { approversFor, ownersOf, watchersOf } from './people.ts'

/** What came later than this after it was owed is told as our own delay. */
const confessAfterSeconds = 60

/** Who must hear of it, what must change outside? Nobody complained about in its case hears of the action. */
export function react(
  event: ActionEvent,
  before: Action | undefined,
  action: Action,
  context: Context,
): LanedEffect[] {
  const effects = reactions(event, before, action, context)
  return effects.filter(({ effect }) => effect.kind !== 'tell' || !action.respondents.includes(effect.to))
}

function reactions(
  event: ActionEvent,
  before: Action | undefined,
  action: Action,
  context: Context,
): LanedEffect[] {
  const owners = ownersOf(action, context)
  const watchers = watchersOf(action, context)
  switch (event.type) {
    case 'begun':
      return tell(others(owners, event.by), { code: 'action-yours', due: event.due, ...byOf(event) })
    case 'reminded':
      return tell(event.to, { code: 'action-due', due: event.due, ...late(event) })
    case 'rungReached':
    case 'calledAgain':
      return overdue(event, watchers)
    case 'extensionAsked': {
      const [approver] = approversFor(action, context)
      const { by, due, reason, remark } = event
      const notice = { code: 'action-extension-wanted' as const, by, due, reason }
      return tell(present(approver), { ...notice, ...(remark !== undefined && { remark }) })
    }
    case 'extensionAnswered': {
      const code = event.granted ? 'action-extended' : 'action-extension-refused'
      const remark = event.remark === undefined ? {} : { remark: event.remark }
      const asked = before?.extensions.at(-1)?.by
      return tell(others([...owners, asked], event.by), { code, by: event.by, due: action.due, ...remark })
    }
    case 'handedOver': {
      const notice = { code: 'action-yours' as const, by: event.by, due: action.due, reason: event.reason }
      return tell(others(owners, event.by), notice)
    }
    case 'finished':
      return tell(others(watchers, event.by), {
        code: 'action-finished',
        by: event.by,
        remark: event.evidence,
      })
    case 'evidenceRejected':
      return tell(others(owners, event.by), {
        code: 'action-sent-back',
        by: event.by,
        due: event.due,
        remark: event.remark,
      })
    case 'checkWanted':
      return checkWanted(event, action, watchers)
    case 'checked':
      return checked(event, action, context)
    case 'cancelled':
      return tell(others(owners, event.by), {
        code: 'action-cancelled',
        reason: event.reason,
        ...byOf(event),
      })
  }
}

/** Where nobody stands on a rung, service quality hears of it instead. */
function overdue(
  event: ActionEventOf<'rungReached'> | ActionEventOf<'calledAgain'>,
  watchers: readonly PersonId[],
): LanedEffect[] {
  const { to, rung, due } = event
  const heard = to.length > 0 ? to : watchers
  return tell(heard, { code: 'action-overdue', rung, due, ...late(event) }, 'alert')
}

/** The house counts the like complaints and answers; where none are named, or it did not, service quality does. */
function checkWanted(
  { again, owedAt }: ActionEventOf<'checkWanted'>,
  action: Action,
  watchers: readonly PersonId[],
): LanedEffect[] {
  const byHand = tell(watchers, { code: 'action-check-wanted', due: owedAt })
  const since = action.finishes.at(-1)?.at
  if (!action.like || since === undefined) return byHand
  const { branch, like } = action
  return [{ lane: 'work', effect: { kind: 'countLike', branch, ...like, since } }, ...(again ? byHand : [])]
}

function checked(event: ActionEventOf<'checked'>, action: Action, context: Context): LanedEffect[] {
  const owners = ownersOf(action, context)
  const told = { ...byOf(event), count: event.count }
  if (event.due === undefined) return tell(others(owners, event.by), { code: 'action-lasting', ...told })
  const { organisation, now } = context
  const people = [
    ...owners,
    ...unitHeadOf(organisation, action.unit, now),
    ...watchersOf(action, context),
    ...sqHeadOf(organisation, action.branch, now),
  ]
  return tell(others(people, event.by), { code: 'action-came-back', due: event.due, ...told }, 'alert')
}

function tell(to: readonly PersonId[], notice: Notice, lane: Lane = 'work'): LanedEffect[] {
  return [...new Set(to)].map((person) => ({ lane, effect: { kind: 'tell', to: person, notice } }))
}

function byOf({ by }: { readonly by?: string }): { by?: string } {
  return by === undefined ? {} : { by }
}

function late({ at, owedAt }: { at: string; owedAt: string }): { lateSeconds?: number } {
  const seconds = Math.round(Temporal.Instant.from(at).since(Temporal.Instant.from(owedAt)).total('seconds'))
  return seconds > confessAfterSeconds ? { lateSeconds: seconds } : {}
}

function others(people: readonly (PersonId | undefined)[], by: PersonId | undefined): PersonId[] {
  return people.filter((person) => person !== undefined).filter((person) => person !== by)
}

function present(person: PersonId | undefined): PersonId[] {
  return person === undefined ? [] : [person]
}
