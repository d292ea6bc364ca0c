import { type EarlierCase, type Again, earlierCases, repeatOf } from '../../complaint/again.ts'
import type { Complaint } from '../../complaint/complaint.ts'
import { Attach } from '../../complaint/step/attach.ts'
import { type File, fileFields } from '../../complaint/step/file.ts'
import type { z } from 'zod'
import { type SealedCase, findAllSealed } from '../../store/vault.ts'
import { findEarlier } from '../../store/find-earlier.ts'
import type { FindingKind } from '../../vault/finding.ts'
import { type PersonalField, type PersonalValues, personalFields } from '../../vault/personal-field.ts'
import { type SealedField, digestsOf, sealField } from '../../vault/personal.ts'
import { stateOf } from '../desk-rows.ts'
import type { Metadata } from '../form/metadata.ts'
import { attachedMessage } from '../view/attached.ts'
import { viewHouse } from '../view-house.ts'
import type { Asker, Listening } from './house.ts'
import { messageModal } from './message-modal.ts'
import { knownOf, scrubValues } from './scrub-values.ts'
import type { Submission } from './submission.ts'

/** The customer's other complaints, and those that concern this filing. */
export interface Before {
  readonly found: readonly Complaint[]
  readonly cases: readonly EarlierCase[]
}

/**
 * Has this customer complained before? Found by the vault's keyed digests of what was typed, never by the values; an
 * anonymous complaint is nobody's.
 */
export async function complainedBefore(
  house: Listening,
  asker: Asker,
  { id, personal, anonymous }: { id: string; personal: PersonalValues; anonymous: boolean },
): Promise<Before> {
  if (anonymous) return { found: [], cases: [] }
  const states = await findEarlier(house.db, digestsOf(house.masterKey, personal), id)
  const found = states.map(stateOf)
  if (found.length === 0) return { found, cases: [] }
  return { found, cases: earlierCases(found, asker.person, await viewHouse(house)) }
}

/** The link that a new complaint carries. */
export function linkOf({ complaint }: EarlierCase, { found }: Before): ReturnType<typeof repeatOf> {
  return repeatOf(complaint, found)
}

/** A filing that becomes part of an earlier complaint. */
export interface Joining {
  readonly earlier: EarlierCase
  readonly as: Exclude<Again, 'repeat'>
  readonly said: z.infer<typeof File>
  readonly personal: PersonalValues
  readonly masked: readonly FindingKind[]
}

/** Adds what was typed to the earlier complaint, reopening it where that was chosen; what is new of the customer is sealed with it. */
export async function joinEarlier(
  house: Listening,
  submission: Submission,
  asker: Asker,
  { form }: Metadata,
  joining: Joining,
): Promise<void> {
  const { earlier, as, personal, masked } = joining
  const { id } = earlier.complaint
  const more = await sealMore(house, id, personal)
  const { step: _step, ...addition } = Attach.parse({
    ...additionIn({ ...joining.said, ...(await scrubbedFor(house, id, joining.said)) }),
    step: 'attach',
    complainant: Object.fromEntries((more?.fields ?? []).map(({ field, masked: mask }) => [field, mask])),
  })
  const command =
    as === 'attach'
      ? ({ step: 'attach', ...addition } as const)
      : ({
          step: 'reopen',
          receivedAt: addition.receivedAt,
          newFacts: as === 'reopenNew' ? 'yes' : 'no',
          addition,
        } as const)
  const { state, events } = await house.handle(
    'complaint',
    id,
    command,
    { kind: 'person', id: asker.person },
    { form, ...(more && { sealed: more }) },
  )
  const facts = {
    complaint: state,
    reopened: as !== 'attach',
    maySee: earlier.maySee,
    already: events === 0,
    masked,
  }
  const view = await viewHouse(house, state.policyVersion)
  await submission.become(messageModal(attachedMessage(facts, asker.reader, view)))
}

/** The free text once more, masked by what the vault knows of the earlier complaint's customer. */
async function scrubbedFor(house: Listening, id: string, { story, externalNumber }: z.infer<typeof File>) {
  const typed = { story, ...(externalNumber !== undefined && { externalNumber }) }
  return scrubValues(fileFields, typed, await knownOf(house, [id])).values
}

/** What of a filing is the customer's words; whom they complain about and where, the earlier complaint knows. */
function additionIn({
  story,
  source,
  externalNumber,
  receivedAt,
  request,
  amount,
  facts,
}: z.infer<typeof File>) {
  return {
    story,
    source,
    receivedAt,
    request,
    facts,
    ...(externalNumber !== undefined && { externalNumber }),
    ...(amount !== undefined && { amount }),
  }
}

/** What the vault does not hold yet of this case's customer, sealed under the case's own key; undefined where nothing is new. */
async function sealMore(
  { db, masterKey }: Listening,
  caseId: string,
  personal: PersonalValues,
): Promise<(Omit<SealedCase, 'fields'> & { readonly fields: readonly SealedField[] }) | undefined> {
  const kept = await findAllSealed(db, caseId)
  const [any] = kept
  if (!any) return undefined
  const isNew = (field: PersonalField) => !kept.some((each) => each.field === field)
  const fresh = personalFields.filter((field) => personal[field] !== undefined && isNew(field))
  const fields = fresh.flatMap(
    (field) => sealField(masterKey, caseId, any.wrappedKey, field, personal[field] ?? '') ?? [],
  )
  if (fields.length === 0) return undefined
  const values = Object.fromEntries(fields.map(({ field }) => [field, personal[field] ?? '']))
  return { caseId, wrappedKey: any.wrappedKey, fields, digests: digestsOf(masterKey, values) }
}
