import { expect, test } from 'vitest'
import { mentionedIn, plainMessage } from '../../src/slack/listen/plain-message.ts'

const nameOf = (user: string) => ({ U1: 'Xie Fei' })[user]

test.each([
  ['A fee &amp; a fine: 5 &lt; 6', 'A fee & a fine: 5 < 6'],
  ['<@U1> said so, <@U2> too', '@Xie Fei said so, @… too'],
  ['see <https://bank.example/terms|our terms>', 'see our terms'],
  ['see <https://bank.example/terms>', 'see https://bank.example/terms'],
  ['mail <mailto:someone@bank.example|someone@bank.example>', 'mail someone@bank.example'],
  ['call <tel:13812345678|138 1234 5678>', 'call 138 1234 5678'],
  ['in <#C1|general>, <!here>', 'in #general, @here'],
  ['due <!date^1772416800^{date} {time}|2 March 10:00>', 'due 2 March 10:00'],
  ['已告知客户，请稍候', '已告知客户，请稍候'],
])('"%s" reads "%s"', (text, read) => {
  expect(plainMessage(text, nameOf)).toBe(read)
})

test('everybody mentioned is found once', () => {
  expect(mentionedIn('<@U1> and <@U2|bo> and <@U1>')).toEqual(['U1', 'U2'])
})
