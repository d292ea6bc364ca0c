import { instantAt, minutesOf } from './local-time.ts'

/**
 * When may it be said? The instant itself, or the end of the quiet window it falls in, such as `['20:00', '08:30']` of
 * local time. The window may cross midnight; its first minute is quiet, its end is not; equal ends mean no quiet at all.
 */
export function afterQuiet(
  instant: Temporal.Instant,
  [begins, ends]: readonly [string, string],
  timeZone: string,
): Temporal.Instant {
  const local = instant.toZonedDateTimeISO(timeZone)
  const [now, from, until] = [local.hour * 60 + local.minute, minutesOf(begins), minutesOf(ends)]
  const tonight = from > until && now >= from
  const inside = from > until ? tonight || now < until : from <= now && now < until
  if (!inside) return instant
  const endMinutes = tonight ? until + 1440 : until
  const end = instantAt(local.toPlainDate(), endMinutes, timeZone)
  if (Temporal.Instant.compare(end, instant) > 0) return end
  return instantAt(local.toPlainDate(), endMinutes, timeZone, 'later')
}
