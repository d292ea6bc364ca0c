import type { AlarmTold } from '../../serve/told.ts'
import { Icon } from '../parts/icon.tsx'
import { Popover } from '../parts/popover.tsx'
import { useSpeech, type Speech } from '../speech.tsx'

/** The next alarm in a line, and the next five behind it. */
export function Alarms({ alarms }: { alarms: readonly AlarmTold[] }) {
  const { words } = useSpeech()
  const [first] = alarms
  if (!first) return <span className="no-alarm">{words.strip.noAlarm}</span>
  return (
    <Popover
      buttonClass="next-alarm"
      className="alarms"
      face={
        <>
          <Icon name="bell" />
          <AlarmLine alarm={first} />
          <Icon name="down" size={12} />
        </>
      }
    >
      {() => (
        <section aria-label={words.strip.alarms}>
          <h2>{words.strip.alarms}</h2>
          <ol>
            {alarms.map((alarm) => (
              <Alarm key={`${alarm.at} ${alarm.number} ${alarm.what.en}`} alarm={alarm} />
            ))}
          </ol>
        </section>
      )}
    </Popover>
  )
}

function AlarmLine({ alarm }: { alarm: AlarmTold }) {
  const speech = useSpeech()
  return (
    <span className="alarm-line">
      <span className="unseen">{speech.words.strip.next}: </span>
      <b>{alarm.local.slice(5)}</b> {alarm.number} · {speech.say(alarm.what)}
      <span className="alarm-who"> · {whoIsCalled(alarm, speech)}</span>
    </span>
  )
}

function Alarm({ alarm }: { alarm: AlarmTold }) {
  const speech = useSpeech()
  return (
    <li>
      <time dateTime={alarm.at}>{alarm.local}</time>
      <span>
        <b>{alarm.number}</b> {speech.say(alarm.what)}
        <small>{whoIsCalled(alarm, speech)}</small>
      </span>
    </li>
  )
}

function whoIsCalled({ who }: AlarmTold, { words, say }: Speech): string {
  if (who.length === 0) return words.strip.callsNobody
  return words.strip.calls(who.map(say).join(words.page.comma))
}
