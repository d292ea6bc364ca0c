import { getRequestListener } from '@hono/node-server'
import { Hono, type MiddlewareHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Sandbox } from '../sandbox.ts'
import type { Handler } from '../slack/gate.ts'
import { createApi } from './api.ts'
import type { PageFiles } from './build-page.ts'

/** The page loads nothing from elsewhere, runs no script but its own, and stands in nobody's frame. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Names under which this machine speaks to itself. */
const thisMachine = ['127.0.0.1', 'localhost', '[::1]']

/** The page's files and its API below `/sandbox`, for this machine only: whatever came by another name or from another site is refused. */
export function createPageServer(sandbox: Sandbox, files: PageFiles): Hono {
  const app = new Hono()
  app.use(onlyThisMachine)
  app.use('/sandbox/*', async (_c, next) => {
    await sandbox.ready()
    return next()
  })
  app.route('/sandbox', createApi(sandbox))
  app.get('*', (c) => {
    const file = files.get(c.req.path)
    if (!file) return c.text(nothingAt(c.req.path), 404)
    const headers: Record<string, string> = {
      'content-type': file.type,
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    }
    if (file.type.startsWith('text/html')) headers['cache-control'] = 'no-store'
    return c.body(new Uint8Array(file.body), 200, headers)
  })
  app.notFound((c) => c.text(nothingAt(c.req.path), 404))
  app.onError((error, c) =>
    error instanceof HTTPException ? error.getResponse() : c.text(error.message, 500),
  )
  return app
}

/** The same as the gate takes it. */
export function pageHandler(server: Hono): Handler {
  return getRequestListener(server.fetch, { overrideGlobalObjects: false })
}

/**
 * A site elsewhere can point its own name at 127.0.0.1, or send a form here: neither may reach the sandbox. Browsers say by
 * `Host` what they asked for, and by `Origin` from where they post.
 */
const onlyThisMachine: MiddlewareHandler = async (c, next) => {
  const host = c.req.header('host') ?? ''
  if (!thisMachine.includes(hostnameOf(`http://${host}`)))
    return c.text(
      `The sandbox answers only on this machine, and this request asked for "${host}". Open it as http://127.0.0.1 with its port.`,
      403,
    )
  const origin = c.req.header('origin')
  if (c.req.method !== 'GET' && origin !== undefined && origin !== `http://${host}`)
    return c.text(
      `This request comes from "${origin}", and the sandbox takes orders from its own page only.`,
      403,
    )
  return next()
}

function hostnameOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname : ''
}

function nothingAt(path: string): string {
  return `The sandbox has nothing at ${path}. Its page is at /, the page's API below /sandbox/, the Web API of its Slack below /api/.`
}
