import { cast } from './cast.ts'
import { handledBy, inOrder } from './handling.ts'
import { opening } from './opening-step.ts'
import type { Scenario } from './scenario.ts'

const crew = handledBy({
  words: ({ words }) => words.machine,
  codes: { channelCode: 'A12', business: 'B02', cause: 'C02' },
  level: () => ({ level: 'L3' }),
  dispatcher: cast.officer,
  unit: 'outlet-lakeside',
  handler: cast.lakesideManager,
  approver: cast.lakesideHead,
  closer: cast.officer,
})

/** Filed and left alone: reminders, the overdue notice, the heads, then the branch with a channel of its own. */
export const nobodyAnswers: Scenario = {
  name: 'nobody-answers',
  title: { zh: '无人处理，自动提级到分行', en: 'Nobody answers, and it climbs to the branch' },
  about: {
    zh: '没有人动手，只有时间在走：先提醒，再报超时，逐级通知负责人，最后分行建频道接手。',
    en: 'Nobody acts, only time passes: reminders, an overdue notice, the heads, and at last the branch in a channel.',
  },
  steps: [
    opening,
    {
      title: { zh: '湖滨支行柜员苏禾登记投诉', en: 'Su He, a teller at Lakeside, files a complaint' },
      actor: cast.lakesideTeller,
      watch: cast.lakesideManager,
      play: ({ files, words }) =>
        files(cast.lakesideTeller, { story: words.machine.story, request: 'explanation' }),
    },
    {
      title: {
        zh: '没有人受理，网点投诉管理人章慧收到提醒',
        en: 'Nobody accepts it; Zhang Hui, the outlet’s complaint manager, is reminded',
      },
      watch: cast.lakesideManager,
      play: ({ hears }) => hears(cast.lakesideManager),
    },
    {
      title: {
        zh: '已超时，支行行长窦文接到通知',
        en: 'It is overdue; Dou Wen, head of the sub-branch, is called',
      },
      watch: cast.lakesideHead,
      play: ({ hears }) => hears(cast.lakesideHead),
    },
    {
      title: {
        zh: '仍无人处理，提级到分行：频道建立，服务品质管理部到场',
        en: 'Still nobody: it climbs to the branch, and a channel opens with service quality in it',
      },
      watch: cast.officer,
      play: ({ hears }) => hears(cast.officer),
    },
    {
      title: { zh: '章慧说明原因，另定时间', en: 'Zhang Hui answers: the reason, and a new time' },
      actor: cast.lakesideManager,
      watch: cast.lakesideManager,
      async play({ play, words, number, later }) {
        const answer = { newTime: await later({ hours: 2 }), reason: words.seenReason }
        await play.takes(cast.lakesideManager, 'seen', answer, number())
      },
    },
    {
      title: { zh: '分行周琳受理定级，接手督办', en: 'Zhou Lin of the branch accepts it and sets the level' },
      actor: cast.officer,
      watch: cast.officer,
      play: crew.setLevel,
    },
    {
      title: {
        zh: '周琳指定章慧当天办理，并督办到结案',
        en: 'Zhou Lin has Zhang Hui handle it the same day, and sees it closed',
      },
      actor: cast.officer,
      watch: cast.lakesideTeller,
      play: inOrder(crew.dispatch, crew.takeOver, crew.untilReplied, crew.untilClosed),
    },
  ],
}
