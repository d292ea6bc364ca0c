import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { OrganisationDocument } from '../organisation/organisation.ts'
import { readOrganisation } from '../organisation/read.ts'

/** The file of the invented bank that the sandbox, the story and the tests play with. */
export const sampleBankFile = path.join(import.meta.dirname, 'sample-bank.yaml')

/** The invented bank; throws if its file is not in order, which a test keeps from happening. */
export async function readSampleBank(): Promise<OrganisationDocument> {
  const read = readOrganisation(await readFile(sampleBankFile, 'utf8'), 'yaml')
  if ('document' in read) return read.document
  throw new Error(
    `${sampleBankFile} has ${read.problems.length} problems; run \`redress organisation import\` on it to see them.`,
  )
}
