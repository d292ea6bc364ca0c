import { readFile } from 'node:fs/promises'
import { rulebookOf } from '../../src/matter/rulebook.ts'
import { createOrganisation } from '../../src/organisation/create.ts'
import { readOrganisation } from '../../src/organisation/read.ts'
import { loadPolicy } from '../../src/policy/policy.ts'
import type { House, Reader } from '../../src/slack/view/house.ts'
import type { Language } from '../../src/text/text.ts'

const { pack, holidays } = await loadPolicy(new URL('../../src/policy/bank.yaml', import.meta.url).pathname)
const read = readOrganisation(
  await readFile(new URL('../../src/sandbox/sample-bank.yaml', import.meta.url), 'utf8'),
  'yaml',
)
if ('problems' in read) throw new Error(`The sample bank cannot be read: ${JSON.stringify(read.problems)}`)

/** The sample bank's rules and people. */
export const sampleRulebook = rulebookOf(pack, holidays)
export const sampleOrganisation = createOrganisation(read.document)

/** Monday 2 March 2026, 10:00 in Shanghai: an ordinary working week. */
export const monday = Temporal.Instant.from('2026-03-02T02:00:00Z')

/** The house that views look things up in; everybody has the invented Slack user `U` and their id. */
export function aHouse(overrides: Partial<House> = {}): House {
  return {
    rulebook: sampleRulebook,
    organisation: sampleOrganisation,
    now: monday,
    slackIdOf: (person) => `U${person.replace(/^p-/, '').replaceAll('-', '').toUpperCase()}`,
    ...overrides,
  }
}

/** A person of the sample bank who reads, or a channel where no person is named. */
export function aReader(language: Language, personId?: string): Reader {
  return { language, timeZone: 'Asia/Shanghai', ...(personId && { personId }) }
}
