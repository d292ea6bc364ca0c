/**
 * `DOMAIN.md` 9.3, repeat and reopen: the customer who complains again is recognised while the complaint is filed, by keyed
 * digests and never by the values; the person who files says whether it is the same matter. Everybody here is invented.
 */
import { describe, expect } from 'vitest'
import type { Play } from '../../src/sandbox/play.ts'
import { renderModal } from '../../src/sandbox/slack/render.ts'
import type { Stage } from '../../src/sandbox/stage.ts'
import { marked } from '../support/marked.ts'
import {
  asks,
  broughtToHandler,
  buttonsOf,
  channelNamed,
  filing,
  privateChannels,
  replied,
  sends,
  stateOf,
  teller,
  test,
  timesTold,
  typed,
  who,
} from '../support/a-story.ts'

const customer = { name: marked.name, phone: marked.phone }
const first = { ...filing, ...customer }
/** The same person as another employee types them, and what they say this time. */
const again = { ...filing, story: 'The fee is still missing.', phone: '139 1234 5678', source: 'phone' }

/** Opens the filing form, fills it in and sends it; answers what stands before the person then. */
async function sendsFiling(stage: Stage, person: string, entries: Parameters<Play['files']>[1]) {
  const hands = stage.slack.as(person)
  await hands.command('/complaint', '')
  await hands.click(hands.modal(), 'file:details')
  await hands
    .modal()
    .fillIn({ outlet: 'outlet-renmin-road', ...entries })
    .submit()
  await stage.settle()
  return hands.modal()
}

/** Answers the question of the form that came back, by the beginning of an answer. */
async function chooses(stage: Stage, person: string, answer: string) {
  const modal = stage.slack.as(person).modal()
  await modal.fillIn({ earlier: optionOf(modal.blocks, answer) }).submit()
  await stage.settle()
  return read(stage, person)
}

function optionOf(blocks: readonly unknown[], answer: string): string {
  const values = answersIn(blocks)
  const found = values.find((value) => value.startsWith(answer))
  if (found === undefined) throw new Error(`Nobody offers "${answer}"; there is ${values.join(', ')}.`)
  return found
}

function answersIn(blocks: readonly unknown[]): string[] {
  const question = blocks.find((block) => (block as { block_id?: string }).block_id === 'earlier')
  const { element } = (question ?? {}) as { element?: { options: readonly { value: string }[] } }
  return element?.options.map(({ value }) => value) ?? []
}

function offered(blocks: readonly unknown[]): string[] {
  return answersIn(blocks).map((value) => value.split(':')[0] ?? '')
}

function read(stage: Stage, person: string): string {
  return renderModal(stage.slack.as(person).modal(), stage.slack.readerFor(person))
}

async function countOfComplaints(stage: Stage): Promise<number> {
  const rows = await stage.redress.db.selectFrom('complaint').select('id').execute()
  return rows.length
}

async function closed(play: Play, number: string): Promise<void> {
  await broughtToHandler(play, number)
  await replied(play, number)
  await play.takes(who.officer, 'followUp', typed.followUp, number)
  await play.takes(who.outletManager, 'close', typed.close, number)
}

