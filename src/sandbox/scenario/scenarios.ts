import type { HappeningTold, PlayingTold, ScenarioTold, Words } from '../serve/told.ts'
import type { Stage } from '../stage.ts'
import { everyScenario } from './every-scenario.ts'
import { Interrupted } from './interrupted.ts'
import { languageOf, missingFrom } from './playable.ts'
import type { Scenario, Scene, Step } from './scenario.ts'
import { createScene } from './scene.ts'

/** What scenarios need of the sandbox: the stage played on now, and what has happened since a mark. */
export interface ScenarioHouse<Mark> {
  stage(): Stage
  mark(): Promise<Mark>
  since(mark: Mark): Promise<readonly HappeningTold[]>
}

/** The scenarios, and the one being played. */
export interface Scenarios {
  told(): { readonly scenarios: readonly ScenarioTold[]; readonly playing?: PlayingTold }
  /**
   * `begin` chooses a scenario and plays nothing yet, `next` plays one step, `rest` all that are left; on one that was not
   * begun, both begin it, and so does `rest` on one played to its end. Answers when that is done. What stood in the way is
   * told in `trouble`; while steps are being played, nothing else is.
   */
  play(name: string, how: 'begin' | 'next' | 'rest'): Promise<PlayingTold>
}

interface Playing {
  readonly scenario: Scenario
  readonly stage: Stage
  readonly language: 'zh-CN' | 'en'
  readonly scene: Scene
  played: number
  isBusy: boolean
  happenings: readonly HappeningTold[]
  trouble?: Words
}

export function createScenarios<Mark>(house: ScenarioHouse<Mark>): Scenarios {
  let playing: Playing | undefined

  /** The playing on the stage of now: what was played on another stage is gone with it. */
  function current(): Playing | undefined {
    return playing?.stage === house.stage() ? playing : undefined
  }

  function begin(scenario: Scenario): Playing {
    const stage = house.stage()
    const language = languageOf(stage, scenario)
    const scene = createScene(stage, language)
    return { scenario, stage, language, scene, played: 0, isBusy: false, happenings: [] }
  }

  async function playSteps(now: Playing, most: number): Promise<void> {
    now.isBusy = true
    now.happenings = []
    delete now.trouble
    try {
      for (const step of now.scenario.steps.slice(now.played, now.played + most)) {
        await playStep(now, step)
        now.played += 1
      }
    } catch (error) {
      now.trouble = troubleOf(error)
    } finally {
      now.isBusy = false
    }
  }

  async function playStep(now: Playing, step: Step): Promise<void> {
    const mark = await house.mark()
    try {
      await step.play(now.scene)
    } finally {
      now.happenings = [...now.happenings, ...(await house.since(mark))]
    }
  }

  return {
    told() {
      const now = current()
      return { scenarios: everyScenario.map(scenarioTold), ...(now && { playing: playingTold(now) }) }
    },
    async play(name, how) {
      const before = current()
      if (before?.isBusy) return { ...playingTold(before), trouble: inWords(busy, before.language) }
      const scenario = everyScenario.find((each) => each.name === name)
      if (!scenario) return refused(name, 0, `${unknown.zh} / ${unknown.en}`)
      const absent = missingFrom(house.stage(), scenario)
      if (absent.length > 0) {
        const { zh, en } = notHere(absent)
        return refused(name, scenario.steps.length, `${zh} / ${en}`)
      }
      const isAtEnd = before?.played === scenario.steps.length
      const goesOn = before?.scenario === scenario && how !== 'begin' && !(how === 'rest' && isAtEnd)
      const now = goesOn ? before : begin(scenario)
      playing = now
      if (how !== 'begin') await playSteps(now, how === 'next' ? 1 : scenario.steps.length)
      return playingTold(now)
    },
  }
}

function scenarioTold({ name, title, about, steps }: Scenario): ScenarioTold {
  return {
    name,
    title,
    about,
    steps: steps.map((step) => ({
      title: step.title,
      ...(step.actor !== undefined && { actor: step.actor }),
      ...(step.watch !== undefined && { watch: step.watch }),
    })),
  }
}

function playingTold({ scenario, played, isBusy, happenings, trouble, language }: Playing): PlayingTold {
  const { name, steps } = scenario
  return {
    name,
    played,
    total: steps.length,
    isBusy,
    happenings,
    ...(trouble && { trouble: inWords(trouble, language) }),
  }
}

function refused(name: string, total: number, trouble: string): PlayingTold {
  return { name, played: 0, total, isBusy: false, happenings: [], trouble }
}

const unknown: Words = { zh: '没有这个场景。请另选一个。', en: 'There is no such scenario. Choose another.' }

const busy: Words = {
  zh: '正在演上一步，请等它演完。',
  en: 'A step is being played. Wait until it is done.',
}

function notHere(absent: readonly string[]): Words {
  const names = absent.join(', ')
  return {
    zh: `本场景由样例银行的人员演出，现在的机构中没有 ${names}。请先恢复样例银行。`,
    en: `This scenario is played by people of the sample bank; ${names} is not in the organisation of now. Bring back the sample bank first.`,
  }
}

function troubleOf(error: unknown): Words {
  if (error instanceof Interrupted) return error.words
  const seen = error instanceof Error ? error.message : String(error)
  return {
    zh: `这一步没有演成：${seen} 请重新开始本场景。`,
    en: `This step could not be played: ${seen} Begin the scenario anew.`,
  }
}

function inWords({ zh, en }: Words, language: 'zh-CN' | 'en'): string {
  return language === 'en' ? en : zh
}
