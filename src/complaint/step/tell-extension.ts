import { knownCode } from '../../matter/known-code.ts'
import { z } from 'zod'
import { type Field, choice, day, when } from '../../matter/field.ts'
import { isoOf } from '../../matter/iso.ts'
import { Refusal } from '../../matter/refusal.ts'
import type { Complaint } from '../complaint.ts'
import type { StepContext } from '../context.ts'
import type { Event } from '../event.ts'
import { dueExtendedBy } from '../extending.ts'
import { noFutureOf, utc } from './guard.ts'

/** The customer was told that it takes longer: when, how, and until which date. From now on the longer limit binds. */
export const TellExtension = z.strictObject({
  step: z.literal('tellExtension'),
  toldAt: z.iso.datetime(),
  mode: z.string(),
  toldDate: z.iso.date(),
})

export const tellExtensionFields: readonly Field[] = [
  when('toldAt', true),
  choice('mode', 'contactMode', true),
  day('toldDate', true),
]

export function tellExtension(
  complaint: Complaint,
  { toldAt, mode, toldDate }: z.infer<typeof TellExtension>,
  context: StepContext,
): Event[] {
  const { at, by, now, rulebook } = context
  const { extensionAsked } = complaint
  if (!extensionAsked?.granted) throw new Refusal('nothing-asked')
  noFutureOf(toldAt, context)
  if (Temporal.Instant.from(toldAt).epochMilliseconds < minuteOf(extensionAsked.granted.at))
    throw new Refusal('before-granting')
  knownCode('contactMode', mode, context)
  const due = dueExtendedBy(complaint, extensionAsked.extraDays, context)
  if (!due) throw new Refusal('no-clock')
  const zone = rulebook.pack.calendar.timeZone
  const dayOf = (instant: Temporal.Instant) => instant.toZonedDateTimeISO(zone).toPlainDate().toString()
  if (toldDate > dayOf(due)) throw new Refusal('date-beyond-limit')
  if (toldDate < dayOf(now)) throw new Refusal('must-be-later', { field: 'toldDate' })
  return [{ type: 'extended', at, by, due: isoOf(due), toldAt: utc(toldAt), mode, toldDate }]
}

/** A time picked in a form has no seconds. */
function minuteOf(time: string): number {
  return Math.floor(Temporal.Instant.from(time).epochMilliseconds / 60_000) * 60_000
}
