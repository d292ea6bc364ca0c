import { findKnown } from './find-known.ts'
import { findHarmless, findNumbers } from './find-number.ts'
import { findSecrets } from './find-secret.ts'
import { findAll, overlaps, type Finding, type FindingKind } from './finding.ts'
import { fold } from './fold.ts'

export type Scrubbed = {
  readonly text: string
  readonly found: readonly { readonly kind: FindingKind; readonly count: number }[]
}

const EMAIL =
  /(?<![\w.%+-])[\w.%+-]+ ?@ ?[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+/i
const EMAIL_MASK = '***@***'

/**
 * What may be kept of a free text? Passwords and codes go, the `known` values of the form and e-mail addresses
 * become stars, an ID is starred whole, a phone is 138****5678, a card ****1234 (DOMAIN 8, column "In Slack").
 * All else stays as it was, to the byte. Scrubbing again changes nothing. `found` counts and quotes nothing.
 */
export function scrub(text: string, known: readonly string[] = []): Scrubbed {
  const counts = new Map<FindingKind, number>()
  let kept = text
  // A mask can free what it overlapped. Each round takes letters or digits away, so this ends.
  for (let findings = find(kept, known); findings.length; findings = find(kept, known)) {
    for (const { kind } of findings) counts.set(kind, (counts.get(kind) ?? 0) + 1)
    kept = replace(kept, findings)
  }
  return { text: kept, found: Array.from(counts, ([kind, count]) => ({ kind, count })) }
}

/** What to replace, from left to right, nothing twice; where two overlap, the earlier kind of this list wins. */
function find(text: string, known: readonly string[]): Finding[] {
  const folded = fold(text)
  const harmless = findHarmless(folded)
  const candidates = [
    ...findSecrets(folded, harmless),
    ...findKnown(folded, known),
    ...findAll(EMAIL, folded).map((span): Finding => ({ kind: 'email', mask: EMAIL_MASK, ...span })),
    ...findNumbers(folded, harmless),
  ]
  const taken: Finding[] = []
  for (const candidate of candidates) {
    if (!taken.some((other) => overlaps(candidate, other))) taken.push(candidate)
  }
  return taken.toSorted((one, other) => one.start - other.start)
}

function replace(text: string, findings: readonly Finding[]): string {
  let rest = 0
  let result = ''
  for (const { start, end, mask } of findings) {
    result += text.slice(rest, start) + mask
    rest = end
  }
  return result + text.slice(rest)
}
