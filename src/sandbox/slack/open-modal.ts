import { clientWords } from './client-words.ts'
import { clientErrors } from './form-checks.ts'
import {
  enteredValue,
  fieldKey,
  fieldsOf,
  initialValue,
  shownValue,
  stateValues,
  type Entry,
  type Field,
} from './form-state.ts'
import { commonPart, deliver, issueTrigger, userIdOf, type Desk } from './desk.ts'
import { flagAt, isJson, objectAt, objectsAt, textAt, type Json } from './json.ts'
import { NotThere } from './not-there.ts'
import type { Member } from './people.ts'
import { interactionRequest, type Ack } from './signed-post.ts'
import { viewRefusal } from './views-api.ts'
import { viewObject, type View } from './views.ts'

export type ShownField = Field & {
  /** What it holds now, as one line of text. */
  readonly value: string
  readonly error?: string
}

/** What became of pressing submit. Errors are by block id; those the client finds never reach the bot. */
export type Submission = Ack & {
  readonly errors: Readonly<Record<string, string>>
  /** Is this modal gone from the person's screen? */
  readonly closed: boolean
}

/** The modal on top of a person's screen, as it is at this moment. */
export type OpenModal = {
  readonly surface: 'modal'
  readonly id: string
  readonly title: string
  readonly callbackId: string
  readonly blocks: readonly Json[]
  readonly fields: readonly ShownField[]
  /** By block id; under the empty key, what concerns the whole form. */
  readonly errors: Readonly<Record<string, string>>
  readonly view: Json
}

export type ModalHands = OpenModal & {
  /** Enters values by `fieldKey`, block id, action id or label; answers with the modal as it is then. */
  readonly fillIn: (entries: Readonly<Record<string, Entry>>) => ModalHands
  readonly submit: () => Promise<Submission>
  readonly cancel: () => Promise<Ack | undefined>
}

/** The modal as it looks now. */
export function shownModal(view: View): OpenModal {
  const { content } = view
  return {
    surface: 'modal',
    id: view.id,
    title: textAt(objectAt(content, 'title') ?? {}, 'text') ?? '',
    callbackId: textAt(content, 'callback_id') ?? '',
    blocks: objectsAt(content, 'blocks'),
    fields: viewFields(view).map((field) => shownField(view, field)),
    errors: view.errors,
    view: viewWithState(view),
  }
}

function shownField(view: View, field: Field): ShownField {
  const error = view.errors[field.blockId]
  const value = shownValue(view.state.get(fieldKey(field)) ?? initialValue(field))
  return { ...field, value, ...(error === undefined ? {} : { error }) }
}

function viewFields(view: View): readonly Field[] {
  return fieldsOf(objectsAt(view.content, 'blocks'))
}

/** The view as payloads carry it, with what was entered. */
export function viewWithState(view: View): Json {
  return viewObject(view, stateValues(viewFields(view), view.state))
}

/** The modal with the means to fill it in, submit it and cancel it. */
export function modalInHand(desk: Desk, member: Member, viewId: string): ModalHands {
  const view = currentView(desk, viewId)
  return {
    ...shownModal(view),
    fillIn(entries) {
      for (const [name, entry] of Object.entries(entries)) enter(desk, currentView(desk, viewId), name, entry)
      return modalInHand(desk, member, viewId)
    },
    submit: () => submit(desk, member, viewId),
    cancel: () => cancel(desk, member, viewId),
  }
}

function currentView(desk: Desk, viewId: string): View {
  const view = desk.views.find({ viewId })
  if (view) return view
  throw new NotThere(
    'modal',
    `The modal ${viewId} is closed. Ask for modal() again to see which one is open now.`,
  )
}

function enter(desk: Desk, view: View, name: string, entry: Entry): void {
  const fields = viewFields(view)
  const field =
    fields.find((each) => fieldKey(each) === name) ??
    fields.find((each) => each.blockId === name) ??
    fields.find((each) => each.actionId === name) ??
    fields.find((each) => each.label === name)
  if (!field) {
    const offers = fields.map((each) => `${each.label} (${each.blockId})`).join(', ')
    throw new Error(`The modal has no field "${name}". It has: ${offers || 'none'}. Name one of these.`)
  }
  desk.views.enter(
    view.id,
    fieldKey(field),
    enteredValue(field, entry, (person) => userIdOf(desk, person)),
  )
}

