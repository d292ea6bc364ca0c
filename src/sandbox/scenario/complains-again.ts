import { cast } from './cast.ts'
import { handledBy, inOrder } from './handling.ts'
import { opening } from './opening-step.ts'
import type { Scenario } from './scenario.ts'

const first = handledBy({
  words: ({ words }) => words.deposit,
  codes: { channelCode: 'A11', business: 'B01', cause: 'C05' },
  level: () => ({ level: 'L3' }),
  dispatcher: cast.manager,
  unit: 'outlet-renmin-road',
  handler: cast.handler,
  approver: cast.head,
  closer: cast.manager,
  compensation: { compensation: 'loss', amount: 86.4 },
})

const second = handledBy({
  name: 'second',
  words: ({ words }) => words.again,
  codes: { channelCode: 'A11', business: 'B01', cause: 'C03' },
  level: ({ words }) => ({ level: 'L2', levelReason: words.againReason }),
  dispatcher: cast.officer,
  unit: 'outlet-renmin-road',
  handler: cast.manager,
  approver: cast.sqHead,
  mode: 'phone',
  closer: cast.officer,
})

/** Comes back while the case is open, and again after it is closed: recognised both times by the phone number's digest. */
export const complainsAgain: Scenario = {
  name: 'complains-again',
  title: { zh: '同一客户再次投诉', en: 'The customer complains again' },
  about: {
    zh: '凭手机号认出客户：在办时并入前件，不另登记；结案后关联前件、提高级别。号码不会出现在 Slack 里。',
    en: 'The phone number tells the customer: while the case is open, the words join it; once closed, a new case is linked to it and graver. The number never shows in Slack.',
  },
  steps: [
    opening,
    {
      title: { zh: '柜员邹平登记客户的投诉', en: 'Zou Ping, a teller, files the customer’s complaint' },
      actor: cast.teller,
      watch: cast.manager,
      play: ({ files, words, customer }) =>
        files(cast.teller, {
          story: words.deposit.story,
          request: 'lossCompensation',
          name: words.name,
          phone: customer.phone,
        }),
    },
    {
      title: {
        zh: '谢菲定级分派，喻晴接办',
        en: 'Xie Fei sets its level and dispatches it; Yu Qing takes it over',
      },
      actor: cast.manager,
      watch: cast.handler,
      play: inOrder(first.setLevel, first.dispatch, first.takeOver),
    },
    {
      title: {
        zh: '客户来催问，邹平再登记：表单认出有在办的投诉',
        en: 'The customer asks again; Zou Ping files, and the form knows of the open complaint',
      },
      actor: cast.teller,
      watch: cast.teller,
      play: ({ play, words, customer }) =>
        play.filesAgain(cast.teller, {
          story: words.urges,
          request: 'lossCompensation',
          name: words.name,
          phone: customer.phone,
        }),
    },
    {
      title: {
        zh: '邹平选择并入前件，喻晴收到通知',
        en: 'Zou Ping adds it to that one, and Yu Qing hears of it',
      },
      actor: cast.teller,
      watch: cast.handler,
      play: ({ chooses }) => chooses(cast.teller, 'attach', 'first'),
    },
    {
      title: { zh: '喻晴联系、调查，戚伟审批，答复客户', en: 'Contact, findings, approval, reply' },
      actor: cast.handler,
      watch: cast.handler,
      play: first.untilReplied,
    },
    {
      title: { zh: '周琳回访，谢菲结案', en: 'Zhou Lin follows up, Xie Fei closes' },
      actor: cast.officer,
      watch: cast.teller,
      play: first.untilClosed,
    },
    {
      title: { zh: '过两个工作日', en: 'Two working days pass' },
      watch: cast.caller,
      play: ({ works }) => works({ days: 2 }),
    },
    {
      title: {
        zh: '客户致电总行电话中心，卢嘉登记：表单认出已结案的投诉',
        en: 'The customer calls head office; Lu Jia files, and the form knows of the closed complaint',
      },
      actor: cast.caller,
      watch: cast.caller,
      play: ({ play, words, customer }) =>
        play.filesAgain(cast.caller, {
          story: words.again.story,
          outlet: 'outlet-renmin-road',
          source: 'phone',
          request: 'lossCompensation',
          name: words.name,
          phone: customer.phone,
        }),
    },
    {
      title: { zh: '卢嘉选择另行登记，关联前件', en: 'Lu Jia files it anew, linked to that one' },
      actor: cast.caller,
      watch: cast.caller,
      play: ({ chooses }) => chooses(cast.caller, 'repeat', 'second'),
    },
    {
      title: { zh: '周琳按手机号查找，两件都在', en: 'Zhou Lin searches by phone number and finds both' },
      actor: cast.officer,
      watch: cast.officer,
      async play({ play, customer }) {
        await play.types(cast.officer, `search ${customer.phone}`)
      },
    },
    {
      title: {
        zh: '周琳打开本件，定为二级：90 天内再次投诉',
        en: 'Zhou Lin opens it and sets level 2: again within 90 days',
      },
      actor: cast.officer,
      watch: cast.sqHead,
      async play(scene) {
        await scene.play.types(cast.officer, `show ${scene.number('second')}`)
        await second.setLevel(scene)
      },
    },
    {
      title: {
        zh: '谢菲办理，李静审批，答复后结案',
        en: 'Xie Fei handles it, Li Jing approves; answered and closed',
      },
      actor: cast.manager,
      watch: cast.caller,
      play: inOrder(second.dispatch, second.takeOver, second.untilReplied, second.untilClosed),
    },
  ],
}
