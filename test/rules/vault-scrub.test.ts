// Every person, number and complaint here is invented; those with a check digit were made to pass it.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FindingKind } from '../../src/vault/finding.ts'
import { scrub } from '../../src/vault/scrub.ts'

const ID = '11010519491231002X'
const CARD = '6222020000000000000'
const PHONE = '13800138000'

test.each<[FindingKind, string, string]>([
  ['idNumber', `身份证号${ID}。`, '身份证号******。'],
  ['idNumber', '证件 110105 19491231 002x 请核', '证件 ****** 请核'],
  ['idNumber', '证件110105-1949-12-31-002X', '证件******'],
  ['idNumber', '证件１１０１０５１９４９１２３１００２Ｘ', '证件******'],
  ['idNumber', 'ID 110101190001010014, thanks', 'ID ******, thanks'],
  ['idNumber', '老身份证110105491231002的客户', '老身份证******的客户'],
  ['idNumber', '少看一位校验 110105194912310021', '少看一位校验 ******'],
  ['phone', `请回电${PHONE}谢谢`, '请回电138****8000谢谢'],
  ['phone', '手机：138 0013 8000', '手机：138****8000'],
  ['phone', '手机138-0013-8000', '手机138****8000'],
  ['phone', '手机138.0013.8000', '手机138****8000'],
  ['phone', '手机１３８００１３８０００', '手机138****8000'],
  ['phone', '手机１３８－００１３－８０００', '手机138****8000'],
  ['phone', '1 3 8 0 0 1 3 8 0 0 0', '138****8000'],
  ['phone', 'call +8613800138000 or mail', 'call +86138****8000 or mail'],
  ['phone', '(+86) 138 0013 8000', '(+86) 138****8000'],
  ['phone', '0086-138-0013-8000', '0086-138****8000'],
  ['phone', '138\u200b0013\u200b8000', '138****8000'],
  ['phone', '他报了一三八零零一三八零零零', '他报了138****8000'],
  ['phone', '固话010-88886666', '固话****6666'],
  ['phone', '(0755) 2345 6789', '****6789'],
  ['phone', '座机号码是01088886666', '座机号码是****6666'],
  ['phone', '打 +86 10 8888 6666 找我', '打 ****6666 找我'],
  ['phone', 'my number is +44 20 7946 0958.', 'my number is ****0958.'],
  ['card', `卡号${CARD}被扣`, '卡号****0000被扣'],
  ['card', '卡6222 0200 0000 0000 000', '卡****0000'],
  ['card', 'card 4367-4200-0000-0009', 'card ****0009'],
  ['card', 'Amex 3782 822463 10005', 'Amex ****0005'],
  ['card', `卡${Array.from(CARD, wide).join('')}`, '卡****0000'],
  ['email', '邮箱xiaoming@example.com，', '邮箱***@***，'],
  ['email', 'write to Xiao.Ming+bank@mail.example.cn.', 'write to ***@***.'],
  ['email', '邮箱ｘｍ＠example．com', '邮箱***@***'],
  ['email', '<mailto:xm@example.com|xm@example.com>', '<mailto:***@***|***@***>'],
  ['secret', '我的密码是123456，被改了', '我的密码是***，被改了'],
  ['secret', '密码：abc123，然后', '密码：***，然后'],
  ['secret', '密码是sunshine的', '密码是***的'],
  ['secret', '验证码 839201', '验证码 ***'],
  ['secret', '验证码８３９２０１', '验证码***'],
  ['secret', '验证码是 83 92 01', '验证码是 ***'],
  ['secret', '把验证码告诉了他：839201', '把验证码告诉了他：***'],
  ['secret', '839201是我的验证码', '***是我的验证码'],
  ['secret', '密码是六位数123456', '密码是六位数***'],
  ['secret', '取款密码为“123456”', '取款密码为“***”'],
  ['secret', '密码被人猜到了，是888888', '密码被人猜到了，是***'],
  ['secret', 'PIN码1234', 'PIN码***'],
  ['secret', 'CVV码321', 'CVV码***'],
  ['secret', "I told him my password, it's 123456", "I told him my password, it's ***"],
  ['secret', 'the OTP I received was 839201', 'the OTP I received was ***'],
  ['secret', 'he asked for the code 839201', 'he asked for the code ***'],
  ['secret', 'my PIN is 1234', 'my PIN is ***'],
  ['secret', 'the PIN 4321 did not work', 'the PIN *** did not work'],
  ['secret', '1234 is my PIN', '*** is my PIN'],
  ['secret', 'CVV 123', 'CVV ***'],
  ['secret', 'the CVV2 is 123.', 'the CVV2 is ***.'],
  ['secret', '卡背面三位数是123', '卡背面三位数是***'],
  ['secret', 'verification code: 839201', 'verification code: ***'],
  ['secret', 'the code was 839201', 'the code was ***'],
  ['secret', 'password = Blue!Fish7', 'password = ***'],
  ['secret', 'My password is sunshine', 'My password is ***'],
  ['secret', 'valid thru 08/29', 'valid thru ***'],
  ['secret', '有效期至12/28', '有效期至***'],
])('%s in "%s" goes', (kind, text, kept) => {
  const { text: scrubbed, found } = scrub(text)
  expect(scrubbed).toBe(kept)
  expect(found.map((one) => one.kind)).toEqual([kind])
})

