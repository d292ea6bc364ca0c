import type { MessageTold } from '../../serve/told.ts'
import { useBank } from '../in-bank.tsx'
import { keyOf } from '../kept.ts'
import { Icon } from '../parts/icon.tsx'
import { MenuButton } from '../parts/menu-button.tsx'
import { useSpeech } from '../speech.tsx'
import { reactionsOffered } from './emoji.ts'
import { useScreen } from './on-screen.ts'

interface MessageActionsProps {
  readonly message: MessageTold
  readonly onThread?: () => void
}

/** What can be done with a message; it shows while the message is pointed at or has the focus. */
export function MessageActions({ message, onThread }: MessageActionsProps) {
  const { words } = useSpeech()
  const { acting } = useScreen()
  const surface = keyOf('actions', message.channel, message.ts)
  return (
    <div
      className={acting.busy[surface] === undefined ? 'message-actions' : 'message-actions is-busy'}
      role="toolbar"
      aria-label={words.conversation.actions}
    >
      <React message={message} surface={surface} />
      {onThread && (
        <button
          type="button"
          className="quiet"
          aria-label={words.conversation.reply}
          title={words.conversation.reply}
          onClick={onThread}
        >
          <Icon name="thread" />
        </button>
      )}
      <MessageShortcuts message={message} surface={surface} />
    </div>
  )
}

interface OnMessage {
  readonly message: MessageTold
  readonly surface: string
}

function React({ message: { channel, ts }, surface }: OnMessage) {
  const { words } = useSpeech()
  const { act } = useScreen().acting
  const entries = Object.entries(reactionsOffered).map(([emoji, face]) => ({
    key: emoji,
    face,
    label: `:${emoji}:`,
    onTake: () => void act(surface, emoji, { do: 'reacts', channel, ts, emoji }),
  }))
  return (
    <MenuButton
      label={words.conversation.react}
      face={<Icon name="smile" />}
      entries={entries}
      className="in-row"
    />
  )
}

function MessageShortcuts({ message: { channel, ts }, surface }: OnMessage) {
  const { words } = useSpeech()
  const { act } = useScreen().acting
  const entries = useBank()
    .shortcuts.filter(({ kind }) => kind === 'message')
    .map(({ callbackId, name }) => ({
      key: callbackId,
      face: name,
      onTake: () => void act(surface, callbackId, { do: 'messageShortcut', callbackId, channel, ts }),
    }))
  if (entries.length === 0) return null
  return <MenuButton label={words.conversation.shortcuts} face={<Icon name="dots" />} entries={entries} />
}
