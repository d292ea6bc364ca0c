import type { ClockCode, Limit } from '../../policy/pack.ts'
import { createAmounts } from '../amounts.ts'

export const amounts = createAmounts('en-GB', 'less than a minute')

/** How labels, asides and lists inside an aside are set. */
export const forms = {
  pair: (label: string, value: string) => `${label}: ${value}`,
  aside: (words: string) => ` (${words})`,
  join: (words: readonly string[]) => words.join(', '),
}

export const clocks: Record<ClockCode, string> = {
  log: 'log it',
  triage: 'accept and set level',
  dispatch: 'dispatch',
  take: 'take over',
  contact: 'first contact',
  reportUp: 'report up',
  group: 'emergency group',
  investigate: 'investigate',
  propose: 'propose a solution',
  approve: 'approve',
  reply: 'reply',
  followUp: 'follow-up call',
  close: 'close',
  overall: 'reply, overall limit',
  statutory: 'statutory limit',
}

/** A limit in words: `2 working hours`, `15 calendar days`. */
export function limit(given: Limit): string {
  if ('workingDays' in given) return amounts.plural(given.workingDays, 'working day', 'working days')
  if ('calendarDays' in given) return amounts.plural(given.calendarDays, 'calendar day', 'calendar days')
  if ('workingSeconds' in given) return `${amounts.hours(given.workingSeconds)} of working time`
  return `${amounts.hours(given.elapsedSeconds)}, day and night`
}

export const time = {
  left: (length: string) => `${length} left`,
  over: (length: string) => `${length} overdue`,
}

/** The lines of the sum that proves a due time. */
export const proof = {
  rule: (clock: string, level: string, given: string, version: string) =>
    `${clock}: ${given} at ${level}, policy pack ${version}`,
  start: (at: string, given: string) => `from ${at}, ${given}`,
  moved: (to: string) => `outside open hours, counted from ${to}`,
  pause: (from: string, until: string, reasons: string) =>
    `paused from ${from} until ${until}${reasons ? `: ${reasons}` : ''}`,
  pauseDays: (days: number) => `+${amounts.plural(days, 'calendar day', 'calendar days')} for the pause`,
  stillPaused: 'now',
  day: (date: string, hours: string, counted: string, total: string) =>
    `${date}, open ${hours}: ${counted}, in all ${total}`,
  dayPaused: (length: string) => `paused ${length} of it`,
  workingDay: (date: string, number: number) =>
    number === 0 ? `${date}: day of the start` : `${date}: working day ${number}`,
  makeUp: 'make-up workday',
  closed: (dates: string, why: string) => `${dates}: closed, ${why}`,
  weekend: 'not a working day of the week',
  holiday: 'public holiday',
  skipped: 'date skipped by the time zone',
  notice: (notice: string) => `notice ${notice}`,
  extended: (length: string) => `+${length} of working time for the pauses`,
  calendarDays: (from: string, to: string, days: number) =>
    `${from} is day 0; day ${days} is ${to}, until 23:59:59`,
  elapsed: (from: string, until: string, length: string) => `${from} to ${until}: ${length}`,
  elided: (lines: number) => `… ${amounts.plural(lines, 'line', 'lines')} in between left out`,
  elidedSum: (lines: number, sum: string) =>
    `… ${amounts.plural(lines, 'line', 'lines')} in between left out, ${sum} counted in them`,
  provisional: (years: string) => `provisional: the official holidays of ${years} are not announced yet`,
  paused: (since: string, left: string) => `paused since ${since}, ${left} remaining`,
  due: (at: string) => `due ${at}`,
  capped: (at: string) => `held back to ${at}, so that the statutory limit stays safe`,
  lifted: (at: string) => `moved to ${at}: a raised level leaves some time, nothing is overdue at once`,
  done: (clock: string, at: string) => `${clock}: done ${at}`,
  title: (number: string) => `Due times of ${number} and how they are counted`,
  finished: 'Finished',
  cut: (more: number) => `${amounts.plural(more, 'further clock is', 'further clocks are')} not shown here.`,
  none: 'No clock is running.',
  zone: (timeZone: string) => `All times are those of ${timeZone}.`,
}
