import type { ModalView } from '@slack/types'
import type { Complaint } from '../../complaint/complaint.ts'
import { type Field, choice, line, option } from '../../matter/field.ts'
import { textFor } from '../../text/text.ts'
import { personalFields } from '../../vault/personal-field.ts'
import { context, section } from '../view/blocks.ts'
import type { House, Reader } from '../view/house.ts'
import { headline } from '../view/state-of-case.ts'
import { formModal } from './modal.ts'
import { plain } from '../view/blocks.ts'

/** What is asked before clear data is shown: which one value, and why. Only values that the vault holds are offered. */
export function revealFields({ complainant }: Pick<Complaint, 'complainant'>): readonly Field[] {
  const kept = personalFields.filter((field) => Object.hasOwn(complainant, field))
  return [option('field', kept, true), choice('reason', 'revealReason', true), line('remark', false)]
}

/** The form in front of the clear data; where nothing is kept of the customer it says so and asks nothing. */
export function revealModal(form: string, complaint: Complaint, reader: Reader, house: House): ModalView {
  const { revealed, modal } = textFor(reader.language)
  if (Object.keys(complaint.complainant).length === 0) {
    return {
      type: 'modal',
      title: plain(revealed.formTitle, 24),
      close: plain(modal.cancel, 24),
      blocks: [section(revealed.nothing)],
    }
  }
  const metadata = { matter: 'complaint' as const, id: complaint.id, step: 'reveal', form }
  const above = [context(`*${headline(complaint, reader, house)}*`)]
  return formModal(
    revealFields(complaint),
    { title: revealed.formTitle, submit: revealed.submit, metadata, above },
    { form: 'reveal', reader, house, initial: {} },
  )
}
