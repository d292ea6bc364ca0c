import type { ReactNode } from 'react'
import { type Block, Message } from 'slack-blocks-to-jsx'
import type { Json } from '../../slack/json.ts'
import { type Drawn, personName } from './drawn.ts'

/** The blocks that are left to slack-blocks-to-jsx: they are only read, hold no plain text, and we send none yet. */
export const libraryTypes: readonly string[] = [
  'rich_text',
  'data_visualization',
  'markdown',
  'video',
  'alert',
  'file',
]

/** One such block. */
export function LibraryBlock({ block, drawn }: { readonly block: Json; readonly drawn: Drawn }): ReactNode {
  const people = drawn.people.map(({ userId }) => ({ id: userId, name: personName(drawn, userId) ?? userId }))
  return (
    <div className="bk-library">
      <Message
        withoutWrapper
        logo=""
        name=""
        theme={drawn.theme}
        blocks={[block as Block]}
        data={{ users: people, channels: [...drawn.conversations] }}
      />
    </div>
  )
}
