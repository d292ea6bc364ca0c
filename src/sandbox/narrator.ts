import { textFor } from '../text/text.ts'
import type { Onlooker } from './play.ts'
import { renderMessage, renderModal } from './slack/render.ts'
import type { SeenConversation, SeenMessage } from './slack/seen.ts'
import type { Stage } from './stage.ts'
import { storyWords } from './story-words.ts'

export type Write = (line: string) => void

/** Tells what happens on a stage: who does what, and every new message as each person who gets it reads it (⋮: as before). */
export interface Narrator extends Onlooker {
  act(title: string, about: string): void
  /** Heads what follows with the time and what it is about. */
  step(title: string): void
  /** Says that time has passed with nobody acting. */
  passes(): void
}

export function createNarrator(stage: Stage, language: 'zh-CN' | 'en', write: Write): Narrator {
  const { slack } = stage
  const words = storyWords(language)
  const { steps, emergencySteps } = textFor(language)
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

  function does(person: string, what: string): void {
    write('')
    write(`  ${name(person)} ${what}`)
  }

  function frame(heading: string, lines: readonly string[]): void {
    write('')
    write(`  ┌ ${heading}`)
    for (const line of lines) write(`  │ ${line}`)
  }

  function tell(conversation: SeenConversation, message: SeenMessage): void {
    const readers = conversation.members.filter((member) => member !== 'bot')
    const [first] = readers
    if (first === undefined || message.subtype !== undefined || isKnown(conversation, message)) return
    const place =
      conversation.kind === 'dm'
        ? `${name(first)} · ${words.privately}`
        : `#${conversation.name} · ${words.channel} · ${readers.map(name).join(', ')}`
    const pin = conversation.pins.includes(message.ts) ? ` · ${words.pinned}` : ''
    const reader = slack.readerFor(first)
    // A message is read when it comes: "today" in it is that day. One that was changed is read as it is now.
    const now = message.isEdited ? reader.now : timeOf(message)
    const lines = renderMessage(message, { ...reader, now }).split('\n')
    frame(`${place}${pin} · ${time(now)}`, withoutKnown(lines, lastLines.get(conversation.id) ?? []))
    lastLines.set(conversation.id, lines)
  }

  /** Was it told before? A card in a channel is drawn anew at every change; only a change of its words is told. */
  function isKnown({ id, kind }: SeenConversation, message: SeenMessage): boolean {
    const changed = kind === 'dm' ? JSON.stringify(message.blocks) : message.text
    const key = `${id}/${message.ts}/${message.isEdited ? changed : ''}`
    const known = told.has(key)
    told.add(key)
    return known
  }

  return {
    act(title, about) {
      write('')
      write(`━━━ ${title} ━━━`)
      write(about)
    },
    step(title) {
      write('')
      write(`▶ ${time()} · ${title}`)
    },
    passes() {
      write('')
      write(`  … ${time()} ${words.passes}`)
    },
    files: (person) => does(person, words.files),
    chooses: (person, answer) => does(person, `${words.chooses} ( ${answer} )`),
    presses: (person, step) =>
      does(person, `${words.presses} [ ${{ ...steps, ...emergencySteps }[step].button} ]`),
    corrects: (person) => does(person, words.corrects),
    types: (person, text) => does(person, `${words.types} ${text}`),
    hears(person, message) {
      const lines = renderMessage(message, slack.readerFor(person)).split('\n')
      frame(`${name(person)} · ${words.alone}`, lines)
    },
    sees(person, what) {
      const lines = renderModal(slack.as(person).modal(), slack.readerFor(person)).split('\n')
      frame(`${name(person)} · ${words[what]}`, lines)
    },
    async settled() {
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
