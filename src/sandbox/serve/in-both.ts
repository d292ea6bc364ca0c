import type { Language } from '../../text/text.ts'
import type { Words } from './told.ts'

/** The same said in both languages. */
export function inBoth(say: (language: Language) => string): Words {
  return { zh: say('zh-CN'), en: say('en') }
}
