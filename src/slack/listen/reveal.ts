import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { textFor } from '../../text/text.ts'
import { personalFields } from '../../vault/personal-field.ts'
import type { Metadata } from '../form/metadata.ts'
import { schemaProblems } from '../form/problems.ts'
import { revealFields, revealModal } from '../form/reveal.ts'
import { hiddenMessage, revealedMessage } from '../view/revealed.ts'
import { openCase } from './cases.ts'
import { type ActionArgs, actionGesture } from './gesture.ts'
import { guarded } from './guarded.ts'
import type { Asker, Listening } from './house.ts'
import { messageModal } from './message-modal.ts'
import { openWhenReady } from './open-when-ready.ts'
import { scrubValues } from './scrub-values.ts'
import { type Submission, readAnswers } from './submission.ts'
import { anonymous } from './trouble.ts'
import { valueOf } from './value-of.ts'

/** The button in front of the clear data: asks which value and why. Whoever may not is refused when the form is sent. */
export async function revealButton(house: Listening, args: ActionArgs): Promise<void> {
  const gesture = actionGesture(args)
  await guarded(house, gesture, (asker) =>
    openWhenReady(house, gesture, asker, async () => {
      const { complaint, view } = await openCase(house, asker, valueOf(args.action))
      return { modal: revealModal(randomUUID(), complaint, asker.reader, view) }
    }),
  )
}

const Asked = z.object({
  field: z.enum(personalFields),
  reason: z.string(),
  remark: z.string().exactOptional(),
})

/**
 * Shows one value in the place of the form. A modal, not a message: Slack keeps no modal, so nothing of it stays in the
 * history of a conversation, and it is hidden again after the pack's seconds while it is still open. Logged before it is read.
 */
export async function submitReveal(
  house: Listening,
  submission: Submission,
  asker: Asker,
  { id }: Metadata,
): Promise<void> {
  const { complaint, view } = await openCase(house, asker, id)
  const fields = revealFields(complaint)
  const answers = await readAnswers(house, fields, submission.state)
  if (answers.problems.length > 0) return submission.complain(answers.problems, asker)
  const asked = Asked.safeParse(scrubValues(fields, answers.values, []).values)
  if (!asked.success) return submission.complain(schemaProblems(asked.error), asker)

  const { field } = asked.data
  const value = await house.reveal({ caseId: id, by: asker.person, ...asked.data })
  const { language } = asker.reader
  const seconds = view.rulebook.pack.reveal.showSeconds
  const title = textFor(language).revealed.formTitle
  await submission.become(
    messageModal(revealedMessage({ field, value, number: complaint.number, seconds }, language), title),
  )
  house.after(
    seconds,
    () => void hide(house, submission.viewId, messageModal(hiddenMessage(language), title)),
  )
}

/** The modal may have been closed long ago; then there is nothing to hide. */
async function hide(
  { client, log }: Listening,
  viewId: string,
  view: ReturnType<typeof messageModal>,
): Promise<void> {
  try {
    await client.views.update({ view_id: viewId, view })
  } catch (error) {
    log.debug(anonymous(error), 'a revealed value was already gone from the screen')
  }
}
