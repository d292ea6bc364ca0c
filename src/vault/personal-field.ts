import type { DigestKind } from './digest.ts'
import {
  HIDDEN,
  maskAddressSecured,
  maskCard,
  maskCardSecured,
  maskEmailSecured,
  maskIdNumberSecured,
  maskName,
  maskNameSecured,
  maskPhone,
} from './mask.ts'

/** The fields of a complaint that are kept in the vault and nowhere else. */
export const personalFields = [
  'name',
  'phone',
  'email',
  'idNumber',
  'card',
  'address',
  'agentName',
  'agentPhone',
  'agentIdNumber',
] as const
export type PersonalField = (typeof personalFields)[number]

export type PersonalValues = Readonly<Partial<Record<PersonalField, string>>>

type FieldRule = {
  /** UTF-16 units. */
  readonly maxLength: number
  readonly inSlack: (value: string) => string
  readonly secured: (value: string) => string
  readonly digest?: DigestKind
}

const hidden = () => HIDDEN
const name: FieldRule = { maxLength: 100, inSlack: maskName, secured: maskNameSecured, digest: 'name' }
const phone: FieldRule = { maxLength: 40, inSlack: maskPhone, secured: maskPhone, digest: 'phone' }
const idNumber: FieldRule = {
  maxLength: 40,
  inSlack: hidden,
  secured: maskIdNumberSecured,
  digest: 'idNumber',
}

/** DOMAIN 8 as a table: how long each field may be, how it is shown, and by which digest it is found. */
export const personalRules: Readonly<Record<PersonalField, FieldRule>> = {
  name,
  phone,
  email: { maxLength: 254, inSlack: hidden, secured: maskEmailSecured, digest: 'email' },
  idNumber,
  card: { maxLength: 40, inSlack: maskCard, secured: maskCardSecured, digest: 'card' },
  address: { maxLength: 300, inSlack: hidden, secured: maskAddressSecured },
  agentName: name,
  agentPhone: phone,
  agentIdNumber: idNumber,
}

/** How may Slack show this value to anybody who sees the case? */
export function maskInSlack(field: PersonalField, value: string): string {
  return personalRules[field].inSlack(value)
}
