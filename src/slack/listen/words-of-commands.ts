import { type Status, type StepName, statuses, stepNames } from '../../complaint/lifecycle.ts'
import type { MatterKind } from '../../matter/effect.ts'
import type { Level } from '../../policy/pack.ts'
import type { Asking, CommandWords } from '../../text/keys.ts'
import { textFor } from '../../text/text.ts'

/** People type in either language, whichever they read in. */
const texts = [textFor('en'), textFor('zh-CN')]

export type Verb =
  | { readonly kind: 'asking'; readonly asking: Asking }
  | { readonly kind: 'step'; readonly step: StepName }
  | { readonly kind: 'face'; readonly matter: MatterKind }

/** Every word that begins a command, in lower case, with what it means. Steps go by their names and by their buttons. */
export const verbs: ReadonlyMap<string, Verb> = new Map<string, Verb>([
  ...stepNames.flatMap((step) => stepWords(step).map((word) => [word, { kind: 'step', step }] as const)),
  ...wordsOf(({ askings }) => askings).map(([word, asking]) => [word, { kind: 'asking', asking }] as const),
  ...wordsOf(({ matters }) => matters).map(([word, matter]) => [word, { kind: 'face', matter }] as const),
])

function stepWords(step: StepName): string[] {
  const kebab = step.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  const words = texts.flatMap(({ commands, steps }) => [
    ...(commands.steps[step] ?? []),
    steps[step].button.normalize('NFKC').toLowerCase(),
  ])
  return [...new Set([step.toLowerCase(), kebab, ...words])]
}

/** The keys of the filters of `list`. */
export const filterKeys = new Map(wordsOf(({ filters }) => filters))

export const openWords: readonly string[] = texts.flatMap(({ commands }) => commands.open)

export const referredWords: readonly string[] = texts.flatMap(({ commands }) => commands.referred)

export const levelWords: ReadonlyMap<string, Level> = new Map(wordsOf(({ levels }) => levels))

/** Statuses by their code and by what the card calls them in either language, without spaces. */
export const statusWords: ReadonlyMap<string, Status> = new Map(
  statuses.flatMap((status) =>
    [status, ...texts.map((text) => text.status[status])].map((word) => [squeezed(word), status] as const),
  ),
)

/** A word without the signs that people put or leave out. */
export function squeezed(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]/g, '')
}

/** Each word of one part of the commands, in every language, with what it stands for. */
function wordsOf<Meaning extends string>(
  part: (commands: CommandWords) => Readonly<Record<Meaning, readonly string[]>>,
): [word: string, meaning: Meaning][] {
  return texts.flatMap(({ commands }) =>
    Object.entries<readonly string[]>(part(commands)).flatMap(([meaning, words]) =>
      words.map((word): [string, Meaning] => [word, meaning as Meaning]),
    ),
  )
}
