import { type Logger, pino } from 'pino'
import { createPlay, type Entries, type Play } from '../../src/sandbox/play.ts'
import type { SeenMessage } from '../../src/sandbox/slack/seen.ts'
import { renderMessage } from '../../src/sandbox/slack/render.ts'
import { createStage, type Stage } from '../../src/sandbox/stage.ts'
import { test as withDatabase } from './database.ts'
import { lastLook } from './last-look.ts'
import { who } from './rulebook.ts'

export { shanghai, who } from './rulebook.ts'

/** The log of the house, line by line. */
export interface KeptLog {
  readonly lines: readonly string[]
  readonly logger: Logger
}

/**
 * The whole product under a pushed clock, read in English; people, numbers and complaints are invented. After each story the
 * house is looked over (`lastLook`): every journal whole and folding to its row, nothing owed, nothing told twice or out of
 * order, the marked personal values nowhere.
 */
export const test = withDatabase.extend<{
  /** Local time in Shanghai. Monday 14 September 2026, ten o'clock, in a week without holidays; Friday the 25th is one. */
  start: string
  language: 'zh-CN' | 'en'
  log: KeptLog
  stage: Stage
  play: Play
}>({
  start: '2026-09-14 10:00',
  language: 'en',
  // oxlint-disable-next-line no-empty-pattern -- vitest reads the fixture's needs from this pattern
  log: async ({}, use) => {
    const lines: string[] = []
    await use({
      lines,
      logger: pino({ level: 'debug', base: {} }, { write: (line) => void lines.push(line) }),
    })
  },
  stage: async ({ database, start, language, log }, use) => {
    const at = Temporal.PlainDateTime.from(start.replace(' ', 'T'))
      .toZonedDateTime('Asia/Shanghai')
      .toInstant()
    const stage = await createStage({
      databaseUrl: database.url,
      start: at.toString(),
      language,
      log: log.logger,
    })
    try {
      await use(stage)
      await lastLook(stage, log.lines)
    } finally {
      await stage.stop()
    }
  },
  play: async ({ stage }, use) => use(createPlay(stage)),
})

/** A teller at the counter of Renmin Road, who files. */
export const teller = who.liaison

/** A complaint of level 3 as the teller types it. */
export const filing: Entries = {
  story: 'The counter charged a fee of 25 twice.',
  source: 'inPerson',
  request: 'feeRefund',
}

/** What is typed into the form of each step; what is not named here stands in the form already. */
export const typed = {
  triage: { level: 'L3', channelCode: 'A11', business: 'B02', cause: 'C07' },
  dispatch: {
    handlingUnit: 'outlet-renmin-road',
    handler: who.handler,
    instruction: 'Please check the slips.',
  },
  contact: { mode: 'phone', reached: 'yes', words: 'Wants the fee back.', mood: 'upset' },
  investigate: { facts: 'The fee was booked twice.', evidence: 'Booking slips.', cause: 'C07', fault: 'yes' },
  propose: {
    solution: 'Refund the second fee.',
    basis: 'Price list 3.1',
    compensation: 'feeRefund',
    amount: 25,
  },
  approve: { decision: 'approve' },
  reply: {
    mode: 'phone',
    summary: 'The fee is refunded.',
    remedies: ['review', 'mediation'],
    response: 'accepts',
  },
  followUp: { satisfaction: '5', promiseKept: 'none', content: 'yes' },
  close: { outcome: 'fullyMet', responsibility: 'atFault', actions: ['retrain'] },
} as const satisfies Record<string, Entries>

/** The steps that somebody's own card of this complaint offers, as typed with `/complaint show`; none where it shows no card. */
export async function buttonsOf(stage: Stage, person: string, number: string): Promise<string[]> {
  const hands = stage.slack.as(person)
  await hands.command('/complaint', `show ${number}`)
  const card = (await hands.messages()).at(-1)
  if (!card?.isEphemeral) return []
  return hasList(card) ? stepsInList(stage, person, card) : stepsOn(card)
}

function hasList(card: SeenMessage): boolean {
  return card.blocks.some((block) =>
    ((block['elements'] as Element[] | undefined) ?? []).some(({ action_id }) => action_id === 'steps'),
  )
}

