import { useMutationState, useQueryClient, type Mutation } from '@tanstack/react-query'
import { keep, useKept } from './kept.ts'
import { Icon } from './parts/icon.tsx'
import { useSpeech } from './speech.tsx'
import { useIsAway } from './use-told.ts'

/** What concerns the whole page: the sandbox is away, something could not be done, and at the first visit what this is. */
export function PageBanners() {
  const { words } = useSpeech()
  const isAway = useIsAway()
  return (
    <>
      {isAway && (
        <div className="banner banner-away" role="alert">
          <p>{words.page.away}</p>
        </div>
      )}
      <Failed />
      <Hint />
    </>
  )
}

function Hint() {
  const { words } = useSpeech()
  const { hintSeen } = useKept()
  if (hintSeen) return null
  return (
    <div className="banner banner-hint">
      <p>{words.page.hint}</p>
      <button type="button" onClick={() => keep({ hintSeen: true })}>
        {words.page.hintGone}
      </button>
    </div>
  )
}

/** The last thing asked of the sandbox that it could not do, in its words. */
function Failed() {
  const { words } = useSpeech()
  const cache = useQueryClient().getMutationCache()
  const failed: Mutation | undefined = useMutationState({ select: (mutation) => mutation }).at(-1)
  const error = failed?.state.error
  if (!failed || !error || error.message === 'unreachable') return null
  return (
    <div className="banner banner-trouble" role="alert">
      <p>
        <strong>{words.trouble.failed}</strong>
        <small>{error.message}</small>
      </p>
      <button
        type="button"
        className="quiet"
        aria-label={words.page.dismiss}
        onClick={() => cache.remove(failed)}
      >
        <Icon name="close" />
      </button>
    </div>
  )
}
