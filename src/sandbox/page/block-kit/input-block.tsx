import { type ReactNode, useId } from 'react'
import { type Json, objectAt, textAt } from '../../slack/json.ts'
import type { Surface } from './drawn.ts'
import { Element } from './element.tsx'
import type { Naming } from './held.ts'
import { wordsAt } from './words-at.ts'
import { wordsFor } from './words.ts'

/** Elements of several controls: their label names the group. */
const groups = ['checkboxes', 'radio_buttons', 'datetimepicker']

interface InputBlockProps {
  readonly block: Json
  readonly surface: Surface
}

/** An input with its label, hint and error. */
export function InputBlock({ block, surface }: InputBlockProps): ReactNode {
  const id = useId()
  const element = objectAt(block, 'element') ?? {}
  const isGroup = groups.includes(textAt(element, 'type') ?? '')
  const hint = wordsAt(block, 'hint')
  const error = surface.errors?.[textAt(block, 'block_id') ?? '']
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ')
  const naming = {
    id,
    labelledBy: isGroup ? `${id}-label` : undefined,
    describedBy: described || undefined,
    isInvalid: error !== undefined,
    isRequired: block['optional'] !== true,
  }
  return (
    <div className="bk-input">
      <Label naming={naming} block={block} surface={surface} />
      <Element block={block} element={element} naming={naming} surface={surface} />
      {error !== undefined && <Note id={`${id}-error`} kind="error" words={error} />}
      {hint !== undefined && <Note id={`${id}-hint`} kind="hint" words={hint} />}
    </div>
  )
}

function Label({ naming, block, surface }: InputBlockProps & { readonly naming: Naming }): ReactNode {
  const words = (
    <>
      {wordsAt(block, 'label')}
      {!naming.isRequired && <span className="bk-optional">{wordsFor(surface.drawn).optional}</span>}
    </>
  )
  if (naming.labelledBy === undefined)
    return (
      <label htmlFor={naming.id} className="bk-label">
        {words}
      </label>
    )
  return (
    <div id={naming.labelledBy} className="bk-label">
      {words}
    </div>
  )
}

interface NoteProps {
  readonly id: string
  readonly kind: 'error' | 'hint'
  readonly words: string
}

function Note({ id, kind, words }: NoteProps): ReactNode {
  return (
    <div id={id} className={`bk-${kind}`}>
      {words}
    </div>
  )
}
