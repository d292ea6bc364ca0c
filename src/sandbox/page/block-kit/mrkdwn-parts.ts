/** A stretch of one line of mrkdwn. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bold' | 'italic' | 'strike'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly href: string; readonly text: string }
  | { readonly kind: 'user' | 'channel'; readonly id: string; readonly said?: string }
  | { readonly kind: 'broadcast'; readonly text: string }

/** What stands below one another in a text: lines, quoted lines, preformatted code. */
export type Part =
  | { readonly kind: 'lines' | 'quote'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'code'; readonly text: string }

type Span = { readonly piece: Piece; readonly end: number }

/**
 * Slack's mrkdwn, taken apart. Escaped characters stay plain: what somebody typed never becomes a mention or a link. Emphasis
 * follows `mayTouch`, so that a text whose stars Slack would show as stars shows them here as well.
 */
export function mrkdwnParts(text: string): readonly Part[] {
  return text.split(/```([\s\S]+?)```/).flatMap((stretch, index) => {
    if (index % 2 === 1) return [{ kind: 'code' as const, text: unescaped(stretch).replace(/^\n/, '') }]
    return stretch.trim() === '' ? [] : linesAndQuotes(stretch.replaceAll(/^\n|\n$/g, ''))
  })
}

function linesAndQuotes(text: string): readonly Part[] {
  const lines = text.split('\n')
  const toTheEnd = lines.findIndex((line) => /^(>>>|&gt;&gt;&gt;)/.test(line))
  const runs: { kind: 'lines' | 'quote'; lines: string[] }[] = []
  for (const [index, line] of lines.entries()) {
    const isQuoted = /^(>|&gt;)/.test(line) || (toTheEnd >= 0 && index > toTheEnd)
    const kind = isQuoted ? 'quote' : 'lines'
    const said = isQuoted ? line.replace(/^(?:>>>|&gt;&gt;&gt;|>|&gt;) ?/, '') : line
    const last = runs.at(-1)
    if (last?.kind === kind) last.lines.push(said)
    else runs.push({ kind, lines: [said] })
  }
  return runs.map((run) => ({ kind: run.kind, pieces: run.lines.flatMap(pieceLine) }))
}

function pieceLine(line: string, index: number): readonly Piece[] {
  return index === 0 ? linePieces(line) : [{ kind: 'text', text: '\n' }, ...linePieces(line)]
}

/** One line of mrkdwn, taken apart; nothing in it runs over the end of the line. */
export function linePieces(line: string): readonly Piece[] {
  const pieces: Piece[] = []
  let plainFrom = 0
  let at = 0
  while (at < line.length) {
    const span = spanAt(line, at)
    if (span) {
      pieces.push(...plainPieces(line.slice(plainFrom, at)), span.piece)
      plainFrom = span.end
    }
    at = span?.end ?? at + 1
  }
  return [...pieces, ...plainPieces(line.slice(plainFrom))]
}

function plainPieces(text: string): readonly Piece[] {
  return text === '' ? [] : [{ kind: 'text', text: unescaped(text) }]
}

function spanAt(line: string, at: number): Span | undefined {
  const char = line.charAt(at)
  if (char === '<') return referenceAt(line, at)
  if (char === '`') return codeAt(line, at)
  if (char === 'h') return addressAt(line, at)
  return emphasisAt(line, at)
}

function referenceAt(line: string, at: number): Span | undefined {
  const [whole, inside] = /^<([^<>]+)>/.exec(line.slice(at)) ?? []
  return whole && inside ? { piece: referencePiece(inside), end: at + whole.length } : undefined
}

function referencePiece(inside: string): Piece {
  const bar = inside.indexOf('|')
  const target = bar < 0 ? inside : inside.slice(0, bar)
  const said = bar < 0 ? undefined : unescaped(inside.slice(bar + 1))
  const words = said === undefined || said === '' ? {} : { said }
  if (target.startsWith('@')) return { kind: 'user', id: target.slice(1), ...words }
  if (target.startsWith('#')) return { kind: 'channel', id: target.slice(1), ...words }
  if (target.startsWith('!date^')) return { kind: 'text', text: said ?? target }
  if (target.startsWith('!')) return { kind: 'broadcast', text: said ?? `@${target.slice(1)}` }
  const href = unescaped(target)
  return { kind: 'link', href, text: said ?? href.replace(/^mailto:/, '') }
}

function codeAt(line: string, at: number): Span | undefined {
  const [whole, inside] = /^`([^`]+)`/.exec(line.slice(at)) ?? []
  return whole && inside
    ? { piece: { kind: 'code', text: unescaped(inside) }, end: at + whole.length }
    : undefined
}

/** An address that stands in the text as it is; the punctuation after it is not part of it. */
function addressAt(line: string, at: number): Span | undefined {
  if (/[\p{L}\p{N}]$/u.test(line.slice(0, at))) return undefined
  const [address] = /^https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]*[\w\-~/=#]/.exec(line.slice(at)) ?? []
  if (!address) return undefined
  const href = unescaped(address)
  return { piece: { kind: 'link', href, text: href }, end: at + address.length }
}

const emphases = { '*': 'bold', _: 'italic', '~': 'strike' } as const

function emphasisAt(line: string, at: number): Span | undefined {
  const mark = line.charAt(at)
  if (mark !== '*' && mark !== '_' && mark !== '~') return undefined
  const first = line.charAt(at + 1)
  if (first === mark || first.trim() === '' || !mayTouch(mark, before(line, at))) return undefined
  const end = closingMark(line, at + 1, mark)
  if (end === undefined) return undefined
  return { piece: { kind: emphases[mark], pieces: linePieces(line.slice(at + 1, end)) }, end: end + 1 }
}

/** Where the emphasis ends: at a mark after a visible character that is part of no reference and no code. */
function closingMark(line: string, from: number, mark: string): number | undefined {
  let at = from
  while (at < line.length) {
    const char = line.charAt(at)
    const whole = char === '<' ? referenceAt(line, at) : char === '`' ? codeAt(line, at) : undefined
    const closes = char === mark && at > from && line.charAt(at - 1).trim() !== ''
    if (closes && mayTouch(mark, after(line, at))) return at
    at = whole?.end ?? at + 1
  }
  return undefined
}

/**
 * May this character stand outside, right beside a mark? Slack reads no emphasis where a star or underscore touches a letter,
 * a digit, full-width punctuation or a symbol such as an emoji, and shows the mark itself (seen on live Slack by the authors
 * of github.com/openclaw/openclaw, pull request 111575).
 */
function mayTouch(mark: string, outside: string): boolean {
  if (mark === '~' || outside === '') return true
  if (/[\p{L}\p{M}\p{N}_]/u.test(outside)) return false
  return outside <= '\u007f' || !/\p{S}|[\u3001-\u303f\ufe10-\ufe6f\uff01-\uffee]/u.test(outside)
}

function before(line: string, at: number): string {
  return /[\s\S]$/u.exec(line.slice(0, at))?.[0] ?? ''
}

function after(line: string, at: number): string {
  return /^[\s\S]/u.exec(line.slice(at + 1))?.[0] ?? ''
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
