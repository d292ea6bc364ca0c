/**
 * Issue 3, "everything works": what people touch in messages, forms and the App Home. Our bot sends no confirmation dialog and
 * few menus yet; a message in which they stand is posted as the bot would post it, by the Web API. Everybody is invented.
 */
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { filed } from '../sandbox/a-sandbox.ts'
import { eventually, expect, inChromium, test } from './a-page.ts'

const option = (text: string) => ({ text: { type: 'plain_text', text }, value: text.toLowerCase() })
const elements = [
  {
    type: 'button',
    action_id: 'try:button',
    text: { type: 'plain_text', text: 'Erase' },
    value: 'all',
    confirm: {
      title: { type: 'plain_text', text: 'Erase it all?' },
      text: { type: 'plain_text', text: 'It cannot be brought back.' },
      confirm: { type: 'plain_text', text: 'Erase' },
      deny: { type: 'plain_text', text: 'Keep' },
    },
  },
  { type: 'overflow', action_id: 'try:overflow', options: [option('Print'), option('Copy')] },
  {
    type: 'multi_static_select',
    action_id: 'try:several',
    placeholder: { type: 'plain_text', text: 'Several' },
    options: [option('Red'), option('Green'), option('Blue')],
  },
  { type: 'datepicker', action_id: 'try:day', initial_date: '2026-09-14' },
  { type: 'timepicker', action_id: 'try:time', placeholder: { type: 'plain_text', text: 'At' } },
]

inChromium('what people touch', () => {
  test('a confirmation is asked before anything is sent; menus, days and times reach the bot as chosen', async ({
    sandbox,
    visitor: { left, page },
  }) => {
    await filed(sandbox)
    await left.actsAs('Yu Qing')
    await left.opens('Redress')
    await botPosts(sandbox, 'p-yu-qing', elements)
    const message = left.message('Try these')
    const toDo = () => gestures(sandbox).map(({ action_id }) => action_id)

    await message.getByRole('button', { name: 'Erase' }).click()
    const asked = page.getByRole('alertdialog', { name: 'Erase it all?' })
    await asked.getByRole('button', { name: 'Keep' }).click()
    await asked.waitFor({ state: 'detached' })
    expect(toDo()).toEqual([])
    await message.getByRole('button', { name: 'Erase' }).click()
    await asked.getByRole('button', { name: 'Erase' }).click()
    await eventually(toDo).toEqual(['try:button'])

    await message.getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: 'Copy' }).click()
    await eventually(() => gestures(sandbox).at(-1)?.selected_option?.value).toBe('copy')

    await message.getByRole('combobox', { name: 'Several' }).click()
    await page.getByRole('option', { name: 'Green' }).click()
    await page.keyboard.press('Escape')
    await eventually(() =>
      gestures(sandbox)
        .at(-1)
        ?.selected_options?.map(({ value }) => value),
    ).toEqual(['green'])
    await message.locator('input[type=date]').fill('2026-09-30')
    await eventually(() => gestures(sandbox).at(-1)?.selected_date).toBe('2026-09-30')
    await message.getByRole('combobox', { name: 'At' }).fill('14:30')
    await eventually(() => gestures(sandbox).at(-1)?.selected_time).toBe('14:30')
  })

  test('shortcuts, a thread, a reaction and the App Home work as in Slack', async ({
    visitor: { left, page },
  }) => {
    await left.actsAs('Yu Qing')
    await left.region.getByRole('button', { name: 'Shortcuts', exact: true }).click()
    await page.getByRole('menuitem', { name: /^File a complaint/ }).click()
    await left.form.waitFor()
    await left.sends('Cancel')

    await left.types('A customer waited for an hour.')
    const message = left.message('A customer waited for an hour.')
    await message.hover()
    await message.getByRole('button', { name: 'Message shortcuts' }).click()
    await page.getByRole('menuitem', { name: /^File as complaint/ }).click()
    await left.form.waitFor()
    expect(await left.holds('What happened')).toContain('A customer waited for an hour.')
    await left.sends('Cancel')

    await message.hover()
    await message.getByRole('button', { name: 'Reply in thread' }).click()
    const thread = left.region.getByRole('complementary', { name: 'Thread' })
    await thread.getByRole('combobox').fill('Which counter?')
    await thread.getByRole('combobox').press('Enter')
    await thread.getByText('Which counter?').waitFor()
    await left.region.getByRole('button', { name: '1 reply' }).waitFor()
    await thread.getByRole('button', { name: 'Close' }).click()

    await message.hover()
    await message.getByRole('button', { name: 'Add a reaction' }).click()
    await page.getByRole('menuitem', { name: ':eyes:' }).click()
    await message.getByTitle(':eyes:').waitFor()

    await left.opens('Home')
    const home = left.region.getByTestId('home')
    await home.getByText('My desk').waitFor()
    await home.getByRole('button', { name: 'File a complaint' }).click()
    await left.form.waitFor()
  })

  test('several people are chosen by typing, and a time by day and hour', async ({
    visitor: { left, page },
  }) => {
    await left.actsAs('Xie Fei')
    await left.types('/complaint')
    await left.answers('Add customer, amount and facts')
    await left.chooses('Staff complained about', 'Yu Qing')
    await left.chooses('Staff complained about', 'Zou Ping')
    await page.keyboard.press('Escape')
    await left.form.getByRole('button', { name: 'Remove Zou Ping' }).click()
    const spoke = left.form.getByRole('group', { name: 'When the customer first spoke' })
    await spoke.getByLabel('Date').fill('2026-09-11')
    await spoke.getByLabel('Time').fill('16:30')
    await left.writes('What happened', 'The teller was curt.')
    await left.chooses('What the customer wants', 'Apology')
    await left.answers('File')
    await left.form.getByText('Complaint 2026-00001 is filed').first().waitFor()
    await left.sends('Close')
    await left.types('/complaint show 2026-00001')
    const card = left.message('What happened')
    await card.getByText(/Complained about, to be kept out: Yu Qing$/).waitFor()
    await card.getByText(/Sep 11, 2026 16:30/).waitFor()
  })
})

/** Posts into somebody's direct message by the Web API, as the bot does. */
async function botPosts(
  { stage: { slack } }: Sandbox,
  person: string,
  blocks: readonly object[],
): Promise<void> {
  const call = async (method: string, body: object) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${slack.botToken}` }
    const response = await fetch(`${slack.url}${method}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    })
    return (await response.json()) as { readonly ok: boolean; readonly channel?: { readonly id: string } }
  }
  const { channel } = await call('conversations.open', { users: slack.userIdOf(person) })
  const posted = await call('chat.postMessage', {
    channel: channel?.id,
    text: 'Try these',
    blocks: [
      { type: 'section', text: { type: 'plain_text', text: 'Try these' } },
      { type: 'actions', elements: blocks },
    ],
  })
  expect(posted).toMatchObject({ ok: true })
}

interface Used {
  readonly action_id: string
  readonly selected_option?: { readonly value: string }
  readonly selected_options?: readonly { readonly value: string }[]
  readonly selected_date?: string
  readonly selected_time?: string
}

/** What was used of the elements that are tried, in order, as it was sent to the bot. */
function gestures({ stage }: Sandbox): readonly Used[] {
  return stage.slack.seen
    .traffic()
    .filter(({ kind }) => kind === 'gesture')
    .flatMap(({ sent }) => (sent as { readonly actions?: readonly Used[] }).actions ?? [])
    .filter(({ action_id }) => action_id.startsWith('try:'))
}
