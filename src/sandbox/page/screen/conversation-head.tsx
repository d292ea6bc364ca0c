import type { ConversationTold } from '../../serve/told.ts'
import { Mrkdwn } from '../block-kit/blocks.tsx'
import { personOf, useBank } from '../in-bank.tsx'
import { Avatar } from '../parts/avatar.tsx'
import { Icon } from '../parts/icon.tsx'
import { Popover } from '../parts/popover.tsx'
import { useSpeech } from '../speech.tsx'
import { useScreen } from './on-screen.ts'
import { iconOf, nameOf } from './sidebar.tsx'

/** The name of a conversation, what it is about, who is in it, and what is pinned and bookmarked. */
export function ConversationHead({ conversation }: { conversation: ConversationTold }) {
  const { words } = useSpeech()
  const { drawn } = useScreen()
  const { kind, topic, purpose, bookmarks } = conversation
  const about = topic === '' ? purpose : topic
  return (
    <header className="conversation-head">
      <div className="head">
        {kind === 'dm' ? (
          <Avatar of="bot" name={words.page.name} size={24} />
        ) : (
          <Icon name={iconOf(conversation)} size={18} />
        )}
        <h2>{nameOf(conversation, words.page.name)}</h2>
        {kind === 'dm' && <span className="app-badge">{words.conversation.app}</span>}
        <div className="head-topic" title={about} data-testid="topic">
          <Mrkdwn text={about} drawn={drawn} />
        </div>
        <Pinned conversation={conversation} />
        {kind === 'private' && <Members members={conversation.members} />}
      </div>
      {bookmarks.length > 0 && (
        <ul className="bookmarks" aria-label={words.conversation.bookmarks}>
          {bookmarks.map(({ title, link }) => (
            <li key={link}>
              <a href={link} target="_blank" rel="noreferrer">
                <Icon name="bookmark" size={14} />
                {title}
              </a>
            </li>
          ))}
        </ul>
      )}
    </header>
  )
}

function Members({ members }: { members: ConversationTold['members'] }) {
  const { words, say } = useSpeech()
  const bank = useBank()
  return (
    <Popover
      label={words.conversation.members(members.length)}
      buttonClass="quiet head-count"
      face={
        <>
          <Icon name="people" /> {members.length}
        </>
      }
    >
      {() => (
        <section aria-label={words.conversation.membersTitle}>
          <h2>{words.conversation.membersTitle}</h2>
          <ul className="members">
            {members.map((id) => {
              const person = personOf(bank, id)
              const name = person ? say(person.name) : words.page.name
              return (
                <li key={id}>
                  <Avatar of={id} name={name} size={24} />
                  <span>
                    {name}
                    <small>{person?.posts.map(say).join(words.page.comma)}</small>
                  </span>
                </li>
              )
            })}
          </ul>
        </section>
      )}
    </Popover>
  )
}

function Pinned({ conversation }: { conversation: ConversationTold }) {
  const { words } = useSpeech()
  const { goTo } = useScreen()
  const pinned = conversation.messages.filter(({ ts }) => conversation.pins.includes(ts))
  if (pinned.length === 0) return null
  return (
    <Popover
      label={words.conversation.pinned(pinned.length)}
      buttonClass="quiet head-count"
      face={
        <>
          <Icon name="pin" /> {pinned.length}
        </>
      }
    >
      {(close) => (
        <section aria-label={words.conversation.pinnedTitle}>
          <h2>{words.conversation.pinnedTitle}</h2>
          <ul className="pinned">
            {pinned.map(({ ts, name, time, day, text }) => (
              <li key={ts}>
                <button
                  type="button"
                  onClick={() => {
                    close()
                    goTo(conversation.id, ts)
                  }}
                >
                  <small>
                    {name} · {day} {time}
                  </small>
                  {text}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Popover>
  )
}
