import { type Json, objectsAt, textAt } from '../../slack/json.ts'
import type { Drawn } from './drawn.ts'
import { wordsAt } from './words-at.ts'

/** Something that can be chosen in a menu. */
export interface Choice {
  readonly value: string
  readonly label: string
  /** Tells it from others of the same name: a description, somebody's posts. */
  readonly about?: string
  readonly group?: string
  /** Further words by which it is found. */
  readonly also?: string
}

/** What a menu offers, whatever its type: its own options, the people, or the conversations. */
export function choicesOf(element: Json, drawn: Drawn): readonly Choice[] {
  const type = textAt(element, 'type') ?? ''
  if (type.includes('users')) return drawn.people.map((person) => personChoice(person, drawn))
  if (type.includes('conversations') || type.includes('channels'))
    return drawn.conversations.map(({ id, name }) => ({ value: id, label: name }))
  return [
    ...objectsAt(element, 'options').map((option) => optionChoice(option)),
    ...objectsAt(element, 'option_groups').flatMap((group) =>
      objectsAt(group, 'options').map((option) => optionChoice(option, wordsAt(group, 'label'))),
    ),
  ]
}

function personChoice(person: Drawn['people'][number], { language }: Drawn): Choice {
  const key = language === 'en' ? 'en' : 'zh'
  const about = person.posts.map((post) => post[key]).join(language === 'en' ? ', ' : '、')
  const also = Object.values(person.name).join(' ')
  return { value: person.userId, label: person.name[key], also, ...(about !== '' && { about }) }
}

function optionChoice(option: Json, group?: string): Choice {
  const about = wordsAt(option, 'description')
  const value = textAt(option, 'value') ?? ''
  return {
    value,
    label: wordsAt(option, 'text') ?? value,
    ...(about !== undefined && { about }),
    ...(group !== undefined && { group }),
  }
}

/** Choices that have every word of the query somewhere in their label, description, group or further words. */
export function choicesFitting(choices: readonly Choice[], query: string): readonly Choice[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  return choices.filter(({ label, about = '', group = '', also = '' }) => {
    const all = `${label} ${about} ${group} ${also}`.toLowerCase()
    return words.every((word) => all.includes(word))
  })
}

export interface ChoiceGroup {
  readonly group: string | undefined
  readonly choices: readonly Choice[]
}

/** The choices under their headings, in the order in which they came. */
export function choiceGroups(choices: readonly Choice[]): readonly ChoiceGroup[] {
  const groups = Map.groupBy(choices, ({ group }) => group)
  return [...groups].map(([group, inGroup]) => ({ group, choices: inGroup }))
}
