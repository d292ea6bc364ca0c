import { useState } from 'react'
import { useSpeech } from '../speech.tsx'
import { useBeginning } from './use-beginning.ts'

/** Throws everything away and begins with the sample bank, once that was said twice. */
export function Reset({ onDone }: { onDone: () => void }) {
  const { words } = useSpeech()
  const [isAsking, setAsking] = useState(false)
  const { begin, isPending } = useBeginning(onDone)
  if (!isAsking)
    return (
      <button type="button" className="danger reset" onClick={() => setAsking(true)}>
        {words.menu.reset}
      </button>
    )
  return (
    <div className="reset-asked" role="group" aria-label={words.menu.reset}>
      <p>{words.menu.resetAsk}</p>
      <button type="button" className="danger-fill" disabled={isPending} autoFocus onClick={() => begin({})}>
        {isPending ? words.menu.resetting : words.menu.resetYes}
      </button>
      <button type="button" disabled={isPending} onClick={() => setAsking(false)}>
        {words.menu.resetNo}
      </button>
    </div>
  )
}
