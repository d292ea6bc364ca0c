import { CloseButton } from '../parts/close-button.tsx'
import type { HappeningTold } from '../../serve/told.ts'
import { keep, useKept } from '../kept.ts'
import { useSpeech } from '../speech.tsx'
import { Happenings } from './happenings.tsx'
import { Scenarios } from './scenarios.tsx'

/** What stands at the left of the screens: the scenarios, or what the last push set off. */
export function LeftDock({ setOff }: { setOff: readonly HappeningTold[] | undefined }) {
  const { words } = useSpeech()
  const { leftDock } = useKept()
  if (leftDock === 'none') return null
  const title = leftDock === 'scenarios' ? words.scenarios.title : words.happened.title
  return (
    <aside className="dock dock-left" aria-label={title}>
      <DockHead title={title} onClose={() => keep({ leftDock: 'none' })} />
      {leftDock === 'scenarios' ? <Scenarios /> : <SetOff happenings={setOff} />}
    </aside>
  )
}

/** The title of a dock, and the button that closes it. */
export function DockHead({ title, onClose }: { title: string; onClose: () => void }) {
  return (
    <div className="dock-head">
      <h2>{title}</h2>
      <CloseButton onClose={onClose} />
    </div>
  )
}

function SetOff({ happenings }: { happenings: readonly HappeningTold[] | undefined }) {
  const { words } = useSpeech()
  return (
    <div className="dock-body" role="status">
      {happenings === undefined ? (
        <p className="small-print">{words.happened.empty}</p>
      ) : (
        <Happenings happenings={happenings} />
      )}
    </div>
  )
}
