import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import { formErrors } from '../form/problems.ts'
import { type Answers, type FieldProblem, readForm } from '../form/read.ts'
import type { Field } from '../../matter/field.ts'
import type { Message } from '../view/blocks.ts'
import type { Asker, Listening } from './house.ts'
import { messageModal } from './message-modal.ts'

export type ViewArgs = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs

/** A form that was sent, and the ways to answer it. Each answer acknowledges it; only one is given. */
export interface Submission {
  readonly slackUser: string
  readonly viewId: string
  /** For the log: which form. */
  readonly name: string
  readonly metadata: string
  readonly state: unknown
  /** The form closes. */
  readonly close: () => Promise<void>
  /** Under the fields; what was typed stays. */
  readonly complain: (problems: readonly FieldProblem[], asker: Asker) => Promise<void>
  /** One sentence under a field, under the first where the view has no such field; what was typed stays. */
  readonly complainOf: (field: string | undefined, sentence: string) => Promise<void>
  /** On top of the form, which keeps what was typed; where three modals lie on each other already, under its first field. */
  readonly explain: (message: Message) => Promise<void>
  /** In the place of the form. */
  readonly become: (view: ModalView) => Promise<void>
}

export function submissionOf({ ack, body, view }: ViewArgs): Submission {
  const shown = view.blocks.flatMap((block) =>
    block.type === 'input' && block.block_id !== undefined ? [block.block_id] : [],
  )
  const complainOf = (field: string | undefined, sentence: string) => {
    const block = field !== undefined && shown.includes(field) ? field : (shown[0] ?? '')
    return ack({ response_action: 'errors', errors: { [block]: sentence } })
  }
  return {
    slackUser: body.user.id,
    viewId: view.id,
    name: view.callback_id,
    metadata: view.private_metadata,
    state: view.state.values,
    close: () => ack(),
    complain: (problems, { reader }) =>
      ack({ response_action: 'errors', errors: formErrors(problems, shown, reader.language) }),
    complainOf,
    explain: (message) =>
      isThird(view)
        ? complainOf(undefined, message.text)
        : ack({ response_action: 'push', view: messageModal(message) }),
    become: (next) => ack({ response_action: 'update', view: next }),
  }
}

/** Slack lets no more than three modals lie on each other. */
function isThird({ previous_view_id: previous, root_view_id: root }: ViewArgs['view']): boolean {
  return previous !== null && previous !== undefined && previous !== root
}

/** Reads the answers; people picked are looked up first, for the reading itself asks nobody. */
export async function readAnswers(
  { directory }: Listening,
  fields: readonly Field[],
  state: unknown,
): Promise<Answers> {
  const picked = pickedUsers(state)
  const found = await Promise.all(
    picked.map(async (user) => [user, (await directory.byUser(user))?.person] as const),
  )
  const people = new Map(found)
  return readForm(fields, state, { personOf: (user) => people.get(user) })
}

function pickedUsers(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  const own = Object.entries(value).flatMap(([key, inner]) => {
    if (key === 'selected_user' && typeof inner === 'string') return [inner]
    if (key === 'selected_users' && Array.isArray(inner))
      return inner.filter((user) => typeof user === 'string')
    return pickedUsers(inner)
  })
  return [...new Set(own)]
}
