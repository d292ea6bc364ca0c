import { z } from 'zod'
import type { Entry, Values } from '../serve/told.ts'
import { createStore, useStore } from './store.ts'

const Entries = z.record(z.string(), z.union([z.string(), z.array(z.string()), z.null()]))

const Typed = z.object({
  /** What stands in the composers, by who writes and where. */
  drafts: z.record(z.string(), z.string()).catch({}),
  /** What was typed in each modal, by the id of its view, then by field. */
  fields: z.record(z.string(), Entries).catch({}),
})
type Typed = z.infer<typeof Typed>

const typed = createStore<Typed>(sessionStorage, 'redress-sandbox-typed', (json) => Typed.parse(json ?? {}))

const none: Values = {}

/** What stands in a composer. */
export function useDraft(key: string): string {
  return useStore(typed).drafts[key] ?? ''
}

/** Puts words into a composer. */
export function draft(key: string, text: string): void {
  typed.change((before) => ({ ...before, drafts: { ...before.drafts, [key]: text } }))
}

/** Gives words back to a composer, unless something else stands there by now. */
export function giveBack(key: string, text: string): void {
  if ((typed.get().drafts[key] ?? '') === '') draft(key, text)
}

/** What was typed in a modal and not sent yet, by field. */
export function useTypedFields(view: string): Values {
  return useStore(typed).fields[view] ?? none
}

/** The same, asked for at the moment of a gesture. */
export function typedFieldsOf(view: string): Values {
  return typed.get().fields[view] ?? none
}

/** Keeps what was typed in one field of a modal. */
export function typeField(view: string, field: string, entry: Entry): void {
  const value = typeof entry === 'string' || entry === null ? entry : [...entry]
  typed.change((before) => ({
    ...before,
    fields: { ...before.fields, [view]: { ...before.fields[view], [field]: value } },
  }))
}

/** Forgets what was typed in a modal that is gone. */
export function forgetFields(view: string): void {
  typed.change(({ drafts, fields }) => {
    const { [view]: _, ...others } = fields
    return { drafts, fields: others }
  })
}

/** Forgets everything typed, for a bank that began anew. */
export function forgetTyped(): void {
  typed.change(() => ({ drafts: {}, fields: {} }))
}
