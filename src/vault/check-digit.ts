const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const ID_CHECKS = '10X98765432'
/** First two digits of an ID: provinces by GB/T 2260, 71 81 82 83 the residence permits, 91 foreign residents. */
const PROVINCES = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)/

/** Does a bank card number of 13 to 19 digits add up? ISO/IEC 7812-1, the Luhn sum. */
export function isCard(digits: string): boolean {
  if (!/^\d{13,19}$/.test(digits) || /^0+$/.test(digits)) return false
  const sum = Array.from(digits)
    .toReversed()
    .reduce((total, digit, place) => total + luhnValue(Number(digit), place), 0)
  return sum % 10 === 0
}

/** Is this a Chinese ID number with a real birth date: 18 with the right check digit (GB 11643), or 15? */
export function isIdNumber(id: string): boolean {
  if (!hasIdShape(id)) return false
  return id.length === 15 || idCheckDigit(id.slice(0, 17)) === id.slice(17)
}

/** Does it look like a Chinese ID number, the check digit not asked? One digit mistyped still tells who it is. */
export function hasIdShape(id: string): boolean {
  const parts = /^\d{6}((?:18|19|20)?\d\d)(\d\d)(\d\d)\d{3}([\dX]?)$/.exec(id)
  if (!parts || !PROVINCES.test(id)) return false
  const [, year = '', month = '', day = '', check = ''] = parts
  if ((year.length === 4) !== (check.length === 1)) return false
  return isDate(Number(year.length === 4 ? year : `19${year}`), Number(month), Number(day))
}

/** The 18-digit form of a 15-digit ID, so that both name one person; anything else as it came. */
export function longIdNumber(id: string): string {
  if (id.length !== 15 || !hasIdShape(id)) return id
  const body = `${id.slice(0, 6)}19${id.slice(6)}`
  return body + idCheckDigit(body)
}

/** The check digit for the first 17 digits of an ID, by GB 11643 (ISO 7064, MOD 11-2). */
export function idCheckDigit(first17: string): string {
  const sum = ID_WEIGHTS.reduce((total, weight, place) => total + weight * Number(first17[place]), 0)
  return ID_CHECKS[sum % 11] ?? ''
}

function luhnValue(digit: number, place: number): number {
  if (place % 2 === 0) return digit
  return digit > 4 ? digit * 2 - 9 : digit * 2
}

function isDate(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
