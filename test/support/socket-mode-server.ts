import { once } from 'node:events'
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { type Envelope, type SocketLine, createSocketLine } from './socket-line.ts'

/**
 * Socket Mode in front of a sandbox Slack: what people do there reaches the bot as envelopes through a real WebSocket, and
 * what the bot puts into its acknowledgement goes back to them. All but `apps.connections.open` is the sandbox's Web API.
 */
export interface SocketModeServer extends Omit<SocketLine, 'open' | 'send' | 'drop'> {
  /** The Web API's base for SLACK_API_URL, ending in /api/. */
  readonly url: string
  /** The only app token that is let in. */
  readonly appToken: string
  /** Where the sandbox sends gestures, for its `connect`. */
  readonly gesturesUrl: string
  readonly close: () => Promise<void>
}

interface Answer {
  readonly status: number
  readonly body: string
}

const appToken = 'xapp-1-INVENTED-for-tests'

/** Listens on this machine only, on a free port; `sandboxUrl` is the Web API behind. */
export async function createSocketModeServer(sandboxUrl: string): Promise<SocketModeServer> {
  const { open, send, drop, ...seen } = createSocketLine()
  const server = createServer((request, response) => {
    answerTo({ send, sandboxUrl }, request).then(
      (answer) => reply(response, answer),
      (error: unknown) => reply(response, { status: 503, body: String(error) }),
    )
  })
  server.on('upgrade', open).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  return {
    ...seen,
    url: `${origin}/api/`,
    appToken,
    gesturesUrl: `${origin}/gestures`,
    async close() {
      drop()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function reply(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(body)
}

async function answerTo(
  { send, sandboxUrl }: { send: SocketLine['send']; sandboxUrl: string },
  request: IncomingMessage,
): Promise<Answer> {
  const { url = '/', headers } = request
  const body = await text(request)
  if (url === '/gestures') return { status: 200, body: answerOf(await send(envelopeOf(headers, body))) }
  if (url === '/api/apps.connections.open') return { status: 200, body: JSON.stringify(openSocket(headers)) }
  const { authorization = '', 'content-type': type = '' } = headers
  const forwarded = await fetch(new URL(url.slice('/api/'.length), sandboxUrl), {
    method: 'POST',
    headers: { authorization, 'content-type': type },
    body,
  })
  return { status: forwarded.status, body: await forwarded.text() }
}

function openSocket({ authorization, host }: IncomingMessage['headers']): object {
  if (authorization !== `Bearer ${appToken}`) return { ok: false, error: 'invalid_auth' }
  return { ok: true, url: `ws://${host}/link?ticket=invented` }
}

/** The envelope in which Slack puts what it would otherwise have sent as a request. */
function envelopeOf({ 'content-type': type }: IncomingMessage['headers'], body: string): Envelope {
  if (type === 'application/json') return { type: 'events_api', payload: JSON.parse(body) }
  const fields = Object.fromEntries(new URLSearchParams(body))
  if (fields['payload'] === undefined) return { type: 'slash_commands', payload: fields }
  return { type: 'interactive', payload: JSON.parse(fields['payload']) }
}

/** An acknowledgement that carries nothing is the empty answer of a request. */
function answerOf(payload: unknown): string {
  const answer = JSON.stringify(payload ?? {})
  return answer === '{}' ? '' : answer
}
