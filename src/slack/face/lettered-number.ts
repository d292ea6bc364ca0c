/** Reads numbers such as `E2026-001`, `e2026-1` or `E1`, in the form that the store looks for; undefined for anything else. */
export function letteredNumber(letter: string): (text: string) => string | undefined {
  const written = new RegExp(`^#?${letter}(?:(\\d{4})-)?0*(\\d{1,6})$`, 'i')
  return (text) => {
    const [, year, digits] = written.exec(text) ?? []
    if (digits === undefined) return undefined
    return year === undefined ? `${letter}${digits}` : `${letter}${year}-${digits.padStart(3, '0')}`
  }
}
