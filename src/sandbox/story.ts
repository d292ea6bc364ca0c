import { mkdtemp, chmod, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { startEmbedded } from '../store/embedded.ts'
import { type Narrator, type Write, createNarrator } from './narrator.ts'
import { type Play, createPlay } from './play.ts'
import { type Stage, createStage } from './stage.ts'
import { type StoryWords, storyWords } from './story-words.ts'

/** A Friday afternoon before the National Day week of 2026, Beijing time. */
const curtain = '2026-09-18T08:30:00Z'

/**
 * Tells the main job in the terminal: three complaints on a database and a Slack of their own, under a pushed clock. Answers
 * the exit code. Leaves nothing behind.
 */
export async function tellStory({
  language,
  write,
}: {
  language: 'zh-CN' | 'en'
  write: Write
}): Promise<number> {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'redress-story-'))
  await chmod(dir, 0o755)
  const postgres = await startEmbedded({ dir, settings: ['fsync=off'], onLog: () => {} })
  try {
    const stage = await createStage({ databaseUrl: postgres.url, start: curtain, language })
    try {
      await perform(stage, language, write)
    } finally {
      await stage.stop()
    }
  } finally {
    await postgres.stop()
    await rm(dir, { recursive: true, force: true })
  }
  return 0
}

interface Scene {
  readonly stage: Stage
  readonly play: Play
  readonly narrator: Narrator
  readonly words: StoryWords
}

async function perform(stage: Stage, language: 'zh-CN' | 'en', write: Write): Promise<void> {
  const words = storyWords(language)
  const scene = {
    stage,
    words,
    play: createPlay(stage),
    narrator: createNarrator(stage, words, language, write),
  }
  write(words.title)
  await ordinary(scene)
  await nobodyActs(scene)
  await levelOne(scene)
}

type Doing = keyof StoryWords['does']

async function step(
  { narrator, play, words }: Scene,
  person: string,
  what: Doing & Parameters<Play['takes']>[1],
  entries?: Record<string, string | number | readonly string[]>,
): Promise<void> {
  narrator.does(person, words.does[what])
  await play.takes(person, what, entries)
  await narrator.looks()
}

async function ordinary(scene: Scene): Promise<void> {
  const { stage, narrator, play, words } = scene
  narrator.act(words.acts[0] ?? '')
  narrator.does('p-zou-ping', words.does.files)
  const number = await play.files('p-zou-ping', {
    story: words.story,
    request: 'explanation',
    name: words.name,
    phone: '13800000000',
  })
  await narrator.looks()
  await step(scene, 'p-xie-fei', 'triage', { level: 'L3', channelCode: 'A11', business: 'B01', cause: 'C05' })
  await step(scene, 'p-xie-fei', 'dispatch', {
    handlingUnit: 'outlet-renmin-road',
    handler: 'p-yu-qing',
    instruction: words.instruction,
  })
  await step(scene, 'p-yu-qing', 'take')
  await stage.waitsUntil('2026-09-21T01:30:00Z')
  await narrator.looks()
  await step(scene, 'p-yu-qing', 'contact', {
    mode: 'inPerson',
    reached: 'yes',
    words: words.words,
    mood: 'upset',
    promise: words.promise,
    promiseUntil: '2026-09-28T02:00:00Z',
  })
  narrator.does('p-yu-qing', `${words.does.why} ${number}`)
  await stage.slack.as('p-yu-qing').command('/complaint', `why ${number}`)
  await tellAlone(scene, 'p-yu-qing')
  await step(scene, 'p-yu-qing', 'investigate', {
    facts: words.facts,
    evidence: words.evidence,
    cause: 'C05',
    fault: 'yes',
  })
  await step(scene, 'p-yu-qing', 'propose', {
    solution: words.solution,
    basis: words.basis,
    compensation: 'loss',
    amount: 86.4,
  })
  await step(scene, 'p-qi-wei', 'approve', { decision: 'approve' })
  await step(scene, 'p-yu-qing', 'reply', {
    mode: 'inPerson',
    summary: words.summary,
    remedies: ['review', 'mediation', 'arbitration', 'court'],
    response: 'accepts',
  })
  await stage.waitsUntil('2026-09-22T02:00:00Z')
  await narrator.looks()
  await step(scene, 'p-zhou-lin', 'followUp', {
    satisfaction: '5',
    promiseKept: 'yes',
    content: 'yes',
    comment: words.comment,
  })
  await step(scene, 'p-xie-fei', 'close', {
    outcome: 'fullyMet',
    responsibility: 'atFault',
    actions: ['retrain'],
  })
}

async function nobodyActs(scene: Scene): Promise<void> {
  const { stage, narrator, play, words } = scene
  narrator.act(words.acts[1] ?? '')
  narrator.does('p-su-he', words.does.files)
  await play.files('p-su-he', { story: words.slowStory, request: 'explanation' })
  await narrator.looks()
  for (const until of ['2026-09-22T06:30:00Z', '2026-09-23T07:00:00Z', '2026-09-24T02:00:00Z']) {
    await stage.waitsUntil(until)
    narrator.passes()
    await narrator.looks()
  }
  await step(scene, 'p-zhang-hui', 'seen', { newTime: '2026-09-24T08:00:00Z', reason: words.seenReason })
}

async function levelOne(scene: Scene): Promise<void> {
  const { stage, narrator, play, words } = scene
  narrator.act(words.acts[2] ?? '')
  narrator.does('p-zhou-lin', words.does.files)
  await play.files('p-zhou-lin', {
    story: words.gravestory,
    outlet: 'outlet-lakeside',
    source: 'nfra',
    externalNumber: 'NFRA-2026-0042',
    request: 'lossCompensation',
    facts: ['wideImpact', 'mediaPublished'],
    'facts:complainants': 30,
  })
  await narrator.looks()
  await step(scene, 'p-zhou-lin', 'triage', {
    level: 'L1',
    channelCode: 'A11',
    business: 'B06',
    cause: 'C08',
    sensitivity: ['regulator', 'publicOpinion'],
  })
  await step(scene, 'p-li-jing', 'instruct', { from: words.from, wording: words.wording })
  await step(scene, 'p-zhou-lin', 'situation', {
    facts: words.situationFacts,
    measures: words.measures,
    nextUpdate: stage.now().add({ hours: 2 }).toString(),
  })
  await stage.waits({ hours: 3 })
  narrator.passes()
  await narrator.looks()
}

/** The last message that only this person sees. */
async function tellAlone({ stage, narrator }: Scene, person: string): Promise<void> {
  const alone = (await stage.slack.as(person).messages()).findLast(({ isEphemeral }) => isEphemeral)
  if (alone) narrator.whispers(person, alone)
}
