/** A time as somebody types it, such as `9:30`, `0930` or `９：30`, as `09:30`; nothing where it is no time of day. */
export function readTime(typed: string): string | undefined {
  const [, hour, minute] = /^(\d{1,2})[:.]?(\d{2})$/.exec(typed.normalize('NFKC').trim()) ?? []
  if (hour === undefined || minute === undefined || Number(hour) > 23 || Number(minute) > 59) return undefined
  return `${hour.padStart(2, '0')}:${minute}`
}