describe('while the complaint is open', () => {
  test('the form comes back once, says number, state and subject to whoever may see it, and nothing is filed yet', async ({
    stage,
    play,
  }) => {
    const number = await play.files(teller, first)
    const modal = await sendsFiling(stage, who.outletManager, again)
    const screen = read(stage, who.outletManager)
    expect(screen).toContain('Nothing is filed yet')
    expect(screen).toContain(number)
    expect(screen).toContain('open: Received')
    expect(screen).toContain('charged a fee of 25 twice')
    expect(offered(modal.blocks)).toEqual(['attach', 'other'])
    expect(await countOfComplaints(stage)).toBe(1)
  })

  test('what was typed stays in the form that comes back, and personal values stand in nothing that we send', async ({
    stage,
    play,
  }) => {
    await play.files(teller, first)
    const modal = await sendsFiling(stage, who.outletManager, again)
    const shown = modal.fields.find(({ blockId }) => blockId === 'phone')
    expect(shown?.value).toBe(again.phone)
    expect(JSON.stringify(modal.blocks).replaceAll(/[\s-]/g, '')).not.toContain(marked.phone)
  })

  test('its words are added: no second number; handler and filer hear of it, and the card has them', async ({
    stage,
    play,
  }) => {
    const number = await play.files(teller, first)
    await broughtToHandler(play, number)
    await sendsFiling(stage, who.outletManager, again)
    const screen = await chooses(stage, who.outletManager, 'attach')
    expect(screen).toContain(`Added to complaint ${number}`)
    expect(await countOfComplaints(stage)).toBe(1)
    for (const person of [who.handler, teller])
      expect([person, await timesTold(stage, person, /came back \(repeat 1\)/)]).toEqual([person, 1])
    expect(await asks(stage, who.handler, `show ${number}`)).toContain('The fee is still missing.')
  })

  test('at another place the teller hears that there is one and no more, and may add to it all the same', async ({
    stage,
    play,
  }) => {
    const number = await play.files(teller, first)
    const modal = await sendsFiling(stage, who.stranger, again)
    const screen = read(stage, who.stranger)
    expect(screen).toContain('An open complaint at another place')
    expect(screen).not.toContain(number)
    expect(screen).not.toContain('charged a fee')
    expect(offered(modal.blocks)).toEqual(['attach', 'other'])
    expect(await chooses(stage, who.stranger, 'attach')).not.toContain(number)
    expect(await stateOf(stage, number)).toMatchObject({ repeats: 1, additions: [{ by: who.stranger }] })
    expect(await asks(stage, who.stranger, `show ${number}`)).not.toContain('charged a fee')
  })

  test('another matter of the same customer is filed by itself, and counts as no repeat', async ({
    stage,
    play,
  }) => {
    await play.files(teller, first)
    await sendsFiling(stage, who.outletManager, again)
    const screen = await chooses(stage, who.outletManager, 'other')
    expect(screen).toContain('2026-00002')
    expect(screen).toContain('Level 3')
    expect(await stateOf(stage, '2026-00002')).not.toHaveProperty('repeatOf')
  })

  test('a form sent twice adds once', async ({ stage, play }) => {
    const number = await play.files(teller, first)
    await sendsFiling(stage, who.outletManager, again)
    const modal = stage.slack.as(who.outletManager).modal()
    modal.fillIn({ earlier: optionOf(modal.blocks, 'attach') })
    const [one, other] = [modal.submit(), modal.submit()]
    await Promise.allSettled([one, other])
    await stage.settle()
    expect(await stateOf(stage, number)).toMatchObject({ repeats: 1 })
  })

  test('an e-mail address that is new goes into the vault beside the others, and finds the complaint', async ({
    stage,
    play,
  }) => {
    const number = await play.files(teller, first)
    await sendsFiling(stage, who.outletManager, { ...again, email: marked.email })
    await chooses(stage, who.outletManager, 'attach')
    expect(await stateOf(stage, number)).toHaveProperty('complainant.email')
    expect(await asks(stage, who.officer, `search ${marked.email}`)).toContain(number)
  })

  test('somebody complained about is not told, by no word, that there is one', async ({ stage, play }) => {
    await play.files(teller, { ...first, respondents: [who.stranger] })
    await sendsFiling(stage, who.stranger, again)
    const screen = read(stage, who.stranger)
    expect(screen).toContain('2026-00002')
    expect(screen).not.toContain('before')
  })

  test('anonymous complaints match nobody, whichever of the two it is', async ({ stage, play }) => {
    await play.files(teller, { ...first, anonymous: ['yes'] })
    await sendsFiling(stage, who.outletManager, again)
    expect(read(stage, who.outletManager)).toContain('Complaint 2026-00002 is filed')
    await stage.slack.as(who.outletManager).modal().cancel()
    await sendsFiling(stage, teller, { ...again, anonymous: ['yes'] })
    expect(read(stage, teller)).toContain('Complaint 2026-00003 is filed')
  })

  test('the same name alone is nobody: people share names', async ({ stage, play }) => {
    await play.files(teller, first)
    await sendsFiling(stage, who.outletManager, { ...filing, name: marked.name })
    expect(read(stage, who.outletManager)).toContain('Complaint 2026-00002 is filed')
  })

  test('closed while the form stood open, the answer is asked anew', async ({ stage, play }) => {
    const number = await play.files(teller, first)
    await sendsFiling(stage, who.otherOfficer, again)
    const attach = optionOf(stage.slack.as(who.otherOfficer).modal().blocks, 'attach')
    await broughtToHandler(play, number)
    await replied(play, number)
    await play.takes(who.officer, 'followUp', typed.followUp, number)
    await play.takes(who.officer, 'close', typed.close, number)
    const modal = stage.slack.as(who.otherOfficer).modal()
    await modal.fillIn({ earlier: attach }).submit()
    const answers = offered(stage.slack.as(who.otherOfficer).modal().blocks)
    expect(answers).toEqual(['reopen', 'reopenNew', 'repeat', 'other'])
    expect(await countOfComplaints(stage)).toBe(1)
  })
})

