import type { ClockTold } from '../../serve/told.ts'
import { useSpeech } from '../speech.tsx'

/** The bank's day and time, and whether it is working time. */
export function ClockFace({ clock }: { clock: ClockTold }) {
  const { words } = useSpeech()
  const { strip } = words
  const [day = '', time = ''] = clock.local.split(' ')
  const open = clock.isWorkingTime
  return (
    <>
      <time
        className="clock-face"
        dateTime={clock.now}
        title={`${clock.timeZone} · ${clock.runs ? strip.runs : strip.stands}`}
        data-testid="bank-time"
      >
        <span className="clock-day">
          {strip.weekdays[clock.weekday - 1]} {day}
        </span>
        <strong>{time}</strong>
      </time>
      <span
        className={open ? 'working is-open' : 'working'}
        title={open ? strip.openTitle : strip.closedTitle}
        data-testid="working-time"
      >
        {open ? strip.open : strip.closed}
        {clock.holiday !== undefined && <small>{clock.holiday}</small>}
      </span>
      {clock.bot !== 'running' && (
        <span className="working is-wrong" title={words.menu.botAbout[clock.bot]}>
          {words.menu.bot} · {words.menu.bots[clock.bot]}
        </span>
      )}
    </>
  )
}