test.each([
  '投诉编号2026-00123，请跟进',
  '同一客户的2026-00123 2026-00124 2026-00125',
  '多扣 ¥12,000.00，另收费500.00元',
  '流水：1500.00 300.00 2500.00 1200.00 4000.00',
  '余额 13800138000.50',
  '¥13800138000',
  '2026-11-24 15:30 到 2026-11-24 17:45',
  '24.11.2026 13:30',
  '2026年11月24日下午三点',
  '订单号202611240000123',
  '交易流水20261124153000',
  '订单 100000000000001',
  '订单 123456789012345678',
  '流水号 12345678901234567890123456789012',
  '拨打95588、12378和400-800-1234都没人接',
  '排队号 A138，窗口13，等了15-20分钟',
  '利率3.85%，30年期，2019年到2049年',
  '服务器 192.168.10.125 报错',
  '密码输错3次被锁，密码2026年改过',
  '忘记密码 2026-00123 的投诉',
  '验证码收不到，等了10分钟',
  '一二三四五，上山打老虎',
  'the password is wrong and my PIN was blocked',
  'the password was reset 2 times',
  'post code is 200001, error code: 1005',
  '@here please look, thanks @branch',
  'shopping 1234 times',
  'He talked to me on 2026/11/24, 10 of 12 payments failed.',
  '12345 热线转办，编号 SH-2026-1138',
  '密码重置后扣款5000元，密码就是记不住',
  '不知道密码是什么，密码改为英文',
  '卡号尾号0000，工号100238，柜台3',
  '（2026）沪0115民初12345号，统一社会信用代码91310115MA1K3X0000',
  '额度 4000 5000 6000 7000 元',
  'post code 200001, from 1990-2026 1500-2000 yuan',
  'password is not accepted',
])('"%s" stays as it is', (text) => {
  expect(scrub(text)).toEqual({ text, found: [] })
})

test('a Chinese complaint keeps its story and loses the person', () => {
  const text =
    '客户张三丰（身份证１１０１０５１９４９１２３１００２Ｘ）11月20日在某某支行取款，卡号6222 0200 0000 0000 000，' +
    '被多扣¥12,000.00。柜员让他把密码 135790 写在纸上，还要了验证码839201。联系电话138－0013－8000，' +
    '邮箱zsf@example.com。上次投诉是2026-00123，张 三丰要求15天内答复。'
  const { text: scrubbed, found } = scrub(text, ['张三丰', PHONE, ''])
  expect(scrubbed).toBe(
    '客户***（身份证******）11月20日在某某支行取款，卡号****0000，' +
      '被多扣¥12,000.00。柜员让他把密码 *** 写在纸上，还要了验证码***。联系电话***，' +
      '邮箱***@***。上次投诉是2026-00123，***要求15天内答复。',
  )
  expect(Object.fromEntries(found.map(({ kind, count }) => [kind, count]))).toEqual({
    secret: 2,
    known: 3,
    email: 1,
    idNumber: 1,
    card: 1,
  })
})

test('an English complaint keeps its story and loses the person', () => {
  const text =
    'Mrs Erika Sample says: on 2026-11-20 at 13:30 the ATM kept her card 4367 4200 0000 0009 and 1,500.00 yuan. ' +
    'The clerk asked for her PIN (it is 1234) and told her to mail erika@example.com. ERIKA SAMPLE can be reached ' +
    'at +86 138 0013 8000. See 2026-00123.'
  expect(scrub(text, ['Erika Sample']).text).toBe(
    'Mrs *** says: on 2026-11-20 at 13:30 the ATM kept her card ****0009 and 1,500.00 yuan. ' +
      'The clerk asked for her PIN (it is ***) and told her to mail ***@***. *** can be reached ' +
      'at +86 138****8000. See 2026-00123.',
  )
})

