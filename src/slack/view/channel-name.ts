/** Slack's limit for the name of a channel. */
const mostCharacters = 80

/**
 * The name of a matter's channel from its number: `c-2026-00123` for a complaint, `emergency-2026-001` for `E2026-001`.
 * Letters, digits and hyphens only, never a word of the case. After a clash ask for the next one: the second is
 * `c-2026-00123-2`, the third `…-3`.
 */
export function channelName(slug: string, nth = 1): string {
  const tail = nth > 1 ? `-${nth}` : ''
  const plain = slug
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  const name = /^e\d/.test(plain) ? `emergency-${plain.slice(1)}` : `c-${plain || 'case'}`
  return `${name.slice(0, mostCharacters - tail.length)}${tail}`
}
