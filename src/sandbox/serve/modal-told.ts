import { objectAt, textAt, type Json } from '../slack/json.ts'
import type { Reader } from '../slack/mrkdwn-text.ts'
import type { OpenModal } from '../slack/open-modal.ts'
import type { SeenHome } from '../slack/sight.ts'
import { blocksTold } from './blocks-told.ts'
import type { ModalTold, SightTold } from './told.ts'
import { valuesTold } from './values-told.ts'

/** A modal as its person sees it, with what they have entered. */
export function modalTold({ id, title, blocks, errors, view }: OpenModal, reader: Reader): ModalTold {
  const [submit, close] = ['submit', 'close'].map((key) => textAt(objectAt(view, key) ?? {}, 'text'))
  return {
    id,
    hash: textAt(view, 'hash') ?? '',
    title,
    ...(submit !== undefined && { submit }),
    ...(close !== undefined && { close }),
    blocks: blocksTold(blocks, reader),
    values: valuesTold(blocks, stateOf(view), reader.timeZone),
    errors,
  }
}

/** The App Home as its person sees it. */
export function homeTold({ id, blocks, view }: SeenHome, reader: Reader): NonNullable<SightTold['home']> {
  return {
    id,
    blocks: blocksTold(blocks, reader),
    values: valuesTold(blocks, stateOf(view), reader.timeZone),
  }
}

function stateOf(view: Json): Json {
  return objectAt(objectAt(view, 'state') ?? {}, 'values') ?? {}
}
