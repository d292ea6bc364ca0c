import type { ListName } from '../policy/pack.ts'

/**
 * One question of a form, told without Block Kit: `slack/form` draws it and reads it, `text.field` names it.
 * What is read: text -> string; choice and pause -> code, or codes where `many`; when -> ISO instant; day -> local date; person and
 * unit -> ids; amount and count -> number; yes -> boolean; personal -> straight into the vault, never into a command.
 */
export type Field = { readonly name: string; readonly required: boolean } & (
  | { readonly kind: 'text'; readonly lines: 'one' | 'many'; readonly max: number }
  | { readonly kind: 'choice'; readonly list: ListName; readonly many: boolean }
  /** One of the pack's reasons for which clocks may stand still. */
  | { readonly kind: 'pause' }
  /** `labels` are the words of answers that come from the matter itself; `text.options` has those of all others. */
  | {
      readonly kind: 'option'
      readonly options: readonly string[]
      readonly many?: boolean
      readonly labels?: Readonly<Record<string, string>>
    }
  | { readonly kind: 'when' }
  | { readonly kind: 'day' }
  | { readonly kind: 'person'; readonly many: boolean }
  | { readonly kind: 'unit'; readonly of: 'outlet' | 'handling'; readonly many: boolean }
  | { readonly kind: 'number' }
  | { readonly kind: 'yes' }
  | { readonly kind: 'facts' }
  | { readonly kind: 'personal' }
)

export const text = (name: string, required: boolean, max = 3000): Field => ({
  name,
  required,
  kind: 'text',
  lines: 'many',
  max,
})
export const line = (name: string, required: boolean, max = 150): Field => ({
  name,
  required,
  kind: 'text',
  lines: 'one',
  max,
})
export const choice = (name: string, list: ListName, required: boolean): Field => ({
  name,
  required,
  kind: 'choice',
  list,
  many: false,
})
export const choices = (name: string, list: ListName, required: boolean): Field => ({
  name,
  required,
  kind: 'choice',
  list,
  many: true,
})
export const option = (name: string, options: readonly string[], required: boolean): Field => ({
  name,
  required,
  kind: 'option',
  options,
})
export const pause = (name: string, required: boolean): Field => ({ name, required, kind: 'pause' })
export const when = (name: string, required: boolean): Field => ({ name, required, kind: 'when' })
export const day = (name: string, required: boolean): Field => ({ name, required, kind: 'day' })
export const person = (name: string, required: boolean): Field => ({
  name,
  required,
  kind: 'person',
  many: false,
})
export const people = (name: string, required: boolean): Field => ({
  name,
  required,
  kind: 'person',
  many: true,
})
export const unit = (name: string, of: 'outlet' | 'handling', required: boolean): Field => ({
  name,
  required,
  kind: 'unit',
  of,
  many: false,
})
export const units = (name: string, of: 'outlet' | 'handling', required: boolean): Field => ({
  name,
  required,
  kind: 'unit',
  of,
  many: true,
})
export const number = (name: string, required: boolean): Field => ({ name, required, kind: 'number' })
export const yes = (name: string): Field => ({ name, required: false, kind: 'yes' })
export const facts = (name: string): Field => ({ name, required: false, kind: 'facts' })
export const personal = (name: string): Field => ({ name, required: false, kind: 'personal' })
