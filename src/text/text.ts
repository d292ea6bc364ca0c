import { en } from './en.ts'
import { zhCn } from './zh-cn.ts'

/** All words of the product in one language. The English object is the shape: what another language lacks does not compile. */
export type Text = typeof en

export type Language = 'zh-CN' | 'en'

const texts: Readonly<Record<Language, Text>> = { en, 'zh-CN': zhCn }

/** The words in this language. */
export function textFor(language: Language): Text {
  return texts[language]
}

/** Which of our languages does a person with this Slack locale read? Every Chinese locale Chinese, all others English. */
export function languageOf(slackLocale: string): Language {
  return slackLocale.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
}
