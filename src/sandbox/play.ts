import type { StepName } from '../complaint/lifecycle.ts'
import type { EmergencyStep } from '../emergency/lifecycle.ts'
import { textFor } from '../text/text.ts'
import { Interrupted } from './scenario/interrupted.ts'
import type { Entry } from './slack/form-state.ts'
import type { ModalHands, Submission } from './slack/open-modal.ts'
import type { SeenMessage } from './slack/seen.ts'
import type { Ack } from './slack/signed-post.ts'
import type { Stage } from './stage.ts'

export type Entries = Readonly<Record<string, Entry>>

/** A step of a complaint or of an emergency, as its button has it. */
export type PlayedStep = StepName | EmergencyStep

/** What people do with Redress in Slack, gesture by gesture: open, fill in, press, type. Nothing reaches into the bot's code. */
export interface Play {
  /** Files by `/complaint` and answers with the number that the person is told; throws with the errors of the form. */
  files(person: string, entries: Entries): Promise<string>
  /** Files for a customer who has complained before: the form comes back with a question, and stays open; throws where it does not. */
  filesAgain(person: string, entries: Entries): Promise<void>
  /**
   * Answers the question of the form that came back, by what the answer begins with: `attach`, `reopen`, `repeat`, `other`.
   * Sends it and closes what answers; gives the number told, if there is one. Throws with the errors of the form.
   */
  chooses(person: string, answer: string): Promise<string | undefined>
  /** Presses the step's button on the newest message that has it, fills in what opens, and sends it; throws with its errors. */
  takes(person: string, step: PlayedStep, entries?: Entries, about?: string): Promise<Submission | Ack>
  /** As `takes`, where the form must come back: answers its errors by field and leaves it open; throws where it is accepted. */
  tries(person: string, step: PlayedStep, entries: Entries, about?: string): Promise<Submission['errors']>
  /** Changes the form that stands open, and sends it; throws with its errors. */
  corrects(person: string, entries: Entries): Promise<void>
  /** Types `/complaint` with these words and answers the message that only this person then sees; throws where none comes. */
  types(person: string, words: string): Promise<SeenMessage>
  /** The newest message of a person that offers this step, of this number where one is given; undefined where none does. */
  offer(person: string, step: PlayedStep, about?: string): Promise<SeenMessage | undefined>
}

/** Is told of every gesture while it is made, so that somebody can tell the tale. */
export interface Onlooker {
  files(person: string): void
  chooses(person: string, answer: string): void
  presses(person: string, step: PlayedStep): void
  corrects(person: string): void
  types(person: string, words: string): void
  /** A form stands before them, filled in; or a window that answers them. */
  sees(person: string, what: 'form' | 'window'): void
  hears(person: string, message: SeenMessage): void
  /** All that the gesture set off is done. */
  settled(): Promise<void>
}

