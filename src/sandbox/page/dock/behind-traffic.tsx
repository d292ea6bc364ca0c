import type { BehindTold } from '../../serve/told.ts'
import { useSpeech } from '../speech.tsx'
import { Nothing } from './behind-lists.tsx'
import { Json } from './json.tsx'

/** What went between Slack and the bot; each entry opens to what was sent and answered. */
export function Traffic({ behind }: { behind: BehindTold }) {
  if (behind.traffic.length === 0) return <Nothing />
  return (
    <ol className="rows">
      {behind.traffic.map((entry) => (
        <li key={entry.number}>
          <Request entry={entry} />
        </li>
      ))}
    </ol>
  )
}

function Request({ entry }: { entry: BehindTold['traffic'][number] }) {
  const { words } = useSpeech()
  const { local, kind, what, by, status, sent, answer, warnings } = entry
  const isGood = status >= 200 && status < 300
  return (
    <details>
      <summary>
        <span className={isGood ? 'state state-sent' : 'state state-setAside'}>{status || '—'}</span>
        <span className="row-told">
          <b>{what}</b>
          <small>
            {local} · {words.behind.kinds[kind]} · {by}
          </small>
        </span>
        {warnings.length > 0 && <span className="state state-waiting">⚠ {warnings.length}</span>}
      </summary>
      {warnings.length > 0 && (
        <p className="small-print">
          {words.behind.warnings}: {warnings.join(' · ')}
        </p>
      )}
      <h4>{words.behind.sent}</h4>
      <Json value={sent} />
      <h4>{words.behind.answer}</h4>
      <Json value={answer} />
    </details>
  )
}
