import type { ReactNode } from 'react'
import { textAt } from '../../slack/json.ts'
import { choiceGroups, choicesOf, type Choice } from './choices.ts'
import { Combobox } from './combobox.tsx'
import { heldText, heldTexts, namedControl, type Held } from './held.ts'
import { wordsAt } from './words-at.ts'
import { wordsFor } from './words.ts'

/** Menus longer than this are searched. */
const mostUnsearched = 12

/** A menu of any type: the browser's own where it is short and one is chosen, else one that can be searched. */
export function Select(held: Held): ReactNode {
  const { element, value, give, drawn } = held
  const choices = choicesOf(element, drawn)
  const type = textAt(element, 'type') ?? ''
  if (type === 'static_select' && choices.length <= mostUnsearched)
    return <NativeSelect held={held} choices={choices} />
  const isMany = type.startsWith('multi_')
  return (
    <Combobox
      held={held}
      choices={choices}
      chosen={heldTexts(value)}
      take={isMany ? 'several' : 'one'}
      onChosen={(values) => give(isMany ? values : (values[0] ?? null))}
    />
  )
}

function NativeSelect({ held, choices }: { readonly held: Held; readonly choices: readonly Choice[] }) {
  const { element, value, naming, isBusy, give, drawn } = held
  const isEmpty = heldText(value) === ''
  return (
    <select
      {...namedControl(naming)}
      className="bk-field bk-select"
      data-empty={isEmpty || undefined}
      value={heldText(value)}
      disabled={isBusy}
      aria-busy={isBusy || undefined}
      title={choices.find((choice) => choice.value === heldText(value))?.label}
      onChange={(event) => give(event.currentTarget.value === '' ? null : event.currentTarget.value)}
    >
      <option value="" hidden={naming.isRequired && !isEmpty} disabled={naming.isRequired}>
        {wordsAt(element, 'placeholder') ?? wordsFor(drawn).choose}
      </option>
      {choiceGroups(choices).map(({ group, choices: inGroup }) =>
        group === undefined ? (
          inGroup.map(drawOption)
        ) : (
          <optgroup key={group} label={group}>
            {inGroup.map(drawOption)}
          </optgroup>
        ),
      )}
    </select>
  )
}

function drawOption({ value, label }: Choice): ReactNode {
  return (
    <option key={value} value={value}>
      {label}
    </option>
  )
}
