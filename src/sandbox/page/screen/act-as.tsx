import { useId, useState, type KeyboardEvent } from 'react'
import type { PersonTold } from '../../serve/told.ts'
import { useBank } from '../in-bank.tsx'
import { Avatar } from '../parts/avatar.tsx'
import { Icon } from '../parts/icon.tsx'
import { Popover } from '../parts/popover.tsx'
import { showPerson, type Side } from '../shown.ts'
import { useSpeech, type Speech } from '../speech.tsx'

/** Who is at this screen, and the chooser of somebody else. */
export function ActAs({ side, person }: { side: Side; person: PersonTold }) {
  const { words, say } = useSpeech()
  return (
    <div className="act-as">
      <span className="act-as-label">{words.screen.actAs}</span>
      <Popover
        buttonClass="act-as-button"
        className="act-as-list"
        face={
          <>
            <Avatar of={person.id} name={say(person.name)} size={24} />
            <strong>{say(person.name)}</strong>
            <span className="act-as-post">{say(person.posts[0] ?? person.unit)}</span>
            <Icon name="down" size={12} />
          </>
        }
      >
        {(close) => (
          <Chooser
            chosen={person.id}
            onChoose={(id) => {
              close()
              showPerson(side, id)
            }}
          />
        )}
      </Popover>
      <span className="act-as-reads">{words.screen.reads[person.reads]}</span>
    </div>
  )
}

function Chooser({ chosen, onChoose }: { chosen: string; onChoose: (person: string) => void }) {
  const speech = useSpeech()
  const id = useId()
  const [sought, setSought] = useState('')
  const { people } = useBank()
  const [at, setAt] = useState(() => people.findIndex((person) => person.id === chosen))
  const found = people.filter((person) => isFound(person, sought))
  const active = found[Math.min(Math.max(at, 0), found.length - 1)]
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined && event.key !== 'Enter') return
    event.preventDefault()
    if (step !== undefined) setAt((before) => (before + step + found.length) % Math.max(found.length, 1))
    else if (active) onChoose(active.id)
  }
  return (
    <>
      <div className="act-as-search">
        <Icon name="search" />
        <input
          type="text"
          role="combobox"
          autoFocus
          aria-label={speech.words.screen.actAsHint}
          placeholder={speech.words.screen.actAsHint}
          aria-expanded="true"
          aria-controls={id}
          aria-activedescendant={active && `${id}-${active.id}`}
          value={sought}
          onKeyDown={onKeyDown}
          onChange={(event) => {
            setSought(event.target.value)
            setAt(0)
          }}
        />
      </div>
      <div role="listbox" id={id} aria-label={speech.words.screen.actAs} className="act-as-people">
        {found.length === 0 && <p className="small-print">{speech.words.screen.nobodyFound}</p>}
        {byUnit(found, speech).map(([unit, inUnit]) => (
          <div key={unit} role="group" aria-label={unit}>
            <div className="act-as-unit">{unit}</div>
            {inUnit.map((person) => (
              <PersonOption
                key={person.id}
                id={`${id}-${person.id}`}
                person={person}
                isActive={person === active}
                isChosen={person.id === chosen}
                onChoose={() => onChoose(person.id)}
              />
            ))}
          </div>
        ))}
      </div>
    </>
  )
}

interface PersonOptionProps {
  readonly id: string
  readonly person: PersonTold
  readonly isActive: boolean
  readonly isChosen: boolean
  readonly onChoose: () => void
}

function PersonOption({ id, person, isActive, isChosen, onChoose }: PersonOptionProps) {
  const { say, words } = useSpeech()
  return (
    <div
      ref={isActive ? scrollNear : undefined}
      role="option"
      id={id}
      aria-selected={isChosen}
      data-person={person.id}
      className={isActive ? 'act-as-person is-active' : 'act-as-person'}
      onClick={onChoose}
    >
      <Avatar of={person.id} name={say(person.name)} size={28} />
      <span>
        <b>{say(person.name)}</b>
        <small>{person.posts.map(say).join(words.page.comma)}</small>
      </span>
      {isChosen && <Icon name="check" />}
    </div>
  )
}

function scrollNear(option: HTMLElement | null): void {
  option?.scrollIntoView({ block: 'nearest' })
}

/** By name in either language, post, unit or id. */
function isFound({ id, name, posts, unit }: PersonTold, sought: string): boolean {
  const told = [id, ...[name, unit, ...posts].flatMap(({ zh, en }) => [zh, en])].join(' ').toLowerCase()
  return sought
    .toLowerCase()
    .split(/\s+/)
    .every((word) => told.includes(word))
}

function byUnit(people: readonly PersonTold[], { say }: Speech): [string, readonly PersonTold[]][] {
  return [...Map.groupBy(people, ({ unit }) => say(unit))]
}
