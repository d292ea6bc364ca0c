import type { KnownBlock } from '@slack/types'
import type { MatterKind } from '../../matter/effect.ts'
import { textFor } from '../../text/text.ts'
import { section } from './blocks.ts'
import type { Reader } from './house.ts'
import { lookButton } from './step-action.ts'

/** Something of another kind than a complaint that waits for a person: a vote, a payment, an action. */
export interface WaitingRow {
  readonly matter: MatterKind
  readonly id: string
  readonly inner?: string
  /** Finished mrkdwn: what waits, of which number, until when. */
  readonly text: string
  /** By when, as an ISO instant: the next due stands first. */
  readonly due?: string
}

/** One row with the button that opens its card. */
export function waitingBlock(row: WaitingRow, { language }: Reader): KnownBlock {
  return section(row.text, lookButton(row, textFor(language).card.open))
}
