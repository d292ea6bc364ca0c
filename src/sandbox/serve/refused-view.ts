import { isJson, objectAt, textAt, textsAt, type Json } from '../slack/json.ts'
import type { TrafficEntry } from '../slack/traffic.ts'

/** A view that the bot wanted to show and Slack did not. */
export interface RefusedView {
  /** As `views.open`. */
  readonly method: string
  /** As `expired_trigger_id`. */
  readonly code: string
  /** What Slack found wrong in it. */
  readonly problems: readonly string[]
}

/**
 * The view that Slack refused in answer to this person's gesture, if the last one of it was refused: one asked for with its
 * trigger, for the modal it was made in or for what it opened; after the Home tab was opened, the home.
 */
export function refusedView(
  since: readonly TrafficEntry[],
  of: { readonly person: string; readonly userId: string },
): RefusedView | undefined {
  const gestures = since
    .filter(({ kind, by }) => kind === 'gesture' && by === of.person)
    .map(({ sent }) => sent)
  const asked = since.filter(({ kind, what }) => kind === 'api' && what.startsWith('views.'))
  const triggers = gestures.flatMap((sent) => textAt(sent, 'trigger_id') ?? [])
  const opened = asked.filter(({ sent }) => triggers.includes(textAt(sent, 'trigger_id') ?? ''))
  const views = [...gestures, ...opened.map(({ answer }) => (isJson(answer) ? answer : {}))].flatMap(viewIdIn)
  const isHome = gestures.some((sent) => objectAt(sent, 'event')?.['type'] === 'app_home_opened')
  const last = asked.findLast(
    (entry) =>
      opened.includes(entry) ||
      views.includes(textAt(entry.sent, 'view_id') ?? '') ||
      (isHome && entry.sent['user_id'] === of.userId),
  )
  return last && refusalIn(last)
}

function viewIdIn(json: Json): readonly string[] {
  const id = textAt(objectAt(json, 'view') ?? {}, 'id')
  return id === undefined ? [] : [id]
}

function refusalIn({ what, answer, status }: TrafficEntry): RefusedView | undefined {
  if (!isJson(answer) || answer['ok'] === true) return undefined
  const ordered = objectAt(answer, 'fault') ?? {}
  const code = textAt(answer, 'error') ?? textAt(ordered, 'error') ?? `HTTP ${status}`
  return { method: what, code, problems: textsAt(objectAt(answer, 'response_metadata') ?? {}, 'messages') }
}
