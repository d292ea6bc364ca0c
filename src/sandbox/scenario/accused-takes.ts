import { cast } from './cast.ts'
import { handledBy, inOrder } from './handling.ts'
import { opening } from './opening-step.ts'
import type { Scenario } from './scenario.ts'

const crew = handledBy({
  words: ({ words }) => words.curt,
  codes: { channelCode: 'A11', business: 'B02', cause: 'C01' },
  level: () => ({ level: 'L3' }),
  dispatcher: cast.manager,
  unit: 'outlet-renmin-road',
  handler: cast.teller,
  approver: cast.head,
  closer: cast.manager,
})

/** The one complained about never handles it: no form, no button and no command lets them. */
export const accusedTakes: Scenario = {
  name: 'accused-takes',
  title: { zh: '被投诉人想接办，被要求回避', en: 'The person complained about tries to take the case' },
  about: {
    zh: '被投诉的员工看不到本件，没有按钮，输入命令也会被拒绝；案件由别人办理。',
    en: 'Whoever is complained about sees no case and no button, and is refused a command; somebody else handles it.',
  },
  steps: [
    opening,
    {
      title: {
        zh: '柜员邹平登记投诉，被投诉人是同事喻晴',
        en: 'Zou Ping files a complaint about her colleague Yu Qing',
      },
      actor: cast.teller,
      watch: cast.manager,
      play: ({ files, words }) =>
        files(cast.teller, {
          story: words.curt.story,
          request: 'apology',
          respondents: [cast.handler],
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
      title: {
        zh: '谢菲误选喻晴办理，表单提示应当回避',
        en: 'Xie Fei picks Yu Qing by mistake; the form says why not',
      },
      actor: cast.manager,
      watch: cast.manager,
      async play({ play, words, number }) {
        const to = { handlingUnit: 'outlet-renmin-road', handler: cast.handler }
        const instruction = words.curt.instruction
        await play.tries(cast.manager, 'dispatch', { ...to, instruction }, number())
      },
    },
    {
      title: {
        zh: '喻晴自己输入命令接办，被拒绝',
        en: 'Yu Qing types the command to take it, and is refused',
      },
      actor: cast.handler,
      watch: cast.handler,
      async play({ play, number }) {
        await play.types(cast.handler, `take ${number()}`)
      },
    },
    {
      title: { zh: '谢菲改选邹平办理', en: 'Xie Fei picks Zou Ping instead' },
      actor: cast.manager,
      watch: cast.teller,
      play: ({ play }) => play.corrects(cast.manager, { handler: cast.teller }),
    },
    {
      title: { zh: '邹平接办', en: 'Zou Ping takes it over' },
      actor: cast.teller,
      watch: cast.teller,
      play: crew.takeOver,
    },
    {
      title: {
        zh: '邹平办理，戚伟审批，答复后结案',
        en: 'Zou Ping handles it, Qi Wei approves; answered and closed',
      },
      actor: cast.teller,
      watch: cast.manager,
      play: inOrder(crew.untilReplied, crew.untilClosed),
    },
  ],
}
