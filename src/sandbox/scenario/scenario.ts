import type { Play } from '../play.ts'
import type { Words } from '../serve/told.ts'
import type { Stage } from '../stage.ts'
import type { Customer } from './invented-customer.ts'
import type { ScenarioWords } from './scenario-words.ts'

/** Where a scenario plays: people's hands, what they type, the complaints filed so far, and ways to let time pass. */
export interface Scene {
  readonly stage: Stage
  readonly play: Play
  /** What the people type, in the language that the workspace reads. */
  readonly words: ScenarioWords
  /** The customer of this playing, invented anew each time. */
  readonly customer: Customer
  /** Files a complaint and remembers its number under this name. */
  files(person: string, entries: Parameters<Play['files']>[1], name?: string): Promise<void>
  /** Answers the question of a filing form that came back, and remembers the number told under this name. */
  chooses(person: string, answer: string, name: string): Promise<void>
  /** The number of the complaint filed in an earlier step; throws where none was. */
  number(name?: string): string
  /** Lets the clock run on until the bank is open; not at all while it is. */
  opens(): Promise<void>
  /** Lets so much working time pass. */
  works(time: WorkingTime): Promise<void>
  /** When so much working time will have passed, as forms take it. */
  later(time: WorkingTime): Promise<string>
  /** Lets working time pass, hour by hour, until this person is written to once more about the complaint. */
  hears(person: string, name?: string): Promise<void>
}

export type WorkingTime = { readonly hours: number } | { readonly days: number }

/** One thing that happens, small enough to be looked at before the next. */
export interface Step {
  readonly title: Words
  /** Who acts; nobody where only time passes. */
  readonly actor?: string
  /** Whose screen shows best what comes of it. */
  readonly watch?: string
  play(scene: Scene): Promise<void>
}

/** A small play with the sample bank's people, from any start time, as often as one likes. */
export interface Scenario {
  readonly name: string
  readonly title: Words
  readonly about: Words
  readonly steps: readonly Step[]
}