/** Plays on a stage; every gesture that Slack or the bot does not carry out throws `Interrupted`, with words for people. */
export function createPlay(stage: Stage, onlooker: Onlooker = nobody): Play {
  const { slack } = stage

  async function settled(): Promise<void> {
    await stage.settle()
    await onlooker.settled()
  }

  async function offer(person: string, step: string, about?: string): Promise<SeenMessage | undefined> {
    const messages = await slack.as(person).messages()
    return messages.findLast(
      (message) =>
        buttonFor(message, step) !== undefined && (about === undefined || numberOf(message) === about),
    )
  }

  async function press(person: string, step: PlayedStep, about?: string): Promise<Ack> {
    const message = await offer(person, step, about)
    if (!message) return pressInList(person, step, about)
    onlooker.presses(person, step)
    const hands = slack.as(person)
    const { entry } = buttonFor(message, step) ?? {}
    const pressed =
      entry === undefined ? hands.click(message, isButton(step)) : hands.click(message, isMenu, entry)
    return answered(await pressed)
  }

  /** Where a card has no room for the step, the button behind which all of them are listed. */
  async function pressInList(person: string, step: PlayedStep, about?: string): Promise<Ack> {
    const hands = slack.as(person)
    const messages = await hands.messages()
    const message = messages.findLast(
      (each) => hasList(each) && (about === undefined || numberOf(each) === about),
    )
    if (!message) throw noButton(nameOf(person), step)
    answered(await hands.click(message, isList))
    await stage.settle()
    if (!hands.hasModal() || !JSON.stringify(hands.modal().blocks).includes(`"step:${step}"`))
      throw noButton(nameOf(person), step)
    onlooker.presses(person, step)
    return answered(await hands.click(hands.modal(), isButton(step)))
  }

  async function fillIn(person: string, entries: Entries): Promise<Submission> {
    const hands = slack.as(person)
    if (!hands.hasModal()) throw noForm(nameOf(person))
    hands.modal().fillIn(entries)
    const sent = await hands.modal().submit()
    return sent.error === undefined ? sent : answered(sent)
  }

  async function sendFiling(person: string, entries: Entries): Promise<void> {
    onlooker.files(person)
    const hands = slack.as(person)
    answered(await hands.command('/complaint'))
    if (!hands.hasModal()) throw noForm(nameOf(person))
    if (needsDetails(entries, hands.modal())) answered(await hands.click(hands.modal(), 'file:details'))
    hands.modal().fillIn(entries)
    onlooker.sees(person, 'form')
    accepted(await fillIn(person, {}))
  }

  /** Reads the window that answers, and closes it. */
  async function numberTold(person: string): Promise<string | undefined> {
    const hands = slack.as(person)
    const told = readTexts(hands.modal().view).join('\n')
    onlooker.sees(person, 'window')
    await settled()
    if (hands.hasModal()) await hands.modal().cancel()
    return /\b\d{4}-\d{5}\b/.exec(told)?.[0]
  }

  function nameOf(person: string): string {
    return slack.readerFor(person).nameOf(slack.userIdOf(person))
  }

  return {
    offer,
    async files(person, entries) {
      await sendFiling(person, entries)
      if (questionOf(slack.as(person).modal())) throw complainedBefore()
      const number = await numberTold(person)
      if (number === undefined) throw noAnswer(nameOf(person))
      return number
    },
    async filesAgain(person, entries) {
      await sendFiling(person, entries)
      if (!questionOf(slack.as(person).modal())) throw notRecognised()
      onlooker.sees(person, 'form')
      await settled()
    },
    async chooses(person, answer) {
      const hands = slack.as(person)
      const question = hands.hasModal() ? questionOf(hands.modal()) : undefined
      const option = question?.options.find(({ value }) => value.startsWith(answer))
      if (!option) throw noForm(nameOf(person))
      onlooker.chooses(person, option.text.text)
      accepted(await fillIn(person, { [question?.blockId ?? '']: option.value }))
      return numberTold(person)
    },
    async takes(person, step, entries, about) {
      const pressed = await press(person, step, about)
      const done = entries ? accepted(await fillIn(person, entries)) : pressed
      await settled()
      return done
    },
    async tries(person, step, entries, about) {
      await press(person, step, about)
      const { errors } = await fillIn(person, entries)
      if (Object.keys(errors).length === 0) throw notRefused(nameOf(person))
      onlooker.sees(person, 'form')
      await settled()
      return errors
    },
    async corrects(person, entries) {
      onlooker.corrects(person)
      accepted(await fillIn(person, entries))
      await settled()
    },
    async types(person, words) {
      onlooker.types(person, words)
      const hands = slack.as(person)
      const before = (await hands.messages()).filter(({ isEphemeral }) => isEphemeral).length
      answered(await hands.command('/complaint', words))
      await stage.settle()
      const alone = (await hands.messages()).filter(({ isEphemeral }) => isEphemeral)
      const newest = alone.at(-1)
      if (newest === undefined || alone.length <= before) throw noAnswer(nameOf(person))
      onlooker.hears(person, newest)
      await settled()
      return newest
    },
  }
}

const nobody: Onlooker = {
  files() {},
  chooses() {},
  presses() {},
  corrects() {},
  types() {},
  sees() {},
  hears() {},
  async settled() {},
}

/** The number of the case that a message is about: the first that a reader meets in it. */
export function numberOf({ text, blocks }: Pick<SeenMessage, 'text' | 'blocks'>): string | undefined {
  const read = [text, ...blocks.flatMap(readTexts)].join('\n')
  return /E\d{4}-\d{3,}|\b\d{4}-\d{5}\b/.exec(read)?.[0]
}

function readTexts(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(readTexts)
  if (typeof part !== 'object' || part === null) return []
  return Object.entries(part).flatMap(([key, value]) =>
    key === 'text' && typeof value === 'string' ? [value] : readTexts(value),
  )
}

