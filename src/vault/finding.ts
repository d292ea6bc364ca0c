export type FindingKind = 'secret' | 'known' | 'email' | 'idNumber' | 'card' | 'phone'

/** A stretch of text, in UTF-16 units, that may not stay, and what stands there instead. */
export type Finding = {
  readonly kind: FindingKind
  readonly start: number
  readonly end: number
  readonly mask: string
}

export type Span = { readonly start: number; readonly end: number }

/** Do two stretches share a character? */
export function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end
}

/**
 * Every match that `accept` takes, or its group `value` where the pattern has one. A refused match gives its
 * first character back only, so that a true one starting inside it is still seen.
 */
export function findAll(
  pattern: RegExp,
  text: string,
  accept: (value: string, span: Span) => boolean = () => true,
): Span[] {
  const sought = new RegExp(pattern.source, [...new Set(`${pattern.flags}dg`)].join(''))
  const spans: Span[] = []
  for (let match = sought.exec(text); match; match = sought.exec(text)) {
    const [start, end] = match.indices?.groups?.['value'] ?? [match.index, match.index + match[0].length]
    const taken = accept(text.slice(start, end), { start, end })
    if (taken) spans.push({ start, end })
    if (!taken || end <= start) sought.lastIndex = match.index + 1
  }
  return spans
}
