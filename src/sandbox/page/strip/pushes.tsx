import { useMutation, useQueryClient } from '@tanstack/react-query'
import { pushes, type HappeningTold } from '../../serve/told.ts'
import { ask } from '../ask.ts'
import { useSpeech } from '../speech.tsx'

/** The buttons that push the bank's clock on; while it moves they wait. */
export function Pushes({ onPushed }: { onPushed: (happenings: readonly HappeningTold[]) => void }) {
  const { words } = useSpeech()
  const client = useQueryClient()
  const { mutate, isPending, variables } = useMutation({
    mutationFn: ask.push,
    onSuccess: onPushed,
    onSettled: () => client.invalidateQueries(),
  })
  return (
    <div className="pushes" role="group" aria-label={words.strip.push} aria-busy={isPending}>
      {pushes.map((push) => (
        <button
          key={push}
          type="button"
          disabled={isPending}
          className={isPending && variables === push ? 'is-busy' : ''}
          title={words.strip.pushTitles[push]}
          onClick={() => mutate(push)}
        >
          {words.strip.pushes[push]}
        </button>
      ))}
      <span role="status" className="unseen">
        {isPending ? words.strip.pushing : ''}
      </span>
    </div>
  )
}
