/**
 * A free text made harmless inside mrkdwn: no mention, link, channel or broadcast can come out of it, whoever wrote it.
 * Its words stay as they are.
 */
export function escapeMrkdwn(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/([@#＠])(?=[\p{L}\p{N}_])/gu, '$1\u2060')
}

/** Marks that Slack would read as emphasis, and the signs that look like them: a mask such as `***` stays a mask, nothing turns bold. */
const harmlessSigns: Readonly<Record<string, string>> = { '*': '\u2217', '~': '\u223c', '`': '\u02cb' }

/** A free text, escaped, on one line and no longer than so many characters after escaping. */
export function inline(text: string, max = 300): string {
  return escapedWithin(text.replace(/\s+/g, ' ').trim(), max)
}

/** A free text, escaped, as a quotation of no more than so many characters and forty lines. */
export function quote(text: string, max = 1500): string {
  const lines = escapedWithin(text.trim(), max).split(/(?:\r\n|[\n\r\u2028\u2029])+/)
  const shown = lines.length > mostLines ? [...lines.slice(0, mostLines), '…'] : lines
  return shown.map((line) => `> ${line}`).join('\n')
}

const mostLines = 40

/** Plain text of at most so many characters, ending in an ellipsis where something was left out. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text
  const kept = text.slice(0, max - 1)
  return `${/[\uD800-\uDBFF]$/.test(kept) ? kept.slice(0, -1) : kept}…`
}

/** Finished mrkdwn of at most so many characters: never cut inside a token such as `<@U1>` or `&amp;`. */
export function shortenMrkdwn(mrkdwn: string, max: number): string {
  if (mrkdwn.length <= max) return mrkdwn
  const kept = shorten(mrkdwn, max).slice(0, -1)
  const whole = kept.lastIndexOf('<') > kept.lastIndexOf('>') ? kept.slice(0, kept.lastIndexOf('<')) : kept
  return `${whole.replace(/&[a-z]{0,3}$/, '')}…`
}

function escapedWithin(text: string, max: number): string {
  const escaped = escapeFreeText(text)
  return escaped.length <= max ? escaped : shortenMrkdwn(escapeFreeText(shorten(text, max)), max)
}

function escapeFreeText(text: string): string {
  return escapeMrkdwn(text).replace(/[*~`]/g, (mark) => harmlessSigns[mark] ?? mark)
}
