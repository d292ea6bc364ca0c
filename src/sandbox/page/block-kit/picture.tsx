import type { ReactNode } from 'react'
import { type Json, objectAt, textAt } from '../../slack/json.ts'

/** A picture, with its words for those who do not see it. */
export function Picture({ image }: { readonly image: Json }): ReactNode {
  const file = objectAt(image, 'slack_file')
  const source = textAt(image, 'image_url') ?? (file && textAt(file, 'url'))
  return <img className="bk-picture" src={source} alt={textAt(image, 'alt_text') ?? ''} />
}
