import { z } from 'zod'
import { postDuties, postRoles, unitFunctions, unitLevels } from './organisation.ts'
import { allowed } from './problem.ts'

/** The five kinds of entry, and what each may hold. Every message is one of the texts of `allowed`. */
const id = z.string(allowed.id.en).regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/, allowed.id.en)
const word = z.string(allowed.text.en).trim().min(1, allowed.text.en)
const name = z.strictObject({ zh: word, en: word }, allowed.text.en)
const date = z.iso.date(allowed.date.en)
const unitId = z.string(allowed.unit.en).min(1, allowed.unit.en)
const personId = z.string(allowed.person.en).min(1, allowed.person.en)
const businessCode = z.string(allowed.business.en).regex(/^[A-Z]\d{2,}$/, allowed.business.en)

export const records = {
  unit: z.strictObject({
    id,
    name,
    level: z.enum(unitLevels, allowed.level.en),
    parent: unitId.exactOptional(),
    function: z.enum(unitFunctions, allowed.function.en).exactOptional(),
    business: z.array(businessCode, allowed.business.en).exactOptional(),
  }),
  person: z.strictObject({ id, name, email: z.email(allowed.email.en) }),
  post: z.strictObject({
    person: personId,
    role: z.enum(postRoles, allowed.role.en),
    unit: unitId,
    from: date.exactOptional(),
    until: date.exactOptional(),
    duty: z.enum(postDuties, allowed.duty.en).exactOptional(),
  }),
  deputy: z.strictObject({ person: personId, deputy: personId }),
  leave: z.strictObject({ person: personId, from: date, until: date }),
}
export type Kind = keyof typeof records
export const kinds = ['unit', 'person', 'post', 'deputy', 'leave'] as const satisfies readonly Kind[]

/** An entry as found in a file, not yet checked. */
export interface Entry {
  readonly row: number
  readonly kind: Kind
  readonly cells: Readonly<Record<string, unknown>>
}

/** A file taken apart: its entries, its time zone and where that stands, and what could not even be taken apart. */
export interface Sheet {
  readonly entries: readonly Entry[]
  readonly timeZone: { readonly row: number; readonly value: unknown }
  readonly problems: readonly { row: number; column: string; seen: string; allowed: string }[]
}
