import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Fault, Faults } from './faults.ts'
import { isJson, parseJson, textAt, type Json } from './json.ts'
import { messageWarnings } from './message-limits.ts'
import type { RateLimits } from './rate-limits.ts'
import type { ResponseAnswer } from './response-urls.ts'
import type { Traffic } from './traffic.ts'

export type GateParts = {
  readonly botToken: string
  readonly answerMethod: (method: string, args: Json) => Promise<Json>
  readonly answerResponseUrl: (path: string, body: Json) => Promise<ResponseAnswer>
  readonly upload: (path: string, request: { body: Buffer; contentType: string }) => Promise<Response>
  readonly faults: Faults
  readonly rateLimits: RateLimits | undefined
  readonly traffic: Traffic
}

export type Gate = {
  readonly origin: string
  /** From here on requests to Slack are answered by this workspace; while there is none, they wait. */
  readonly serve: (parts: GateParts) => void
  /** The workspace is gone; requests to Slack wait for the next one. */
  readonly rest: () => void
  /** Who answers everything that is not Slack's, whatever fails in Slack. */
  readonly answerElse: (handler: Handler) => void
  readonly close: () => Promise<void>
}

export type Handler = (request: IncomingMessage, response: ServerResponse) => unknown

/** Where Slack's own requests are answered. */
const slackPaths = ['/api/', '/commands/', '/upload/']

/**
 * The HTTP door of the sandbox workspace, on this machine only. Listens at once, on a free port when `port` is 0. It may
 * outlive a workspace and open for the next one. Throws where the port is taken.
 */
export async function openGate(port: number): Promise<Gate> {
  let workspace = Promise.withResolvers<GateParts>()
  let answerOther: Handler = answerNothing
  const server = createServer((request, response) => {
    const path = pathOf(request)
    const answered = slackPaths.some((each) => path.startsWith(each))
      ? workspace.promise.then((parts) => answer(parts, { path, request, response }))
      : Promise.resolve().then(() => answerOther(request, response))
    answered.catch((error: unknown) => fail(response, error))
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    origin: originOf(server),
    serve: (parts) => workspace.resolve(parts),
    rest() {
      workspace = Promise.withResolvers<GateParts>()
    },
    answerElse(handler) {
      answerOther = handler
    },
    close: () => closeServer(server),
  }
}

function pathOf(request: IncomingMessage): string {
  return new URL(request.url ?? '/', 'http://localhost').pathname
}

function answerNothing(request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(404, { 'content-type': 'text/plain' })
  response.end(`The sandbox Slack has nothing at ${pathOf(request)}. Its Web API is below /api/.`)
}

function originOf(server: Server): string {
  const address = server.address()
  if (typeof address === 'object' && address) return `http://127.0.0.1:${address.port}`
  throw new Error(`The sandbox Slack listens on ${String(address)}, which is no port. Give it a port or 0.`)
}

async function closeServer(server: Server): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  server.closeAllConnections()
  await closed
}

function fail(response: ServerResponse, error: unknown): void {
  if (response.headersSent) return void response.destroy()
  response.writeHead(500, { 'content-type': 'text/plain' })
  response.end(`The sandbox Slack broke: ${error instanceof Error ? error.message : String(error)}`)
}

