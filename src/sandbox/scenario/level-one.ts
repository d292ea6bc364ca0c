import { numberOf } from '../play.ts'
import { cast } from './cast.ts'
import { handledBy, inOrder } from './handling.ts'
import { Interrupted } from './interrupted.ts'
import type { Scenario, Scene } from './scenario.ts'

const crew = handledBy({
  words: ({ words }) => words.referral,
  codes: { channelCode: 'A11', business: 'B07', cause: 'C05' },
  level: () => ({ level: 'L1', sensitivity: ['regulator', 'publicOpinion'] }),
  dispatcher: cast.officer,
  unit: 'outlet-lakeside',
  handler: cast.lakesideManager,
  approver: cast.director,
  mode: 'phone',
  closer: cast.officer,
})

/** Referred by a regulator and in the media: level 1, which runs day and night. */
export const levelOne: Scenario = {
  name: 'level-one',
  title: { zh: '监管转办且媒体已报道，定为一级', en: 'A regulator’s referral in the media becomes level 1' },
  about: {
    zh: '一级不分昼夜计时：应急小组和频道立即建立，分工明确，情况报告按时提醒。',
    en: 'Level 1 runs day and night: the emergency group and its channel at once, a part for each, reports reminded of.',
  },
  steps: [
    {
      title: {
        zh: '分行服务品质管理部周琳登记监管转办件',
        en: 'Zhou Lin, service quality officer, files the regulator’s referral',
      },
      actor: cast.officer,
      watch: cast.officer,
      play: ({ files, words }) =>
        files(cast.officer, {
          story: words.referral.story,
          outlet: 'outlet-lakeside',
          source: 'nfra',
          externalNumber: 'NFRA-2026-0042',
          request: 'lossCompensation',
          facts: ['wideImpact', 'mediaPublished'],
          'facts:complainants': 30,
        }),
    },
    {
      title: {
        zh: '周琳确认一级：应急小组成立，频道建立，各人接到分工',
        en: 'Zhou Lin confirms level 1: the group is formed, its channel opens, each is told their part',
      },
      actor: cast.officer,
      watch: cast.director,
      play: crew.setLevel,
    },
    {
      title: {
        zh: '周琳分派给湖滨支行章慧，章慧接办',
        en: 'Zhou Lin dispatches it to Zhang Hui, who takes it over',
      },
      actor: cast.officer,
      watch: cast.lakesideManager,
      play: inOrder(crew.dispatch, crew.takeOver),
    },
    {
      title: {
        zh: '章慧联系客户，周琳向委员会和总行报告',
        en: 'Zhang Hui contacts the customers; Zhou Lin reports to the committee and head office',
      },
      actor: cast.lakesideManager,
      watch: cast.lakesideManager,
      async play(scene) {
        const { play, words, number } = scene
        await crew.contact(scene)
        const upwards = { reportedTo: ['committee', 'headOffice'], mode: 'phone', note: words.reportedUp }
        await play.takes(cast.officer, 'reportUp', upwards, number())
      },
    },
    {
      title: {
        zh: '服务品质管理部负责人李静登记总行指令',
        en: 'Li Jing, head of service quality, records head office’s instruction',
      },
      actor: cast.sqHead,
      watch: cast.sqHead,
      async play(scene) {
        const { instructionFrom: from, instruction: wording } = scene.words
        await scene.play.takes(cast.sqHead, 'instruct', { from, wording }, await emergencyOf(scene))
      },
    },
    {
      title: {
        zh: '周琳提交情况报告，两小时后再报',
        en: 'Zhou Lin reports the situation; the next report in two hours',
      },
      actor: cast.officer,
      watch: cast.director,
      play: (scene) => report(scene, 0),
    },
    {
      title: { zh: '两小时过去，系统提醒提交情况报告', en: 'Two hours pass; the next report is asked for' },
      watch: cast.officer,
      play: ({ stage }) => stage.waits({ hours: 2, minutes: 1 }),
    },
    {
      title: { zh: '周琳提交新的情况报告', en: 'Zhou Lin gives the next report' },
      actor: cast.officer,
      watch: cast.officer,
      play: (scene) => report(scene, 1),
    },
    {
      title: {
        zh: '查明原因，委员会主任赵启明审批，答复客户',
        en: 'The cause is found; Zhao Qiming, the committee’s director, approves; the customers are answered',
      },
      actor: cast.lakesideManager,
      watch: cast.director,
      play: inOrder(crew.investigate, crew.propose, crew.approve, crew.reply),
    },
    {
      title: {
        zh: '周琳提交最终报告，李静解除应急，周琳回访并结案',
        en: 'Zhou Lin gives the final report; Li Jing stands the group down; Zhou Lin follows up and closes',
      },
      actor: cast.sqHead,
      watch: cast.officer,
      async play(scene) {
        const emergency = await emergencyOf(scene)
        await scene.play.takes(cast.officer, 'finalReport', scene.words.finalReport, emergency)
        await scene.play.takes(cast.sqHead, 'standDown', { reason: scene.words.standDown }, emergency)
        await crew.untilClosed(scene)
      },
    },
  ],
}

async function report(scene: Scene, place: number): Promise<void> {
  const situation = scene.words.situations[place]
  const nextUpdate = scene.stage.now().add({ hours: 2 }).toString()
  await scene.play.takes(cast.officer, 'situation', { ...situation, nextUpdate }, await emergencyOf(scene))
}

/** The number of the emergency that was raised from this complaint, as the officer was told it. */
async function emergencyOf({ stage, number }: Scene): Promise<string> {
  const messages = await stage.slack.as(cast.officer).messages()
  const told = messages.findLast(
    (message) =>
      numberOf(message)?.startsWith('E') === true && JSON.stringify(message.blocks).includes(number()),
  )
  const found = told && numberOf(told)
  if (found !== undefined) return found
  throw new Interrupted({
    zh: `投诉 ${number()} 没有成立应急小组。现行规则可能与样例银行不同。`,
    en: `No emergency group was formed for complaint ${number()}. The rules in force may differ from the sample bank's.`,
  })
}
