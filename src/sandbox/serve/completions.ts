import { type StepName, stepNames } from '../../complaint/lifecycle.ts'
import { squeezed, verbs } from '../../slack/listen/words-of-commands.ts'
import { textFor } from '../../text/text.ts'
import { inBoth } from './in-both.ts'
import type { CommandTold } from './told.ts'

/** What may follow `/complaint`: everything that can be asked, then every step by the word of its command. */
export function complaintCompletions(): CommandTold['completions'] {
  return [...askings(), ...stepNames.flatMap(stepCompletion)]
}

function askings(): CommandTold['completions'] {
  return [...verbs].flatMap(([word, verb]) => {
    if (verb.kind !== 'asking' || verb.asking !== word) return []
    const { asking } = verb
    return [{ text: word, about: inBoth((language) => textFor(language).help.commands[asking].what) }]
  })
}

/** Of the words that mean the step, the one spelled out as its name is: `send-back` for `sendBack`. */
function stepCompletion(step: StepName): CommandTold['completions'] {
  const words = [...verbs].flatMap(([word, verb]) =>
    verb.kind === 'step' && verb.step === step ? [word] : [],
  )
  const [text] = words
    .filter((word) => squeezed(word) === squeezed(step))
    .toSorted((one, other) => other.length - one.length)
  if (text === undefined) return []
  return [{ text, about: inBoth((language) => textFor(language).steps[step].title) }]
}
