import { Command } from '../../complaint/command.ts'
import { forms } from '../../complaint/form.ts'
import { type StepName, stepNames } from '../../complaint/lifecycle.ts'
import { EmergencyCommand } from '../../emergency/command.ts'
import { emergencyForms } from '../../emergency/form.ts'
import { type EmergencyStep, emergencySteps } from '../../emergency/lifecycle.ts'
import { Refusal } from '../../matter/refusal.ts'
import { textFor } from '../../text/text.ts'
import { type Metadata, readMetadata } from '../form/metadata.ts'
import { refusalField, schemaProblems } from '../form/problems.ts'
import { refusalMessage, refusalText } from '../view/refusal.ts'
import { type Case, openCase, openEmergency } from './cases.ts'
import { submitFiling } from './file.ts'
import { languageFor, strangerMessage } from './guarded.ts'
import { type Asker, type Listening, askerOf } from './house.ts'
import { viewHouse } from '../view-house.ts'
import { submitReveal } from './reveal.ts'
import { knownOf, scrubValues } from './scrub-values.ts'
import { explain } from './step.ts'
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
  const ofComplaint = stepNames.find((each) => each === step)
  const ofEmergency = emergencySteps.find((each) => each === step)
  if (matter === 'complaint' && ofComplaint)
    await submitStep(house, submission, asker, { ...metadata, step: ofComplaint })
  else if (matter === 'emergency' && ofEmergency)
    await submitEmergencyStep(house, submission, asker, { ...metadata, step: ofEmergency })
  else throw new Refusal('not-now')
}

async function submitStep(
  house: Listening,
  submission: Submission,
  asker: Asker,
  { id, step, form }: Metadata & { step: StepName },
): Promise<void> {
  await openCase(house, asker, id)
  const answers = await readAnswers(house, forms[step], submission.state)
  if (answers.problems.length > 0) return submission.complain(answers.problems, asker)
  const { values } = scrubValues(forms[step], answers.values, await knownOf(house, [id]))
  const command = Command.safeParse({ step, ...values })
  if (!command.success) return submission.complain(schemaProblems(command.error), asker)
  await house.handle('complaint', id, command.data, { kind: 'person', id: asker.person }, { form })
  await submission.close()
  await redrawOrigin(house, form)
}

async function submitEmergencyStep(
  house: Listening,
  submission: Submission,
  asker: Asker,
  { id, step, form }: Metadata & { step: EmergencyStep },
): Promise<void> {
  const { emergency } = await openEmergency(house, asker, id)
  const answers = await readAnswers(house, emergencyForms[step], submission.state)
  if (answers.problems.length > 0) return submission.complain(answers.problems, asker)
  const known = await knownOf(
    house,
    emergency.complaints.map((complaint) => complaint.id),
  )
  const { values } = scrubValues(emergencyForms[step], answers.values, known)
  const command = EmergencyCommand.safeParse({ step, ...values })
  if (!command.success) return submission.complain(schemaProblems(command.error), asker)
  await house.handle('emergency', id, command.data, { kind: 'person', id: asker.person }, { form })
  await submission.close()
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
    const found = refusal.code === 'not-now' ? await caseOf(house, asker, metadata) : undefined
    await submission.explain(
      found
        ? await explain(house, asker, found, 'not-now')
        : refusalMessage(refusal, undefined, asker.reader, view),
    )
  } catch (error) {
    const reference = noteTrouble(house.log, error, submission.name)
    await submission.complainOf(
      undefined,
      textFor(await languageFor(house, submission.slackUser)).trouble.nothingSaved(reference),
    )
  }
}

/** The complaint that the form is about, where there is one that the asker may see. */
async function caseOf(
  house: Listening,
  asker: Asker,
  metadata: Metadata | undefined,
): Promise<Case | undefined> {
  if (metadata?.matter !== 'complaint') return undefined
  try {
    return await openCase(house, asker, metadata.id)
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}
