import { CloseButton } from '../parts/close-button.tsx'
import { useRef } from 'react'
import type { ConversationTold } from '../../serve/told.ts'
import { useSpeech } from '../speech.tsx'
import { Composer } from './composer.tsx'
import { Message } from './message.tsx'
import { useScreen } from './on-screen.ts'
import { useStayAtEnd } from './use-stay-at-end.ts'

interface ThreadProps {
  readonly conversation: ConversationTold
  /** The message that the thread answers. */
  readonly ts: string
  readonly onClose: () => void
}

/** A message and its replies, with the place to write another. */
export function Thread({ conversation, ts, onClose }: ThreadProps) {
  const { words } = useSpeech()
  const { person } = useScreen()
  const { messages, isArchived } = conversation
  const shown = messages.filter((message) => message.ts === ts || message.threadTs === ts)
  const list = useRef<HTMLDivElement>(null)
  useStayAtEnd(list, shown.at(-1), person.id)
  return (
    <aside className="thread" aria-label={words.conversation.thread}>
      <header className="head">
        <h2>{words.conversation.thread}</h2>
        <CloseButton onClose={onClose} />
      </header>
      <div className="messages" ref={list}>
        <div>
          {shown.map((message) => (
            <Message key={message.ts} message={message} isArchived={isArchived} />
          ))}
        </div>
      </div>
      {!isArchived && <Composer conversation={conversation} threadTs={ts} hint={words.composer.reply} />}
    </aside>
  )
}
