import { type Organisation, createOrganisation } from '../../src/organisation/create.ts'
import type { OrganisationDocument } from '../../src/organisation/organisation.ts'
import { sampleOrganisation } from './a-house.ts'

/** The sample bank's people by their part in the cases of these tests; all invented, see `src/sandbox/sample-bank.yaml`. */
export const who = {
  /** Takes the call in head office's call centre, and files. */
  filer: 'p-lu-jia',
  /** A teller of Renmin Road, to whom the cases are dispatched. */
  handler: 'p-yu-qing',
  outletManager: 'p-xie-fei',
  liaison: 'p-zou-ping',
  /** Heads Renmin Road Sub-branch. */
  unitHead: 'p-qi-wei',
  /** A teller of another sub-branch. */
  stranger: 'p-lu-yang',
  /** The service quality officer on duty. */
  officer: 'p-zhou-lin',
  otherOfficer: 'p-wu-hao',
  sqHead: 'p-li-jing',
  director: 'p-zhao-qiming',
  member: 'p-feng-xiao',
  secretary: 'p-hua-jin',
  /** Liaison of Electronic Banking, which answers for debit cards (B02). */
  businessLiaison: 'p-han-yu',
  compliance: 'p-xu-nuo',
  headOffice: 'p-jiang-wentao',
  region: 'p-ni-lan',
  auditor: 'p-yan-zheng',
  admin: 'p-shi-lei',
} as const

/** An instant told in the bank's local time: `2026-03-02 10:00`, seconds if they matter. */
export function shanghai(told: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(told.replace(' ', 'T')).toZonedDateTime('Asia/Shanghai').toInstant()
}

/** The same, as the journal writes it. */
export function iso(told: string): string {
  return shanghai(told).toString({ fractionalSecondDigits: 3 })
}

/** How an instant reads in the bank's local time, to the minute where it has no seconds. */
export function local(instant: Temporal.Instant | string | undefined): string | undefined {
  if (instant === undefined) return undefined
  const there = Temporal.Instant.from(instant).toZonedDateTimeISO('Asia/Shanghai').toPlainDateTime()
  const text = there.toString({ smallestUnit: there.second === 0 ? 'minute' : 'second' })
  return text.replace('T', ' ')
}

/** The sample bank with something else in its document, such as people on leave or posts left empty. */
export function bankWith(
  change: (document: OrganisationDocument) => Partial<OrganisationDocument>,
): Organisation {
  const { document } = sampleOrganisation
  return createOrganisation({ ...document, ...change(document) })
}

/** The sample bank while these people are on leave, the whole year. */
export function bankWithout(...away: readonly string[]): Organisation {
  return bankWith(() => ({
    leave: away.map((person) => ({ person, from: '2026-01-01', until: '2026-12-31' })),
  }))
}

/** The sample bank in which these people never held a post. */
export function bankLacking(...gone: readonly string[]): Organisation {
  return bankWith(({ posts }) => ({ posts: posts.filter(({ person }) => !gone.includes(person)) }))
}
