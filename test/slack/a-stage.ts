import { createPlay, type Entries } from '../../src/sandbox/play.ts'
import { createStage, type Stage } from '../../src/sandbox/stage.ts'
import type { OrganisationDocument } from '../../src/organisation/organisation.ts'
import { findOrganisation, storeOrganisation } from '../../src/store/rules.ts'
import { test as withDatabase } from '../support/database.ts'

/**
 * The product on the sample bank, read in English; everybody and everything in it is invented. The curtain rises on Monday
 * 2 March 2026, ten o'clock in Shanghai.
 */
export const test = withDatabase.extend<{ stage: Stage }>({
  stage: async ({ database }, use) => {
    const stage = await createStage({
      databaseUrl: database.url,
      start: '2026-03-02T02:00:00Z',
      language: 'en',
    })
    await use(stage)
    await stage.stop()
  },
})

/** The sample bank's people by their part; see `src/sandbox/sample-bank.yaml`. */
export const teller = 'p-yu-qing'
export const manager = 'p-xie-fei'
export const officer = 'p-zhou-lin'
export const otherOfficer = 'p-wu-hao'
export const sqHead = 'p-li-jing'
export const administrator = 'p-shi-lei'
export const elsewhere = 'p-lu-yang'

export const answers: Entries = {
  story: 'The counter charged a fee of 25 twice.',
  outlet: 'outlet-renmin-road',
  source: 'inPerson',
  request: 'feeRefund',
}

export const triage: Entries = {
  caseType: 'complaint',
  level: 'L3',
  channelCode: 'A11',
  business: 'B02',
  cause: 'C07',
  statutoryBasis: 'own',
}

/** Files an ordinary complaint and answers with its number. */
export function filed(stage: Stage, entries: Entries = {}): Promise<string> {
  return createPlay(stage).files(teller, { ...answers, ...entries })
}

/** The newest message on somebody's screen. */
export async function newest(stage: Stage, person: string) {
  const message = (await stage.slack.as(person).messages()).at(-1)
  if (!message) throw new Error(`${person} has no message.`)
  return message
}

/** Everything on somebody's screen that was answered to them alone. */
export async function answered(stage: Stage, person: string, text: string): Promise<string> {
  await stage.slack.as(person).command('/complaint', text)
  return JSON.stringify(await newest(stage, person))
}

/** Puts the organisation in force that this makes of the one before. */
export async function reorganised(
  stage: Stage,
  change: (document: OrganisationDocument) => OrganisationDocument,
): Promise<void> {
  const stored = await findOrganisation(stage.redress.db)
  const document = change(stored?.document as OrganisationDocument)
  await storeOrganisation(stage.redress.db, document, 'test', stage.now())
  stage.redress.inForce.forget()
}

/** Somebody leaves the bank, and stays in Slack. */
export function leaves(stage: Stage, person: string): Promise<void> {
  return reorganised(stage, (document) => ({
    ...document,
    people: document.people.filter(({ id }) => id !== person),
    posts: document.posts.filter((post) => post.person !== person),
    deputies: document.deputies.filter((each) => each.person !== person && each.deputy !== person),
  }))
}
