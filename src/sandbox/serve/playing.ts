import { HTTPException } from 'hono/http-exception'
import type { OrganisationDocument } from '../../organisation/organisation.ts'
import type { SandboxSlack } from '../slack/sandbox-slack.ts'

/** Whoever acts and looks needs only the workspace, and who is in it. */
export interface Playing {
  readonly stage: { readonly slack: SandboxSlack }
  readonly organisation: OrganisationDocument
}

/** Throws, as an answer 404 in words, where the bank has no such person. */
export function expectPerson({ people }: OrganisationDocument, person: string): void {
  if (people.some(({ id }) => id === person)) return
  const known = people.slice(0, 5).map(({ id }) => id)
  throw new HTTPException(404, {
    message: `There is nobody "${person}" in this bank. Choose somebody whom it has, such as ${known.join(', ')}.`,
  })
}
