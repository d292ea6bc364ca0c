/** `2026-00123`, `2026-123`, `123`, `#123` or `№ 123`, in the form that the store looks for; undefined for anything else. */
export function readNumber(text: string): string | undefined {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/^(?:#|no\.?)\s*/i, '')
  const [, year, digits] = /^(?:(\d{4})-)?0*(\d{1,6})$/.exec(plain) ?? []
  if (digits === undefined) return undefined
  return year === undefined ? digits : `${year}-${digits.padStart(5, '0')}`
}
