import { type KeyboardEvent, useState } from 'react'
import { choicesFitting, type Choice } from './choices.ts'

export interface ComboboxOf {
  readonly choices: readonly Choice[]
  readonly chosen: readonly string[]
  readonly take: 'one' | 'several'
  /** At most so many of several. */
  readonly most: number
  readonly onChosen: (values: readonly string[]) => void
}

/** A list that is searched by typing: what is open, found and pointed at, and what keys and clicks do. */
export function useCombobox(of: ComboboxOf) {
  const [query, setQuery] = useState<string>()
  const [pointedAt, setPointedAt] = useState(0)
  const found = choicesFitting(of.choices, query ?? '')
  const active = Math.min(pointedAt, found.length - 1)

  const search = (words: string) => {
    setQuery(words)
    setPointedAt(0)
  }
  const open = () => {
    setQuery('')
    setPointedAt(of.take === 'one' ? Math.max(0, indexOfChosen(of)) : 0)
  }
  const close = () => setQuery(undefined)
  const pick = (value: string) => {
    if (of.take === 'one') close()
    else if (query !== '') search('')
    const after = afterPick(of, value)
    if (after) of.onChosen(after)
  }
  const remove = (value: string) => of.onChosen(of.chosen.filter((one) => one !== value))
  const point = (step: number) => setPointedAt((active + step + found.length) % Math.max(1, found.length))
  const list = {
    isOpen: query !== undefined,
    query: query ?? '',
    found,
    active,
    search,
    open,
    close,
    pick,
    remove,
  }
  return { ...list, onKeyDown: (event: KeyboardEvent) => answerKey(event, { ...list, point }, of) }
}

interface KeyedList {
  readonly isOpen: boolean
  readonly query: string
  readonly found: readonly Choice[]
  readonly active: number
  readonly open: () => void
  readonly close: () => void
  readonly pick: (value: string) => void
  readonly remove: (value: string) => void
  readonly point: (step: number) => void
}

/** Does what a key means here, and keeps it from meaning more: Escape closes the list, not the form around it. */
function answerKey(event: KeyboardEvent, list: KeyedList, of: ComboboxOf): void {
  if (event.nativeEvent.isComposing) return
  const step = stepOf(event.key, list, of)
  if (!step) return
  event.preventDefault()
  event.stopPropagation()
  step()
}

function stepOf(key: string, list: KeyedList, { chosen, take }: ComboboxOf): (() => void) | undefined {
  const pointed = list.found[list.active]
  const last = chosen.at(-1)
  if (key === 'ArrowDown') return list.isOpen ? () => list.point(1) : list.open
  if (key === 'ArrowUp') return list.isOpen ? () => list.point(-1) : list.open
  if (key === 'Enter' && list.isOpen) return () => pointed && list.pick(pointed.value)
  if (key === 'Escape' && list.isOpen) return list.close
  if (key === 'Backspace' && take === 'several' && list.query === '' && last !== undefined)
    return () => list.remove(last)
  return undefined
}

function indexOfChosen({ choices, chosen }: ComboboxOf): number {
  return choices.findIndex(({ value }) => chosen.includes(value))
}

/** What is chosen after one more was picked; picking again takes it back. Nothing where no more may be chosen. */
function afterPick(
  { chosen, take, most }: Pick<ComboboxOf, 'chosen' | 'take' | 'most'>,
  value: string,
): readonly string[] | undefined {
  if (take === 'one') return [value]
  if (chosen.includes(value)) return chosen.filter((one) => one !== value)
  return chosen.length < most ? [...chosen, value] : undefined
}
