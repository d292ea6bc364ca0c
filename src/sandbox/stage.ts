import { type InForce, createInForce } from '../in-force.ts'
import type { Redress } from '../main.ts'
import type { OrganisationDocument } from '../organisation/organisation.ts'
import { nextAlarms } from '../store/alarm.ts'
import { type Connection, connect } from '../store/connect.ts'
import { migrate } from '../store/migrate.ts'
import { nextEffectDue } from '../store/outbox.ts'
import { findOrganisation, storeOrganisation } from '../store/rules.ts'
import { createBot } from './bot.ts'
import { type Clock, createStandingClock } from './clock.ts'
import { readSampleBank } from './sample-bank.ts'
import { sandboxPeople } from './sandbox-people.ts'
import type { BotState } from './serve/told.ts'
import type { StageOptions } from './stage-options.ts'
import { type SandboxSlack, type SandboxSlackOptions, createSandboxSlack } from './slack/sandbox-slack.ts'

/** The whole product on a bank and an emulated Slack, under a clock that can be pushed. */
export interface Stage {
  readonly slack: SandboxSlack
  /** The bot's process. While it is stopped it does nothing and can still be read. */
  readonly redress: Redress
  readonly clock: Clock
  /** The organisation that the workspace was peopled with. */
  readonly organisation: OrganisationDocument
  /** Reads the bot's database, whatever the bot is doing. */
  readonly db: Connection['db']
  readonly inForce: InForce
  readonly bot: BotState
  now(): Temporal.Instant
  /** Does everything owed by now: gestures worked on, alarms served, effects delivered. Nothing while the bot is stopped. */
  settle(): Promise<void>
  /** Moves the clock on, stopping at every moment at which something is owed, in order. */
  waits(duration: Temporal.DurationLike): Promise<void>
  waitsUntil(instant: Temporal.Instant | string): Promise<void>
  /** Moves the clock at once, as if nobody had been there meanwhile: what was owed is served late. */
  sleepsUntil(instant: Temporal.Instant | string): void
  /** Ends the process of the bot and starts another on the same database, in front of the same Slack. */
  restarts(): Promise<void>
  /** Ends the process of the bot, starts it again and lets it catch up, or lets it answer when Slack has given up. */
  setBot(state: BotState): Promise<void>
  /** Everybody in Slack, and the channels of the bot, from now on; the bot learns of it at once, or when it is started. */
  everybodyReads(language: 'zh-CN' | 'en'): Promise<void>
  /** One more process beside the first, on the same database and the same Slack; it ends with the stage. */
  another(): Promise<Redress>
  stop(): Promise<void>
}

/** Sets the stage and raises the curtain. Throws where a part cannot start, with what to do; then nothing keeps running. */
export async function createStage(options: StageOptions): Promise<Stage> {
  const clock = 'clock' in options ? options.clock : createStandingClock(options.start)
  const { now } = clock
  const changed = options.onChange ?? (() => {})
  await using opened = new AsyncDisposableStack()
  const own = connect(options.databaseUrl, { max: 3, onError: () => {} })
  opened.defer(() => own.close())
  const organisation = await furnish(own.db, options.organisation, now())
  const slack = await createSandboxSlack({ ...slackOptions(options, organisation), now, onNote: changed })
  opened.defer(() => slack.close())
  const bot = await createBot({ ...options, now, slack })
  opened.defer(() => bot.close())
  const inForce = createInForce(own.db, now)
  const inTurn = createTurns()

  async function settle(): Promise<void> {
    await slack.lateGestures()
    await bot.settle(now())
  }

  async function nextMoment(): Promise<Temporal.Instant | undefined> {
    return bot.isStopped() ? undefined : nextOwed({ db: own.db, inForce }, now())
  }

  async function waitsUntil(target: Temporal.Instant | string): Promise<void> {
    const end = Temporal.Instant.from(target)
    await settle()
    for (let owed = await nextMoment(); isBy(owed, end); owed = await nextMoment()) {
      clock.pushTo(owed)
      // oxlint-disable-next-line no-await-in-loop -- moment after moment
      await bot.redress().perform({ kind: 'sweep' })
    }
    clock.pushTo(end)
    await settle()
    changed()
  }

  async function setBot(state: BotState): Promise<void> {
    if (state === 'stopped') await bot.stop()
    else if (bot.isStopped()) await bot.start()
    slack.faults[state === 'slow' ? 'slow' : 'prompt']()
    changed()
  }

  async function everybodyReads(language: 'zh-CN' | 'en'): Promise<void> {
    for (const { id, locale, name } of sandboxPeople(organisation, language))
      slack.changePerson(id, { locale, name })
    await settle()
    await bot.reads(language)
    changed()
  }

  const running = opened.move()
  return {
    slack,
    clock,
    organisation,
    db: own.db,
    inForce,
    now,
    settle,
    get redress() {
      return bot.isStopped() ? stoppedOne(bot.redress(), { db: own.db, inForce }) : bot.redress()
    },
    get bot() {
      return bot.isStopped() ? 'stopped' : slack.faults.isSlow() ? 'slow' : 'running'
    },
    waitsUntil: (instant) => inTurn(() => waitsUntil(instant)),
    waits: (duration) => inTurn(() => waitsUntil(now().add(duration))),
    sleepsUntil(instant) {
      clock.pushTo(instant)
      changed()
    },
    restarts: () => inTurn(() => bot.restart()),
    setBot: (state) => inTurn(() => setBot(state)),
    everybodyReads: (language) => inTurn(() => everybodyReads(language)),
    another: () => bot.another(),
    stop: () => inTurn(() => running.disposeAsync()),
  }
}

