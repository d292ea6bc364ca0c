import { Event } from '../../complaint/event.ts'
import { EmergencyEvent } from '../../emergency/event.ts'
import { type JournalHeads, type WrittenLine, journalHeads, linesSince } from '../../store/journal-since.ts'
import type { SandboxSlack } from '../slack/sandbox-slack.ts'
import type { Stage } from '../stage.ts'
import { clockWords } from './happening-words.ts'
import { localTime } from './local-time.ts'
import { slackHappening } from './slack-happening.ts'
import type { Telling } from './telling.ts'
import type { HappeningTold } from './told.ts'

/** A point in what happens on a stage. */
export interface Mark {
  readonly slack: SandboxSlack
  /** How much had passed between Slack and the bot. */
  readonly traffic: number
  readonly journal: JournalHeads
}

export interface Happenings {
  mark(): Promise<Mark>
  /** What the clock decided and what people saw of it in Slack since, in the order of time. */
  since(mark: Mark): Promise<HappeningTold[]>
}

/** Tells what was set off between two points on the stage of now; another stage has happened as a whole. */
export function createHappenings(stage: () => Stage): Happenings {
  return {
    async mark() {
      const { slack, db } = stage()
      return { slack, traffic: slack.seen.traffic().length, journal: await journalHeads(db) }
    },
    async since(mark) {
      const now = stage()
      const isSame = now.slack === mark.slack
      const [organisation, rulebook] = await Promise.all([now.inForce.organisation(), now.inForce.rulebook()])
      const telling = { organisation, timeZone: rulebook.pack.calendar.timeZone }
      const lines = await linesSince(now.db, isSame ? mark.journal : [])
      const decided = lines.flatMap((line) => clockHappening(line, telling))
      const seen = await seenSince(now, isSame ? mark.traffic : 0, telling)
      return [...decided, ...seen].toSorted((one, other) =>
        Temporal.Instant.compare(Temporal.Instant.from(one.at), Temporal.Instant.from(other.at)),
      )
    },
  }
}

function clockHappening(line: WrittenLine, telling: Telling): HappeningTold[] {
  const event = line.actor.kind === 'clock' ? eventOf(line) : undefined
  if (!event) return []
  const [zh, en] = (['zh-CN', 'en'] as const).map((language) =>
    clockWords(line.number, event, { ...telling, language }),
  )
  if (zh === undefined || en === undefined) return []
  const local = localTime(Temporal.Instant.from(line.at), telling.timeZone)
  return [{ at: line.at, local, kind: 'clock', what: { zh, en } }]
}

/** Of the matters that this page plays. */
function eventOf({ kind, event }: WrittenLine): Event | EmergencyEvent | undefined {
  switch (kind) {
    case 'complaint':
      return Event.parse(event)
    case 'emergency':
      return EmergencyEvent.parse(event)
    default:
      return undefined
  }
}

async function seenSince(stage: Stage, traffic: number, telling: Telling): Promise<HappeningTold[]> {
  const entries = stage.slack.seen.traffic().slice(traffic)
  const conversations = new Map((await stage.slack.seen.conversations()).map((each) => [each.id, each]))
  const told = entries.map((entry) => {
    const found = slackHappening(entry, { slack: stage.slack, conversations, ...telling })
    return found && { at: entry.at.toString(), local: localTime(entry.at, telling.timeZone), ...found }
  })
  return told.filter(
    (each, place): each is HappeningTold => each !== undefined && !isDrawnAgain(each, told.slice(place + 1)),
  )
}

/** Of a desk that is drawn several times, the last counts. */
function isDrawnAgain(
  { kind, person }: HappeningTold,
  later: readonly (HappeningTold | undefined)[],
): boolean {
  return kind === 'home' && later.some((each) => each?.kind === 'home' && each.person === person)
}
