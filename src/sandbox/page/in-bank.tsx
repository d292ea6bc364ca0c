import { createContext, use } from 'react'
import type { BankTold, PersonTold } from '../serve/told.ts'

/** The bank as everything inside sees it, once it is known. */
export const InBank = createContext<BankTold | undefined>(undefined)

/** The bank. Throws outside the part of the page that is drawn once it is known. */
export function useBank(): BankTold {
  const bank = use(InBank)
  if (!bank)
    throw new Error('This part of the page was drawn before the bank was known; put it inside InBank.')
  return bank
}

/** Finds people of the bank by their id. */
export function personOf(bank: BankTold, id: string): PersonTold | undefined {
  return bank.people.find((person) => person.id === id)
}
