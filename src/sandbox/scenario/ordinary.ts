import { cast } from './cast.ts'
import { handledBy } from './handling.ts'
import { opening } from './opening-step.ts'
import type { Scenario } from './scenario.ts'

const crew = handledBy({
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

/** Filed at the counter, handled in time, answered, followed up and closed. */
export const ordinary: Scenario = {
  name: 'ordinary',
  title: { zh: '一件普通投诉，从登记到结案', en: 'An ordinary complaint, from filing to closing' },
  about: {
    zh: '每一步由谁办、何时到期，系统都会提醒；办完一步，自动交给下一个人。',
    en: 'Redress tells each person what is theirs and by when, and hands the case on when it is done.',
  },
  steps: [
    opening,
    {
      title: { zh: '柜员邹平登记投诉', en: 'Zou Ping, a teller, files the complaint' },
      actor: cast.teller,
      watch: cast.teller,
      play: ({ files, words, customer }) =>
        files(cast.teller, {
          story: words.deposit.story,
          request: 'explanation',
          name: words.name,
          phone: customer.phone,
        }),
    },
    {
      title: {
        zh: '网点投诉管理人谢菲定为三级',
        en: 'Xie Fei, the outlet’s complaint manager, sets level 3',
      },
      actor: cast.manager,
      watch: cast.manager,
      play: crew.setLevel,
    },
    {
      title: { zh: '谢菲分派给柜员喻晴', en: 'Xie Fei dispatches it to Yu Qing' },
      actor: cast.manager,
      watch: cast.handler,
      play: crew.dispatch,
    },
    {
      title: { zh: '喻晴接办', en: 'Yu Qing takes it over' },
      actor: cast.handler,
      watch: cast.handler,
      play: crew.takeOver,
    },
    {
      title: {
        zh: '五个工作小时过去，系统提醒喻晴联系客户',
        en: 'Five working hours pass; Yu Qing is reminded to contact the customer',
      },
      watch: cast.handler,
      play: ({ works }) => works({ hours: 5 }),
    },
    {
      title: {
        zh: '喻晴联系客户，承诺三个工作日内答复',
        en: 'Yu Qing meets the customer and promises an answer',
      },
      actor: cast.handler,
      watch: cast.handler,
      play: crew.contact,
    },
    {
      title: { zh: '喻晴查看各项时限如何算出', en: 'Yu Qing asks how the due times were worked out' },
      actor: cast.handler,
      watch: cast.handler,
      async play({ play, number }) {
        await play.types(cast.handler, `why ${number()}`)
      },
    },
    {
      title: { zh: '喻晴提交调查结果', en: 'Yu Qing enters the findings' },
      actor: cast.handler,
      watch: cast.handler,
      play: crew.investigate,
    },
    {
      title: { zh: '喻晴提出处理方案', en: 'Yu Qing proposes a solution' },
      actor: cast.handler,
      watch: cast.head,
      play: crew.propose,
    },
    {
      title: { zh: '支行行长戚伟审批同意', en: 'Qi Wei, head of the sub-branch, approves' },
      actor: cast.head,
      watch: cast.handler,
      play: crew.approve,
    },
    {
      title: { zh: '喻晴答复客户', en: 'Yu Qing replies to the customer' },
      actor: cast.handler,
      watch: cast.officer,
      play: crew.reply,
    },
    {
      title: { zh: '过一个工作日', en: 'A working day passes' },
      watch: cast.officer,
      play: ({ works }) => works({ days: 1 }),
    },
    {
      title: {
        zh: '服务品质管理部周琳回访客户',
        en: 'Zhou Lin of service quality makes the follow-up call',
      },
      actor: cast.officer,
      watch: cast.manager,
      play: crew.followUp,
    },
    {
      title: { zh: '谢菲结案', en: 'Xie Fei closes it' },
      actor: cast.manager,
      watch: cast.teller,
      play: crew.close,
    },
  ],
}
