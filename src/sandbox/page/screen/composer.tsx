import { useId, useState, type KeyboardEvent } from 'react'
import type { ConversationTold } from '../../serve/told.ts'
import { useBank } from '../in-bank.tsx'
import { keyOf } from '../kept.ts'
import { Icon } from '../parts/icon.tsx'
import { MenuButton } from '../parts/menu-button.tsx'
import { useSpeech } from '../speech.tsx'
import { draft, giveBack, useDraft } from '../typed.ts'
import { completionsFor, isWholeCommand, type Completion } from './completions.ts'
import { useScreen } from './on-screen.ts'

interface ComposerProps {
  readonly conversation: ConversationTold
  readonly threadTs?: string
  /** What stands in it while nothing is typed. */
  readonly hint: string
}

/** Where messages and commands are written. What could not be sent comes back. */
export function Composer({ conversation, threadTs, hint }: ComposerProps) {
  const { words } = useSpeech()
  const key = useComposerKey(conversation, threadTs)
  const text = useDraft(key)
  const id = useId()
  const { isBusy, send } = useSending(conversation, key, threadTs)
  const completing = useCompleting(text, (line) => draft(key, line))
  const { completions, active } = completing
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || completing.onKeyDown(event)) return
    if (event.key !== 'Enter' || event.shiftKey) return
    event.preventDefault()
    send(text)
  }
  return (
    <div className="composer">
      {completions.length > 0 && (
        <Completions id={id} completions={completions} active={active} onTake={completing.take} />
      )}
      <textarea
        role="combobox"
        rows={Math.min(6, text.split('\n').length)}
        aria-label={hint}
        placeholder={hint}
        aria-expanded={completions.length > 0}
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={active >= 0 && completions.length > 0 ? `${id}-${active}` : undefined}
        value={text}
        onChange={(event) => {
          completing.reopen()
          draft(key, event.target.value)
        }}
        onKeyDown={onKeyDown}
      />
      <div className="composer-foot">
        {threadTs === undefined && <GlobalShortcuts />}
        <small>{threadTs === undefined && words.composer.commandHint}</small>
        <button
          type="button"
          className={isBusy ? 'send is-busy' : 'send'}
          disabled={isBusy || text.trim() === ''}
          aria-label={words.composer.send}
          title={words.composer.send}
          onClick={() => send(text)}
        >
          <Icon name="send" />
        </button>
      </div>
    </div>
  )
}

function useComposerKey({ id }: ConversationTold, threadTs = ''): string {
  return keyOf(useScreen().person.id, id, threadTs)
}

function useSending({ id: channel }: ConversationTold, key: string, threadTs: string | undefined) {
  const { words } = useSpeech()
  const { acting } = useScreen()
  const surface = keyOf('composer', key)
  const isBusy = acting.busy[surface] !== undefined
  async function sendLine(line: string): Promise<void> {
    const [command = '', ...rest] = line.split(' ')
    if (line.startsWith('/') && threadTs !== undefined) {
      const said = words.composer.noCommandInThread
      acting.say({ ok: false, said: { zh: said, en: said } })
      return
    }
    draft(key, '')
    const thread = threadTs === undefined ? {} : { threadTs }
    const worked = await (line.startsWith('/')
      ? acting.act(surface, 'command', { do: 'command', command, text: rest.join(' ').trim(), channel })
      : acting.act(surface, 'says', { do: 'says', channel, text: line, ...thread }))
    if (!worked) giveBack(key, line)
  }
  return { isBusy, send: (text: string) => void (text.trim() !== '' && !isBusy && sendLine(text.trim())) }
}

/** Arrows choose, Tab takes, Enter takes unless a whole command stands there already, Escape closes. */
function useCompleting(text: string, onLine: (line: string) => void) {
  const { say } = useSpeech()
  const { commands } = useBank()
  const [chosen, choose] = useState(-1)
  const [isClosed, setClosed] = useState(false)
  const completions = isClosed ? [] : completionsFor(text, commands, say)
  const first = isWholeCommand(text, commands) ? -1 : 0
  const active = chosen < 0 ? first : Math.min(chosen, completions.length - 1)
  const reopen = () => {
    choose(-1)
    setClosed(false)
  }
  const take = (completion: Completion | undefined) => {
    reopen()
    if (completion) onLine(completion.line)
  }
  function onKeyDown(event: KeyboardEvent): boolean {
    if (completions.length === 0) return false
    const count = completions.length
    if (event.key === 'ArrowDown') choose((active + 1) % count)
    else if (event.key === 'ArrowUp') choose((Math.max(active, 0) - 1 + count) % count)
    else if (event.key === 'Tab' && !event.shiftKey) take(completions[Math.max(active, 0)])
    else if (event.key === 'Enter' && active >= 0) take(completions[active])
    else if (event.key === 'Escape') setClosed(true)
    else return false
    event.preventDefault()
    return true
  }
  return { completions, active, reopen, take, onKeyDown }
}

interface CompletionsProps {
  readonly id: string
  readonly completions: readonly Completion[]
  readonly active: number
  readonly onTake: (completion: Completion) => void
}

function Completions({ id, completions, active, onTake }: CompletionsProps) {
  const { words } = useSpeech()
  return (
    <div className="completions">
      <div role="listbox" id={id} aria-label={words.composer.completions}>
        {completions.map((completion, index) => (
          <div
            key={completion.shown}
            role="option"
            id={`${id}-${index}`}
            aria-selected={index === active}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onTake(completion)}
          >
            <b>{completion.shown}</b>
            <small>{completion.about}</small>
          </div>
        ))}
      </div>
      <div className="completions-keys">{words.composer.keys}</div>
    </div>
  )
}

function GlobalShortcuts() {
  const { words } = useSpeech()
  const { act } = useScreen().acting
  const entries = useBank()
    .shortcuts.filter(({ kind }) => kind === 'global')
    .map(({ callbackId, name }) => ({
      key: callbackId,
      face: name,
      onTake: () => void act('shortcuts', callbackId, { do: 'shortcut', callbackId }),
    }))
  if (entries.length === 0) return null
  return <MenuButton label={words.composer.shortcuts} face={<Icon name="bolt" />} entries={entries} />
}
