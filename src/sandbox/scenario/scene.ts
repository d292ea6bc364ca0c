import { nextOpening } from '../../clock/calendar.ts'
import { addWorkingDays, addWorkingTime } from '../../clock/working-time.ts'
import { type Onlooker, createPlay, numberOf } from '../play.ts'
import type { Stage } from '../stage.ts'
import { Interrupted } from './interrupted.ts'
import { inventCustomer } from './invented-customer.ts'
import type { Scene, WorkingTime } from './scenario.ts'
import { scenarioWords } from './scenario-words.ts'

/** Twelve working days: whoever was not called by then is not on the ladder of the rules in force. */
const mostHours = 96

/** A scene on this stage for one playing of a scenario, in the language that people read. */
export function createScene(stage: Stage, language: 'zh-CN' | 'en', onlooker?: Onlooker): Scene {
  const play = createPlay(stage, onlooker)
  const numbers = new Map<string, string>()
  const customer = inventCustomer()

  function number(name = 'first'): string {
    const known = numbers.get(name)
    if (known !== undefined) return known
    throw new Interrupted({
      zh: '前面的步骤没有登记投诉。请重新开始本场景。',
      en: 'No complaint was filed in the steps before. Begin the scenario anew.',
    })
  }

  return {
    stage,
    play,
    customer,
    words: scenarioWords(language, customer),
    number,
    async files(person, entries, name = 'first') {
      numbers.set(name, await play.files(person, entries))
    },
    async chooses(person, answer, name) {
      const told = await play.chooses(person, answer)
      if (told !== undefined) numbers.set(name, told)
    },
    async opens() {
      await stage.waitsUntil(nextOpening(await businessCalendar(stage), stage.now()))
    },
    async works(time) {
      await stage.waitsUntil(await afterWorking(stage, time))
    },
    async later(time) {
      return (await afterWorking(stage, time)).toString()
    },
    async hears(person, name) {
      const before = await timesWritten(stage, person, number(name))
      for (let hour = 0; hour < mostHours; hour += 1) {
        await stage.waitsUntil(await afterWorking(stage, { hours: 1 }))
        if ((await timesWritten(stage, person, number(name))) > before) return
      }
      throw notCalled(stage, person)
    },
  }
}

async function businessCalendar({ inForce }: Stage) {
  return (await inForce.rulebook()).business
}

async function afterWorking(stage: Stage, time: WorkingTime): Promise<Temporal.Instant> {
  const calendar = await businessCalendar(stage)
  return 'days' in time
    ? addWorkingDays(calendar, stage.now(), time.days)
    : addWorkingTime(calendar, stage.now(), time.hours * 3600)
}

/** How often the bot has written to somebody in private about this case; digests tell of many cases and do not count. */
async function timesWritten({ slack }: Stage, person: string, number: string): Promise<number> {
  const messages = await slack.as(person).messages()
  return messages.filter(
    (message) =>
      message.from === 'bot' &&
      !message.isEphemeral &&
      message.channel.startsWith('D') &&
      message.text.includes(number) &&
      numberOf(message) === number,
  ).length
}

function notCalled({ slack }: Stage, person: string): Interrupted {
  const name = slack.readerFor(person).nameOf(slack.userIdOf(person))
  return new Interrupted({
    zh: `过了十二个工作日，${name} 仍未接到通知。现行规则可能与样例银行不同。`,
    en: `Twelve working days on, ${name} was still not called. The rules in force may differ from the sample bank's.`,
  })
}
