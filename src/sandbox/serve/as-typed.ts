/** A message as Slack's client sends what somebody typed: its own signs escaped, mentions of people and channels kept. */
export function asTyped(text: string): string {
  return text
    .split(/(<[@#][A-Z0-9]+>)/)
    .map((part, index) => (index % 2 === 1 ? part : escaped(part)))
    .join('')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
