import { renderMessage, renderModal } from './slack/render.ts'
import type { SeenConversation, SeenMessage } from './slack/seen.ts'
import type { Stage } from './stage.ts'
import type { StoryWords } from './story-words.ts'

export type Write = (line: string) => void

/** Tells what happens on a stage: who does what, and every new message as each person who gets it reads it (⋮: as before). */
export interface Narrator {
  act(title: string): void
  does(person: string, what: string): void
  /** Prints what has come since the last look; a channel's message once, with those who are in it. */
  looks(): Promise<void>
  /** Prints the modal that a person has before them. */
  shows(person: string): void
  /** Prints a message that only this person sees. */
  whispers(person: string, message: SeenMessage): void
  passes(): void
}

export function createNarrator(
  stage: Stage,
  words: StoryWords,
  language: 'zh-CN' | 'en',
  write: Write,
): Narrator {
  const { slack } = stage
  const told = new Set<string>()
  const lastLines = new Map<string, readonly string[]>()

  function time(instant: Temporal.Instant = stage.now()): string {
    return instant.toZonedDateTimeISO('Asia/Shanghai').toLocaleString(language, {
      month: 'short',
      day: 'numeric',
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hour12: false,
    })
  }

  function name(person: string): string {
    return person === 'bot' ? 'Redress' : slack.readerFor(person).nameOf(slack.userIdOf(person))
  }

  function tell(conversation: SeenConversation, message: SeenMessage): void {
    const edit = message.isEdited
      ? conversation.kind === 'dm'
        ? JSON.stringify(message.blocks)
        : message.text
      : ''
    const key = `${conversation.id}/${message.ts}/${edit}`
    if (told.has(key)) return
    told.add(key)
    const readers = conversation.members.filter((member) => member !== 'bot')
    const [first] = readers
    if (first === undefined || message.subtype !== undefined) return
    const place =
      conversation.kind === 'dm'
        ? `${name(first)} · ${words.privately}`
        : `#${conversation.name} · ${words.channel} · ${readers.map(name).join(', ')}`
    const pin = conversation.pins.includes(message.ts) ? ` · ${words.pinned}` : ''
    write('')
    write(`  ┌ ${place}${pin} · ${time(timeOf(message))}`)
    const lines = renderMessage(message, slack.readerFor(first)).split('\n')
    for (const line of withoutKnown(lines, lastLines.get(conversation.id) ?? [])) write(`  │ ${line}`)
    lastLines.set(conversation.id, lines)
  }

  return {
    act(title) {
      write('')
      write(`━━━ ${title} ━━━`)
    },
    does(person, what) {
      write('')
      write(`▶ ${time()} · ${name(person)} ${what}`)
    },
    passes() {
      write('')
      write(`… ${time()} ${words.does.nothing}`)
    },
    whispers(person, message) {
      write('')
      write(`  ┌ ${name(person)} · ${words.alone}`)
      for (const line of renderMessage(message, slack.readerFor(person)).split('\n')) write(`  │ ${line}`)
    },
    shows(person) {
      write('')
      write(`  ┌ ${name(person)} · ${words.screen}`)
      for (const line of renderModal(slack.as(person).modal(), slack.readerFor(person)).split('\n'))
        write(`  │ ${line}`)
    },
    async looks() {
      const conversations = await slack.seen.conversations()
      const all = conversations.flatMap((conversation) =>
        conversation.messages.map((message) => ({ conversation, message })),
      )
      const ours = all.filter(({ message }) => message.from === 'bot')
      for (const { conversation, message } of ours.toSorted(
        (one, other) => Number(one.message.ts) - Number(other.message.ts),
      ))
        tell(conversation, message)
    },
  }
}

/** Lines that stood in the message before too are left out, so that the tale stays short: a sign marks where. */
function withoutKnown(lines: readonly string[], before: readonly string[]): string[] {
  const marked = lines.map((line, place) => (place > 0 && before.includes(line) ? '⋮' : line))
  return marked.filter((line, place) => line !== '⋮' || marked[place - 1] !== '⋮')
}

function timeOf({ ts }: SeenMessage): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(Number(ts) * 1000))
}
