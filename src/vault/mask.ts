import { normalForm } from './digest.ts'

/** What stands for a value that may not be shown at all. Its length says nothing. */
export const HIDDEN = '******'

const COMPOUND_SURNAMES = new Set(
  (
    '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 长孙 宇文 司徒 司空 司寇 夏侯 令狐 轩辕 端木 百里 南宫 西门 独孤 呼延 闻人 ' +
    '澹台 公冶 公羊 宗政 濮阳 淳于 单于 太叔 申屠 仲孙 钟离 鲜于 闾丘 东郭 南门 羊舌 微生 梁丘 左丘 拓跋 赫连 纳兰 万俟 谷梁 ' +
    '乐正 漆雕 巫马 段干 颛孙 亓官 第五 歐陽 司馬 諸葛 東方 尉遲 公孫 長孫 鍾離 獨孤 聞人'
  ).split(' '),
)

/** 张* for 张三丰: the surname and one star, so that not even the length is told. J*** for John Smith. */
export function maskName(name: string): string {
  const { shown, hidden, isHan } = splitName(name)
  if (!hidden.length) return '*'
  return isHan ? `${shown}*` : `${shown}***`
}

/** 张** for 张三丰: the surname and a star for each further character. J*** S**** for John Smith. */
export function maskNameSecured(name: string): string {
  const { shown, hidden, isHan } = splitName(name)
  if (!hidden.length) return '*'
  if (isHan) return shown + '*'.repeat(hidden.length)
  return words(name)
    .map((word) => (word.length > 1 ? `${word[0]}${'*'.repeat(word.length - 1)}` : '*'))
    .join(' ')
}

/** 138****5678 for a mobile number; of any other number only the last four digits. */
export function maskPhone(phone: string): string {
  const digits = normalForm('phone', phone).replace(/\D/g, '')
  if (/^1[3-9]\d{9}$/.test(digits)) return `${digits.slice(0, 3)}****${digits.slice(-4)}`
  return maskTail(digits)
}

/** ****1234: the last four digits of a card or an account, and no more. */
export function maskCard(card: string): string {
  return maskTail(normalForm('card', card))
}

/** First six and last four digits, for the secured view. A short account shows its last four only. */
export function maskCardSecured(card: string): string {
  const digits = normalForm('card', card)
  if (digits.length < 13) return maskTail(digits)
  return digits.slice(0, 6) + '*'.repeat(digits.length - 10) + digits.slice(-4)
}

/** First one and last two characters of an ID number, for the secured view only: Slack never sees any of it. */
export function maskIdNumberSecured(id: string): string {
  const plain = normalForm('idNumber', id)
  if (plain.length < 8) return HIDDEN
  return plain.slice(0, 1) + '*'.repeat(plain.length - 3) + plain.slice(-2)
}

/** a***@x.com, for the secured view only. */
export function maskEmailSecured(email: string): string {
  const [, first, domain] = /^([^@]).*@([^@]+)$/u.exec(normalForm('email', email)) ?? []
  return first && domain ? `${first}***@${domain}` : HIDDEN
}

/** The province and city of a Chinese address (上海市***), for the secured view only; of any other nothing. */
export function maskAddressSecured(address: string): string {
  const place = /^(?:\p{Script=Han}{2,7}?(?:省|自治区))?\p{Script=Han}{2,6}?市/u.exec(address.trim())
  return place ? `${place[0]}***` : HIDDEN
}

export type AmountBand = 'under-1k' | '1k-10k' | '10k-50k' | '50k-1m' | 'over-1m'

/** In which band of DOMAIN 8 does this amount in yuan lie? A lower bound belongs to its band; 1,000,000 to 50k-1m. */
export function amountBand(yuan: number): AmountBand {
  if (yuan < 1_000) return 'under-1k'
  if (yuan < 10_000) return '1k-10k'
  if (yuan < 50_000) return '10k-50k'
  return yuan <= 1_000_000 ? '50k-1m' : 'over-1m'
}

/** Of a short number four digits would be most of it. */
function maskTail(digits: string): string {
  return digits.length >= 8 ? `****${digits.slice(-4)}` : '****'
}

function splitName(name: string): { shown: string; hidden: string[]; isHan: boolean } {
  const letters = Array.from(normalName(name).replace(/[\s·•.-]/g, ''))
  const isHan = /\p{Script=Han}/u.test(letters[0] ?? '')
  const surname = letters.slice(0, 2).join('')
  const shown = isHan && letters.length > 2 && COMPOUND_SURNAMES.has(surname) ? 2 : 1
  return { shown: letters.slice(0, shown).join(''), hidden: letters.slice(shown), isHan }
}

function words(name: string): string[][] {
  return normalName(name)
    .split(/[\s·•.]+/)
    .filter(Boolean)
    .map((word) => Array.from(word))
}

function normalName(name: string): string {
  return name.normalize('NFKC').trim()
}
