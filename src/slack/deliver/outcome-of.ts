import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api'
import type { Outcome } from '../../matter/outcome.ts'

/** Slack broke over this call: it may or may not have done what was asked. Perhaps the call is what breaks it. */
const broken = ['internal_error', 'fatal_error']

/** Slack's own troubles: it will answer better soon. */
const passing = ['service_unavailable', 'request_timeout', 'team_added_to_org', 'accesslimited']

/** An operator can put these right (token, scopes, the app's place in the organisation), so nothing is given up. */
const forOperator = [
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'missing_scope',
  'no_permission',
  'not_allowed_token_type',
  'org_login_required',
  'ekm_access_denied',
  'team_access_not_granted',
  'two_factor_setup_required',
]

const limited = ['ratelimited', 'rate_limited', 'message_limit_exceeded']

const operatorSeconds = 60
const mostSeconds = 300

/**
 * What becomes of an effect whose call to Slack failed. Where it is not the effect's fault it waits as long as it takes: as long
 * as Slack says, a minute for an operator, else 2, 4, 8 … seconds. Where Slack broke over it, it is tried again and counted;
 * never where Slack will always say no. Undefined for an error that is not Slack's: then it is ours.
 */
export function outcomeOf(error: unknown, attempts: number): Outcome | undefined {
  const seconds = backoff(attempts)
  if (error instanceof WebAPIRateLimitedError) return wait(error.retryAfter, 'rate limited')
  if (error instanceof WebAPIRequestError) return wait(seconds, 'no answer')
  if (error instanceof WebAPIHTTPError) return wait(seconds, `HTTP ${error.statusCode}`)
  if (!(error instanceof WebAPIPlatformError)) return undefined
  const code = error.data.error
  if (limited.includes(code)) return wait(Math.max(seconds, 30), code)
  if (passing.includes(code)) return wait(seconds, code)
  if (forOperator.includes(code)) return wait(operatorSeconds, code)
  return broken.includes(code) ? { kind: 'later', seconds, error: code } : { kind: 'never', error: code }
}

/** The error code with which Slack said no; undefined for any other failure. */
export function slackCode(error: unknown): string | undefined {
  return error instanceof WebAPIPlatformError ? error.data.error : undefined
}

/**
 * Runs a call and answers with the code of Slack's "no" where that is one of those expected; undefined when it was done.
 * Everything else is thrown on.
 */
export async function refusedWith(
  call: Promise<unknown>,
  expected: readonly string[],
): Promise<string | undefined> {
  try {
    await call
    return undefined
  } catch (error) {
    const code = slackCode(error)
    if (code !== undefined && expected.includes(code)) return code
    throw error
  }
}

function wait(seconds: number, error: string): Outcome {
  return { kind: 'wait', seconds, error }
}

function backoff(attempts: number): number {
  return Math.min(2 ** attempts, mostSeconds)
}