/** One thing after the other: what comes meanwhile waits, whatever became of the one before. */
function createTurns(): <Done>(work: () => Promise<Done>) => Promise<Done> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const turn = last.then(work, work)
    last = turn.catch(() => undefined)
    return turn
  }
}

const nothing = async () => {}

/** A bot that does nothing, and reads as the one that was stopped. */
function stoppedOne(redress: Redress, readers: Pick<Redress, 'db' | 'inForce'>): Redress {
  return { ...redress, ...readers, perform: nothing, idle: nothing, stop: nothing }
}

/** The next instant after now at which something is owed: an alarm, a postponed effect, the day's digests. */
async function nextOwed(
  { db, inForce }: Pick<Redress, 'db' | 'inForce'>,
  now: Temporal.Instant,
): Promise<Temporal.Instant | undefined> {
  const { calendar, digest } = (await inForce.rulebook()).pack
  const [alarm] = await nextAlarms(db, now, 1)
  const effect = await nextEffectDue(db)
  const local = now.toZonedDateTimeISO(calendar.timeZone)
  const digests = [digest.person, digest.sqChannel].map((time) => {
    const today = local.withPlainTime(time)
    return (Temporal.ZonedDateTime.compare(today, local) > 0 ? today : today.add({ days: 1 })).toInstant()
  })
  const whole =
    alarm && Temporal.Instant.fromEpochMilliseconds(Math.ceil(alarm.epochMilliseconds / 1000) * 1000 + 1000)
  return [whole, effect, ...digests]
    .filter((each) => each !== undefined && Temporal.Instant.compare(each, now) > 0)
    .toSorted((one, other) => Temporal.Instant.compare(one ?? now, other ?? now))[0]
}

function isBy(next: Temporal.Instant | undefined, end: Temporal.Instant): next is Temporal.Instant {
  return next !== undefined && Temporal.Instant.compare(next, end) <= 0
}

async function furnish(
  db: Connection['db'],
  given: OrganisationDocument | undefined,
  now: Temporal.Instant,
): Promise<OrganisationDocument> {
  await migrate(db)
  const stored = await findOrganisation(db)
  if (stored) return stored.document as OrganisationDocument
  const document = given ?? (await readSampleBank())
  await storeOrganisation(db, document, 'sandbox', now)
  return document
}

function slackOptions(
  { gate, ackTimeoutMs, language }: StageOptions,
  organisation: OrganisationDocument,
): SandboxSlackOptions {
  return {
    people: sandboxPeople(organisation, language),
    ...(gate && { gate }),
    ...(ackTimeoutMs !== undefined && { ackTimeoutMs }),
  }
}
