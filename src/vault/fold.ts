const CHINESE_DIGITS: Readonly<Record<string, string>> = {
  零: '0',
  〇: '0',
  一: '1',
  幺: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
}
/** So many in a row are a number read aloud, not words: a mobile number has eleven. */
const SPELLED_NUMBER = /[零〇一幺二三四五六七八九]{11,}/g

/**
 * The same text with full-width letters, digits and signs as half-width, and long numbers in Chinese digits as
 * ASCII. Every UTF-16 unit stays at its place, so an index here is an index there.
 */
export function fold(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ')
    .replace(SPELLED_NUMBER, (number) =>
      Array.from(number, (digit) => CHINESE_DIGITS[digit] ?? digit).join(''),
    )
}

/** A regex class of what people put between the digits of one number, invisible signs included. */
export const SEPARATOR =
  '[ \\t\\u00a0\\u00ad\\u2000-\\u200d\\u202f\\u2060\\ufeff.·•_/\\-\\u2010-\\u2015\\u2212]'
