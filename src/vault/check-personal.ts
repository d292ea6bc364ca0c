import { isCard, isIdNumber } from './check-digit.ts'
import { normalForm } from './digest.ts'
import { personalFields, personalRules, type PersonalField, type PersonalValues } from './personal-field.ts'

export type PersonalProblemCode =
  | 'too-long'
  | 'control-character'
  | 'not-a-name'
  | 'not-a-phone'
  | 'not-an-email'
  | 'not-an-id-number'
  | 'wrong-check-digit'
  | 'not-a-card'

export type PersonalProblem = { readonly field: PersonalField; readonly problem: PersonalProblemCode }

/** This value cannot be sealed. The form shows `code` under `field`; the message holds no value. */
export class PersonalError extends Error {
  readonly code: PersonalProblemCode
  readonly field: PersonalField
  constructor({ field, problem }: PersonalProblem) {
    super(`Personal field ${field} is refused: ${problem}. Nothing was sealed; ask for the value again.`)
    this.name = 'PersonalError'
    this.code = problem
    this.field = field
  }
}

type Check = (value: string) => PersonalProblemCode | undefined
const name: Check = (value) => (/\p{L}/u.test(value) ? undefined : 'not-a-name')
const phone: Check = (value) => (isPhone(value) ? undefined : 'not-a-phone')

const CHECKS: Readonly<Record<PersonalField, Check>> = {
  name,
  phone,
  email: (value) => (isEmail(value) ? undefined : 'not-an-email'),
  idNumber: idNumberProblem,
  card: (value) => (isCard(plainDigits(value)) ? undefined : 'not-a-card'),
  address: () => undefined,
  agentName: name,
  agentPhone: phone,
  agentIdNumber: idNumberProblem,
}

/** What is wrong with these values, by field and code? Blank fields are not there. Nothing is quoted. */
export function checkPersonal(values: PersonalValues): PersonalProblem[] {
  return filledFields(values).flatMap(([field, value]) => {
    const problem = formProblem(field, value) ?? CHECKS[field](value)
    return problem ? [{ field, problem }] : []
  })
}

/** The fields that hold something, trimmed, in the order of `personalFields`. */
export function filledFields(values: PersonalValues): [PersonalField, string][] {
  return personalFields.flatMap((field): [PersonalField, string][] => {
    const value = values[field]?.trim()
    return value ? [[field, value]] : []
  })
}

/** The filled fields as they may be sealed. Throws `PersonalError` for one too long or with control characters. */
export function sealableFields(values: PersonalValues): [PersonalField, string][] {
  const entries = filledFields(values)
  for (const [field, value] of entries) {
    const problem = formProblem(field, value)
    if (problem) throw new PersonalError({ field, problem })
  }
  return entries
}

function formProblem(field: PersonalField, value: string): PersonalProblemCode | undefined {
  if (value.length > personalRules[field].maxLength) return 'too-long'
  const allowed = field === 'address' ? value.replace(/\r?\n/g, ' ') : value
  // Cc controls, Cs lone surrogates, Zl Zp line ends, and the signs that turn the direction of what follows.
  return /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u.test(allowed)
    ? 'control-character'
    : undefined
}

function isPhone(value: string): boolean {
  const half = value.normalize('NFKC')
  if (!/^[+\d][\d\s().-]*(?:(?:转|ext\.?|x)\s*\d{1,6})?$/i.test(half.replace(/^\(/, ''))) return false
  const digits = normalForm('phone', half.replace(/(?:转|ext|x).*$/i, ''))
  return /^1[3-9]\d{9}$/.test(digits) || /^0\d{9,11}$/.test(digits) || /^\+?[1-9]\d{6,14}$/.test(digits)
}

function isEmail(value: string): boolean {
  return /^[^\s@<>()",;:]{1,64}@(?:[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?\.)+\p{L}[\p{L}\d-]*$/u.test(
    value.normalize('NFKC'),
  )
}

/** A resident's ID by its check digit; a passport or permit by its shape, for it has none we could check. */
function idNumberProblem(value: string): PersonalProblemCode | undefined {
  const plain = normalForm('idNumber', value)
  if (isIdNumber(plain)) return undefined
  if (/^\d{17}[\dX]$/.test(plain)) return 'wrong-check-digit'
  return /^(?=.*\d)[A-Z]{1,3}\d{6,14}[A-Z\d]?$/.test(plain) ? undefined : 'not-an-id-number'
}

/** A card number holds digits and separators only. */
function plainDigits(value: string): string {
  return /^[\d\s-]+$/.test(value.normalize('NFKC')) ? normalForm('card', value) : ''
}
