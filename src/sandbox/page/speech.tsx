import { createContext, use, useMemo, type ReactNode } from 'react'
import type { Words } from '../serve/told.ts'
import { pageWords, type PageLanguage, type PageWords } from './words.ts'

/** How the page speaks now. */
export interface Speech {
  readonly language: PageLanguage
  readonly words: PageWords
  /** Of words in both languages, those of the page. */
  readonly say: (words: Words) => string
}

const Speaking = createContext<Speech>({ language: 'zh', words: pageWords.zh, say: (words) => words.zh })

/** Lets everything inside speak one language. */
export function SpeechIn({ language, children }: { language: PageLanguage; children: ReactNode }) {
  const speech = useMemo(
    () => ({ language, words: pageWords[language], say: (words: Words) => words[language] }),
    [language],
  )
  return <Speaking value={speech}>{children}</Speaking>
}

/** The words of the page where this component stands. */
export function useSpeech(): Speech {
  return use(Speaking)
}
