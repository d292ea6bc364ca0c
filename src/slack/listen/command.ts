import { Refusal } from '../../matter/refusal.ts'
import { mayEver } from '../../organisation/rights.ts'
import { textFor } from '../../text/text.ts'
import { scrub } from '../../vault/scrub.ts'
import { stateOf } from '../desk-rows.ts'
import { type Message, message, section } from '../view/blocks.ts'
import { complaintCard } from '../view/card.ts'
import { emergencyCard } from '../view/emergency-card.ts'
import { helpMessage } from '../view/help.ts'
import type { House, Reader } from '../view/house.ts'
import { listMessage } from '../view/list.ts'
import { whyMessage } from '../view/why.ts'
import type { Complaint } from '../../complaint/complaint.ts'
import { casesNumbered, emergenciesNumbered } from './cases.ts'
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

/** An emergency's card has twelve blocks at most, and a message takes fifty. */
const mostCards = 4

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
    default:
      return gesture.say(await answerOf(house, asker, asked))
  }
}

type Questions = Exclude<Asked, { kind: 'file' | 'step' }>

async function answerOf(house: Listening, asker: Asker, asked: Questions): Promise<Message> {
  const { language } = asker.reader
  switch (asked.kind) {
    case 'show':
      return aboutNumber(house, asker, asked.number, complaintCard)
    case 'emergency':
      return aboutEmergency(house, asker, asked.number)
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
  draw: (complaint: Complaint, reader: Reader, view: House) => Message,
): Promise<Message> {
  const found = await casesNumbered(house, asker, number)
  const [only] = found
  if (!only) throw new Refusal('not-found')
  if (found.length > 1) return severalMessage(house, asker, found)
  const complaint = stateOf(only.state)
  return draw(complaint, asker.reader, await viewHouse(house, complaint.policyVersion))
}

/** The card of an emergency; where several branches have one of this number, the cards of all that the asker may see. */
async function aboutEmergency(house: Listening, asker: Asker, number: string): Promise<Message> {
  const found = await emergenciesNumbered(house, asker, number)
  const cards = await Promise.all(
    found
      .slice(0, mostCards)
      .map(async (each) => emergencyCard(each, asker.reader, await viewHouse(house, each.policyVersion))),
  )
  const [first] = cards
  if (!first) throw new Refusal('not-found')
  return message(
    first.text,
    cards.flatMap(({ blocks }) => blocks),
  )
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
  await startStep(house, gesture, asker, { id: only.id, step })
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

/** The one unit with this id or this name, or with this in its name; undefined where none or several are meant. */
function unitCalled(named: string, { organisation }: House): string | undefined {
  const wanted = named.toLowerCase()
  const namesOf = ({ id, name }: (typeof organisation.document.units)[number]) =>
    [id, name.zh, name.en].map((each) => each.toLowerCase().replaceAll(' ', ''))
  const exact = organisation.document.units.filter((unit) => namesOf(unit).includes(wanted))
  const found =
    exact.length > 0
      ? exact
      : organisation.document.units.filter((unit) => namesOf(unit).some((name) => name.includes(wanted)))
  return found.length === 1 ? found[0]?.id : undefined
}

function incompleteMessage(verb: string, { language }: Reader): Message {
  const { help } = textFor(language)
  if (verb === 'search' || verb === 'who') return sentence(help.writtenSo(help.commands[verb].use))
  return sentence(help.wantsNumber(verb))
}