describe('the repeats add up', () => {
  test('the third repeat raises the level by one, once, and the ladder hears of it', async ({
    stage,
    play,
  }) => {
    const number = await play.files(teller, first)
    await broughtToHandler(play, number)
    const levels: unknown[] = []
    for (const person of [who.outletManager, who.stranger, teller, who.officer]) {
      await sendsFiling(stage, person, again)
      await chooses(stage, person, 'attach')
      await stage.slack.as(person).modal().cancel()
      levels.push((await stateOf(stage, number))['level'])
    }
    expect(levels).toEqual(['L3', 'L3', 'L2', 'L2'])
    for (const person of [who.handler, who.unitHead, who.officer, who.sqHead])
      expect([person, await timesTold(stage, person, /is Level 2.*repeat 3/)]).toEqual([person, 1])
    expect(await asks(stage, who.officer, `show ${number}`)).toContain('repeat 3 of the same matter')
  })

  test('a level that is only proposed follows what the customer adds; of one that was set service quality is told', async ({
    stage,
    play,
  }) => {
    const number = await play.files(teller, first)
    await sendsFiling(stage, who.outletManager, again)
    await chooses(stage, who.outletManager, 'attach')
    expect(await stateOf(stage, number)).toMatchObject({ level: 'L2', levelSet: false })

    const other = { ...filing, phone: '13912345679' }
    const second = await play.files(teller, other)
    await play.takes(who.outletManager, 'triage', typed.triage, second)
    await sendsFiling(stage, teller, { ...again, phone: other.phone })
    await chooses(stage, teller, 'attach')
    expect(await stateOf(stage, second)).toMatchObject({ level: 'L3', levelSet: true })
    for (const person of [who.officer, who.sqHead])
      expect([person, await timesTold(stage, person, /makes it Level 2/)]).toEqual([person, 1])
  })
})

