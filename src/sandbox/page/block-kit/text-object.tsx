import type { ReactNode } from 'react'
import { type Json, textAt } from '../../slack/json.ts'
import type { Drawn } from './drawn.ts'
import { Mrkdwn, MrkdwnLine } from './mrkdwn.tsx'

/** A text of a block: mrkdwn with its marks and mentions, plain text to the letter. */
export function TextObject({ text, drawn }: { readonly text: Json; readonly drawn: Drawn }): ReactNode {
  const words = textAt(text, 'text') ?? ''
  if (text['type'] === 'mrkdwn') return <Mrkdwn text={words} drawn={drawn} />
  return <div className="bk-text bk-plain">{words}</div>
}

/** The same within one run of words. */
export function TextLine({ text, drawn }: { readonly text: Json; readonly drawn: Drawn }): ReactNode {
  const words = textAt(text, 'text') ?? ''
  if (text['type'] === 'mrkdwn') return <MrkdwnLine text={words} drawn={drawn} />
  return <span className="bk-plain">{words}</span>
}
