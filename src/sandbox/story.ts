import { mkdtemp, chmod, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { startEmbedded } from '../store/embedded.ts'
import { type Narrator, type Write, createNarrator } from './narrator.ts'
import { everyScenario } from './scenario/every-scenario.ts'
import type { Scenario } from './scenario/scenario.ts'
import { createScene } from './scenario/scene.ts'
import type { Words } from './serve/told.ts'
import { type Stage, createStage } from './stage.ts'
import { storyWords } from './story-words.ts'

/** A Friday afternoon two weeks before the National Day of 2026, Beijing time; the Sunday after it is a make-up workday. */
const curtain = '2026-09-18T08:30:00Z'

/**
 * Tells every scenario in the terminal, one after the other, on a database and a Slack of their own, under a pushed clock.
 * Answers the exit code. Leaves nothing behind.
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
      write(storyWords(language).title)
      const narrator = createNarrator(stage, language, write)
      for (const scenario of everyScenario) await tell(scenario, stage, language, narrator)
    } finally {
      await stage.stop()
    }
  } finally {
    await postgres.stop()
    await rm(dir, { recursive: true, force: true })
  }
  return 0
}

async function tell(
  { title, about, steps }: Scenario,
  stage: Stage,
  language: 'zh-CN' | 'en',
  narrator: Narrator,
): Promise<void> {
  const read = ({ zh, en }: Words) => (language === 'en' ? en : zh)
  narrator.act(read(title), read(about))
  const scene = createScene(stage, language, narrator)
  for (const step of steps) {
    narrator.step(read(step.title))
    const before = stage.now()
    await step.play(scene)
    if (Temporal.Instant.compare(before, stage.now()) < 0) narrator.passes()
    await narrator.settled()
  }
}
