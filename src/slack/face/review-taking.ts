import type { Handle } from '../../handle.ts'
import { Refusal } from '../../matter/refusal.ts'
import type { PersonId } from '../../organisation/organisation.ts'
import type { AgendaItem } from '../../review/agenda-item.ts'
import { ReviewCommand } from '../../review/command.ts'
import { regularReviewId } from '../../review/regular-review-id.ts'
import type { ReviewStep } from '../../review/lifecycle.ts'
import type { Review, ReviewCase } from '../../review/review.ts'
import { nextRegular } from '../../review/rhythm.ts'
import { findNumbersLike } from '../../store/find-numbers-like.ts'
import { findAgendaItems } from '../../store/find-cases-to-review.ts'
import { findStateAfterForm } from '../../store/journal.ts'
import { schemaProblems } from '../form/problems.ts'
import { readNumber } from '../read-number.ts'
import type { House } from '../view/house.ts'
import type { FaceHouse, Taking } from './face.ts'

type Values = Readonly<Record<string, unknown>>

/** A step of a meeting as its form was answered; numbers of complaints become items of the agenda when it is taken. */
export function stepTaking(
  house: FaceHouse,
  asked: {
    readonly review: Review
    readonly step: ReviewStep
    readonly each: ReviewCase | undefined
    readonly person: PersonId
  },
  values: Values,
): Taking {
  const { review, step, each, person } = asked
  if (step === 'putOnAgenda') return agendaTaking(house, { review, person }, String(values['numbers']))
  const command = ReviewCommand.safeParse({ step, ...(each && { complaint: each.complaint }), ...values })
  if (!command.success) return { problems: schemaProblems(command.error) }
  return {
    id: review.id,
    take: (handle, by, form) => handle('review', review.id, command.data, by, beside(form)),
  }
}

/**
 * A regular meeting has the id of its branch and month, so that a month never has two: where there is one already it is refused
 * with its number. A special one has the id of the form's opening.
 */
export function conveneTaking(
  house: FaceHouse,
  at: { readonly branch: string; readonly opening: string; readonly person: PersonId; readonly view: House },
  { numbers, ...values }: Values,
): Taking {
  const command = ReviewCommand.safeParse({ step: 'convene', branch: at.branch, ...values })
  if (!command.success) return { problems: schemaProblems(command.error) }
  const { data } = command
  if (data.step !== 'convene') throw new Error('A form that convenes was read as another step.')
  const { kind, meetsAt } = data
  const id = kind === 'regular' ? regularReviewId(at.branch, monthOf(meetsAt, at.view)) : at.opening
  return {
    id,
    async take(handle, by, form) {
      const cases = typeof numbers === 'string' ? await itemsNumbered(house, at, numbers) : []
      const handled = await handle('review', id, { ...data, cases }, by, beside(form))
      if (handled.events === 0) await refuseAnother(house, { id, form, number: handled.state.number })
    },
  }
}

function agendaTaking(
  house: FaceHouse,
  { review, person }: { readonly review: Review; readonly person: PersonId },
  numbers: string,
): Taking {
  return {
    id: review.id,
    async take(handle, by, form) {
      const cases = await itemsNumbered(house, { branch: review.branch, person }, numbers)
      await handle('review', review.id, { step: 'putOnAgenda', cases }, by, beside(form))
    },
  }
}

/** Sent twice, the form convened this very meeting; else the month had one before. */
async function refuseAnother(
  { db }: FaceHouse,
  { id, form, number }: { readonly id: string; readonly form: string | undefined; readonly number: string },
): Promise<void> {
  const isOwn =
    form !== undefined && (await findStateAfterForm(db, { kind: 'review', id, form })) !== undefined
  if (!isOwn) throw new Refusal('review-exists', { code: number })
}

function monthOf(meetsAt: string | undefined, { rulebook, now }: House): string {
  if (meetsAt === undefined) return nextRegular(now, rulebook).month
  const there = Temporal.Instant.from(meetsAt).toZonedDateTimeISO(rulebook.pack.calendar.timeZone)
  return there.toPlainDate().toPlainYearMonth().toString()
}

/**
 * The complaints that these numbers name, as items of the agenda of the branch's meeting. Refuses the whole list where one
 * names none, or one in which the asker is complained about, which they hear nothing of.
 */
async function itemsNumbered(
  { db }: FaceHouse,
  { branch, person }: { readonly branch: string; readonly person: PersonId },
  text: string,
): Promise<AgendaItem[]> {
  const said = text.split(/[\s,;，、；]+/).filter((piece) => piece !== '')
  const read = await Promise.all(
    said.map(async (piece) => {
      const number = readNumber(piece)
      return number === undefined ? undefined : (await findNumbersLike(db, branch, number))[0]
    }),
  )
  const numbers = read.filter((number) => number !== undefined)
  const items = await findAgendaItems(db, branch, numbers)
  const visible = items.filter(({ respondents }) => !respondents.includes(person))
  const unknown = said.filter((_, at) => !visible.some(({ number }) => number === read[at]))
  if (said.length === 0 || unknown.length > 0)
    throw new Refusal('unknown-number', { code: unknown.join(', ') })
  return visible
}

function beside(form: string | undefined): NonNullable<Parameters<Handle>[4]> {
  return form === undefined ? {} : { form }
}
