import { type ReactNode, useState } from 'react'
import type { Drawn } from './drawn.ts'
import { heldText, namedControl, namedGroup, type Held, type Naming } from './held.ts'
import { TimeField } from './time-field.tsx'
import { wordsFor } from './words.ts'

/** A day, by the browser's own calendar, with the day in words beside it: browsers write digits in an order of their own. */
export function DatePicker({ value, naming, isBusy, drawn, give }: Held): ReactNode {
  const day = heldText(value)
  return (
    <div className="bk-when">
      <DateField
        naming={naming}
        day={day}
        isBusy={isBusy}
        onDay={(chosen) => give(chosen === '' ? null : chosen)}
      />
      <DayWords day={day} drawn={drawn} />
    </div>
  )
}

/** A time of day in 24 hours. */
export function TimePicker({ value, naming, isBusy, drawn, give }: Held): ReactNode {
  return (
    <div className="bk-when">
      <TimeField
        naming={naming}
        time={heldText(value)}
        isBusy={isBusy}
        drawn={drawn}
        onTime={(time) => give(time === '' ? null : time)}
      />
    </div>
  )
}

/** A day and a time. Holds `2026-09-14T10:00` once both are there, and nothing before. */
export function DateTimePicker({ value, naming, isBusy, drawn, give }: Held): ReactNode {
  const [half, setHalf] = useState({ day: '', time: '' })
  const [heldDay = '', heldTime = ''] = heldText(value).split('T')
  const shown = heldDay === '' ? half : { day: heldDay, time: heldTime }
  const change = (changed: Partial<typeof half>) => {
    const after = { ...shown, ...changed }
    setHalf(after)
    give(after.day === '' || after.time === '' ? null : `${after.day}T${after.time}`)
  }
  const words = wordsFor(drawn)
  const part = (label: string, id: string) => ({ ...naming, id, label, labelledBy: undefined })
  return (
    <div className="bk-when" role="group" {...namedGroup(naming)}>
      <DateField
        naming={part(words.date, naming.id)}
        day={shown.day}
        isBusy={isBusy}
        onDay={(day) => change({ day })}
      />
      <TimeField
        naming={part(words.time, `${naming.id}-time`)}
        time={shown.time}
        isBusy={isBusy}
        drawn={drawn}
        onTime={(time) => change({ time })}
      />
      <DayWords day={shown.day} drawn={drawn} />
    </div>
  )
}

interface DateFieldProps {
  readonly naming: Naming
  readonly day: string
  readonly isBusy: boolean
  readonly onDay: (day: string) => void
}

function DateField({ naming, day, isBusy, onDay }: DateFieldProps): ReactNode {
  return (
    <input
      {...namedControl(naming)}
      type="date"
      className="bk-field"
      max="9999-12-31"
      value={day}
      disabled={isBusy}
      onChange={(event) => onDay(event.currentTarget.value)}
    />
  )
}

function DayWords({ day, drawn }: { readonly day: string; readonly drawn: Drawn }): ReactNode {
  const at = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(at)) return null
  const style = { dateStyle: 'full', timeZone: 'UTC' } as const
  return <span className="bk-day-words">{new Intl.DateTimeFormat(drawn.language, style).format(at)}</span>
}
