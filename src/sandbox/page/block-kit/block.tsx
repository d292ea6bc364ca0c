import { type ReactNode, useId } from 'react'
import { type Json, objectAt, objectsAt, textAt } from '../../slack/json.ts'
import type { Surface } from './drawn.ts'
import { Element } from './element.tsx'
import { InputBlock } from './input-block.tsx'
import { LibraryBlock, libraryTypes } from './library-block.tsx'
import { Picture } from './picture.tsx'
import { Section } from './section.tsx'
import { Table } from './table.tsx'
import { TextObject } from './text-object.tsx'
import { wordsAt } from './words-at.ts'
import { wordsFor } from './words.ts'

interface BlockProps {
  readonly block: Json
  readonly surface: Surface
}

const kinds: Readonly<Record<string, (props: BlockProps) => ReactNode>> = {
  section: Section,
  header: Header,
  divider: () => <hr className="bk-divider" />,
  context: Context,
  actions: Actions,
  input: InputBlock,
  image: ImageBlock,
  table: Table,
  data_table: Table,
}

/** One block. A type that is not known says so in words: nothing that the bot sent may vanish. */
export function Block({ block, surface }: BlockProps): ReactNode {
  const type = textAt(block, 'type') ?? ''
  const Kind = kinds[type]
  if (Kind) return <Kind block={block} surface={surface} />
  if (libraryTypes.includes(type)) return <LibraryBlock block={block} drawn={surface.drawn} />
  return <p className="bk-unknown">{wordsFor(surface.drawn).unknownBlock(type)}</p>
}

function Header({ block }: BlockProps): ReactNode {
  return <h3 className="bk-header bk-plain">{wordsAt(block, 'text')}</h3>
}

function Context({ block, surface }: BlockProps): ReactNode {
  return (
    <div className="bk-context">
      {objectsAt(block, 'elements').map((element, index) =>
        element['type'] === 'image' ? (
          <Picture key={index} image={element} />
        ) : (
          <TextObject key={index} text={element} drawn={surface.drawn} />
        ),
      )}
    </div>
  )
}

function Actions({ block, surface }: BlockProps): ReactNode {
  const id = useId()
  return (
    <div className="bk-actions">
      {objectsAt(block, 'elements').map((element, index) => (
        <Element
          key={textAt(element, 'action_id') ?? index}
          block={block}
          element={element}
          naming={{
            id: `${id}-${index}`,
            label: wordsAt(element, 'placeholder'),
            isInvalid: false,
            isRequired: false,
          }}
          surface={surface}
        />
      ))}
    </div>
  )
}

function ImageBlock({ block, surface }: BlockProps): ReactNode {
  const title = objectAt(block, 'title')
  return (
    <figure className="bk-figure">
      {title && (
        <figcaption>
          <TextObject text={title} drawn={surface.drawn} />
        </figcaption>
      )}
      <Picture image={block} />
    </figure>
  )
}
