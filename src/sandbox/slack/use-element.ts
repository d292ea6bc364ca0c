import { actionOf, findElement, type Choice } from './acting.ts'
import { clientWords } from './client-words.ts'
import { channelPart, commonPart, deliver, issueTrigger, userIdOf, type Desk } from './desk.ts'
import { fieldKey, fieldsOf, stateValues, type Entry, type FieldValue, type FormState } from './form-state.ts'
import { textAt, type Json } from './json.ts'
import { viewWithState, type OpenModal } from './open-modal.ts'
import { NotThere } from './not-there.ts'
import type { Member } from './people.ts'
import type { SeenMessage } from './seen.ts'
import type { SeenHome } from './sight.ts'
import { interactionRequest, type Ack } from './signed-post.ts'

export type Surface = SeenMessage | SeenHome | OpenModal

type Chosen = { readonly key: string; readonly value: FieldValue } | undefined

/** Presses or picks one element of a message, modal or App Home; the bot hears of it as block_actions. */
export async function useElement(
  desk: Desk,
  member: Member,
  use: { readonly surface: Surface; readonly choice: Choice; readonly entry: Entry | undefined },
): Promise<Ack> {
  const { surface } = use
  const found = findElement(surface.blocks, use.choice)
  const blockId = textAt(found.block, 'block_id') ?? ''
  const actionId = textAt(found.element, 'action_id') ?? ''
  const context = { actionTs: desk.stamps.next(), userIdOf: (person: string) => userIdOf(desk, person) }
  const action = actionOf(found, use.entry, context)
  const chosen = action.value ? { key: fieldKey({ blockId, actionId }), value: action.value } : undefined
  const payload = {
    type: 'block_actions',
    ...commonPart(member),
    ...placeOf(desk, member, { surface, chosen }),
    trigger_id: issueTrigger(desk, member, surface.surface === 'modal' ? surface.id : undefined),
    actions: [action.payload],
  }
  const what = `uses ${actionId}`
  const ack = await deliver(desk, member, { what, request: interactionRequest(payload), sent: payload })
  if (surface.surface === 'modal') showTrouble(desk, member, surface.id, ack)
  return ack
}

/** A modal says above its fields when the bot did not answer, until it answers again. */
function showTrouble(desk: Desk, member: Member, viewId: string, ack: Ack): void {
  const { '': _earlier, ...errors } = desk.views.find({ viewId })?.errors ?? {}
  desk.views.setErrors(viewId, ack.ok ? errors : { ...errors, '': clientWords(member.locale).trouble })
}

/** What the person has chosen in a message, by block and action, as its state goes to the bot. */
export function chosenIn(desk: Desk, member: Member, { ts, blocks }: SeenMessage): Json {
  return stateValues(fieldsOf(blocks), desk.choices.get(placeOfChoices(member, ts)) ?? new Map())
}

function placeOfChoices(member: Member, ts: string): string {
  return `${member.id} ${ts}`
}

/** Where the gesture happened, as block_actions payloads tell it, after the new choice has been kept. */
function placeOf(
  desk: Desk,
  member: Member,
  used: { readonly surface: Surface; readonly chosen: Chosen },
): Json {
  const { surface, chosen } = used
  if (surface.surface === 'message') return messagePlace(desk, member, { message: surface, chosen })
  if (chosen) desk.views.enter(surface.id, chosen.key, chosen.value)
  const view = desk.views.find({ viewId: surface.id })
  if (!view) {
    throw new NotThere(
      'modal',
      `The view ${surface.id} is gone, so nothing in it can be used. Look again at what is shown now.`,
    )
  }
  const shown = viewWithState(view)
  return { container: { type: 'view', view_id: view.id }, view: shown, state: shown['state'] }
}

function messagePlace(
  desk: Desk,
  member: Member,
  used: { readonly message: SeenMessage; readonly chosen: Chosen },
): Json {
  const { channel, ts, isEphemeral, raw, blocks } = used.message
  const place = placeOfChoices(member, ts)
  const before: FormState = desk.choices.get(place) ?? new Map()
  const state = used.chosen ? new Map([...before, [used.chosen.key, used.chosen.value]]) : before
  desk.choices.set(place, state)
  const origin = { userId: member.userId, channel, messageTs: ts, isEphemeral }
  return {
    container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: isEphemeral },
    channel: channelPart(channel),
    // Slack sends no message along when it was ephemeral.
    ...(isEphemeral ? {} : { message: raw }),
    state: { values: stateValues(fieldsOf(blocks), state) },
    response_url: desk.origin + desk.responseUrls.issue(origin),
  }
}
