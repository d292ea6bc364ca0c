import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { choiceGroups, type Choice } from './choices.ts'
import type { Drawn } from './drawn.ts'
import type { ComboboxOf, useCombobox } from './use-combobox.ts'
import { wordsFor } from './words.ts'

interface OptionListProps {
  /** The id of the input that the list belongs to. */
  readonly id: string
  readonly list: ReturnType<typeof useCombobox>
  readonly of: ComboboxOf
  readonly drawn: Drawn
}

/** The id of the option at this place in the list. */
export function optionId(id: string, index: number): string {
  return `${id}-option-${index}`
}

/** What a search found, above everything else on the page, below its input or above it where there is no room. */
export function OptionList({ id, list, of, drawn }: OptionListProps): ReactNode {
  const popover = useRef<HTMLDivElement>(null)
  const { found, active } = list
  useLayoutEffect(() => {
    if (!popover.current?.matches(':popover-open')) popover.current?.showPopover()
  }, [])
  useLayoutEffect(() => {
    popover.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' })
  }, [active, found.length])
  return (
    <div
      ref={popover}
      id={`${id}-list`}
      className="bk-list"
      style={{ positionAnchor: `--${id}` }}
      popover="manual"
      role="listbox"
      aria-multiselectable={of.take === 'several' || undefined}
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => event.stopPropagation()}
    >
      {choiceGroups(found).map(({ group, choices }) => (
        <div key={group ?? ''} role={group === undefined ? 'presentation' : 'group'} aria-label={group}>
          {group !== undefined && <div className="bk-list-group">{group}</div>}
          {choices.map((choice) => (
            <Option
              key={choice.value}
              id={optionId(id, found.indexOf(choice))}
              choice={choice}
              list={list}
              of={of}
            />
          ))}
        </div>
      ))}
      <Notes list={list} of={of} drawn={drawn} />
    </div>
  )
}

type OptionProps = Pick<OptionListProps, 'id' | 'list' | 'of'> & { readonly choice: Choice }

function Option({ id, choice, list, of }: OptionProps): ReactNode {
  const isChosen = of.chosen.includes(choice.value)
  return (
    <div
      id={id}
      className="bk-option"
      role="option"
      aria-selected={isChosen}
      aria-disabled={(!isChosen && isFull(of)) || undefined}
      data-active={list.found[list.active] === choice || undefined}
      onClick={() => list.pick(choice.value)}
    >
      <span>
        {choice.label}
        {choice.about !== undefined && <small>{choice.about}</small>}
      </span>
      {isChosen && <span aria-hidden="true">✓</span>}
    </div>
  )
}

function Notes({ list, of, drawn }: Pick<OptionListProps, 'list' | 'of' | 'drawn'>): ReactNode {
  const words = wordsFor(drawn)
  if (list.found.length === 0) return <div className="bk-list-note">{words.nothingFound}</div>
  return isFull(of) && <div className="bk-list-note">{words.atMost(of.most)}</div>
}

function isFull({ chosen, take, most }: ComboboxOf): boolean {
  return take === 'several' && chosen.length >= most
}