/** Where the card has no room for all of them, they stand behind one button. */
async function stepsInList(stage: Stage, person: string, card: SeenMessage): Promise<string[]> {
  const hands = stage.slack.as(person)
  await hands.click(card, 'steps')
  const listed = hands.modal().blocks.flatMap((block) => {
    const { accessory } = block as { accessory?: Element }
    return /^step:(.+)$/.exec(accessory?.action_id ?? '')?.[1] ?? []
  })
  await hands.modal().cancel()
  return listed
}

interface Element {
  readonly action_id?: string
  readonly options?: readonly { readonly value?: string }[]
}

/** The steps that a message offers: its buttons, then the entries of the menu behind them. */
export function stepsOn(message: SeenMessage): string[] {
  const elements = message.blocks.flatMap((block) => (block['elements'] as Element[] | undefined) ?? [])
  const buttons = elements.flatMap(
    ({ action_id }) => /^(?:step|emergency):(?!more)(.+)$/.exec(action_id ?? '')?.[1] ?? [],
  )
  const entries = elements
    .filter(({ action_id }) => action_id?.endsWith(':more'))
    .flatMap(({ options = [] }) => options.map(({ value = '' }) => value.split(':')[0] ?? ''))
  return [...buttons, ...entries]
}

/** What somebody was told by the bot in their direct messages, as the notification reads, oldest first. */
export async function toldTo(stage: Stage, person: string): Promise<string[]> {
  const messages = await stage.slack.as(person).messages()
  return messages
    .filter(({ from, channel, isEphemeral }) => from === 'bot' && channel.startsWith('D') && !isEphemeral)
    .map(({ text }) => text)
}

/** How often somebody was told something with these words. */
export async function timesTold(stage: Stage, person: string, words: RegExp): Promise<number> {
  return (await toldTo(stage, person)).filter((text) => words.test(text)).length
}

/** The newest thing on somebody's screen, as they read it. */
export async function reads(stage: Stage, person: string): Promise<string> {
  const newest = (await stage.slack.as(person).messages()).at(-1)
  return newest ? renderMessage(newest, stage.slack.readerFor(person)) : ''
}

/** What somebody reads after typing this. */
export async function asks(stage: Stage, person: string, text: string): Promise<string> {
  await stage.slack.as(person).command('/complaint', text)
  return reads(stage, person)
}

/** Opens a step's form by its command, fills it in and sends it; answers what Slack showed. */
export async function sends(stage: Stage, person: string, what: string, entries: Entries) {
  const hands = stage.slack.as(person)
  await hands.command('/complaint', what)
  const sent = await hands.modal().fillIn(entries).submit()
  await stage.settle()
  return sent
}

/** The one complaint's state, for what no screen shows. */
export async function stateOf(stage: Stage, number: string): Promise<Record<string, unknown>> {
  const row = await stage.redress.db
    .selectFrom('complaint')
    .innerJoin('matter', 'matter.id', 'complaint.id')
    .select('matter.state')
    .where('complaint.number', '=', number)
    .where('matter.kind', '=', 'complaint')
    .executeTakeFirstOrThrow()
  return row.state as Record<string, unknown>
}

/** Every private channel made by the bot, its messages with it. */
export async function privateChannels(stage: Stage) {
  return (await stage.slack.seen.conversations()).filter(({ kind }) => kind === 'private')
}

/** The one channel whose name begins so. */
export async function channelNamed(stage: Stage, beginning: string) {
  const found = (await privateChannels(stage)).filter(({ name }) => name.startsWith(beginning))
  const [only] = found
  if (!only || found.length > 1) throw new Error(`${found.length} channels begin with ${beginning}.`)
  return only
}

/** Takes a filed complaint to the handler's desk: level set by the outlet's manager, dispatched, taken over. */
export async function broughtToHandler(play: Play, number: string): Promise<void> {
  await play.takes(who.outletManager, 'triage', typed.triage, number)
  await play.takes(who.outletManager, 'dispatch', typed.dispatch, number)
  await play.takes(who.handler, 'take', undefined, number)
}

/** From the handler's desk to the reply: contact, findings, solution, approval. */
export async function replied(play: Play, number: string): Promise<void> {
  await play.takes(who.handler, 'contact', typed.contact, number)
  await play.takes(who.handler, 'investigate', typed.investigate, number)
  await play.takes(who.handler, 'propose', typed.propose, number)
  await play.takes(who.unitHead, 'approve', typed.approve, number)
  await play.takes(who.handler, 'reply', typed.reply, number)
}
