import type { Organisation } from '../../organisation/create.ts'

/** What happenings are told by: whose names they use, and in whose zone. */
export interface Telling {
  readonly organisation: Organisation
  readonly timeZone: string
}