async function answer(
  parts: GateParts,
  {
    path,
    request,
    response,
  }: { readonly path: string; readonly request: IncomingMessage; readonly response: ServerResponse },
): Promise<void> {
  const body = await read(request)
  if (parts.faults.isDown()) return void request.socket.destroy()
  if (path.startsWith('/api/'))
    return answerApi(parts, { method: path.slice('/api/'.length), request, body, response })
  if (path.startsWith('/commands/')) return answerUrl(parts, { path, body, response })
  return passUpload(parts, { path, request, body, response })
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

type ApiCall = {
  readonly method: string
  readonly request: IncomingMessage
  readonly body: Buffer
  readonly response: ServerResponse
}

async function answerApi(parts: GateParts, call: ApiCall): Promise<void> {
  const { method } = call
  const args = argumentsOf(call)
  const fault = parts.faults.take(method, args)
  const note = (status: number, said: unknown) =>
    parts.traffic.note({
      kind: 'api',
      what: method,
      by: 'bot',
      sent: args,
      status,
      answer: said,
      warnings: warningsOf(method, args),
    })
  if (fault && fault.kind !== 'dropAnswer') {
    note(statusOf(fault), { fault })
    return failAsOrdered(call, fault)
  }
  const wait = parts.rateLimits?.secondsToWait(method, textAt(args, 'channel'))
  if (wait !== undefined) {
    note(429, { ok: false, error: 'ratelimited' })
    return sendRateLimited(call.response, wait)
  }
  const said = tokenRefusal(parts.botToken, call) ?? (await parts.answerMethod(method, args))
  note(fault ? 0 : 200, said)
  if (fault) return void call.request.socket.destroy()
  sendJson(call.response, 200, said)
}

function warningsOf(method: string, args: Json): readonly string[] {
  return /^chat\.(post|update)/.test(method) ? messageWarnings(args) : []
}

function statusOf(fault: Fault): number {
  if (fault.kind === '429') return 429
  if (fault.kind === '500') return 500
  return fault.kind === 'error' ? 200 : 0
}

function failAsOrdered(call: ApiCall, fault: Exclude<Fault, { kind: 'dropAnswer' }>): void {
  const { response, request } = call
  switch (fault.kind) {
    case '429':
      return sendRateLimited(response, fault.retryAfter)
    case '500':
      response.writeHead(500, { 'content-type': 'text/html' })
      return void response.end('<h1>Server Error</h1>')
    case 'error':
      return sendJson(response, 200, { ok: false, error: fault.error })
    case 'refuse':
      return void request.socket.destroy()
    case 'hang':
  }
}

function sendRateLimited(response: ServerResponse, seconds: number): void {
  response.setHeader('retry-after', String(seconds))
  sendJson(response, 429, { ok: false, error: 'ratelimited' })
}

function sendJson(response: ServerResponse, status: number, body: Json): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify(body))
}

function tokenRefusal(botToken: string, call: ApiCall): Json | undefined {
  if (call.method === 'api.test') return undefined
  const header = call.request.headers.authorization?.replace(/^Bearer\s+/i, '')
  const token = header ?? textAt(parseArguments(call), 'token')
  if (!token) return { ok: false, error: 'not_authed' }
  return token === botToken ? undefined : { ok: false, error: 'invalid_auth' }
}

/** The arguments of a call, without its token; arguments that carry JSON as text are read. */
function argumentsOf(call: ApiCall): Json {
  const { token: _secret, ...args } = parseArguments(call)
  return args
}

const jsonArguments = ['blocks', 'attachments', 'metadata', 'view', 'files']

function parseArguments(call: ApiCall): Json {
  const query = Object.fromEntries(new URL(call.request.url ?? '/', 'http://localhost').searchParams)
  const text = call.body.toString('utf8')
  const isJsonBody = call.request.headers['content-type']?.includes('application/json') ?? false
  const sent = isJsonBody ? parseJson(text) : Object.fromEntries(new URLSearchParams(text))
  const args = { ...query, ...(isJson(sent) ? sent : {}) }
  return Object.fromEntries(
    Object.entries(args).map(([key, value]) => [
      key,
      jsonArguments.includes(key) && typeof value === 'string' ? (parseJson(value) ?? value) : value,
    ]),
  )
}

async function answerUrl(
  parts: GateParts,
  call: { readonly path: string; readonly body: Buffer; readonly response: ServerResponse },
): Promise<void> {
  const sent = parseJson(call.body.toString('utf8'))
  const body = isJson(sent) ? sent : {}
  const { status, body: said } = await parts.answerResponseUrl(call.path, body)
  parts.traffic.note({
    kind: 'response_url',
    what: call.path,
    by: 'bot',
    sent: body,
    status,
    answer: said,
    warnings: [],
  })
  sendJson(call.response, status, said)
}

async function passUpload(
  parts: GateParts,
  call: {
    readonly path: string
    readonly request: IncomingMessage
    readonly body: Buffer
    readonly response: ServerResponse
  },
): Promise<void> {
  const contentType = call.request.headers['content-type'] ?? 'application/octet-stream'
  const answered = await parts.upload(call.path, { body: call.body, contentType })
  call.response.writeHead(answered.status, { 'content-type': 'text/plain' })
  call.response.end(await answered.text())
}
