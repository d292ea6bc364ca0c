import type { BankTold, Words } from '../../serve/told.ts'

/** What a half-typed command can become. */
export interface Completion {
  /** The whole line once it is taken. */
  readonly line: string
  readonly shown: string
  readonly about: string
}

const most = 8

/** What the line can become: commands while their name is typed, then what may follow one. None for plain messages. */
export function completionsFor(
  line: string,
  commands: BankTold['commands'],
  say: (words: Words) => string,
): readonly Completion[] {
  if (!line.startsWith('/') || line.includes('\n')) return []
  const [typed = '', ...rest] = line.split(' ')
  if (rest.length === 0)
    return commands
      .filter(({ command }) => command.startsWith(typed))
      .map(({ command, hint, description }) => ({
        line: `${command} `,
        shown: `${command} ${hint}`,
        about: description,
      }))
  const sought = rest.join(' ').trimStart().toLowerCase()
  const following = commands.find(({ command }) => command === typed)?.completions ?? []
  return following
    .filter(({ text }) => text.toLowerCase().startsWith(sought) && text.toLowerCase() !== sought)
    .slice(0, most)
    .map(({ text, about }) => ({ line: `${typed} ${text}`, shown: `${typed} ${text}`, about: say(about) }))
}

/** Is this a whole command, that can be sent as it stands? */
export function isWholeCommand(line: string, commands: BankTold['commands']): boolean {
  const [typed = ''] = line.split(' ')
  return commands.some(({ command }) => command === typed)
}
