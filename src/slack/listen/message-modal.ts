import type { ModalView } from '@slack/types'
import { plain, type Message } from '../view/blocks.ts'

/** A message shown in a modal, where there is no conversation to say it in. It asks nothing. */
export function messageModal({ text, blocks }: Message, title = text): ModalView {
  return { type: 'modal', title: plain(title, 24), close: plain('OK', 24), blocks: blocks.slice(0, 100) }
}
