import { invalidArguments, refuse, type ApiContext, type Handlers } from './api-context.ts'
import { fieldsOf, stateValues } from './form-state.ts'
import { isJson, objectsAt, textAt, type Json } from './json.ts'
import { problemText } from './text-limits.ts'
import type { Trigger } from './triggers.ts'
import { isViewTooLarge, viewProblems } from './view-limits.ts'
import { viewObject, type View, type Views } from './views.ts'

/** views.*: answered by the gate, which knows how modals are closed and what Slack refuses in them. */
export function viewsApi(context: ApiContext): Handlers {
  const { views, triggers, directory } = context

  function withTrigger(args: Json, use: (trigger: Trigger, view: Json) => Json): Json {
    const view = args['view']
    const refused = viewRefusal(views, view, 'modal')
    if (refused || !isJson(view)) return refused ?? refuse('invalid_arguments')
    const trigger = triggers.exchange(
      textAt(args, 'trigger_id') ?? textAt(args, 'interactivity_pointer') ?? '',
    )
    return typeof trigger === 'string' ? refuse(trigger) : use(trigger, view)
  }

  function push(trigger: Trigger, view: Json): Json {
    const from = trigger.viewId
    const isOpen = views.stackOf(trigger.userId).some((each) => each.id === from)
    if (!isOpen) return refuse('view_not_found')
    const pushed = views.push(trigger.userId, view)
    return typeof pushed === 'string' ? refuse(pushed) : answerWith(pushed)
  }

  function update(args: Json): Json {
    const viewId = textAt(args, 'view_id')
    const externalId = textAt(args, 'external_id')
    const found = views.find({ ...(viewId ? { viewId } : {}), ...(externalId ? { externalId } : {}) })
    if (!found) return refuse('not_found')
    const hash = textAt(args, 'hash')
    if (hash && hash !== found.hash) return refuse('hash_conflict')
    const refused = viewRefusal(views, args['view'], kindOf(found), found.id)
    if (refused || !isJson(args['view'])) return refused ?? refuse('invalid_arguments')
    return answerWith(views.update(found.id, args['view']) ?? found)
  }

  function publish(args: Json): Json {
    const userId = textAt(args, 'user_id') ?? ''
    const member = directory.byUserId(userId)
    if (!member) return refuse('user_not_found')
    const refused = viewRefusal(views, args['view'], 'home', views.homeOf(userId)?.id)
    if (refused || !isJson(args['view'])) return refused ?? refuse('invalid_arguments')
    const hash = textAt(args, 'hash')
    if (hash && hash !== views.homeOf(userId)?.hash) return refuse('hash_conflict')
    return answerWith(views.publish(userId, args['view']))
  }

  return {
    'views.open': (args) =>
      withTrigger(args, (trigger, view) => answerWith(views.open(trigger.userId, view))),
    'views.push': (args) => withTrigger(args, push),
    'views.update': update,
    'views.publish': publish,
  }
}

function kindOf(view: View): 'modal' | 'home' {
  return view.content['type'] === 'home' ? 'home' : 'modal'
}

function answerWith(view: View): Json {
  return {
    ok: true,
    view: viewObject(view, stateValues(fieldsOf(objectsAt(view.content, 'blocks')), view.state)),
  }
}

/** Why would Slack not show this view? `itself` is the view it replaces, which may keep its external id. */
export function viewRefusal(
  views: Views,
  view: unknown,
  expected: 'modal' | 'home',
  itself?: string,
): Json | undefined {
  if (isViewTooLarge(view)) return refuse('view_too_large')
  const problems = viewProblems(view, expected)
  if (problems.length > 0) return invalidArguments(problems.map(problemText))
  const externalId = isJson(view) ? textAt(view, 'external_id') : undefined
  const twin = externalId ? views.find({ externalId }) : undefined
  return twin && twin.id !== itself ? refuse('duplicate_external_id') : undefined
}
