import { useQuery } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import type { BankTold, ScenarioTold } from '../serve/told.ts'
import { personOf, useBank } from './in-bank.tsx'
import { keep, keyOf, kept, useKept, type Kept } from './kept.ts'
import { scenariosQuery } from './use-told.ts'

export type Side = 'left' | 'right'

/** Who stands on which screen. */
export type Shown = Readonly<Record<Side, string>>

/** The place open on a screen where it is not a conversation. */
export const homePlace = 'home'

const wide = matchMedia('(min-width: 1500px)')

/** The screens drawn now, the left one first. */
export function useSides(): readonly Side[] {
  const isWide = useSyncExternalStore(subscribeToWidth, () => wide.matches)
  return sidesFor(useKept(), isWide)
}

/** Who stands on each screen: whom somebody chose, else who acts first in the scenarios and who hears of it. */
export function useShown(): Shown {
  const bank = useBank()
  const { people } = useKept()
  const scenarios = useQuery(scenariosQuery).data?.scenarios ?? []
  const left = chosen(people['left'], actorsOf(scenarios), bank)
  return {
    left,
    right: chosen(
      people['right'],
      watchersOf(scenarios).filter((id) => id !== left),
      bank,
    ),
  }
}

/** Puts somebody on a screen. */
export function showPerson(side: Side, person: string): void {
  kept.change((before) => ({ ...before, people: { ...before.people, [side]: person } }))
}

/** Opens a conversation, or the App Home, on the screen of somebody. */
export function openPlace(side: Side, person: string, place: string): void {
  kept.change((before) => ({
    ...before,
    places: { ...before.places, [keyOf(side, person)]: place },
  }))
}

/** Chooses the number of screens. */
export function showScreens(screens: 'one' | 'two'): void {
  keep({ screens })
}

/** Shows what somebody sees at a place: on the screen where they stand, else on the last one. */
export function leadTo(shown: Shown, person: string, place: string): void {
  const sides = sidesFor(kept.get(), wide.matches)
  const side = sides.find((each) => shown[each] === person) ?? sides.at(-1) ?? 'left'
  showPerson(side, person)
  openPlace(side, person, place)
}

function sidesFor({ screens }: Kept, isWide: boolean): readonly Side[] {
  const two = screens === 'two' || (screens === 'byWidth' && isWide)
  return two ? ['left', 'right'] : ['left']
}

function subscribeToWidth(changed: () => void): () => void {
  wide.addEventListener('change', changed)
  return () => wide.removeEventListener('change', changed)
}

function actorsOf(scenarios: readonly ScenarioTold[]): readonly string[] {
  return scenarios.flatMap(({ steps }) => steps.flatMap(({ actor }) => actor ?? []))
}

function watchersOf(scenarios: readonly ScenarioTold[]): readonly string[] {
  return scenarios.flatMap(({ steps }) => steps.flatMap(({ watch }) => watch ?? []))
}

/** The first of these who is in the bank, else the first of the bank. */
function chosen(person: string | undefined, others: readonly string[], bank: BankTold): string {
  const candidates = [person, ...others, bank.people[0]?.id]
  return candidates.find((id) => id !== undefined && personOf(bank, id) !== undefined) ?? ''
}
