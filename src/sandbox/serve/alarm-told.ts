import { type Call, nextCalls } from '../../complaint/calls.ts'
import { calleesOf } from '../../complaint/callees.ts'
import type { Complaint } from '../../complaint/complaint.ts'
import { nextCalls as emergencyCalls } from '../../emergency/calls.ts'
import type { Emergency } from '../../emergency/emergency.ts'
import { calleesOf as emergencyCallees } from '../../emergency/people.ts'
import type { InForce } from '../../in-force.ts'
import type { MatterKind } from '../../matter/effect.ts'
import type { PersonId } from '../../organisation/organisation.ts'
import { nameOf, rungName } from '../../slack/view/names.ts'
import type { UpcomingMatter } from '../../store/upcoming.ts'
import { type Text, textFor } from '../../text/text.ts'
import { inBoth } from './in-both.ts'
import { localTime } from './local-time.ts'
import type { AlarmTold, Words } from './told.ts'

/** What the alarm of a matter is for, and who would be called if nothing happens before it. */
export async function alarmTold(
  { kind, at, state }: UpcomingMatter,
  inForce: InForce,
  timeZone: string,
): Promise<AlarmTold> {
  const organisation = await inForce.organisation()
  const owed = await owedBy(kind, state, at, inForce)
  const { number } = state as { number: string }
  return {
    at: at.toString(),
    local: localTime(at, timeZone),
    number,
    what: owed.what,
    who: owed.who.map((person) => inBoth((language) => nameOf(person, language, { organisation }))),
  }
}

interface Owed {
  readonly what: Words
  readonly who: readonly PersonId[]
}

async function owedBy(
  kind: MatterKind,
  state: unknown,
  at: Temporal.Instant,
  inForce: InForce,
): Promise<Owed> {
  switch (kind) {
    case 'complaint':
      return complaintAlarm(state as Complaint, at, inForce)
    case 'emergency':
      return emergencyAlarm(state as Emergency, at, inForce)
    case 'fund':
      return { what: { zh: '风险备用金：下一步到期', en: 'reserve fund: next step due' }, who: [] }
    case 'review':
      return { what: { zh: '评审会：下一步到期', en: 'review meeting: next step due' }, who: [] }
    case 'action':
      return { what: { zh: '整改措施：到期', en: 'improvement action: due' }, who: [] }
  }
}

async function complaintAlarm(complaint: Complaint, at: Temporal.Instant, inForce: InForce): Promise<Owed> {
  const [organisation, rulebook] = await Promise.all([
    inForce.organisation(),
    inForce.rulebook(complaint.policyVersion),
  ])
  const [call] = nextCalls(complaint, rulebook)
  if (!call) return { what: archive, who: [] }
  const context = { organisation, rulebook, now: at }
  return { what: callWords(call), who: calleesOf(call.to, call.clock.run.code, complaint, context) }
}

/** The call that comes first; with none by then it is the situation report, asked of whom `emergency/react.ts` asks. */
async function emergencyAlarm(emergency: Emergency, at: Temporal.Instant, inForce: InForce): Promise<Owed> {
  const [organisation, rulebook] = await Promise.all([
    inForce.organisation(),
    inForce.rulebook(emergency.policyVersion),
  ])
  const [call] = emergencyCalls(emergency, rulebook)
  if (call && Temporal.Instant.compare(call.at, at) <= 0) {
    const who = emergencyCallees(call.to, emergency, call.wait, { organisation, now: at })
    return { what: wordsOf(call.kind, call.rung, (text) => text.emergencyClockNames[call.wait.clock]), who }
  }
  if (emergency.stoodDown) return { what: archive, who: [] }
  const { scribe, leader } = emergency.roles
  const who = [scribe, leader].filter((person) => person !== undefined)
  return { what: { zh: '催报：事态进展', en: 'wanted: situation report' }, who: [...new Set(who)] }
}

const archive: Words = { zh: '频道归档', en: 'archive the channel' }

function callWords({ kind, clock, rung }: Call): Words {
  return wordsOf(kind, rung, ({ clocks }) => clocks[clock.run.code])
}

function wordsOf(kind: Call['kind'], rung: number, nameIn: (text: Text) => string): Words {
  const name = inBoth((language) => nameIn(textFor(language)))
  const step = inBoth((language) => rungName(rung, language))
  switch (kind) {
    case 'reminder':
      return { zh: `提醒：${name.zh}`, en: `reminder: ${name.en}` }
    case 'rung':
      return { zh: `逾期：${name.zh} → ${step.zh}`, en: `overdue: ${name.en} → ${step.en}` }
    case 'repeat':
      return { zh: `再次催办：${name.zh}`, en: `called again: ${name.en}` }
  }
}
