import { type ReactNode, useId } from 'react'
import { type Json, objectAt, objectsAt, textAt } from '../../slack/json.ts'
import type { Surface } from './drawn.ts'
import { Element } from './element.tsx'
import { Picture } from './picture.tsx'
import { TextObject } from './text-object.tsx'
import { wordsAt } from './words-at.ts'

/** A text, pairs of texts, and one element or picture to the right of them. */
export function Section({ block, surface }: { readonly block: Json; readonly surface: Surface }): ReactNode {
  const id = useId()
  const text = objectAt(block, 'text')
  const fields = objectsAt(block, 'fields')
  const accessory = objectAt(block, 'accessory')
  return (
    <div className="bk-section" data-accessory={accessory && textAt(accessory, 'type')}>
      <div className="bk-section-words" id={`${id}-text`}>
        {text && <TextObject text={text} drawn={surface.drawn} />}
        {fields.length > 0 && (
          <div className="bk-fields">
            {fields.map((field, index) => (
              <TextObject key={index} text={field} drawn={surface.drawn} />
            ))}
          </div>
        )}
      </div>
      {accessory && <Accessory id={id} block={block} accessory={accessory} surface={surface} />}
    </div>
  )
}

interface AccessoryProps {
  readonly id: string
  readonly block: Json
  readonly accessory: Json
  readonly surface: Surface
}

function Accessory({ id, block, accessory, surface }: AccessoryProps): ReactNode {
  const isPicture = accessory['type'] === 'image'
  const isMenu = accessory['type'] === 'overflow'
  const naming = {
    id,
    labelledBy: isMenu ? undefined : `${id}-text`,
    label: isMenu ? undefined : wordsAt(accessory, 'placeholder'),
    isInvalid: false,
    isRequired: false,
  }
  return (
    <div className="bk-accessory">
      {isPicture ? (
        <Picture image={accessory} />
      ) : (
        <Element block={block} element={accessory} naming={naming} surface={surface} />
      )}
    </div>
  )
}
