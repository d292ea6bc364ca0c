import type { ModalView } from '@slack/types'
import type { EarlierCase } from '../../complaint/again.ts'
import { fileDetailFields, fileFields } from '../../complaint/step/file.ts'
import { branchOf } from '../../organisation/branch-of.ts'
import { postsOf } from '../../organisation/posts-of.ts'
import type { UnitId } from '../../organisation/organisation.ts'
import { textFor } from '../../text/text.ts'
import { actions, button, section } from '../view/blocks.ts'
import type { House, Reader } from '../view/house.ts'
import { againBlocks } from './again.ts'
import { formModal } from './modal.ts'

export interface Filing {
  /** The id that the complaint will have. */
  readonly id: string
  readonly form: string
  /** What stands in it already: a forwarded message as `story`, or what was typed before. */
  readonly initial?: Readonly<Record<string, unknown>>
}

/**
 * The filing form, short: what happened, where, how it came in, when, what is wanted. Its button `file:details` asks for the
 * optional part. Filled in beforehand: the reader's own outlet, in person, now.
 */
export function filingModal(filing: Filing, reader: Reader, house: House): ModalView {
  const { modal } = textFor(reader.language)
  const more = actions([button('file:details', modal.details, filing.id)], 'file-details')
  return formModal(
    fileFields,
    { ...frameOf(filing, reader), below: [more] },
    drawingOf(filing, reader, house),
  )
}

/**
 * The same form when the customer has complained before: above it stands what is asked then. What was typed stays, for its
 * blocks are those of the form that was sent; personal values stand in none of what we send.
 */
export function filingModalAgain(
  filing: Filing,
  cases: readonly EarlierCase[],
  reader: Reader,
  house: House,
): ModalView {
  const form = filingModalWithDetails(filing, reader, house)
  return { ...form, blocks: [...againBlocks(cases, reader, house), ...form.blocks] }
}

/** The same form with customer, amount and facts: for `views.update`; the blocks of the short form are the same in it. */
export function filingModalWithDetails(filing: Filing, reader: Reader, house: House): ModalView {
  const { modal } = textFor(reader.language)
  const short = formModal(
    fileFields,
    { ...frameOf(filing, reader), below: [section(`*${modal.detailsTitle}*`)] },
    drawingOf(filing, reader, house),
  )
  const details = formModal(fileDetailFields, frameOf(filing, reader), drawingOf(filing, reader, house))
  return { ...short, blocks: [...short.blocks, ...details.blocks] }
}

function frameOf({ id, form }: Filing, { language }: Reader) {
  const { modal } = textFor(language)
  return {
    title: modal.fileTitle,
    submit: modal.fileSubmit,
    metadata: { matter: 'complaint' as const, id, step: 'file', form },
  }
}

function drawingOf({ initial = {} }: Filing, reader: Reader, house: House) {
  const units =
    reader.personId === undefined
      ? []
      : postsOf(house.organisation, reader.personId, house.now).map(({ unit }) => unit)
  const outlet = units.find((unit) => house.organisation.units.get(unit)?.level === 'OUTLET')
  const branch = branchOfAny(units, house)
  return {
    form: 'file' as const,
    reader,
    house,
    ...(branch && { branch }),
    initial: { source: 'inPerson', receivedAt: house.now.toString(), ...(outlet && { outlet }), ...initial },
  }
}

/** The one branch that somebody works in; whoever has posts in several, or above branches, may file for any outlet. */
function branchOfAny(units: readonly UnitId[], { organisation }: House): UnitId | undefined {
  const branches = new Set(units.map((unit) => branchOf(organisation, unit)?.id))
  const [only] = branches
  return branches.size === 1 ? only : undefined
}
