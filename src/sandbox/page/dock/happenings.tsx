import type { HappeningTold } from '../../serve/told.ts'
import { Icon, type IconName } from '../parts/icon.tsx'
import { homePlace, leadTo, useShown } from '../shown.ts'
import { useSpeech } from '../speech.tsx'

const icons: Readonly<Record<HappeningTold['kind'], IconName>> = {
  clock: 'clock',
  message: 'thread',
  channel: 'hash',
  home: 'home',
}

/** What was set off, in order; each leads to the screen where it can be seen. */
export function Happenings({ happenings }: { happenings: readonly HappeningTold[] }) {
  const { words } = useSpeech()
  if (happenings.length === 0) return <p className="small-print">{words.happened.nothing}</p>
  return (
    <ol className="happenings" data-testid="happenings">
      {happenings.map((happening, index) => (
        <li key={`${happening.at} ${index}`}>
          <Happening happening={happening} />
        </li>
      ))}
    </ol>
  )
}

function Happening({ happening }: { happening: HappeningTold }) {
  const { words, say } = useSpeech()
  const shown = useShown()
  const { person } = happening
  const place = happening.kind === 'home' ? homePlace : happening.conversation
  const told = (
    <>
      <span className={`happening-kind kind-${happening.kind}`} title={words.happened.kinds[happening.kind]}>
        <Icon name={icons[happening.kind]} size={14} />
      </span>
      <span className="happening-told">
        <time dateTime={happening.at}>{happening.local.slice(5)}</time>
        {say(happening.what)}
      </span>
    </>
  )
  if (person === undefined || place === undefined) return <div className="happening">{told}</div>
  return (
    <button
      type="button"
      className="happening"
      title={words.happened.show}
      onClick={() => leadTo(shown, person, place)}
    >
      {told}
      <Icon name="right" size={12} />
    </button>
  )
}
