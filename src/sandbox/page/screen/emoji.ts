/** The emoji offered under messages, by Slack's names for them. */
export const reactionsOffered = {
  white_check_mark: '✅',
  eyes: '👀',
  '+1': '👍',
  pray: '🙏',
  raised_hands: '🙌',
  heart: '❤️',
} as const

const known: Readonly<Record<string, string>> = reactionsOffered

/** The sign for Slack's name of an emoji; the name itself where it is none of those offered. */
export function emojiFor(name: string): string {
  return known[name] ?? `:${name}:`
}
