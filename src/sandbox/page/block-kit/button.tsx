import type { ReactNode } from 'react'
import { textAt } from '../../slack/json.ts'
import { namedGroup, type Held } from './held.ts'
import { safeHref } from './safe-href.ts'
import { wordsAt } from './words-at.ts'
import { wordsFor } from './words.ts'

/** A button; with an address it is a link that opens beside the page, and the bot hears of it as well. */
export function Button(held: Held): ReactNode {
  const { element, naming, isBusy, give, drawn } = held
  const href = safeHref(textAt(element, 'url') ?? '')
  const press = () => (isBusy ? undefined : give(textAt(element, 'value') ?? null))
  const shared = {
    ...namedGroup({ ...naming, labelledBy: undefined, label: textAt(element, 'accessibility_label') }),
    className: 'bk-button',
    'data-style': textAt(element, 'style'),
    onClick: press,
  }
  const words = <span>{wordsAt(element, 'text')}</span>
  if (href !== undefined)
    return (
      <a {...shared} href={href} target="_blank" rel="noreferrer" title={wordsFor(drawn).newTab}>
        {words}
        <span aria-hidden="true">↗</span>
      </a>
    )
  return (
    <button {...shared} type="button" aria-disabled={isBusy || undefined} aria-busy={isBusy || undefined}>
      {words}
      {isBusy && <Spinner label={wordsFor(drawn).underWay} />}
    </button>
  )
}

/** Says that something is under way. */
export function Spinner({ label }: { readonly label: string }): ReactNode {
  return <span className="bk-spinner" role="img" aria-label={label} title={label} />
}
