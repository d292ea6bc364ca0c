import { useEffect, useRef } from 'react'
import type { HappeningTold, PlayingTold, ScenarioStepTold, ScenarioTold } from '../../serve/told.ts'
import { homePlace, openPlace, showPerson, useShown, useSides, type Shown, type Side } from '../shown.ts'

/** While a scenario plays, lets the left screen show who acts and the right one whoever sees best what comes of it. */
export function useFollowing(
  scenarios: readonly ScenarioTold[] | undefined,
  playing: PlayingTold | undefined,
  isPlaying: boolean,
): void {
  const shown = useShown()
  const sides = useSides()
  const followed = useRef<string>(undefined)
  useEffect(() => {
    if (!playing || !scenarios) return
    const at = isPlaying || playing.isBusy || playing.played === 0 ? playing.played : playing.played - 1
    const state = `${playing.name} ${playing.played} ${at}`
    const isNews = followed.current !== undefined && followed.current !== state
    followed.current = state
    if (!isNews) return
    const step = scenarios.find(({ name }) => name === playing.name)?.steps[at]
    const people = step ? peopleOf(step, shown, sides) : shown
    follow('left', people.left, playing.happenings)
    follow('right', people.right, playing.happenings)
  }, [scenarios, playing, isPlaying, shown, sides])
}

/** Who stands where in a step. Two screens show two people: where one acts and sees it alone, the other one stays, or moves over. */
function peopleOf({ actor, watch }: ScenarioStepTold, shown: Shown, sides: readonly Side[]): Shown {
  const left = actor ?? (sides.length === 1 ? watch : undefined) ?? shown.left
  const others = [watch, shown.right, shown.left]
  return { left, right: others.find((each) => each !== undefined && each !== left) ?? shown.right }
}

function follow(side: Side, person: string, happenings: readonly HappeningTold[]): void {
  showPerson(side, person)
  const last = happenings.findLast((happening) => happening.person === person)
  const place = last?.kind === 'home' ? homePlace : last?.conversation
  if (place !== undefined) openPlace(side, person, place)
}
