import type { Ephemerals } from './ephemerals.ts'
import { flagAt, listOf, textAt, type Json } from './json.ts'
import { messageRefusal } from './message-limits.ts'
import type { Stamps } from './stamps.ts'
import type { State } from './state.ts'

/** What the gesture that gave the URL was about. */
export type ResponseOrigin = {
  readonly userId: string
  readonly channel: string
  readonly messageTs?: string
  readonly isEphemeral?: boolean
}

export type ResponseAnswer = { readonly status: number; readonly body: Json }

export type ResponseUrls = {
  /** A path for a new response URL, below the gate's origin. */
  readonly issue: (origin: ResponseOrigin) => string
  readonly answer: (path: string, body: Json) => Promise<ResponseAnswer>
  readonly reset: () => void
}

const uses = 5
const lifeMilliseconds = 30 * 60_000

/** Response URLs, good for five answers within thirty minutes of the workspace's clock. */
export function createResponseUrls(parts: {
  readonly now: () => Temporal.Instant
  readonly state: State
  readonly stamps: Stamps
  readonly ephemerals: Ephemerals
}): ResponseUrls {
  const issued = new Map<string, { readonly origin: ResponseOrigin; readonly at: number; left: number }>()
  let count = 0

  async function answer(path: string, body: Json): Promise<ResponseAnswer> {
    const url = issued.get(path)
    if (!url || parts.now().epochMilliseconds - url.at > lifeMilliseconds) return refusal(404, 'expired_url')
    if (url.left === 0) return refusal(404, 'used_url')
    if (flagAt(body, 'delete_original')) await removeOriginal(url.origin)
    else {
      const refused = messageRefusal(body)
      if (refused) return { status: 400, body: refused }
      await place(url.origin, body)
    }
    url.left -= 1
    return { status: 200, body: { ok: true } }
  }

  async function removeOriginal(origin: ResponseOrigin): Promise<void> {
    if (!origin.messageTs) return
    if (origin.isEphemeral) return parts.ephemerals.remove(origin.messageTs)
    await parts.state.call('chat.delete', { channel: origin.channel, ts: origin.messageTs }, 'reader')
  }

  async function place(origin: ResponseOrigin, body: Json): Promise<void> {
    const content = { text: textAt(body, 'text') ?? '', blocks: listOf(body['blocks']) }
    if (flagAt(body, 'replace_original') && origin.messageTs) {
      if (origin.isEphemeral) return parts.ephemerals.replace(origin.messageTs, content)
      await parts.state.call(
        'chat.update',
        { channel: origin.channel, ts: origin.messageTs, ...content },
        'reader',
      )
      return
    }
    if (body['response_type'] === 'in_channel') {
      await parts.state.call('chat.postMessage', { channel: origin.channel, ...content }, 'reader')
      return
    }
    parts.ephemerals.add({
      ...content,
      ts: parts.stamps.next(),
      channel: origin.channel,
      userId: origin.userId,
      by: 'response_url',
    })
  }

  return {
    issue(origin) {
      count += 1
      const path = `/commands/${count}`
      issued.set(path, { origin, at: parts.now().epochMilliseconds, left: uses })
      return path
    },
    answer,
    reset: () => issued.clear(),
  }
}

function refusal(status: number, error: string): ResponseAnswer {
  return { status, body: { ok: false, error } }
}
