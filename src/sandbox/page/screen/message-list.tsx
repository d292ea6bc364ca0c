import { useQuery } from '@tanstack/react-query'
import { Fragment, useLayoutEffect, useRef, type KeyboardEvent } from 'react'
import type { ConversationTold, MessageTold } from '../../serve/told.ts'
import { useSpeech, type Speech } from '../speech.tsx'
import { clockQuery } from '../use-told.ts'
import { Message } from './message.tsx'
import { useScreen } from './on-screen.ts'
import { isNewTo } from './unread.ts'
import { useStayAtEnd } from './use-stay-at-end.ts'

interface MessageListProps {
  readonly conversation: ConversationTold
  /** Until where it had been read when it was opened; nothing where it never was. */
  readonly readUntil: string | undefined
  readonly onThread: (ts: string) => void
}

/** The messages of a conversation by day, without the replies in threads. Arrows move among them. */
export function MessageList({ conversation, readUntil, onThread }: MessageListProps) {
  const speech = useSpeech()
  const { person, wanted } = useScreen()
  const today = useQuery(clockQuery).data?.local.slice(0, 10)
  const { messages } = conversation
  const roots = rootsOf(messages)
  const firstNew =
    readUntil === undefined ? undefined : roots.find((each) => isNewTo(each, person.id, readUntil))
  const list = useRef<HTMLDivElement>(null)
  useStayAtEnd(list, roots.at(-1), person.id)
  useLayoutEffect(() => {
    if (wanted !== undefined) showMessage(list.current, wanted)
  }, [wanted])
  return (
    <div
      className="messages"
      ref={list}
      role="log"
      aria-label={speech.words.conversation.messages}
      onKeyDown={moveByArrow}
    >
      <div>
        {roots.length === 0 && <p className="nothing">{speech.words.screen.nothingHere}</p>}
        {roots.map((message, index) => (
          <Fragment key={message.ts}>
            {message.day !== roots[index - 1]?.day && (
              <div className="day" role="separator">
                <span>{dayWords(message.day, today, speech)}</span>
              </div>
            )}
            {message === firstNew && (
              <div className="new-line" role="separator">
                <span>{speech.words.conversation.newMessages}</span>
              </div>
            )}
            <Message
              message={message}
              isPinned={conversation.pins.includes(message.ts)}
              isArchived={conversation.isArchived}
              replies={messages.filter(({ threadTs }) => threadTs === message.ts).length}
              onThread={() => onThread(message.ts)}
            />
          </Fragment>
        ))}
      </div>
    </div>
  )
}

/** Replies whose message is gone stand for themselves. */
function rootsOf(messages: readonly MessageTold[]): readonly MessageTold[] {
  const known = new Set(messages.map(({ ts }) => ts))
  return messages.filter(({ threadTs }) => threadTs === undefined || !known.has(threadTs))
}

function showMessage(list: HTMLElement | null, ts: string): void {
  const message = list?.querySelector<HTMLElement>(`[data-ts="${CSS.escape(ts)}"]`)
  message?.scrollIntoView({ block: 'center' })
  message?.focus({ preventScroll: true })
}

function moveByArrow(event: KeyboardEvent<HTMLElement>): void {
  const { target, currentTarget, key } = event
  const step = { ArrowDown: 1, ArrowUp: -1 }[key]
  if (step === undefined || !(target instanceof HTMLElement) || !target.matches('.message')) return
  event.preventDefault()
  const messages = [...currentTarget.querySelectorAll<HTMLElement>('.message')]
  messages[messages.indexOf(target) + step]?.focus()
}

function dayWords(day: string, today: string | undefined, { language, words }: Speech): string {
  const date = new Date(`${day}T00:00:00Z`)
  if (day === today) return words.conversation.today
  const next = new Date(date.getTime() + 86_400_000).toISOString().slice(0, 10)
  if (next === today) return words.conversation.yesterday
  return date.toLocaleDateString(language === 'zh' ? 'zh-CN' : 'en-GB', {
    weekday: 'long',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    timeZone: 'UTC',
  })
}
