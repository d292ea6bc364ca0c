import type { ModalView } from '@slack/types'
import { type Language, textFor } from '../../text/text.ts'
import { type Message, message, plain, section } from './blocks.ts'

/** What a person reads when something broke: nothing was saved, and the reference that is also in the log. */
export function troubleMessage(reference: string, language: Language): Message {
  const words = textFor(language).trouble.nothingSaved(reference)
  return message(words, [section(`⚠️ ${words}`)])
}

/** The same inside an open modal. */
export function troubleModal(reference: string, language: Language): ModalView {
  const { trouble, modal } = textFor(language)
  return {
    type: 'modal',
    title: plain(trouble.titleTrouble, 24),
    close: plain(modal.cancel, 24),
    blocks: [section(`⚠️ ${trouble.nothingSaved(reference)}`)],
  }
}

/** The modal that opens at once, so that the trigger is not lost; it is filled when the facts are there. */
export function loadingModal(language: Language): ModalView {
  const { trouble, modal } = textFor(language)
  return {
    type: 'modal',
    title: plain(trouble.titleLoading, 24),
    close: plain(modal.cancel, 24),
    blocks: [section(trouble.loading)],
  }
}
