import type { PostRole } from './organisation.ts'

/**
 * Who may do what, as data: the matrix of `DOMAIN.md` 9.9, and what the state machine (9.6) and the overdue rules (9.5)
 * add to it. `rights.ts` reads it; a cell that is not here means no.
 */

export const actions = [
  'log',
  'seeList',
  'triage',
  'dispatch',
  'handle',
  'approve',
  'approvePause',
  'approveExtension',
  'approveLongExtension',
  'lower',
  'raise',
  'notAccept',
  'merge',
  'withdraw',
  'followUp',
  'close',
  'reopen',
  'escalate',
  'extendAsk',
  'recordInstruction',
  'fundRequest',
  'fundApprove',
  'verdictPropose',
  'verdict',
  'report',
  'export',
  'reveal',
  'exportClear',
  'policyDraft',
  'policyPublish',
  'policyApprove',
  'policyInstall',
  'organisationLiaisons',
  'organisationManage',
  'readAccessLog',
] as const
export type Action = (typeof actions)[number]

/**
 * Roles that come with the case and not with a post: HDL its handler (or whoever it is offered to), EMG its emergency
 * group, OWN its owner of now, APR the approver it waits for, INV whom the ladder or a dispatch brought in.
 */
export const caseRoles = ['HDL', 'EMG', 'OWN', 'APR', 'INV'] as const
export type CaseRole = (typeof caseRoles)[number]
export type MatrixRole = PostRole | CaseRole

/** A rung of the reserve fund's approval bands; the amounts are the policy's. */
export type FundRung = 'SBH' | 'SQO' | 'SQH' | 'COM'

export interface Right {
  /**
   * `anywhere`: no case is asked for. `reach`: every case of the post's branch (of the region or the bank for posts above
   * branches). `own`: own unit or own case, as `rights.ts` spells out for each role. `filed`: filed by this person.
   * `department`: the case is with the liaison's department. `passedUp`: the branch has passed the case up.
   */
  readonly where: 'anywhere' | 'reach' | 'own' | 'filed' | 'department' | 'passedUp'
  readonly levels?: readonly ('L1' | 'L2' | 'L3')[]
  /** Supporting units count as own units: they see the case. */
  readonly supporting?: true
  /** Ends some days after closure; how many is the policy's. */
  readonly endsAfterClosure?: true
  /** Only amounts up to this rung's limit, and over that one's. */
  readonly upTo?: FundRung
  readonly over?: FundRung
}

const anywhere: Right = { where: 'anywhere' }
const reach: Right = { where: 'reach' }
const own: Right = { where: 'own' }
const ownL3: Right = { where: 'own', levels: ['L3'] }
const seen: Right = { where: 'own', supporting: true }
const passedUp: Right = { where: 'passedUp' }
const untilGrace: Right = { where: 'own', endsAfterClosure: true }

const readers = {
  OCM: own,
  SBH: own,
  LIA: own,
  SQO: reach,
  SQH: reach,
  COM: reach,
  EMG: own,
  HOQ: reach,
  AUD: reach,
}

export const matrix: Readonly<Record<Action, Readonly<Partial<Record<MatrixRole, Right>>>>> = {
  log: {
    EMP: anywhere,
    OCM: anywhere,
    SBH: anywhere,
    HDL: anywhere,
    LIA: anywhere,
    SQO: anywhere,
    SQH: anywhere,
    COM: anywhere,
    EMG: anywhere,
    HOQ: anywhere,
  },
  seeList: {
    EMP: { where: 'filed' },
    OCM: seen,
    SBH: seen,
    HDL: own,
    LIA: seen,
    SQO: reach,
    SQH: reach,
    COM: { where: 'reach', levels: ['L1', 'L2'] },
    EMG: own,
    HOQ: passedUp,
    AUD: reach,
    OWN: own,
    APR: own,
    INV: own,
  },
  triage: { OCM: ownL3, SQO: reach, SQH: reach },
  dispatch: { OCM: ownL3, SBH: ownL3, LIA: { where: 'department' }, SQO: reach, SQH: reach, EMG: own },
  handle: { OCM: own, SBH: own, HDL: own, LIA: own, SQO: own, SQH: own, EMG: own },
  approve: {
    SBH: ownL3,
    SQH: { where: 'reach', levels: ['L2', 'L3'] },
    COM: { where: 'reach', levels: ['L1'] },
    HOQ: passedUp,
    APR: own,
  },
  approvePause: { SQO: reach, SQH: reach },
  approveExtension: { SQH: reach },
  approveLongExtension: { HOQ: reach },
  lower: { SQH: reach },
  raise: { SQO: reach, SQH: reach },
  notAccept: { SQH: reach },
  merge: { SQO: reach, SQH: reach },
  withdraw: { OCM: own, SQO: reach, SQH: reach },
  followUp: { OCM: ownL3, SQO: reach, SQH: reach },
  close: { OCM: ownL3, SQO: reach, SQH: reach },
  reopen: { OCM: own, SQO: reach, SQH: reach },
  escalate: { OCM: own, SBH: own, LIA: own, SQO: reach, SQH: reach, OWN: own },
  extendAsk: { HDL: own, OWN: own },
  recordInstruction: { SQO: reach, SQH: reach },
  fundRequest: { OCM: own, SBH: own, HDL: own, SQO: reach, SQH: reach },
  fundApprove: {
    SBH: { where: 'own', upTo: 'SBH' },
    SQO: { where: 'reach', upTo: 'SQO' },
    SQH: { where: 'reach', upTo: 'SQH' },
    COM: { where: 'reach', over: 'SQH', upTo: 'COM' },
    HOQ: { where: 'reach', over: 'COM' },
  },
  verdictPropose: { SQO: reach, SQH: reach },
  verdict: { COM: reach },
  report: readers,
  export: readers,
  reveal: { OCM: untilGrace, SBH: own, HDL: untilGrace, SQO: reach, SQH: reach, EMG: own },
  exportClear: { SQH: reach },
  policyDraft: { SQO: anywhere },
  policyPublish: { SQH: anywhere },
  policyApprove: { COM: anywhere },
  policyInstall: { ADM: anywhere },
  organisationLiaisons: { SQO: anywhere, SQH: anywhere, ADM: anywhere },
  organisationManage: { SQH: anywhere, ADM: anywhere },
  readAccessLog: { SQH: anywhere, AUD: anywhere },
}

/** What the region's service quality people may do of what head office's may: they read (`DOMAIN.md` 9.9, "region same"). */
export const regionActions: readonly Action[] = ['log', 'seeList', 'report', 'export']

/** Whoever handles the case may do none of these on it: approver, follow-up caller and handler are different people. */
export const notTheHandler: readonly Action[] = ['approve', 'followUp']

/** A system admin never sees clear data, whatever other posts they hold. */
export const neverTheAdmin: readonly Action[] = ['reveal', 'exportClear']

/** The committee's secretary prepares its decisions and takes none (ours; the source rules name no secretary's vote). */
export const notTheSecretary: readonly Action[] = ['approve', 'fundApprove', 'verdict', 'policyApprove']
