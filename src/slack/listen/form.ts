import type { ModalView } from '@slack/types'
import type { MatterKind } from '../../matter/effect.ts'
import type { Field } from '../../matter/field.ts'
import { Refusal } from '../../matter/refusal.ts'
import { textFor } from '../../text/text.ts'
import { type Metadata, readMetadata } from '../form/metadata.ts'
import type { PreparedStep, Seen } from '../face/face.ts'
import { refusalField } from '../form/problems.ts'
import { faceOf } from '../matter-faces.ts'
import { message, section } from '../view/blocks.ts'
import { refusalText } from '../view/refusal.ts'
import { explained } from './explained.ts'
import { submitFiling } from './file.ts'
import { languageFor, strangerMessage } from './guarded.ts'
import { type Asker, type Listening, askerOf } from './house.ts'
import { viewHouse } from '../view-house.ts'
import { messageModal } from './message-modal.ts'
import { submitReveal } from './reveal.ts'
import { knownOf, scrubValues } from './scrub-values.ts'
import { type Submission, type ViewArgs, readAnswers, submissionOf } from './submission.ts'
import { anonymous, noteTrouble } from './trouble.ts'

/**
 * Every form that is sent, by its `form:<matter>:<step>`. It is acknowledged once what it asks for is committed; until then
 * it stays open with what was typed, and says under a field or on top of itself why.
 */
export async function formSubmission(house: Listening, args: ViewArgs): Promise<void> {
  const submission = submissionOf(args)
  const metadata = readMetadata(submission.metadata)
  try {
    const asker = await askerOf(house, submission.slackUser)
    if (!asker) return await submission.explain(await strangerMessage(house, submission.slackUser))
    if (!metadata) throw new Refusal('not-now')
    await submitAs(house, submission, asker, metadata)
  } catch (error) {
    await answerFailure(house, submission, metadata, error)
  }
}

async function submitAs(
  house: Listening,
  submission: Submission,
  asker: Asker,
  metadata: Metadata,
): Promise<void> {
  const { matter, step } = metadata
  if (step === 'file') return submitFiling(house, submission, asker, metadata)
  if (step === 'reveal') return submitReveal(house, submission, asker, metadata)
  const fields = faceOf(matter).forms[step]
  if (!fields) throw new Refusal('not-now')
  await submitStep(house, submission, asker, { ...metadata, fields })
}

async function submitStep(
  house: Listening,
  submission: Submission,
  asker: Asker,
  { fields, form, matter, ...asked }: Metadata & { readonly fields: readonly Field[] },
): Promise<void> {
  const prepared = await faceOf(matter).prepare(house, asker.person, asked)
  const answers = await readAnswers(house, fields, submission.state)
  if (answers.problems.length > 0) return submission.complain(answers.problems, asker)
  const { values } = scrubValues(fields, answers.values, await knownOf(house, prepared.cases))
  const taking = prepared.read(values, form)
  if ('problems' in taking) return submission.complain(taking.problems, asker)
  await taking.take(house.handle, { kind: 'person', id: asker.person }, form)
  if (!prepared.seen) {
    const begun = { matter, id: taking.id, inner: taking.begun?.(), prepared }
    return submission.become(await begunModal(house, asker, begun))
  }
  await submission.close()
  await redrawOrigin(house, form)
}

/** What a form has begun stands in its place: that it is done, and the card of now. */
async function begunModal(
  house: Listening,
  asker: Asker,
  {
    matter,
    id,
    inner,
    prepared,
  }: {
    readonly matter: MatterKind
    readonly id: string
    readonly inner: string | undefined
    readonly prepared: PreparedStep
  },
): Promise<ModalView> {
  const done = prepared.done(asker.reader.language)
  const seen = await faceOf(matter).see(house, id)
  if (!seen?.maySee(asker.person, inner)) return messageModal(message(done, [section(`✅ ${done}`)]))
  const card = await seen.card(asker.reader, inner)
  return messageModal(
    message(`${seen.number}: ${done}`, [section(`✅ ${done}`), ...card.blocks]),
    seen.number,
  )
}

/** The place where the form was opened shows the state of now; what keeps it from doing so is no failure of the step. */
async function redrawOrigin({ origins, log }: Listening, form: string): Promise<void> {
  try {
    await origins.take(form)?.()
  } catch (error) {
    log.warn(anonymous(error), 'the place where a form was opened could not be drawn anew')
  }
}

async function answerFailure(
  house: Listening,
  submission: Submission,
  metadata: Metadata | undefined,
  error: unknown,
): Promise<void> {
  if (error instanceof Refusal) return answerRefusal(house, submission, metadata, error)
  const language = await languageFor(house, submission.slackUser)
  const reference = noteTrouble(house.log, error, submission.name)
  await submission.complainOf(undefined, textFor(language).trouble.nothingSaved(reference))
}

/** Under the field that it belongs to; else on top of the form, with the card of now where the state has moved on. */
async function answerRefusal(
  house: Listening,
  submission: Submission,
  metadata: Metadata | undefined,
  refusal: Refusal,
): Promise<void> {
  try {
    const asker = await askerOf(house, submission.slackUser)
    if (!asker) return await submission.explain(await strangerMessage(house, submission.slackUser))
    const view = await viewHouse(house)
    const field = metadata && refusalField(metadata.step, refusal, asker.person)
    if (field !== undefined)
      return await submission.complainOf(field, refusalText(refusal, undefined, asker.reader, view))
    const seen = refusal.code === 'not-now' ? await seenIn(house, asker, metadata) : undefined
    await submission.explain(await explained(house, refusal, seen, asker.reader))
  } catch (error) {
    const reference = noteTrouble(house.log, error, submission.name)
    await submission.complainOf(
      undefined,
      textFor(await languageFor(house, submission.slackUser)).trouble.nothingSaved(reference),
    )
  }
}

/** The matter that the form is about, where there is one that the asker may see. */
async function seenIn(
  house: Listening,
  asker: Asker,
  metadata: Metadata | undefined,
): Promise<Seen | undefined> {
  if (!metadata) return undefined
  const seen = await faceOf(metadata.matter).see(house, metadata.id)
  return seen?.maySee(asker.person) ? seen : undefined
}
