import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocketEnd, acceptWebSocket } from './web-socket.ts'

export interface Envelope {
  readonly type: 'slash_commands' | 'interactive' | 'events_api'
  readonly payload: unknown
}

/** The bot's sockets, and the envelopes that wait for its acknowledgement. */
export interface SocketLine {
  /** Takes a socket of the bot's, and greets it. */
  readonly open: (request: IncomingMessage, stream: Duplex) => void
  /** Sends an envelope through the newest open socket; resolves with what the acknowledgement carries. Throws without a socket. */
  readonly send: (envelope: Envelope) => Promise<unknown>
  readonly sockets: () => { readonly opened: number; readonly open: number }
  /** The types of the envelopes that were acknowledged, in order. */
  readonly acknowledged: () => readonly string[]
  /** Resolves with the next socket that the bot opens. */
  readonly nextSocket: () => Promise<void>
  /** Tells the bot, as Slack does every few hours, that its socket ends; resolves when the bot has closed it. */
  readonly renew: (reason: 'warning' | 'refresh_requested') => Promise<void>
  /** Resolves when the bot has closed its newest socket. */
  readonly closed: () => Promise<void>
  readonly drop: () => void
}

export function createSocketLine(): SocketLine {
  const open = new Set<WebSocketEnd>()
  const waiting = new Map<string, (payload: unknown) => void>()
  const acknowledged: string[] = []
  let opened = 0
  let next = Promise.withResolvers<void>()

  function hear(said: string): void {
    const { envelope_id: id, payload } = JSON.parse(said) as { envelope_id: string; payload?: unknown }
    waiting.get(id)?.(payload)
    waiting.delete(id)
  }

  function newest(): WebSocketEnd {
    const end = [...open].at(-1)
    if (!end) throw new Error('The bot has no socket open, so Slack cannot tell it anything.')
    return end
  }

  return {
    open(request, stream) {
      const end = acceptWebSocket(request, stream, hear)
      open.add(end)
      void end.closed.then(() => open.delete(end))
      opened += 1
      end.send(JSON.stringify({ type: 'hello', num_connections: open.size }))
      next.resolve()
      next = Promise.withResolvers()
    },
    async send({ type, payload }) {
      const answer = Promise.withResolvers<unknown>()
      const id = randomUUID()
      const said = { envelope_id: id, type, payload, accepts_response_payload: type !== 'events_api' }
      newest().send(JSON.stringify(said))
      waiting.set(id, answer.resolve)
      const carried = await answer.promise
      acknowledged.push(type)
      return carried
    },
    sockets: () => ({ opened, open: open.size }),
    acknowledged: () => acknowledged,
    nextSocket: () => next.promise,
    async renew(reason) {
      const end = newest()
      end.send(JSON.stringify({ type: 'disconnect', reason }))
      await end.closed
    },
    closed: () => newest().closed,
    drop: () => open.forEach((end) => end.drop()),
  }
}
