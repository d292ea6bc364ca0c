import type { Locator } from 'playwright-core'
import { type PageLanguage, pageWords } from '../../src/sandbox/page/words.ts'

/** What is done and seen on one screen, by what stands there to be read: roles, labels, words. */
export interface Hands {
  readonly region: Locator
  /** Puts somebody at this screen, found by name. */
  actsAs(name: string): Promise<void>
  /** Who is at this screen, by name. */
  shown(): Promise<string>
  /** The conversations at the left; the button's name tells whether there is anything unread. */
  conversation(name: string | RegExp): Locator
  opens(name: string | RegExp): Promise<void>
  readonly composer: Locator
  /** Writes a line where messages are written, and sends it. */
  types(line: string): Promise<void>
  /** The newest message in which these words stand. */
  message(words: string | RegExp): Locator
  /** Presses a button of the newest message that has it. */
  presses(button: string): Promise<void>
  /** Presses a button of the form that is open. */
  answers(button: string): Promise<void>
  /** The form on top. */
  readonly form: Locator
  field(label: string): Locator
  writes(label: string, text: string): Promise<void>
  /** Chooses by the words of the option: in a short menu, or in one that is searched. */
  chooses(label: string, option: string): Promise<void>
  /** Ticks a box, or one of several answers. */
  ticks(answer: string): Promise<void>
  /** Presses the button that sends the form, and waits until the form is gone. */
  sends(button: string): Promise<void>
  sees(words: string | RegExp): Promise<void>
  /** What is chosen in a menu, or typed in a field. */
  holds(label: string): Promise<string>
  /** What is said about a field: its error, then its hint. */
  saidUnder(label: string): Promise<string>
}

/** Hands at a screen, which reads in this language. */
export function handsAt(region: Locator, language: PageLanguage): Hands {
  const words = pageWords[language]
  const form = region.getByRole('dialog')
  const composer = region.getByRole('main').locator('textarea').first()
  const message = (text: string | RegExp) => region.getByRole('article').filter({ hasText: text }).last()
  const who = region.getByText(words.screen.actAs, { exact: true }).locator('..').getByRole('button')
  const conversation = (name: string | RegExp) =>
    region.getByRole('navigation', { name: words.screen.conversations }).getByRole('button', { name })
  return {
    region,
    form,
    composer,
    message,
    conversation,
    shown: () => who.locator('strong').innerText(),
    async actsAs(name) {
      await who.click()
      await region.getByRole('combobox', { name: words.screen.actAsHint }).fill(name)
      await region.getByRole('listbox').getByRole('option', { name }).first().click()
      await region.getByRole('navigation', { name: words.screen.conversations }).waitFor()
    },
    async opens(name) {
      await conversation(name).click()
    },
    async types(line) {
      await composer.fill(line)
      await region.getByRole('button', { name: words.composer.send, disabled: false }).first().waitFor()
      await composer.press('Enter')
    },
    async presses(button) {
      const named = { name: button, exact: true }
      const offering = region
        .getByRole('article')
        .filter({ has: region.page().getByRole('button', named) })
        .last()
      await offering.getByRole('button', named).click()
    },
    answers: (button) => form.getByRole('button', { name: button, exact: true }).last().click(),
    field: (label) => fieldIn(form, label),
    writes: (label, text) => fieldIn(form, label).fill(text),
    chooses: (label, option) => choose(fieldIn(form, label), option),
    ticks: (answer) => form.getByLabel(answer, { exact: true }).check(),
    async sends(button) {
      await form.getByRole('button', { name: button, exact: true }).last().click()
      await form.waitFor({ state: 'detached' })
    },
    sees: (text) => region.getByText(text).last().waitFor(),
    async holds(label) {
      const field = fieldIn(form, label)
      const chosen = field.locator('option:checked')
      return (await chosen.count()) > 0 ? chosen.innerText() : field.inputValue()
    },
    async saidUnder(label) {
      const ids = (await fieldIn(form, label).getAttribute('aria-describedby')) ?? ''
      const notes = ids
        .split(' ')
        .filter(Boolean)
        .map((id) => form.locator(`[id="${id}"]`).innerText())
      return (await Promise.all(notes)).join('\n')
    },
  }
}

/** A field by its label, whether or not it says that it may be left empty. */
function fieldIn(form: Locator, label: string): Locator {
  return form.getByLabel(new RegExp(`^${RegExp.escape(label)}\\s*(\\(optional\\)|（选填）)?$`))
}

async function choose(field: Locator, option: string): Promise<void> {
  if ((await field.getAttribute('role')) !== 'combobox') {
    await field.selectOption({ label: option })
    return
  }
  await field.click()
  await field.fill(option)
  await field.press('Enter')
}
