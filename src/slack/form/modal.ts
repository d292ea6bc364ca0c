import type { KnownBlock, ModalView } from '@slack/types'
import type { Field } from '../../matter/field.ts'
import { textFor } from '../../text/text.ts'
import { plain } from '../view/blocks.ts'
import { type Drawing, inputsOf } from './inputs.ts'
import { type Metadata, writeMetadata } from './metadata.ts'

/** What frames the inputs of a form. */
export interface Frame {
  readonly title: string
  readonly submit: string
  readonly metadata: Metadata
  /** What stands above the inputs: proposals, limits, what is decided on. */
  readonly above?: readonly KnownBlock[]
  /** What stands below them, such as the button for more fields. */
  readonly below?: readonly KnownBlock[]
}

/**
 * A form as a modal: one input a field, its block id and action id being the field's name, so that `readForm` finds it and
 * `views.update` keeps what was typed. `callback_id` is `form:<matter>:<step>`.
 */
export function formModal(fields: readonly Field[], frame: Frame, drawing: Drawing): ModalView {
  const { metadata, above = [], below = [] } = frame
  return {
    type: 'modal',
    callback_id: `form:${metadata.matter}:${metadata.step}`,
    private_metadata: writeMetadata(metadata),
    title: plain(frame.title, 24),
    submit: plain(frame.submit, 24),
    close: plain(textFor(drawing.reader.language).modal.cancel, 24),
    blocks: [...above, ...fields.flatMap((field) => inputsOf(field, drawing)), ...below],
  }
}
