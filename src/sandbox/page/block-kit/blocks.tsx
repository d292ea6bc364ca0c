import { type ReactNode, useEffect, useRef } from 'react'
import { Block } from './block.tsx'
import type { BlocksProps } from './drawn.ts'

export { Mrkdwn } from './mrkdwn.tsx'

/** Block Kit as Slack draws it: a message, an App Home or the inside of a modal. New errors take the focus to their field. */
export function Blocks({ blocks, ...surface }: BlocksProps): ReactNode {
  const root = useRef<HTMLDivElement>(null)
  const errors = JSON.stringify(surface.errors ?? {})
  useEffect(() => {
    const invalid = root.current?.querySelector<HTMLElement>('[aria-invalid=true]')
    const control = invalid?.matches('input, textarea, select') ? invalid : invalid?.querySelector('input')
    control?.focus()
  }, [errors])
  return (
    <div ref={root} className="bk" lang={surface.drawn.language}>
      {blocks.map((block, index) => (
        <Block key={block.block_id ?? index} block={block} surface={surface} />
      ))}
    </div>
  )
}