interface Question {
  readonly blockId: string
  readonly options: readonly { readonly value: string; readonly text: { readonly text: string } }[]
}

/** What a filing form asks when the customer has complained before. */
function questionOf({ fields }: ModalHands): Question | undefined {
  const field = fields.find(({ blockId }) => blockId === 'earlier')
  return field && { blockId: field.blockId, options: field.element['options'] as Question['options'] }
}

function needsDetails(entries: Entries, modal: ModalHands): boolean {
  const shown = modal.fields.map(({ blockId }) => blockId)
  return Object.keys(entries).some((name) => !shown.includes(name))
}

function answered<Answer extends Ack>(ack: Answer): Answer {
  if (ack.ok) return ack
  const seen = ack.error ?? String(ack.status)
  throw new Interrupted({
    zh: `机器人没有按时应答（${seen}）。请确认它正在运行，再重新开始本场景。`,
    en: `The bot did not answer as Slack asks (${seen}). See that it runs, then begin the scenario anew.`,
  })
}

function accepted(sent: Submission): Submission {
  const errors = Object.entries(sent.errors)
  if (errors.length === 0) return sent
  const seen = errors.map(([field, words]) => (field === '' ? words : `${field}: ${words}`)).join('; ')
  throw new Interrupted({
    zh: `表单被退回：${seen}。现行规则可能与样例银行不同，请重置后再演。`,
    en: `The form came back: ${seen}. The rules in force may differ from the sample bank’s; reset, then play again.`,
  })
}

function noButton(name: string, step: PlayedStep): Interrupted {
  const button = (language: 'zh-CN' | 'en') => {
    const { steps, emergencySteps } = textFor(language)
    return { ...steps, ...emergencySteps }[step].button
  }
  return new Interrupted({
    zh: `${name} 没有“${button('zh-CN')}”按钮，可能已有人先办了。请重新开始本场景。`,
    en: `${name} has no button “${button('en')}”: somebody may have acted in between. Begin the scenario anew.`,
  })
}

function noForm(name: string): Interrupted {
  return new Interrupted({
    zh: `${name} 的屏幕上没有打开的表单。请重新开始本场景。`,
    en: `No form is open on the screen of ${name}. Begin the scenario anew.`,
  })
}

function complainedBefore(): Interrupted {
  return new Interrupted({
    zh: '系统认出该客户此前已有投诉。请重新开始本场景，换一位客户。',
    en: 'The customer was recognised from an earlier complaint. Begin the scenario anew, with another customer.',
  })
}

function notRecognised(): Interrupted {
  return new Interrupted({
    zh: '该客户此前的投诉没有被认出。现行规则可能与样例银行不同，请重新开始本场景。',
    en: 'The customer was not recognised. The rules in force may differ from the sample bank’s; begin the scenario anew.',
  })
}

function noAnswer(name: string): Interrupted {
  return new Interrupted({
    zh: `${name} 没有看到机器人的答复。请重新开始本场景。`,
    en: `${name} saw no answer of the bot. Begin the scenario anew.`,
  })
}

function notRefused(name: string): Interrupted {
  return new Interrupted({
    zh: `${name} 提交的表单本应被退回，却被接受了。现行规则可能与样例银行不同。`,
    en: `The form of ${name} should have come back and was accepted. The rules in force may differ from the sample bank’s.`,
  })
}

interface Element {
  readonly action_id?: string
  readonly options?: readonly { readonly value?: string }[]
}

/** Where a message offers a step: its own button, or an entry of the menu behind it. */
function buttonFor(message: SeenMessage, step: string): { entry?: string } | undefined {
  const elements = message.blocks.flatMap((block) => (block['elements'] as Element[] | undefined) ?? [])
  if (elements.some(isButton(step))) return {}
  const options = elements.filter(isMenu).flatMap((each) => each.options ?? [])
  const entry = options.find(({ value }) => value?.startsWith(`${step}:`))?.value
  return entry === undefined ? undefined : { entry }
}

function isButton(step: string) {
  return (element: Element) =>
    element.action_id === `step:${step}` || element.action_id === `emergency:${step}`
}

function hasList(message: SeenMessage): boolean {
  return message.blocks.flatMap((block) => (block['elements'] as Element[] | undefined) ?? []).some(isList)
}

function isList({ action_id }: Element): boolean {
  return action_id === 'steps'
}

function isMenu({ action_id }: Element): boolean {
  return action_id === 'step:more' || action_id === 'emergency:more'
}
