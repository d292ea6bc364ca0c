import type { InputBlock, KnownBlock, PlainTextOption } from '@slack/types'
import { type Again, type EarlierCase, agains } from '../../complaint/again.ts'
import { endedAt } from '../../complaint/ended-at.ts'
import { isOver } from '../../complaint/lifecycle.ts'
import { type Field, option } from '../../matter/field.ts'
import { textFor } from '../../text/text.ts'
import { plain, section } from '../view/blocks.ts'
import type { House, Reader } from '../view/house.ts'
import { escapeMrkdwn, inline } from '../view/mrkdwn.ts'
import { levelSign, unitName } from '../view/names.ts'
import { dateToken } from '../view/time.ts'

/** Block and action id of the question. */
const question = 'earlier'

/** The answer that it is no repeat of any of them. */
const other = 'other'

/** What the filing form asks when the customer has complained before: each earlier complaint, then what this one is. */
export function againBlocks(cases: readonly EarlierCase[], reader: Reader, house: House): KnownBlock[] {
  const { again } = textFor(reader.language)
  const told = cases.map((each) => `• ${earlierWords(each, reader, house)}`)
  return [section([`🔁 *${again.found}*`, ...told].join('\n')), questionBlock(cases, reader)]
}

/** The question as a field: what it may be answered with now. */
export function againField(cases: readonly EarlierCase[]): Field {
  return option(question, [...valuesOf(cases), other], true)
}

/** What was chosen of what may be chosen now: an earlier complaint and what becomes of it; `other`; undefined for nothing. */
export function readAgain(
  answer: unknown,
  cases: readonly EarlierCase[],
): 'other' | { readonly as: Again; readonly earlier: EarlierCase } | undefined {
  if (answer === other) return other
  for (const earlier of cases) {
    const as = earlier.answers.find((each) => valueOf(each, earlier) === answer)
    if (as) return { as, earlier }
  }
  return undefined
}

function questionBlock(cases: readonly EarlierCase[], { language }: Reader): InputBlock {
  const { again } = textFor(language)
  const options = cases.flatMap((earlier): PlainTextOption[] => {
    const which = earlier.maySee ? earlier.complaint.number : again.elsewhere
    return earlier.answers.map((as) => ({
      text: plain(again.choices[as](which), 75),
      value: valueOf(as, earlier),
    }))
  })
  return {
    type: 'input',
    block_id: question,
    label: plain(again.label, 2000),
    element: {
      type: 'radio_buttons',
      action_id: question,
      options: [...options, { text: plain(again.other, 75), value: other }],
    },
    optional: false,
  }
}

/** Number, state, place and what it is about for whoever may see it; for others only that there is one. Finished mrkdwn. */
function earlierWords({ complaint, maySee }: EarlierCase, reader: Reader, house: House): string {
  const { again, status } = textFor(reader.language)
  const ended = endedAt(complaint)
  const closedAt = ended && dateToken(ended, reader)
  if (!maySee) return closedAt === undefined ? again.hidden.open : again.hidden.closed(closedAt)
  const state =
    isOver(complaint.status) && closedAt !== undefined
      ? again.closedAt(status[complaint.status], closedAt)
      : again.open(status[complaint.status])
  return [
    `${levelSign(complaint.level)} *${escapeMrkdwn(complaint.number)}*`,
    state,
    escapeMrkdwn(unitName(complaint.outlet, reader.language, house)),
    inline(complaint.story, 200),
  ].join(' · ')
}

function valuesOf(cases: readonly EarlierCase[]): string[] {
  return cases.flatMap((earlier) =>
    agains.filter((as) => earlier.answers.includes(as)).map((as) => valueOf(as, earlier)),
  )
}

function valueOf(as: Again, { complaint }: EarlierCase): string {
  return `${as}:${complaint.id}`
}