describe('after it was closed', () => {
  test('within the window a teller elsewhere files anew, linked: proposed as level 2, its number only for whoever may see it', async ({
    stage,
    play,
  }) => {
    const number = await play.files(teller, first)
    await closed(play, number)
    await stage.waits({ hours: 24 * 20 })
    const modal = await sendsFiling(stage, who.stranger, again)
    expect(offered(modal.blocks)).toEqual(['repeat', 'other'])
    const screen = await chooses(stage, who.stranger, 'repeat')
    expect(screen).toContain('Complaint 2026-00002 is filed')
    expect(screen).toContain('Same matter again within 90 days')
    expect(await asks(stage, who.officer, 'show 2026-00002')).toContain(
      `repeat 1 of this matter; before: ${number}`,
    )
    const own = await asks(stage, who.stranger, 'show 2026-00002')
    expect(own).toContain('repeat 1 of this matter')
    expect(own).not.toContain(number)
  })

  test('the third of a chain of linked complaints stands one level higher', async ({ stage, play }) => {
    await closed(play, await play.files(teller, first))
    for (const number of ['2026-00002', '2026-00003']) {
      await sendsFiling(stage, teller, again)
      await chooses(stage, teller, 'repeat')
      await stage.slack.as(teller).modal().cancel()
      await play.takes(who.officer, 'triage', { ...typed.triage, level: 'L3', levelReason: 'small' }, number)
      await play.takes(who.officer, 'dispatch', typed.dispatch, number)
      await play.takes(who.handler, 'take', undefined, number)
      await replied(play, number)
      await play.takes(who.officer, 'followUp', typed.followUp, number)
      await play.takes(who.officer, 'close', typed.close, number)
    }
    await sendsFiling(stage, teller, again)
    const screen = await chooses(stage, teller, 'repeat:')
    expect(screen).toContain('Level 1')
    expect(screen).toContain('repeat 3 of the same matter: one level up')
    expect(await stateOf(stage, '2026-00004')).toMatchObject({ repeats: 3, level: 'L1' })
  })

  test('after the window nobody is asked: it is a complaint like any other', async ({ stage, play }) => {
    const number = await play.files(teller, first)
    await closed(play, number)
    stage.sleepsUntil(stage.now().add({ hours: 24 * 91 }))
    await stage.settle()
    await sendsFiling(stage, who.outletManager, again)
    const screen = read(stage, who.outletManager)
    expect(screen).toContain('Complaint 2026-00002 is filed')
    expect(screen).toContain('Level 3')
  })

  test('its outlet’s manager reopens it by the filing form: same number, another cycle, the words with it', async ({
    stage,
    play,
  }) => {
    const number = await play.files(teller, first)
    await closed(play, number)
    await stage.waits({ hours: 24 * 2 })
    const modal = await sendsFiling(stage, who.outletManager, again)
    expect(offered(modal.blocks)).toEqual(['reopen', 'repeat', 'other'])
    expect(await chooses(stage, who.outletManager, 'reopen')).toContain(`Complaint ${number} is reopened`)
    expect(await countOfComplaints(stage)).toBe(1)
    expect(await stateOf(stage, number)).toMatchObject({ status: 'in_progress', cycle: 2, repeats: 1 })
    expect(await timesTold(stage, who.handler, /reopened complaint/)).toBe(1)
    const card = await asks(stage, who.handler, `show ${number}`)
    expect(card).toContain('the old statutory due stands')
    expect(card).toContain('The fee is still missing.')
  })

  test('only service quality says that there are new facts, and only then the statutory limit starts again', async ({
    stage,
    play,
  }) => {
    const number = await play.files(teller, first)
    await closed(play, number)
    await stage.waits({ hours: 24 * 3 })
    const typedAgain = { newFacts: 'yes', reason: 'A second slip turned up.' }
    const refused = await sends(stage, who.outletManager, `reopen ${number}`, typedAgain)
    expect(refused.errors['newFacts']).toMatch(/Only the service quality department/)
    expect(await stateOf(stage, number)).toMatchObject({ status: 'closed' })
    await sends(stage, who.officer, `reopen ${number}`, typedAgain)
    // Reopened on Thursday 17 September: day 15 is Friday 2 October, a holiday; the law does not roll forward.
    expect(await asks(stage, who.officer, `show ${number}`)).toMatch(/Statutory due\* Oct 2, 2026 23:59/)
  })

  test('after thirty days it cannot be reopened, and its card says so by having no button', async ({
    stage,
    play,
  }) => {
    const number = await play.files(teller, first)
    await closed(play, number)
    expect(await buttonsOf(stage, who.officer, number)).toContain('reopen')
    await stage.waits({ hours: 24 * 31 })
    expect(await buttonsOf(stage, who.officer, number)).not.toContain('reopen')
    expect(await asks(stage, who.officer, `reopen ${number}`)).toContain('may be reopened is over')
    const modal = await sendsFiling(stage, who.officer, again)
    expect(offered(modal.blocks)).toEqual(['repeat', 'other'])
  })

  test('a second cycle goes the whole way again, and needs a contact of its own before the reply', async ({
    stage,
    play,
  }) => {
    const number = await play.files(teller, first)
    await closed(play, number)
    await sends(stage, who.officer, `reopen ${number}`, { newFacts: 'no', reason: 'Not refunded yet.' })
    await play.takes(who.handler, 'investigate', typed.investigate, number)
    await play.takes(who.handler, 'propose', typed.propose, number)
    await play.takes(who.unitHead, 'approve', typed.approve, number)
    expect(await buttonsOf(stage, who.handler, number)).not.toContain('reply')
    await play.takes(who.handler, 'contact', typed.contact, number)
    await play.takes(who.handler, 'reply', typed.reply, number)
    await play.takes(who.officer, 'followUp', typed.followUp, number)
    await play.takes(who.officer, 'close', typed.close, number)
    expect(await stateOf(stage, number)).toMatchObject({ status: 'closed', cycle: 2 })
  })
})

