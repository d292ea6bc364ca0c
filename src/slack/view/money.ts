import { type Fen, yuanOf } from '../../fund/money.ts'
import { type Language, textFor } from '../../text/text.ts'

/** An amount of the reserve fund as people read it. */
export function moneyWords(fen: Fen, language: Language): string {
  return textFor(language).amounts.yuan(yuanOf(fen))
}

/** How much of the whole is taken, as ten boxes and in percent, rounded down: 80 % is never shown before it is reached. */
export function barOf(taken: Fen, whole: Fen): { readonly bar: string; readonly percent: number } {
  const percent = whole === 0 ? 0 : Math.floor((taken * 100) / whole)
  const full = Math.min(10, Math.floor(percent / 10))
  return { bar: '▓'.repeat(full) + '░'.repeat(10 - full), percent }
}
