import type { Complaint } from '../../complaint/complaint.ts'
import type { Actor } from '../../matter/actor.ts'
import type { Effect } from '../../matter/effect.ts'
import { nameOf } from '../../slack/view/names.ts'
import { whyText } from '../../slack/view/why.ts'
import { type CaseRow, everyCase } from '../../store/every-case.ts'
import { findState } from '../../store/find-complaints.ts'
import { readJournal } from '../../store/journal.ts'
import { readTray } from '../../store/tray.ts'
import { textFor } from '../../text/text.ts'
import type { Sandbox } from '../sandbox.ts'
import type { Stage } from '../stage.ts'
import type { Telling } from './telling.ts'
import { inBoth } from './in-both.ts'
import { localTime } from './local-time.ts'
import type { BehindTold, Words } from './told.ts'

/** How much of each is told: enough to see how it works, and no more than a page can show. */
const most = { cases: 200, effects: 200, traffic: 200 }

/** What lies behind the page: of the case asked for (its id or number), else of the newest, the journal, clocks and outbox; and all traffic and jobs. */
export async function behindTold({ stage }: Pick<Sandbox, 'stage'>, wanted?: string): Promise<BehindTold> {
  const [organisation, rulebook] = await Promise.all([stage.inForce.organisation(), stage.inForce.rulebook()])
  const telling = { organisation, timeZone: rulebook.pack.calendar.timeZone }
  const cases = await everyCase(stage.db, most.cases)
  const shown = cases.find(({ id, number }) => wanted === id || wanted === number) ?? cases[0]
  return {
    cases: cases.map(({ kind, id, number, status }) => ({ kind, id, number, state: statusWords(status) })),
    ...(shown && { shown: shown.id }),
    journal: shown ? await journalTold(stage, shown, telling) : [],
    clocks: shown ? await clocksTold(stage, shown) : { zh: [], en: [] },
    outbox: await outboxTold(stage, shown, telling),
    traffic: trafficTold(stage, telling),
    jobs: await jobsTold(stage, telling),
  }
}

function statusWords(status: string): Words {
  return inBoth((language) => {
    const text = textFor(language)
    const words: Readonly<Record<string, string>> = { ...text.status, ...text.emergencyStatus }
    return words[status] ?? status
  })
}

async function journalTold(
  { db }: Stage,
  { kind, id }: CaseRow,
  telling: Telling,
): Promise<BehindTold['journal']> {
  const lines = await readJournal(db, kind, id)
  return lines.map(({ seq, at, actor, event, hash }) => {
    const { type, at: _at, ...details } = event as { type: string; at: string }
    const local = localTime(Temporal.Instant.from(at), telling.timeZone)
    return { seq, local, by: actorWords(actor, telling), event: type, details, hash }
  })
}

function actorWords(actor: Actor, { organisation }: Telling): Words {
  switch (actor.kind) {
    case 'person':
      return inBoth((language) => nameOf(actor.id, language, { organisation }))
    case 'clock':
      return { zh: '时钟', en: 'the clock' }
    case 'machine':
      return { zh: '系统', en: 'the machine' }
  }
}

/** The sums that prove the due times of a complaint; an emergency has none. */
async function clocksTold({ db, inForce, now }: Stage, { kind, id }: CaseRow): Promise<BehindTold['clocks']> {
  if (kind !== 'complaint') return { zh: [], en: [] }
  const complaint = (await findState(db, kind, id)) as Complaint
  const [organisation, rulebook] = await Promise.all([
    inForce.organisation(),
    inForce.rulebook(complaint.policyVersion),
  ])
  const house = { organisation, rulebook, now: now(), slackIdOf: () => undefined }
  const { timeZone } = rulebook.pack.calendar
  const proof = inBoth((language) => whyText(complaint, { language, timeZone }, house))
  return { zh: proof.zh.split('\n'), en: proof.en.split('\n') }
}

async function outboxTold(
  { db }: Stage,
  shown: CaseRow | undefined,
  { timeZone }: Telling,
): Promise<BehindTold['outbox']> {
  const stream = shown && `${shown.kind}/${shown.id}`
  const rows = await readTray(db, { limit: most.effects, ...(stream !== undefined && { stream }) })
  return rows.map(({ id, stream: of, lane, effect, putAt, state, attempts, lastError }) => ({
    id,
    stream: of,
    lane,
    what: effectWords(effect),
    local: localTime(putAt, timeZone),
    state,
    attempts,
    ...(lastError !== undefined && { trouble: lastError }),
  }))
}

/** An effect as a line of code has it: its kind, to whom, and which notice. */
function effectWords(effect: Effect): string {
  const { kind, ...rest } = effect
  const facts = {
    to: undefined,
    person: undefined,
    slug: undefined,
    branch: undefined,
    matter: undefined,
    ...rest,
  }
  const whom = [facts.to, facts.person, facts.slug, facts.branch, facts.matter].find(
    (each) => each !== undefined,
  )
  const code = 'notice' in effect ? effect.notice.code : undefined
  return [kind, whom, code].filter((each) => each !== undefined).join(' ')
}

/** The newest first. */
function trafficTold({ slack }: Stage, { timeZone }: Telling): BehindTold['traffic'] {
  return slack.seen
    .traffic()
    .slice(-most.traffic)
    .toReversed()
    .map(({ at, ...entry }) => ({ ...entry, local: localTime(at, timeZone) }))
}

/** What BullMQ holds for the bot; nothing while the bot is stopped, since nobody asks. */
async function jobsTold({ redress, bot }: Stage, { timeZone }: Telling): Promise<BehindTold['jobs']> {
  if (bot === 'stopped') return []
  const jobs = await redress.bell.jobs()
  return jobs.map(({ name, state, at }) => ({ name, state, ...(at && { local: localTime(at, timeZone) }) }))
}
