import { blockProblems } from '../../src/sandbox/slack/block-kit-limits.ts'
import { messageRefusal, messageWarnings } from '../../src/sandbox/slack/message-limits.ts'
import { isViewTooLarge, viewProblems } from '../../src/sandbox/slack/view-limits.ts'
import type { Message } from '../../src/slack/view/blocks.ts'

/** What would Slack refuse or warn of in this message? Empty when it takes it as it is. */
export function messageFaults({ text, blocks }: Message): readonly unknown[] {
  const plain: Record<string, unknown> = { text, blocks: JSON.parse(JSON.stringify(blocks)) }
  const refusal = messageRefusal(plain)
  return [
    ...(refusal ? [refusal] : []),
    ...messageWarnings(plain),
    ...blockProblems(plain['blocks'], 'message'),
  ]
}

/** What would Slack refuse in this modal or App Home? */
export function viewFaults(view: { readonly type: string }): readonly unknown[] {
  const plain: unknown = JSON.parse(JSON.stringify(view))
  const kind = view.type === 'home' ? 'home' : 'modal'
  return [...viewProblems(plain, kind), ...(isViewTooLarge(plain) ? ['larger than 250 kB'] : [])]
}
