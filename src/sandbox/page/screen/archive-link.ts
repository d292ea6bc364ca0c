import type { MouseEvent } from 'react'

/** Follows a link to a message inside the screen, as Slack does, instead of leaving the page. */
export function followArchiveLink(
  event: MouseEvent<HTMLElement>,
  goTo: (place: string, ts?: string) => void,
): void {
  const link = event.target instanceof Element ? event.target.closest('a[href*="/archives/"]') : null
  const [, channel, seconds, rest] =
    link?.getAttribute('href')?.match(/\/archives\/([A-Z0-9]+)(?:\/p(\d{10})(\d{6}))?/) ?? []
  if (channel === undefined) return
  event.preventDefault()
  goTo(channel, seconds === undefined ? undefined : `${seconds}.${rest}`)
}
