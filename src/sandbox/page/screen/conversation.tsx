import { useEffect, useState } from 'react'
import type { ConversationTold } from '../../serve/told.ts'
import { kept, keyOf } from '../kept.ts'
import { Icon } from '../parts/icon.tsx'
import { useSpeech } from '../speech.tsx'
import { Composer } from './composer.tsx'
import { ConversationHead } from './conversation-head.tsx'
import { MessageList } from './message-list.tsx'
import { useScreen } from './on-screen.ts'
import { nameOf } from './sidebar.tsx'
import { Thread } from './thread.tsx'
import { markRead } from './unread.ts'

/** One conversation: its head, its messages, the place to write, and a thread beside them where one is open. */
export function Conversation({ conversation }: { conversation: ConversationTold }) {
  const { words } = useSpeech()
  const { person } = useScreen()
  const [thread, openThread] = useState<string>()
  const [readUntil] = useState(() => kept.get().read[keyOf(person.id, conversation.id)])
  useEffect(() => markRead(person.id, conversation), [person.id, conversation])
  const name = nameOf(conversation, words.page.name)
  const sign = conversation.kind === 'dm' ? '' : '#'
  return (
    <div className="conversation" data-conversation={conversation.id}>
      <div className="conversation-main">
        <ConversationHead conversation={conversation} />
        <MessageList conversation={conversation} readUntil={readUntil} onThread={openThread} />
        {conversation.isArchived ? (
          <p className="archived">
            <Icon name="archive" /> {words.conversation.archived}
          </p>
        ) : (
          <Composer conversation={conversation} hint={words.composer.message(`${sign}${name}`)} />
        )}
      </div>
      {thread !== undefined && (
        <Thread conversation={conversation} ts={thread} onClose={() => openThread(undefined)} />
      )}
    </div>
  )
}
