import { mayBeginSomewhere, maySeeAction } from '../../action/allowed.ts'
import { Refusal } from '../../matter/refusal.ts'
import { findActions } from '../../store/find-actions.ts'
import { findByNumber, findState } from '../../store/find-complaints.ts'
import { textFor } from '../../text/text.ts'
import { scrub } from '../../vault/scrub.ts'
import type { Complaint } from '../../complaint/complaint.ts'
import { readNumber } from '../read-number.ts'
import { unitCalled } from '../unit-called.ts'
import { viewHouse } from '../view-house.ts'
import { type Message, message, section } from '../view/blocks.ts'
import { actionList } from '../view/action-list.ts'
import type { House } from '../view/house.ts'
import { inline } from '../view/mrkdwn.ts'
import { maySeeComplaint } from './complaint.ts'
import type { Answer, Asking, FaceHouse } from './face.ts'

/** So many are looked through; whoever has more narrows the list. */
const mostActions = 500

/** People type in either language, whichever they read in. */
const typed = [textFor('en').action.typed, textFor('zh-CN').action.typed]

/**
 * `/complaint action` begins one, `/complaint action 2026-00012` one that follows from that complaint; `/complaint actions` lists
 * them: `mine`, `overdue`, `cause:process`, `unit:east-gate`.
 */
export async function answerActions(
  house: FaceHouse,
  reader: Asking,
  said: string,
  word: string,
): Promise<Answer> {
  const number = readNumber(said)
  if (number !== undefined)
    return { begin: { step: 'begin', id: await complaintNumbered(house, reader, number) } }
  if (said === '' && isWord('begin', word)) return { begin: { step: 'begin', id: 'new' } }
  return { message: await listOf(house, reader, said) }
}

/** The complaint of this number that the asker may see; of several, of several branches, the newest. */
async function complaintNumbered(house: FaceHouse, reader: Asking, number: string): Promise<string> {
  const ids = await findByNumber(house.db, number)
  const found = await Promise.all(
    ids.map(async (id) => (await findState(house.db, 'complaint', id)) as Complaint),
  )
  const view = await viewHouse(house)
  const first = found.find((complaint) => maySeeComplaint(complaint, reader.personId, view))
  if (!first) throw new Refusal('not-found')
  return first.id
}

interface Wanted {
  readonly kind: 'all' | 'mine' | 'overdue'
  readonly rootCause?: string
  readonly unit?: string
}

async function listOf(house: FaceHouse, reader: Asking, said: string): Promise<Message> {
  const view = await viewHouse(house)
  const wanted = readWanted(said, view)
  if ('unknown' in wanted) return unknownMessage(wanted, reader)
  const { kind, ...narrowed } = wanted
  const asked = {
    ...narrowed,
    ...(kind === 'mine' && { awaited: reader.personId }),
    ...(kind === 'overdue' && { overdueAt: view.now }),
  }
  const found = await findActions(house.db, asked, { offset: 0, limit: mostActions })
  const actions = found.filter((action) => maySeeAction(action, reader.personId, view))
  const mayBegin = mayBeginSomewhere(reader.personId, view)
  return actionList({ ...wanted, actions, mayBegin }, reader, view)
}

interface Unknown {
  readonly unknown: 'cause' | 'unit' | 'word'
  readonly said: string
}

function readWanted(said: string, view: House): Wanted | Unknown {
  let wanted: Wanted = { kind: 'all' }
  for (const piece of said === '' ? [] : said.split(' ')) {
    const read = readPiece(piece, view)
    if ('unknown' in read) return read
    wanted = { ...wanted, ...read }
  }
  return wanted
}

function readPiece(piece: string, view: House): Partial<Wanted> | Unknown {
  const [, key, value] = /^([^:]+):(.+)$/.exec(piece) ?? []
  if (isWord('mine', piece)) return { kind: 'mine' }
  if (isWord('overdue', piece)) return { kind: 'overdue' }
  if (key === undefined || value === undefined) return { unknown: 'word', said: piece }
  if (isWord('unit', key)) {
    const unit = unitCalled(value, view)
    return unit === undefined ? { unknown: 'unit', said: value } : { unit }
  }
  if (!isWord('cause', key)) return { unknown: 'word', said: piece }
  const rootCause = causeCalled(value, view)
  return rootCause === undefined ? { unknown: 'cause', said: value } : { rootCause }
}

function isWord(meaning: keyof (typeof typed)[number], word: string): boolean {
  return typed.some((words) => words[meaning].includes(word.toLowerCase()))
}

/** A root cause by its code or by its name in either language. */
function causeCalled(said: string, { rulebook }: House): string | undefined {
  const plain = said.toLowerCase().replaceAll(' ', '')
  return rulebook.pack.lists.rootCause.find(({ code, zh, en }) =>
    [code, zh, en].some((name) => name.toLowerCase().replaceAll(' ', '') === plain),
  )?.code
}

function unknownMessage({ unknown, said }: Unknown, { language }: Asking): Message {
  const { action, answers } = textFor(language)
  const shown = inline(scrub(said).text, 100)
  const told = { cause: action.noCause, unit: answers.noUnitNamed, word: action.noFilter }[unknown](shown)
  return message(told, [section(told)])
}