test.each([
  ['an account that is no card', '从账户0012-3456-789转出', ['00123456789'], '从账户***转出'],
  ['a name in full width', 'Ｅｒｉｋａ　Ｓａｍｐｌｅ 来电', ['erika sample'], '*** 来电'],
  ['a name within other words', 'Annabel told me', ['Anna', 'Tome'], 'Annabel told me'],
  ['a name that divides a sentence', 'he went to me', ['Tome'], 'he went to me'],
  ['the longer value first', '住上海市某某路1号的张三', ['某某', '上海市某某路1号', '张三'], '住***的***'],
  ['signs of a pattern', 'a.b (c+d) [ef]', ['(c+d) [ef]'], 'a.b ***'],
  ['nothing from one Han character', '王先生姓王', ['王'], '王先生姓王'],
  ['nothing from two letters', 'he and Li', ['He', 'Li', '12'], 'he and Li'],
])('known values: %s', (_, text, known, kept) => {
  expect(scrub(text, known).text).toBe(kept)
})

test('one number beside another is found all the same', () => {
  expect(scrub(`${PHONE} ${CARD} 2026-00123 ${PHONE},${ID}/${PHONE}`).text).toBe(
    '138****8000 ****0000 2026-00123 138****8000,******/138****8000',
  )
})

test('what was found is counted by kind and never quoted', () => {
  expect(scrub(`${PHONE}、${PHONE}、${ID}`).found).toEqual([
    { kind: 'phone', count: 2 },
    { kind: 'idNumber', count: 1 },
  ])
})

const words = [
  '客户说',
  ' the clerk ',
  '，',
  '。\n',
  ' ',
  '2026-00123',
  '¥12,000.00',
  '2026-11-24',
  '15:30',
  '😀',
  '*',
  '密码',
  ' PIN is ',
  '@',
  '-',
  '.',
  '139',
  '0',
  'ｘ',
  '７',
]
const planted = [
  ID,
  CARD,
  PHONE,
  'xm@example.com',
  '张三丰',
  '4367 4200 0000 0009',
  '138-0013-8000',
  '１３８００１３８０００',
]
const story = fc.array(
  fc.oneof(fc.constantFrom(...words), fc.constantFrom(...planted), fc.string({ unit: 'grapheme' })),
  { maxLength: 14 },
)

test('scrubbing twice gives what scrubbing once gave', () => {
  fc.assert(
    fc.property(story, (parts) => {
      const once = scrub(parts.join(''), ['张三丰'])
      expect(scrub(once.text, ['张三丰'])).toEqual({ text: once.text, found: [] })
    }),
    { numRuns: 500 },
  )
})

test('a planted value never survives between words, and the words survive', () => {
  const text = fc.stringMatching(/^[天地人和说好呀，。！]{1,12}$/)
  fc.assert(
    fc.property(
      text,
      fc.constantFrom(ID, CARD, PHONE, 'xm@example.com', '张三丰'),
      text,
      (before, value, after) => {
        const kept = scrub(before + value + after, ['张三丰']).text
        expect(kept).not.toContain(value)
        expect(kept.startsWith(before)).toBe(true)
        expect(kept.endsWith(after)).toBe(true)
      },
    ),
  )
})

test('any mobile number is found, whatever stands between its digits, unless it spells a date or an amount', () => {
  const gaps = fc.array(fc.constantFrom('', '', '', ' ', '-', '.', '－', '　', ' - '), {
    minLength: 10,
    maxLength: 10,
  })
  fc.assert(
    fc.property(fc.stringMatching(/^1[3-9]\d{9}$/), gaps, fc.boolean(), (digits, between, isWide) => {
      const spelled = Array.from(digits, (digit, place) => digit + (between[place] ?? '')).join('')
      fc.pre(!/\d\.\d{1,2}(?!\d)/.test(spelled) && !/(?:19|20)\d\d/.test(digits))
      const typed = isWide ? spelled.replace(/\d/g, wide) : spelled
      expect(scrub(`电话${typed}。`).text.normalize('NFKC').replace(/\D/g, '').length).toBeLessThan(8)
    }),
    { numRuns: 500 },
  )
})

test('a text without digits, labels, addresses or known values stays to the byte', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      fc.pre(!/[\d０-９@＠零〇一幺二三四五六七八九]|密|口令|pass|pwd|pin|ｐ/i.test(text))
      expect(scrub(text).text).toBe(text)
    }),
  )
})

test('a scrubbed text is never longer than twice the text', () => {
  fc.assert(
    fc.property(story, (parts) => {
      const text = parts.join('')
      expect(scrub(text, ['张三丰']).text.length).toBeLessThanOrEqual(text.length * 2)
    }),
  )
})

test.each(['1', '1 ', 'a', 'a.', '密码', 'password is ', '-', '13', '@a.', '0'])(
  '40,000 characters of "%s" end',
  (part) => {
    const text = part.repeat(40_000 / part.length)
    expect(scrub(text, ['张三丰']).text.length).toBeGreaterThan(0)
  },
)

function wide(digit: string): string {
  return String.fromCharCode(digit.charCodeAt(0) + 0xfee0)
}
