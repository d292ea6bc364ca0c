import type { MessageTold } from '../../serve/told.ts'
import { fieldName } from '../../serve/field-name.ts'
import { Blocks, Mrkdwn } from '../block-kit/blocks.tsx'
import { personOf, useBank } from '../in-bank.tsx'
import { keyOf } from '../kept.ts'
import { Avatar } from '../parts/avatar.tsx'
import { Icon } from '../parts/icon.tsx'
import { useSpeech } from '../speech.tsx'
import { emojiFor } from './emoji.ts'
import { MessageActions } from './message-actions.tsx'
import { noticeWords } from './notice-words.ts'
import { useScreen } from './on-screen.ts'
import { isNotice } from './unread.ts'

interface MessageProps {
  readonly message: MessageTold
  readonly isPinned?: boolean
  readonly isArchived: boolean
  readonly replies?: number
  /** Opens its thread; a reply has none of its own. */
  readonly onThread?: () => void
}

/** One message as Slack draws it: who wrote it and when, what it says, what stands under it. */
export function Message({ message, isPinned = false, isArchived, replies = 0, onThread }: MessageProps) {
  const { words } = useSpeech()
  const name = useNameOf(message)
  return (
    <article
      className={['message', message.isEphemeral && 'is-ephemeral', isPinned && 'is-pinned']
        .filter(Boolean)
        .join(' ')}
      tabIndex={0}
      data-ts={message.ts}
      data-from={message.from}
      aria-label={`${name} ${message.time}`}
    >
      <Avatar of={message.from} name={name} />
      <div className="message-body">
        {message.isEphemeral && (
          <div className="message-note">
            <Icon name="eye" size={13} /> {words.conversation.onlyYou}
          </div>
        )}
        {isPinned && (
          <div className="message-note">
            <Icon name="pin" size={13} /> {words.conversation.isPinned}
          </div>
        )}
        <div className="message-head">
          <strong>{name}</strong>
          {message.from === 'bot' && <span className="app-badge">{words.conversation.app}</span>}
          <time>{message.time}</time>
        </div>
        {isNotice(message) ? <Notice message={message} /> : <Content message={message} />}
        <Under message={message} />
        {replies > 0 && onThread && (
          <button type="button" className="replies" onClick={onThread}>
            <Icon name="thread" size={14} /> {words.conversation.replies(replies)}
          </button>
        )}
      </div>
      {!message.isEphemeral && !isArchived && (
        <MessageActions message={message} {...(onThread && { onThread })} />
      )}
    </article>
  )
}

/** People in the reader's language; the bot and Slack as they call themselves. */
function useNameOf({ from, name }: MessageTold): string {
  const { say } = useSpeech()
  const person = personOf(useBank(), from)
  return person ? say(person.name) : name
}

function Content({ message }: { message: MessageTold }) {
  const { words } = useSpeech()
  const { drawn, acting } = useScreen()
  const { channel, ts, text, blocks, values } = message
  const surface = keyOf(channel, ts)
  const busy = acting.busy[surface]
  const edited = message.isEdited && <span className="edited">{words.conversation.edited}</span>
  if (blocks.length === 0)
    return (
      <div className="message-text">
        <Mrkdwn text={text} drawn={drawn} />
        {edited}
      </div>
    )
  return (
    <div className="message-blocks">
      <Blocks
        blocks={blocks}
        values={values}
        drawn={drawn}
        {...(busy !== undefined && { busy })}
        onUse={(blockId, actionId, entry) =>
          void acting.act(surface, fieldName(blockId, actionId), {
            do: 'use',
            surface: { kind: 'message', channel, ts },
            blockId,
            actionId,
            entry,
          })
        }
      />
      {edited}
    </div>
  )
}

function Notice({ message }: { message: MessageTold }) {
  const { words } = useSpeech()
  const { drawn } = useScreen()
  return (
    <div className="message-text is-notice">
      <Mrkdwn text={noticeWords(message, words)} drawn={drawn} />
    </div>
  )
}

function Under({ message: { files, reactions } }: { message: MessageTold }) {
  const { words } = useSpeech()
  return (
    <>
      {files.map((file) => (
        <div key={file} className="file" title={words.conversation.file}>
          <Icon name="file" /> {file}
        </div>
      ))}
      {reactions.length > 0 && (
        <div className="reactions">
          {reactions.map((reaction) => (
            <span key={reaction} className="reaction" title={`:${reaction}:`}>
              {emojiFor(reaction)}
            </span>
          ))}
        </div>
      )}
    </>
  )
}