describe('the channel of a reopened complaint', () => {
  const serious = { ...first, facts: ['fundSafety'] }

  async function closedWithChannel(play: Play): Promise<string> {
    const number = await play.files(teller, serious)
    await play.takes(who.officer, 'triage', { ...typed.triage, level: 'L2' }, number)
    await play.takes(who.officer, 'dispatch', typed.dispatch, number)
    await play.takes(who.handler, 'take', undefined, number)
    await play.takes(who.handler, 'contact', typed.contact, number)
    await play.takes(who.handler, 'investigate', typed.investigate, number)
    await play.takes(who.handler, 'propose', typed.propose, number)
    await play.takes(who.sqHead, 'approve', typed.approve, number)
    await play.takes(who.handler, 'reply', typed.reply, number)
    await play.takes(who.officer, 'followUp', typed.followUp, number)
    await play.takes(who.officer, 'close', typed.close, number)
    return number
  }

  test('within its grace it is kept, hears of it, and is not archived any more', async ({ stage, play }) => {
    const number = await closedWithChannel(play)
    await stage.waits({ hours: 24 * 3 })
    await sends(stage, who.officer, `reopen ${number}`, { newFacts: 'no', reason: 'Not refunded yet.' })
    await stage.waits({ hours: 24 * 8 })
    const channel = await channelNamed(stage, 'c-')
    expect(channel.isArchived).toBe(false)
    expect(channel.messages.some(({ text }) => text.includes('reopened complaint'))).toBe(true)
  })

  test('archived by then, another one is opened and its people are invited anew', async ({ stage, play }) => {
    const number = await closedWithChannel(play)
    await stage.waits({ hours: 24 * 9 })
    expect((await channelNamed(stage, 'c-')).isArchived).toBe(true)
    await sends(stage, who.officer, `reopen ${number}`, { newFacts: 'no', reason: 'Not refunded yet.' })
    const channels = (await privateChannels(stage)).filter(({ name }) => name.startsWith('c-'))
    const open = channels.filter(({ isArchived }) => !isArchived)
    expect([channels.length, open.length]).toEqual([2, 1])
    for (const person of [who.handler, who.officer, who.sqHead])
      expect([person, open[0]?.members.includes(person)]).toEqual([person, true])
  })
})

describe('ends without a solution', () => {
  test('withdrawn: it is gone from every desk, and coming back with it is a repeat', async ({
    stage,
    play,
  }) => {
    const number = await play.files(teller, first)
    await broughtToHandler(play, number)
    await sends(stage, who.outletManager, `withdraw ${number}`, { proof: 'Recording 17' })
    expect(await asks(stage, who.handler, 'mine')).not.toContain(number)
    expect(await timesTold(stage, who.handler, /The customer withdrew complaint/)).toBe(1)
    expect(await asks(stage, who.officer, `show ${number}`)).toContain('proof: Recording 17')
    const modal = await sendsFiling(stage, who.officer, again)
    expect(offered(modal.blocks)).toEqual(['repeat', 'other'])
  })

  test('not accepted: the form asks who told the customer, and its filer hears the reason', async ({
    stage,
    play,
  }) => {
    const number = await play.files(teller, first)
    const hands = stage.slack.as(who.sqHead)
    await hands.command('/complaint', `notAccept ${number}`)
    const refused = await hands.modal().fillIn({ reason: 'notOurProduct' }).submit()
    expect(refused.errors['toldBy']).toMatch(/only once the customer has been told/)
    const told = { toldBy: who.outletManager, toldAt: stage.now().toString(), mode: 'phone' }
    await hands.modal().fillIn(told).submit()
    await stage.settle()
    expect(await stateOf(stage, number)).toMatchObject({ status: 'not_accepted' })
    expect(
      await timesTold(stage, teller, /did not accept complaint .* Reason: Not this bank's product/),
    ).toBe(1)
  })
})
