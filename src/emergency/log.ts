import { isoOf } from '../matter/iso.ts'
import type { Context } from '../matter/matter.ts'
import { Refusal } from '../matter/refusal.ts'
import type { PersonId } from '../organisation/organisation.ts'
import { postsOf } from '../organisation/posts-of.ts'
import { worksHere } from './allowed.ts'
import type { EmergencyCommandOf } from './command.ts'
import type { Emergency } from './emergency.ts'
import type { EmergencyEvent } from './event.ts'
import { happenedAt } from './reports.ts'

/** A decision, and who took it. */
export function recordDecision(
  { resolved, decidedBy, decidedAt }: EmergencyCommandOf<'recordDecision'>,
  by: PersonId,
  context: Context,
): EmergencyEvent[] {
  known(decidedBy, context)
  const { now } = context
  return [
    {
      type: 'decisionRecorded',
      at: isoOf(now),
      by,
      resolved,
      decidedBy,
      decidedAt: happenedAt(decidedAt, now),
    },
  ]
}

/** What was said to the media or to an authority: when, to whom, by whom, where it is kept. */
export function logContact(
  command: EmergencyCommandOf<'logMedia' | 'logRegulator'>,
  by: PersonId,
  context: Context,
): EmergencyEvent[] {
  const { spokenAt, utterance, speaker, reference } = command
  known(speaker, context)
  const { now } = context
  const other =
    command.step === 'logMedia'
      ? { kind: 'media' as const, with: command.medium }
      : { kind: 'authority' as const, with: command.authority }
  return [
    {
      type: 'contactLogged',
      at: isoOf(now),
      by,
      ...other,
      spokenAt: happenedAt(spokenAt, now),
      utterance,
      speaker,
      ...(reference !== undefined && { reference }),
    },
  ]
}

/** A message of this channel that a member marked, once. One of another channel, or of a group that has gone, is nothing. */
export function keepMessage(
  emergency: Emergency,
  command: EmergencyCommandOf<'keepMessage'>,
  by: PersonId,
  context: Context,
): EmergencyEvent[] {
  const { step: _step, channel, ...said } = command
  if (emergency.respondents.includes(by) || !worksHere(emergency, by, context)) throw new Refusal('not-you')
  const isOfNow = emergency.channel.id === channel && !emergency.channel.archived
  const isKept = (emergency.kept ?? []).some(({ ts }) => ts === command.ts)
  if (!isOfNow || isKept) return []
  const writtenAt = isoOf(Temporal.Instant.from(command.writtenAt))
  return [{ type: 'messageKept', at: isoOf(context.now), by, ...said, writtenAt }]
}

function known(person: PersonId, { organisation, now }: Context): void {
  if (postsOf(organisation, person, now).length === 0) throw new Refusal('unknown-person', { person })
}
