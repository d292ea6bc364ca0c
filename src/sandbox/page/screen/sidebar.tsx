import type { ConversationTold } from '../../serve/told.ts'
import { useBank } from '../in-bank.tsx'
import { keyOf, useKept } from '../kept.ts'
import { Icon, type IconName } from '../parts/icon.tsx'
import { homePlace } from '../shown.ts'
import { useSpeech } from '../speech.tsx'
import { useScreen } from './on-screen.ts'
import { isUnread } from './unread.ts'

/** The conversations of one person; unread ones stand out. */
export function Sidebar({ open }: { open: string | undefined }) {
  const { words, say } = useSpeech()
  const { sight } = useScreen()
  const { organisation } = useBank()
  const channels = sight.conversations.filter(({ kind }) => kind !== 'dm')
  const direct = sight.conversations.filter(({ kind }) => kind === 'dm')
  return (
    <nav className="sidebar" aria-label={words.screen.conversations}>
      <div className="sidebar-name">{say(organisation)}</div>
      <h3>{words.screen.channels}</h3>
      <ul>
        {channels.map((each) => (
          <ConversationEntry key={each.id} conversation={each} isOpen={each.id === open} />
        ))}
      </ul>
      <h3>{words.screen.apps}</h3>
      <ul>
        {direct.map((each) => (
          <ConversationEntry key={each.id} conversation={each} isOpen={each.id === open} />
        ))}
        <li>
          <HomeEntry isOpen={open === homePlace} />
        </li>
      </ul>
    </nav>
  )
}

function HomeEntry({ isOpen }: { isOpen: boolean }) {
  const { words } = useSpeech()
  const { goTo } = useScreen()
  return <Entry icon="home" name={words.screen.home} isOpen={isOpen} onOpen={() => goTo(homePlace)} />
}

function ConversationEntry({ conversation, isOpen }: { conversation: ConversationTold; isOpen: boolean }) {
  const { words } = useSpeech()
  const { person, goTo } = useScreen()
  const { read } = useKept()
  const unread = !isOpen && isUnread(conversation, person.id, read[keyOf(person.id, conversation.id)])
  const { kind, isArchived } = conversation
  const notes = [
    kind === 'private' && words.screen.private,
    isArchived && words.screen.archived,
    unread && words.screen.unread,
  ].filter((note) => note !== false)
  return (
    <li>
      <Entry
        icon={iconOf(conversation)}
        name={nameOf(conversation, words.page.name)}
        notes={notes}
        isOpen={isOpen}
        isUnread={unread}
        onOpen={() => goTo(conversation.id)}
      />
    </li>
  )
}

interface EntryProps {
  readonly icon: IconName
  readonly name: string
  readonly notes?: readonly string[]
  readonly isOpen: boolean
  readonly isUnread?: boolean
  readonly onOpen: () => void
}

function Entry({ icon, name, notes = [], isOpen, isUnread: unread = false, onOpen }: EntryProps) {
  return (
    <button
      type="button"
      className={unread ? 'sidebar-entry is-unread' : 'sidebar-entry'}
      aria-current={isOpen ? 'page' : undefined}
      title={[name, ...notes].join(' · ')}
      onClick={onOpen}
    >
      <Icon name={icon} size={15} />
      <span className="sidebar-entry-name">{name}</span>
      {notes.length > 0 && <span className="unseen"> ({notes.join(', ')})</span>}
      {unread && <span className="dot" aria-hidden="true" />}
    </button>
  )
}

/** The name above a conversation: that of the channel, or of the one it is with. */
export function nameOf({ kind, name }: ConversationTold, bot: string): string {
  return kind === 'dm' ? bot : name
}

/** The sign before the name. */
export function iconOf({ kind, isArchived }: ConversationTold): IconName {
  if (isArchived) return 'archive'
  return ({ public: 'hash', private: 'lock', dm: 'check' } as const)[kind]
}
