import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { PlayingTold, ScenarioTold } from '../../serve/told.ts'
import { ask } from '../ask.ts'
import { useSpeech } from '../speech.tsx'
import { scenariosQuery } from '../use-told.ts'
import { Playing } from './playing.tsx'
import { useFollowing } from './use-following.ts'

type Play = 'begin' | 'next' | 'rest'

/** The scenarios to choose from; the one being played shows its steps. */
export function Scenarios() {
  const { words } = useSpeech()
  const client = useQueryClient()
  const { data } = useQuery(scenariosQuery)
  const { mutate, isPending, variables } = useMutation({
    mutationFn: ({ name, play }: { name: string; play: Play }) => ask.play(name, play),
    onSettled: () => client.invalidateQueries(),
  })
  useFollowing(data?.scenarios, data?.playing, isPending && variables?.play !== 'begin')
  return (
    <div className="dock-body">
      <p className="small-print">{words.scenarios.about}</p>
      {data?.scenarios.length === 0 && <p>{words.scenarios.none}</p>}
      <ul className="scenarios">
        {data?.scenarios.map((scenario) => (
          <ScenarioCard
            key={scenario.name}
            scenario={scenario}
            playing={data.playing?.name === scenario.name ? data.playing : undefined}
            isBusy={isPending || data.playing?.isBusy === true}
            isBeginning={isPending && variables?.play === 'begin' && variables.name === scenario.name}
            onPlay={(play) => mutate({ name: scenario.name, play })}
          />
        ))}
      </ul>
    </div>
  )
}

interface ScenarioCardProps {
  readonly scenario: ScenarioTold
  readonly playing: PlayingTold | undefined
  readonly isBusy: boolean
  readonly isBeginning: boolean
  readonly onPlay: (play: Play) => void
}

function ScenarioCard({ scenario, playing, isBusy, isBeginning, onPlay }: ScenarioCardProps) {
  const { words, say } = useSpeech()
  const begin = playing ? words.scenarios.again : words.scenarios.begin
  return (
    <li className={playing ? 'scenario is-playing' : 'scenario'} data-scenario={scenario.name}>
      <div className="scenario-head">
        <h3>{say(scenario.title)}</h3>
        <button
          type="button"
          disabled={isBusy}
          aria-label={`${begin}: ${say(scenario.title)}`}
          onClick={() => onPlay('begin')}
        >
          {isBeginning ? words.scenarios.beginning : begin}
        </button>
      </div>
      <p>{say(scenario.about)}</p>
      {playing && <Playing scenario={scenario} playing={playing} isBusy={isBusy} onPlay={onPlay} />}
    </li>
  )
}
