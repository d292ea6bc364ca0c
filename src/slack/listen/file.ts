import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { File, fileDetailFields, fileFields } from '../../complaint/step/file.ts'
import { textFor } from '../../text/text.ts'
import type { SealedCase } from '../../store/vault.ts'
import { checkPersonal } from '../../vault/check-personal.ts'
import type { FindingKind } from '../../vault/finding.ts'
import type { PersonalValues } from '../../vault/personal-field.ts'
import { sealPersonal } from '../../vault/personal.ts'
import { againField, readAgain } from '../form/again.ts'
import { filingModal, filingModalAgain } from '../form/filing.ts'
import type { Metadata } from '../form/metadata.ts'
import { personalProblems, schemaProblems } from '../form/problems.ts'
import { section } from '../view/blocks.ts'
import { filedMessage } from '../view/filed.ts'
import { type Before, complainedBefore, joinEarlier, linkOf } from './again.ts'
import type { Gesture } from './gesture.ts'
import type { Asker, Listening } from './house.ts'
import { viewHouse } from '../view-house.ts'
import { messageModal } from './message-modal.ts'
import { openWhenReady } from './open-when-ready.ts'
import { scrubValues } from './scrub-values.ts'
import { type Submission, readAnswers } from './submission.ts'

/** Opens the filing form; the id of the complaint that it will be is minted here, so that a form sent twice is one. */
export async function openFiling(
  house: Listening,
  gesture: Gesture,
  asker: Asker,
  known: () => Promise<Readonly<Record<string, unknown>>> = () => Promise.resolve({}),
): Promise<void> {
  await openWhenReady(house, gesture, asker, async () => {
    const filing = { id: randomUUID(), form: randomUUID(), initial: await known() }
    return { modal: filingModal(filing, asker.reader, await viewHouse(house)) }
  })
}

const fields = [...fileFields, ...fileDetailFields]

/**
 * Files what was sent: free text scrubbed, personal values sealed beside the command, masks within it; committed, and only
 * then told, with number, proposed level, due times and what was masked. Where the customer has complained before, the form
 * comes back once to ask whether this is the same matter.
 */
export async function submitFiling(
  house: Listening,
  submission: Submission,
  asker: Asker,
  metadata: Metadata,
): Promise<void> {
  const { id } = metadata
  const answers = await readAnswers(house, fields, submission.state)
  const personal: PersonalValues = answers.personal
  const wrong = [...answers.problems, ...personalProblems(checkPersonal(personal))]
  if (wrong.length > 0) return submission.complain(wrong, asker)

  const { values, masked } = scrubValues(fields, answers.values, Object.values(personal))
  const sealed = sealPersonal(house.masterKey, id, personal)
  const complainant = Object.fromEntries(sealed.fields.map(({ field, masked: mask }) => [field, mask]))
  const command = File.safeParse({ step: 'file', ...values, complainant })
  if (!command.success) return submission.complain(schemaProblems(command.error), asker)

  const { anonymous } = command.data
  const before = await complainedBefore(house, asker, { id, personal, anonymous })
  const said = readAgain(await answerTo(house, before, submission), before.cases)
  if (before.cases.length > 0 && said === undefined)
    return askAgain(house, submission, asker, { metadata, before, initial: values })
  const same = said === 'other' ? undefined : said
  if (same && same.as !== 'repeat')
    return joinEarlier(house, submission, asker, metadata, {
      ...same,
      as: same.as,
      said: command.data,
      personal,
      masked,
    })

  const link = same && { repeatOf: linkOf(same.earlier, before) }
  await fileNew(house, submission, asker, { id, command: { ...command.data, ...link }, sealed, masked })
}

/** What was chosen in the form that came back; nothing in one that was sent for the first time. */
async function answerTo(house: Listening, { cases }: Before, { state }: Submission): Promise<unknown> {
  if (cases.length === 0) return undefined
  const field = againField(cases)
  return (await readAnswers(house, [field], state)).values[field.name]
}

async function askAgain(
  house: Listening,
  submission: Submission,
  { reader }: Asker,
  asked: {
    readonly metadata: Metadata
    readonly before: Before
    readonly initial: Readonly<Record<string, unknown>>
  },
): Promise<void> {
  const { id, form } = asked.metadata
  const filing = { id, form, initial: asked.initial }
  await submission.become(filingModalAgain(filing, asked.before.cases, reader, await viewHouse(house)))
}

interface NewComplaint {
  readonly id: string
  readonly command: z.infer<typeof File>
  readonly sealed: SealedCase
  readonly masked: readonly FindingKind[]
}

async function fileNew(
  house: Listening,
  submission: Submission,
  asker: Asker,
  { id, command, sealed, masked }: NewComplaint,
): Promise<void> {
  const { state, events } = await house.handle(
    'complaint',
    id,
    command,
    { kind: 'person', id: asker.person },
    { sealed },
  )
  const view = await viewHouse(house, state.policyVersion)
  const told = filedMessage(state, masked, asker.reader, view)
  const { filed } = textFor(asker.reader.language)
  const again = events === 0 ? [section(filed.already(state.number))] : []
  await submission.become(messageModal({ text: told.text, blocks: [...again, ...told.blocks] }, state.number))
}

/** What was typed so far, as the form takes it for a beginning: masked, since it goes to Slack again. What stands typed there stays. */
export async function typedSoFar(
  house: Listening,
  view: { readonly state?: { readonly values: unknown } },
): Promise<Readonly<Record<string, unknown>>> {
  const { values } = await readAnswers(house, fileFields, view.state?.values)
  return scrubValues(fileFields, values, []).values
}
