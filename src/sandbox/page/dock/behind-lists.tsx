import type { BehindTold } from '../../serve/told.ts'
import { useSpeech } from '../speech.tsx'
import { Json } from './json.tsx'

interface Told {
  readonly behind: BehindTold
}

/** Every event of the case, the oldest first. */
export function Journal({ behind }: Told) {
  const { say } = useSpeech()
  if (behind.journal.length === 0) return <Nothing />
  return (
    <ol className="rows">
      {behind.journal.map(({ seq, local, by, event, details, hash }) => (
        <li key={seq}>
          <details>
            <summary>
              <span className="row-number">{seq}</span>
              <span className="row-told">
                <b>{event}</b>
                <small>
                  {local} · {say(by)}
                </small>
              </span>
              <code title={hash}>{hash.slice(0, 8)}</code>
            </summary>
            <Json value={details} />
          </details>
        </li>
      ))}
    </ol>
  )
}

/** The proof of each running clock. */
export function Clocks({ behind }: Told) {
  const { language } = useSpeech()
  const lines = behind.clocks[language]
  if (lines.length === 0) return <Nothing />
  return <pre className="proof">{lines.join('\n')}</pre>
}

/** What Slack has to be told, and what it has been told. */
export function Outbox({ behind }: Told) {
  const { words } = useSpeech()
  if (behind.outbox.length === 0) return <Nothing />
  return (
    <ol className="rows">
      {behind.outbox.map(({ id, stream, lane, what, local, state, attempts, trouble }) => (
        <li key={id} className="row">
          <span className={`state state-${state}`}>{words.behind.states[state]}</span>
          <span className="row-told">
            <b>{what}</b>
            <small>
              {local} · {stream} · {lane}
              {attempts > 1 && ` · ${words.behind.attempts(attempts)}`}
            </small>
            {trouble !== undefined && <small className="trouble-line">{trouble}</small>}
          </span>
        </li>
      ))}
    </ol>
  )
}

/** What the queue will wake the bot for. */
export function Jobs({ behind }: Told) {
  if (behind.jobs.length === 0) return <Nothing />
  return (
    <ol className="rows">
      {behind.jobs.map(({ name, state, local }) => (
        <li key={`${name} ${state} ${local ?? ''}`} className="row">
          <span className="state">{state}</span>
          <span className="row-told">
            <b>{name}</b>
            {local !== undefined && <small>{local}</small>}
          </span>
        </li>
      ))}
    </ol>
  )
}

/** Where a list is empty. */
export function Nothing() {
  const { words } = useSpeech()
  return <p className="nothing">{words.behind.nothing}</p>
}
