import type { ListName } from '../policy/pack.ts'
import type { Context } from './matter.ts'
import { Refusal } from './refusal.ts'

/** Refuses a code that the pack's list does not know. */
export function knownCode(list: ListName, code: string, { rulebook }: Pick<Context, 'rulebook'>): void {
  if (!rulebook.pack.lists[list].some((item) => item.code === code))
    throw new Refusal('unknown-choice', { list, code })
}
