import type { StepName } from '../complaint/lifecycle.ts'
import type { EmergencyStep } from '../emergency/lifecycle.ts'
import type { Entry } from './slack/form-state.ts'
import type { SeenMessage } from './slack/seen.ts'
import type { Submission } from './slack/open-modal.ts'
import type { Ack } from './slack/signed-post.ts'
import type { Stage } from './stage.ts'

export type Entries = Readonly<Record<string, Entry>>

/** What people do with Redress in Slack, gesture by gesture: open, fill in, press. Nothing reaches into the bot's code. */
export interface Play {
  /**
   * Files by `/complaint` and answers with the number that the person is told; throws with the errors of the form. `look` is
   * called when the form is filled in, and when the number is told.
   */
  files(person: string, entries: Entries, look?: () => void): Promise<string>
  /** Presses the step's button on the newest message that has it, fills in what opens, and sends it; throws with its errors. */
  takes(
    person: string,
    step: StepName | EmergencyStep,
    entries?: Entries,
    about?: string,
  ): Promise<Submission | Ack>
  /** The newest message of a person that offers this step, about this number where one is given; undefined where none does. */
  offer(person: string, step: StepName | EmergencyStep, about?: string): Promise<SeenMessage | undefined>
}

export function createPlay({ slack, settle }: Stage): Play {
  async function offer(person: string, step: string, about = ''): Promise<SeenMessage | undefined> {
    const messages = await slack.as(person).messages()
    return messages.findLast(
      (message) => buttonFor(message, step) !== undefined && JSON.stringify(message.blocks).includes(about),
    )
  }

  return {
    offer,
    async files(person, entries, look = () => {}) {
      const hands = slack.as(person)
      await hands.command('/complaint')
      const modal = hands.modal()
      const opened = needsDetails(
        entries,
        modal.fields.map(({ blockId }) => blockId),
      )
        ? await openDetails(hands)
        : modal
      opened.fillIn(entries)
      look()
      const sent = await hands.modal().submit()
      if (Object.keys(sent.errors).length > 0)
        throw new Error(`The form came back: ${JSON.stringify(sent.errors)}`)
      look()
      const told = JSON.stringify(hands.modal().view)
      await settle()
      const [number] = /\d{4}-\d{5}/.exec(told) ?? []
      if (number === undefined) throw new Error(`No number was told: ${told}`)
      await hands.modal().cancel()
      return number
    },
    async takes(person, step, entries, about) {
      const message = await offer(person, step, about)
      if (!message) throw new Error(`${person} has no button for "${step}".`)
      const hands = slack.as(person)
      const found = buttonFor(message, step)
      const pressed =
        found?.entry === undefined
          ? await hands.click(message, isButton(step))
          : await hands.click(message, isMenu, found.entry)
      if (!entries) return settled(pressed, settle)
      const sent = await hands.modal().fillIn(entries).submit()
      if (Object.keys(sent.errors).length > 0)
        throw new Error(`The form of "${step}" came back: ${JSON.stringify(sent.errors)}`)
      return settled(sent, settle)
    },
  }

  async function openDetails(hands: ReturnType<typeof slack.as>) {
    await hands.click(hands.modal(), 'file:details')
    return hands.modal()
  }
}

async function settled<Answer>(answer: Answer, settle: () => Promise<void>): Promise<Answer> {
  await settle()
  return answer
}

function needsDetails(entries: Entries, shown: readonly string[]): boolean {
  return Object.keys(entries).some((name) => !shown.includes(name))
}

interface Element {
  readonly action_id?: string
  readonly options?: readonly { readonly value?: string }[]
}

/** Where a message offers a step: its own button, or an entry of the menu behind it. */
function buttonFor(message: SeenMessage, step: string): { entry?: string } | undefined {
  const elements = message.blocks.flatMap((block) => (block['elements'] as Element[] | undefined) ?? [])
  if (elements.some(({ action_id }) => action_id === `step:${step}` || action_id === `emergency:${step}`))
    return {}
  const options = elements.filter(isMenu).flatMap((each) => each.options ?? [])
  const entry = options.find(({ value }) => value?.startsWith(`${step}:`))?.value
  return entry === undefined ? undefined : { entry }
}

function isButton(step: string) {
  return (element: Element) =>
    element.action_id === `step:${step}` || element.action_id === `emergency:${step}`
}

function isMenu({ action_id }: Element): boolean {
  return action_id === 'step:more' || action_id === 'emergency:more'
}
