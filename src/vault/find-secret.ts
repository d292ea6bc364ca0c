import { findAll, overlaps, type Finding, type Span } from './finding.ts'

const PASSWORD =
  '密码|密碼|口令|\\bpass ?words?\\b|\\bpasscode\\b|\\bpassphrase\\b|\\bpasswd\\b|\\bpwd\\b|\\bpin\\b'
const CODE =
  '验证码|驗證碼|校验码|动态码|短信码|授权码|\\b(?:verification|security|one[- ]time|sms|auth(?:entication)?)[ -]code\\b|\\botp\\b'
/** "The code is 839201" is one; "post code is 200001" and "error code is 1005" are none. */
const BARE_CODE =
  '(?<!(?:post|postal|zip|error|branch|area|sort|country|swift|product|reason|bank|stock) )\\bcode\\b(?=\\s*(?:is|was|:|=|\\d{6}(?!\\d)))'
const LABEL = `(?:${PASSWORD}|${CODE}|${BARE_CODE})`

/** The words and signs that people put between the label and the secret itself. */
const JOIN =
  '(?:[\\s:=\\-"\'“”‘’「」(]|[的我他她你您就是为為设設成改给給了码]|[六6]位数?字?|生日|告诉|告訴|号码|\\b(?:is|was|were|to|my|the|i|used|set|it|as|number|code|named)\\b){0,10}'
const SIGN = '[A-Za-z0-9@#$%^&_+=~!?./\\\\-]'
/** Four signs or more with a digit among them, or digits spelled evenly in ones, twos or threes. */
const CODED =
  `(?:\\d(?:[ -]\\d){3,7}(?!\\d)|\\d{2}(?:[ -]\\d{2}){1,3}(?!\\d)|\\d{3}(?:[ -]\\d{3}){1,2}(?!\\d)` +
  `|(?=${SIGN}*\\d)${SIGN}{3,63}[A-Za-z0-9@#$%^&_+!])`
/** "Password 3 times", "密码2026年改过": a count, not a secret. */
const NO_COUNT = `(?!${SIGN}*[A-Za-z0-9])(?!\\s*(?:年|月|日|天|次|元|块|万|个|位|分|小时|times?\\b|days?\\b|digits?\\b|yuan\\b|rmb\\b))`

const AFTER_LABEL = new RegExp(`${LABEL}${JOIN}(?<value>${CODED})${NO_COUNT}`, 'i')
/** Told a little later in the same sentence ("my password, it's 123456"): only six digits, as bank codes have. */
const LATER = new RegExp(
  `${LABEL}[^。！？!?;；\\n\\d]{0,20}(?:是|为|:|=|\\bis|\\bwas|\\bit's)\\s*(?<value>\\d{6})(?!\\d)${NO_COUNT}`,
  'i',
)
const BEFORE_LABEL = new RegExp(
  `(?<!${SIGN})(?<value>${CODED})["'”’]?\\s*(?:就?是|为|is|was|as)\\s*(?:这个|[我他她]的?|my |the |his |her )?` +
    `(?:取款|支付|登录|银行卡|短信|bank |card )?${LABEL}`,
  'i',
)
const LETTERS = new RegExp(
  `(?:${PASSWORD})\\s*(?:\\b(?:is|was)\\b|就?是|为|:|=)[\\s"'“‘]*(?<value>[A-Za-z][A-Za-z@#$%^&_+!-]{3,63})(?![A-Za-z0-9])`,
  'i',
)
const CARD_CHECK =
  /(?:\bcv[vcn]2?|安全码|背面(?:的)?后?[三3]位(?:数字?|号码)?)[\s:=码的是为"'“(-]*(?:(?:is|was|number|code)[\s:]*)*(?<value>\d{3,4})(?!\d|\s*[元次年])/i
const CARD_EXPIRY =
  /(?:有效期|到期日|\bexp(?:iry|ires|iration)?(?: date)?|\bvalid (?:thru|until|to))[\s:.=至到是为]*(?:is |on )?(?<value>(?:0[1-9]|1[0-2])\s?[/-]\s?(?:20)?\d\d)(?!\d|\s?[/-])/i

/** What follows "password is" in a sentence about it: then it is no password. */
const PREDICATE =
  /^(?:wrong|not|right|correct|incorrect|invalid|valid|still|required|safe|secure|public|weak|strong|same|different|empty|unknown|missing|easy|hard|simple|never|always|known|too|very|also|only|again|gone|lost|stolen|hidden|shown|forgotten|needed|being|reset|sent|kept|what|that|this|with|from|okay|fine|impossible|unsafe|there|here|out|expired|.*(?:ed|ing|ly))$/i

/**
 * Passwords, codes, card check codes and expiry dates in a folded text: class C3 of DOMAIN 3.2, which is never
 * stored. Only the secret goes; its label stays, so that the sentence can still be read.
 */
export function findSecrets(folded: string, harmless: readonly Span[]): Finding[] {
  const clearOf = (_: string, span: Span) => !harmless.some((other) => overlaps(span, other))
  const spans = [
    ...findAll(CARD_CHECK, folded, clearOf),
    ...findAll(CARD_EXPIRY, folded),
    ...findAll(AFTER_LABEL, folded, clearOf),
    ...findAll(LATER, folded, clearOf),
    ...findAll(BEFORE_LABEL, folded, clearOf),
    ...findAll(LETTERS, folded, (value) => !PREDICATE.test(value)),
  ]
  return spans.map((span): Finding => ({ kind: 'secret', mask: '***', ...span }))
}
