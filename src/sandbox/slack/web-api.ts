import { refuse, type ApiContext, type Handler } from './api-context.ts'
import { chatApi } from './chat-api.ts'
import { conversationsApi, forwardToEmulator } from './conversations-api.ts'
import type { Json } from './json.ts'
import { methods } from './methods.ts'
import { usersApi } from './users-api.ts'
import { viewsApi } from './views-api.ts'

/** Answers any Web API method as the workspace stands, with the bot's scopes. Never answers with an HTTP error. */
export function createWebApi(context: ApiContext): (method: string, args: Json) => Promise<Json> {
  const own: Readonly<Record<string, Handler>> = {
    'api.test': (args) => ({ ok: true, args }),
    ...usersApi(context),
    ...conversationsApi(context),
    ...chatApi(context),
    ...viewsApi(context),
  }

  return async function answerMethod(method, args) {
    const facts = methods[method]
    if (!facts) return refuse('unknown_method', { req_method: method })
    const missing = (facts.scopes ?? []).filter((scope) => !context.scopes.includes(scope))
    if (missing.length > 0) {
      return refuse('missing_scope', { needed: missing.join(','), provided: context.scopes.join(',') })
    }
    const handler = own[method]
    return handler ? handler(args) : forwardToEmulator(context.state, method, args)
  }
}
