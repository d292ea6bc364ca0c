import { maskName } from '../vault/mask.ts'

/**
 * The payee as it may be kept, of a text that is scrubbed already: of every name the beginning, of numbers what the scrubber
 * left. `王小明 ****1234` becomes `王* ****1234`.
 */
export function maskPayee(scrubbed: string): string {
  return scrubbed
    .trim()
    .split(/\s+/)
    .map((word) => (/[\d*]/.test(word) ? word : maskName(word)))
    .join(' ')
}
