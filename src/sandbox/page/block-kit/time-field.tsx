import { type ReactNode, useState } from 'react'
import type { Drawn } from './drawn.ts'
import { namedControl, type Naming } from './held.ts'
import { readTime } from './read-time.ts'
import { wordsFor } from './words.ts'

interface TimeFieldProps {
  readonly naming: Naming
  /** As `09:30`; empty where there is none. */
  readonly time: string
  readonly isBusy: boolean
  readonly drawn: Drawn
  readonly onTime: (time: string) => void
}

const halfHours = Array.from({ length: 48 }, (_, index) =>
  [Math.floor(index / 2), (index % 2) * 30].map((part) => String(part).padStart(2, '0')).join(':'),
)

/**
 * A time of day that is typed or taken from a list of half hours, always in 24 hours: the browser's own field shows AM and PM
 * where its language has them, whatever the page's language.
 */
export function TimeField({ naming, time, isBusy, drawn, onTime }: TimeFieldProps): ReactNode {
  const [typed, setTyped] = useState<string>()
  const isUnreadable = typed !== undefined && typed !== '' && readTime(typed) === undefined
  const type = (text: string) => {
    setTyped(text)
    if (/^(\d{2}:\d{2})?$/.test(text) && (text === '' || readTime(text) === text)) onTime(text)
  }
  const finish = () => {
    if (typed === undefined) return
    const read = readTime(typed) ?? ''
    if (read !== time) onTime(read)
    if (read !== '' || typed.trim() === '') setTyped(undefined)
  }
  return (
    <>
      <input
        {...namedControl({ ...naming, isInvalid: naming.isInvalid || isUnreadable })}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        className="bk-field bk-time"
        placeholder="09:30"
        list={`${naming.id}-times`}
        title={isUnreadable ? wordsFor(drawn).unreadableTime : undefined}
        value={typed ?? time}
        disabled={isBusy}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && finish()}
        onBlur={finish}
      />
      <datalist id={`${naming.id}-times`}>
        {halfHours.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
    </>
  )
}
