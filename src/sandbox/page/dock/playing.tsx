import type { PlayingTold, ScenarioStepTold, ScenarioTold } from '../../serve/told.ts'
import { personOf, useBank } from '../in-bank.tsx'
import { Icon } from '../parts/icon.tsx'
import { useSpeech } from '../speech.tsx'
import { Happenings } from './happenings.tsx'

interface PlayingProps {
  readonly scenario: ScenarioTold
  readonly playing: PlayingTold
  readonly isBusy: boolean
  readonly onPlay: (play: 'next' | 'rest') => void
}

/** The steps of the scenario being played: those done are ticked, the coming one is named with who acts in it. */
export function Playing({ scenario, playing, isBusy, onPlay }: PlayingProps) {
  const { words, say } = useSpeech()
  const isOver = playing.played >= playing.total
  const coming = scenario.steps[playing.played]
  return (
    <div ref={bringIntoView} className="playing">
      {playing.trouble !== undefined && (
        <p className="trouble-line" role="alert">
          {words.scenarios.trouble} {playing.trouble}
        </p>
      )}
      <p className="steps-count" role="status">
        {isOver ? words.scenarios.done : words.scenarios.stepOf(playing.played, playing.total)}
      </p>
      {coming && (
        <p className="coming">
          {words.scenarios.coming}
          <b>{say(coming.title)}</b> <Actor step={coming} />
        </p>
      )}
      {!isOver && (
        <div className="steps-buttons">
          <button type="button" className="main" disabled={isBusy} onClick={() => onPlay('next')}>
            {isBusy ? words.scenarios.playing : words.scenarios.next}
          </button>
          <button type="button" disabled={isBusy} onClick={() => onPlay('rest')}>
            {words.scenarios.rest}
          </button>
        </div>
      )}
      <ol className="steps">
        {scenario.steps.map((step, index) => (
          <Step key={index} step={step} at={index} played={playing.played} isBusy={isBusy} />
        ))}
      </ol>
      {playing.happenings.length > 0 && (
        <details className="set-off" open>
          <summary>{words.scenarios.setOff}</summary>
          <Happenings happenings={playing.happenings} />
        </details>
      )}
    </div>
  )
}

function bringIntoView(playing: HTMLElement | null): void {
  playing?.closest('.scenario')?.scrollIntoView({ block: 'start' })
}

interface StepProps {
  readonly step: ScenarioStepTold
  readonly at: number
  readonly played: number
  readonly isBusy: boolean
}

function Step({ step, at, played, isBusy }: StepProps) {
  const { words, say } = useSpeech()
  const isDone = at < played
  const isNext = at === played
  return (
    <li className={isDone ? 'is-done' : isNext ? 'is-next' : ''} aria-current={isNext ? 'step' : undefined}>
      <span className={isNext && isBusy ? 'step-mark is-busy' : 'step-mark'}>
        {isDone && <Icon name="check" size={12} />}
      </span>
      <span>
        {isDone && <span className="unseen">{words.scenarios.stepDone}: </span>}
        {say(step.title)}
      </span>
    </li>
  )
}

function Actor({ step }: { step: ScenarioStepTold }) {
  const { words, say } = useSpeech()
  const bank = useBank()
  const actor = step.actor === undefined ? undefined : personOf(bank, step.actor)
  return <small>{actor ? words.scenarios.by(say(actor.name)) : words.scenarios.byItself}</small>
}