async function submit(desk: Desk, member: Member, viewId: string): Promise<Submission> {
  const view = currentView(desk, viewId)
  const found = clientErrors(viewFields(view), view.state, member.locale)
  if (Object.keys(found).length > 0) {
    desk.views.setErrors(viewId, found)
    return { ok: false, status: 0, body: '', ms: 0, errors: found, closed: false }
  }
  const payload = {
    type: 'view_submission',
    ...commonPart(member),
    trigger_id: issueTrigger(desk, member, viewId),
    view: viewWithState(view),
    response_urls: [],
  }
  const ack = await deliver(desk, member, {
    what: `submits ${textAt(view.content, 'callback_id') ?? 'a modal'}`,
    request: interactionRequest(payload),
    sent: payload,
  })
  return settle(desk, member, view, ack)
}

/** Does to the screen what the answer to a submission says. */
function settle(desk: Desk, member: Member, view: View, ack: Ack): Submission {
  const { views } = desk
  const useless = (unfit: Ack) => unusable(desk, member, view, unfit)
  if (!ack.ok) return useless(ack)
  const answer = isJson(ack.body) ? ack.body : {}
  switch (answer['response_action']) {
    case undefined:
      if (ack.body !== '' && !isJson(ack.body)) return useless(invalid(ack, 'the body is not empty'))
      views.pop(member.userId)
      return { ...ack, errors: {}, closed: true }
    case 'clear':
      views.clear(member.userId)
      return { ...ack, errors: {}, closed: true }
    case 'errors':
      return showErrors(desk, member, view, ack)
    case 'update':
    case 'push':
      return showNext(desk, member, view, { ack, action: answer['response_action'], next: answer['view'] })
    default:
      return useless(invalid(ack, `unknown response_action ${String(answer['response_action'])}`))
  }
}

function showErrors(desk: Desk, member: Member, view: View, ack: Ack): Submission {
  const answered = isJson(ack.body) ? (objectAt(ack.body, 'errors') ?? {}) : {}
  const blocks = viewFields(view)
    .filter((field) => field.isInput)
    .map((field) => field.blockId)
  const stray = Object.keys(answered).find((blockId) => !blocks.includes(blockId))
  if (stray !== undefined || Object.keys(answered).length === 0) {
    return unusable(
      desk,
      member,
      view,
      invalid(ack, `errors must name input blocks; seen: ${stray ?? 'none'}`),
    )
  }
  const errors = Object.fromEntries(
    Object.entries(answered).map(([blockId, words]) => [blockId, String(words)]),
  )
  desk.views.setErrors(view.id, errors)
  return { ...ack, errors, closed: false }
}

function showNext(
  desk: Desk,
  member: Member,
  view: View,
  step: { readonly ack: Ack; readonly action: 'update' | 'push'; readonly next: unknown },
): Submission {
  const { ack, action, next } = step
  const refused = viewRefusal(desk.views, next, 'modal', action === 'update' ? view.id : undefined)
  if (refused || !isJson(next)) return unusable(desk, member, view, invalid(ack, JSON.stringify(refused)))
  if (action === 'update') desk.views.update(view.id, next)
  else if (typeof desk.views.push(member.userId, next) === 'string') {
    return unusable(desk, member, view, invalid(ack, 'push_limit_reached'))
  }
  return { ...ack, errors: {}, closed: false }
}

function invalid(ack: Ack, detail: string): Ack {
  return { ...ack, ok: false, error: 'invalid_answer', detail }
}

function unusable(desk: Desk, member: Member, view: View, ack: Ack): Submission {
  const errors = { '': clientWords(member.locale).trouble }
  desk.views.setErrors(view.id, errors)
  return { ...ack, errors, closed: false }
}

async function cancel(desk: Desk, member: Member, viewId: string): Promise<Ack | undefined> {
  const view = currentView(desk, viewId)
  const clears = flagAt(view.content, 'clear_on_close')
  const shown = viewWithState(view)
  if (clears) desk.views.clear(member.userId)
  else desk.views.pop(member.userId)
  if (!flagAt(view.content, 'notify_on_close')) return undefined
  const payload = { type: 'view_closed', ...commonPart(member), view: shown, is_cleared: clears }
  return deliver(desk, member, {
    what: 'cancels a modal',
    request: interactionRequest(payload),
    sent: payload,
  })
}
