import type { Words } from '../serve/told.ts'

/** A gesture that could not be made as the scenario has it; `words` tell the person at the page why, and what to do. */
export class Interrupted extends Error {
  readonly words: Words
  constructor(words: Words) {
    super(words.en)
    this.name = 'Interrupted'
    this.words = words
  }
}
