import { type ChangeEvent, type ReactNode, useRef } from 'react'
import type { Choice } from './choices.ts'
import { namedControl, type Held } from './held.ts'
import { OptionList, optionId } from './option-list.tsx'
import { type ComboboxOf, useCombobox } from './use-combobox.ts'
import { wordsAt } from './words-at.ts'
import { wordsFor } from './words.ts'

interface ComboboxProps extends Omit<ComboboxOf, 'most'> {
  readonly held: Held
}

/**
 * A menu that is searched by typing, for one or several. Arrows point, Enter picks, Escape closes, Backspace takes the last
 * one back; the browser's own `select` can neither be searched nor hold several legibly.
 */
export function Combobox({ held, ...rest }: ComboboxProps): ReactNode {
  const { element, naming, isBusy, drawn } = held
  const most = element['max_selected_items']
  const of = { ...rest, most: typeof most === 'number' ? most : Infinity }
  const list = useCombobox(of)
  const input = useRef<HTMLInputElement>(null)
  const isClearable = of.take === 'one' && of.chosen.length > 0 && !naming.isRequired && !list.isOpen
  return (
    <div
      className="bk-field bk-combobox"
      style={{ anchorName: `--${naming.id}` }}
      data-busy={isBusy || undefined}
      onClick={() => input.current?.focus()}
    >
      {of.take === 'several' && <Chips held={held} of={of} onRemove={list.remove} />}
      <input {...inputAttributes(held, list, of)} ref={input} />
      {isClearable && (
        <button
          type="button"
          className="bk-clear"
          aria-label={wordsFor(drawn).clear}
          disabled={isBusy}
          onClick={() => of.onChosen([])}
        >
          ×
        </button>
      )}
      {list.isOpen && <OptionList id={naming.id} list={list} of={of} drawn={drawn} />}
    </div>
  )
}

function inputAttributes(
  { element, naming, isBusy, drawn }: Held,
  list: ReturnType<typeof useCombobox>,
  { choices, chosen, take }: ComboboxOf,
) {
  const words = wordsFor(drawn)
  const label = take === 'one' && chosen[0] !== undefined ? labelOf(choices, chosen[0]) : ''
  const asks = chosen.length > 0 ? '' : (wordsAt(element, 'placeholder') ?? words.choose)
  const isPointing = list.isOpen && list.found.length > 0
  return {
    ...namedControl(naming),
    type: 'text',
    role: 'combobox',
    autoComplete: 'off',
    'aria-autocomplete': 'list',
    'aria-expanded': list.isOpen,
    'aria-controls': `${naming.id}-list`,
    'aria-activedescendant': isPointing ? optionId(naming.id, list.active) : undefined,
    'aria-busy': isBusy || undefined,
    readOnly: isBusy,
    title: label || undefined,
    placeholder: list.isOpen ? label || words.search : asks,
    value: list.isOpen ? list.query : label,
    onChange: (event: ChangeEvent<HTMLInputElement>) => list.search(event.currentTarget.value),
    onClick: () => !isBusy && !list.isOpen && list.open(),
    onKeyDown: isBusy ? undefined : list.onKeyDown,
    onBlur: list.close,
  } as const
}

interface ChipsProps {
  readonly held: Held
  readonly of: ComboboxOf
  readonly onRemove: (value: string) => void
}

function Chips({ held, of, onRemove }: ChipsProps): ReactNode {
  const { remove } = wordsFor(held.drawn)
  return of.chosen.map((value) => {
    const label = labelOf(of.choices, value)
    return (
      <span key={value} className="bk-chip">
        {label}
        <button
          type="button"
          aria-label={remove(label)}
          disabled={held.isBusy}
          onClick={() => onRemove(value)}
        >
          ×
        </button>
      </span>
    )
  })
}

function labelOf(choices: readonly Choice[], value: string): string {
  return choices.find((choice) => choice.value === value)?.label ?? value
}
