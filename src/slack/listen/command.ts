import { Refusal } from '../../matter/refusal.ts'
import { mayEver } from '../../organisation/rights.ts'
import { textFor } from '../../text/text.ts'
import { scrub } from '../../vault/scrub.ts'
import { stateOf } from '../desk-rows.ts'
import { faceOf } from '../matter-faces.ts'
import { withMoney } from '../with-money.ts'
import { unitCalled } from '../unit-called.ts'
import { type Message, message, section } from '../view/blocks.ts'
import { complaintCard } from '../view/card.ts'
import { helpMessage } from '../view/help.ts'
import type { House, Reader } from '../view/house.ts'
import { listMessage } from '../view/list.ts'
import { whyMessage } from '../view/why.ts'
import type { Complaint } from '../../complaint/complaint.ts'
import { casesNumbered, mattersNumbered } from './cases.ts'
import { openFiling } from './file.ts'
import { type CommandArgs, type Gesture, commandGesture } from './gesture.ts'
import { guarded, sentence } from './guarded.ts'
import type { Asker, Listening } from './house.ts'
import { viewHouse } from '../view-house.ts'
import { listPage } from './list-page.ts'
import { orgMessage } from './org.ts'
import { type Asked, type Filters, readCommand } from './read-command.ts'
import { search } from './search.ts'
import { startStep } from './step.ts'
import { dutyMessage, ladderMessage } from './who.ts'

/** Slack takes so many blocks in a message. */
const mostBlocks = 50

/** `/complaint …`: without words it opens the filing form, else it answers the one who typed it, and nobody else. */
export async function complaintCommand(house: Listening, args: CommandArgs): Promise<void> {
  const gesture = commandGesture(args)
  const asked = readCommand(args.command.text)
  await guarded(house, gesture, (asker) => answerCommand(house, gesture, asker, asked))
}

async function answerCommand(house: Listening, gesture: Gesture, asker: Asker, asked: Asked): Promise<void> {
  switch (asked.kind) {
    case 'file':
      return openFiling(house, gesture, asker)
    case 'step':
      return stepNumbered(house, gesture, asker, asked)
    case 'face':
      return faceAnswers(house, gesture, asker, asked)
    default:
      return gesture.say(await answerOf(house, asker, asked))
  }
}

type Questions = Exclude<Asked, { kind: 'file' | 'step' | 'face' }>

async function answerOf(house: Listening, asker: Asker, asked: Questions): Promise<Message> {
  const { language } = asker.reader
  switch (asked.kind) {
    case 'show':
      return aboutNumber(house, asker, asked.number, async (complaint, reader, view) =>
        complaintCard(complaint, reader, await withMoney(house.db, complaint, view)),
      )
    case 'matter':
      return aboutMatter(house, asker, asked)
    case 'why':
      return aboutNumber(house, asker, asked.number, whyMessage)
    case 'who':
      return whoAnswer(house, asker, asked)
    case 'mine':
    case 'overdue':
      return listPage(house, asker, { kind: asked.kind, from: 0 })
    case 'list':
      return filteredList(house, asker, asked.filters)
    case 'search':
      return search(house, asker, asked.words)
    case 'org':
      return orgMessage(asker, await viewHouse(house))
    case 'help':
      return helpMessage(language)
    case 'incomplete':
      return incompleteMessage(asked.verb, asker.reader)
    case 'unknown':
      return helpMessage(language, {
        said: scrub(asked.said).text,
        ...(asked.nearest !== undefined && { nearest: asked.nearest }),
      })
  }
}

/** One complaint of this number is drawn; several, of several branches, are listed to choose from. */
async function aboutNumber(
  house: Listening,
  asker: Asker,
  number: string,
  draw: (complaint: Complaint, reader: Asker['reader'], view: House) => Message | Promise<Message>,
): Promise<Message> {
  const found = await casesNumbered(house, asker, number)
  const [only] = found
  if (!only) throw new Refusal('not-found')
  if (found.length > 1) return severalMessage(house, asker, found)
  const complaint = stateOf(only.state)
  return draw(complaint, asker.reader, await viewHouse(house, complaint.policyVersion))
}

/** The card of a matter with a letter; where several branches have one of this number, the cards of all that the asker may see. */
async function aboutMatter(
  house: Listening,
  asker: Asker,
  asked: Extract<Asked, { kind: 'matter' }>,
): Promise<Message> {
  const found = await mattersNumbered(house, asker, asked)
  const cards = await Promise.all(found.map(async ({ seen, inner }) => seen.card(asker.reader, inner)))
  const [first, ...others] = cards
  if (!first) throw new Refusal('not-found')
  const blocks = others.reduce(
    (kept, { blocks: more }) => (kept.length + more.length > mostBlocks ? kept : [...kept, ...more]),
    first.blocks,
  )
  return message(first.text, blocks)
}

/** What was typed behind the word of a kind of matter. */
async function faceAnswers(
  house: Listening,
  gesture: Gesture,
  asker: Asker,
  { matter, word, typed }: Extract<Asked, { kind: 'face' }>,
): Promise<void> {
  const { answer } = faceOf(matter)
  if (!answer) throw new Refusal('not-found')
  const answered = await answer(house, asker.reader, typed, word)
  if ('message' in answered) return gesture.say(answered.message)
  await startStep(house, gesture, asker, { matter, ...answered.begin })
}

async function severalMessage(
  house: Listening,
  { reader }: Asker,
  rows: Awaited<ReturnType<typeof casesNumbered>>,
): Promise<Message> {
  const list = listMessage({ kind: 'search', rows, total: rows.length }, reader, await viewHouse(house))
  return { ...list, blocks: [section(textFor(reader.language).answers.several), ...list.blocks] }
}

async function stepNumbered(
  house: Listening,
  gesture: Gesture,
  asker: Asker,
  { number, step }: Extract<Asked, { kind: 'step' }>,
): Promise<void> {
  const found = await casesNumbered(house, asker, number)
  const [only] = found
  if (!only) throw new Refusal('not-found')
  if (found.length > 1) return gesture.say(await severalMessage(house, asker, found))
  await startStep(house, gesture, asker, { matter: 'complaint', id: only.id, step })
}

async function whoAnswer(
  house: Listening,
  asker: Asker,
  { number, at }: Extract<Asked, { kind: 'who' }>,
): Promise<Message> {
  if (number !== undefined) return aboutNumber(house, asker, number, ladderMessage)
  const { reader, person } = asker
  const instant =
    at === undefined
      ? undefined
      : Temporal.PlainDateTime.from(at).toZonedDateTime(reader.timeZone).toInstant()
  return dutyMessage(person, instant, reader, await viewHouse(house))
}

async function filteredList(
  house: Listening,
  asker: Asker,
  { unit: named, ...filters }: Filters,
): Promise<Message> {
  const view = await viewHouse(house)
  if (!mayEver(view.organisation, asker.person, 'seeList', view.now)) throw new Refusal('not-you')
  if (named === undefined) return listPage(house, asker, { kind: 'list', ...filters, from: 0 })
  const unit = unitCalled(named, view)
  if (unit === undefined)
    return sentence(textFor(asker.reader.language).answers.noUnitNamed(scrub(named).text))
  return listPage(house, asker, { kind: 'list', ...filters, unit, from: 0 })
}

function incompleteMessage(verb: string, { language }: Reader): Message {
  const { help } = textFor(language)
  if (verb === 'search' || verb === 'who') return sentence(help.writtenSo(help.commands[verb].use))
  return sentence(help.wantsNumber(verb))
}
