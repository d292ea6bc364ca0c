import { createHmac } from 'node:crypto'
import { parseJson } from './json.ts'

/** What came back from the bot for one gesture. */
export type Ack = {
  /** Answered with 200, in time, and with something Slack can use. */
  readonly ok: boolean
  /** HTTP status; 0 when no answer came. */
  readonly status: number
  /** The answer as JSON where it is JSON, else as text. */
  readonly body: unknown
  /** Milliseconds on the machine's own clock. */
  readonly ms: number
  readonly error?: 'timeout' | 'unreachable' | 'http_error' | 'slack_down' | 'invalid_answer'
  /** Why Slack cannot use the answer. */
  readonly detail?: string
}

export type SignedRequest = {
  readonly contentType: string
  readonly body: string
  readonly headers?: Readonly<Record<string, string>>
}

export type Signing = {
  readonly secret: string
  /** How old the request claims to be; Slack's is 0. Receivers refuse more than five minutes. */
  readonly ageSeconds: number
}

/** Sends one request signed as Slack signs (v0, HMAC-SHA256 over timestamp and raw body) and waits for the answer. */
export async function postSigned(
  url: string,
  request: SignedRequest,
  options: { readonly signing: Signing; readonly timeoutMs: number },
): Promise<Ack> {
  const timestamp = Math.floor(Date.now() / 1000) - options.signing.ageSeconds
  const digest = createHmac('sha256', options.signing.secret)
    .update(`v0:${timestamp}:${request.body}`)
    .digest('hex')
  const started = performance.now()
  const spent = () => Math.round(performance.now() - started)
  try {
    const answer = await fetch(url, {
      method: 'POST',
      body: request.body,
      signal: AbortSignal.timeout(options.timeoutMs),
      headers: {
        'content-type': request.contentType,
        'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
        'x-slack-request-timestamp': String(timestamp),
        'x-slack-signature': `v0=${digest}`,
        ...request.headers,
      },
    })
    const text = await answer.text()
    const body = parseJson(text) ?? text
    if (answer.status === 200) return { ok: true, status: 200, body, ms: spent() }
    return { ok: false, status: answer.status, body, ms: spent(), error: 'http_error' }
  } catch (error) {
    const isTimeout = error instanceof Error && error.name === 'TimeoutError'
    return { ok: false, status: 0, body: '', ms: spent(), error: isTimeout ? 'timeout' : 'unreachable' }
  }
}

/** A request as slash commands send it: form fields. */
export function formRequest(fields: Readonly<Record<string, string>>): SignedRequest {
  return { contentType: 'application/x-www-form-urlencoded', body: new URLSearchParams(fields).toString() }
}

/** A request as interactions send it: one form field `payload` that holds JSON. */
export function interactionRequest(payload: object): SignedRequest {
  return formRequest({ payload: JSON.stringify(payload) })
}

/** A request as the Events API sends it: JSON. `retry` is the number of the repetition, from 1. */
export function eventRequest(body: object, retry?: number): SignedRequest {
  const headers: Readonly<Record<string, string>> =
    retry === undefined ? {} : { 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': 'http_timeout' }
  return { contentType: 'application/json', body: JSON.stringify(body), headers }
}
