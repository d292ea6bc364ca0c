import { mkdtemp, chmod, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { startEmbedded } from '../store/embedded.ts'
import { type Narrator, type Write, createNarrator } from './narrator.ts'
import { type Text, textFor } from '../text/text.ts'
import { type Entries, type Play, createPlay } from './play.ts'
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
  readonly text: Text
}

async function perform(stage: Stage, language: 'zh-CN' | 'en', write: Write): Promise<void> {
  const words = storyWords(language)
  const scene = {
    stage,
    words,
    text: textFor(language),
    play: createPlay(stage),
    narrator: createNarrator(stage, words, language, write),
  }
  write(words.title)
  await ordinary(scene)
  await nobodyActs(scene)
  await levelOne(scene)
}

async function step(
  { narrator, play, words, text }: Scene,
  person: string,
  what: Parameters<Play['takes']>[1],
  entries?: Entries,
): Promise<void> {
  const { button } = { ...text.steps, ...text.emergencySteps }[what]
  narrator.does(person, `${words.does.presses} [ ${button} ]`)
  await play.takes(person, what, entries)
  await narrator.looks()
}

/** Files, and shows the form as filled in and the answer that the person gets at once. */
async function files({ narrator, play, words }: Scene, person: string, entries: Entries): Promise<string> {
  narrator.does(person, words.does.files)
  const number = await play.files(person, entries, () => narrator.shows(person))
  await narrator.looks()
  return number
}

async function ordinary(scene: Scene): Promise<void> {
  const { stage, narrator, words } = scene
  narrator.act(words.acts[0] ?? '')
  const number = await files(scene, 'p-zou-ping', {
    story: words.story,
    request: 'explanation',
    name: words.name,
    phone: '13800000000',
  })
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
  const { stage, narrator, words } = scene
  narrator.act(words.acts[1] ?? '')
  await files(scene, 'p-su-he', { story: words.slowStory, request: 'explanation' })
  for (const until of ['2026-09-22T06:30:00Z', '2026-09-23T07:00:00Z', '2026-09-24T07:00:00Z']) {
    await stage.waitsUntil(until)
    narrator.passes()
    await narrator.looks()
  }
  await step(scene, 'p-zhang-hui', 'seen', { newTime: '2026-09-24T08:00:00Z', reason: words.seenReason })
}

async function levelOne(scene: Scene): Promise<void> {
  const { stage, narrator, words } = scene
  narrator.act(words.acts[2] ?? '')
  await files(scene, 'p-zhou-lin', {
    story: words.gravestory,
    outlet: 'outlet-lakeside',
    source: 'nfra',
    externalNumber: 'NFRA-2026-0042',
    request: 'lossCompensation',
    facts: ['wideImpact', 'mediaPublished'],
    'facts:complainants': 30,
  })
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
