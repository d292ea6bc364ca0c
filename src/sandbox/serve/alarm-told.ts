import { type Call, nextCalls } from '../../complaint/calls.ts'
import { calleesOf } from '../../complaint/callees.ts'
import type { Complaint } from '../../complaint/complaint.ts'
import type { Emergency } from '../../emergency/emergency.ts'
import type { InForce } from '../../in-force.ts'
import type { MatterKind } from '../../matter/effect.ts'
import type { PersonId } from '../../organisation/organisation.ts'
import { clockName, nameOf, rungName } from '../../slack/view/names.ts'
import type { UpcomingMatter } from '../../store/upcoming.ts'
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
      return emergencyAlarm(state as Emergency)
    default:
      return { what: { zh: '到期', en: 'due' }, who: [] }
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

/** Whom a missing situation report is asked of: as `emergency/react.ts` does. */
function emergencyAlarm({ stoodDown, roles }: Emergency): Owed {
  if (stoodDown) return { what: archive, who: [] }
  const asked = [roles.scribe, roles.leader].filter((person) => person !== undefined)
  return { what: { zh: '催报：事态进展', en: 'wanted: situation report' }, who: [...new Set(asked)] }
}

const archive: Words = { zh: '频道归档', en: 'archive the channel' }

function callWords({ kind, clock, rung }: Call): Words {
  const { code } = clock.run
  const name = inBoth((language) => clockName(code, language))
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
