import { describe, expect, test } from 'vitest'
import { createOrganisation } from '../../src/organisation/create.ts'
import { type Action, actions } from '../../src/organisation/matrix.ts'
import type { PostRole } from '../../src/organisation/organisation.ts'
import { mayDo, mayEver, type Subject } from '../../src/organisation/rights.ts'

/*
 * The matrix of DOMAIN.md 9.9 as a person reads it, written here by hand and not taken from the code.
 *   ●    every case of the branch           ○   only own unit or own case
 *   ○3   own, and level 3                   f   only what they filed
 *   12 / 23 / 1   every case at those levels    up  only what the branch passed up
 *   –    never
 */
const roles = ['EMP', 'OCM', 'SBH', 'HDL', 'LIA', 'SQO', 'SQH', 'COM', 'EMG', 'HOQ', 'AUD', 'ADM'] as const
type Role = (typeof roles)[number]
const table = `
                      EMP OCM SBH HDL LIA SQO SQH COM EMG HOQ AUD ADM
log                    ●   ●   ●   ●   ●   ●   ●   ●   ●   ●   –   –
seeList                f   ○   ○   ○   ○   ●   ●   12  ○   up  ●   –
triage                 –   ○3  –   –   –   ●   ●   –   –   –   –   –
dispatch               –   ○3  ○3  –   ○   ●   ●   –   ○   –   –   –
handle                 –   ○   ○   ○   ○   ○   ○   –   ○   –   –   –
approve                –   –   ○3  –   –   –   23  1   –   up  –   –
approvePause           –   –   –   –   –   ●   ●   –   –   –   –   –
approveExtension       –   –   –   –   –   –   ●   –   –   –   –   –
approveLongExtension   –   –   –   –   –   –   –   –   –   ●   –   –
lower                  –   –   –   –   –   –   ●   –   –   –   –   –
notAccept              –   –   –   –   –   –   ●   –   –   –   –   –
merge                  –   –   –   –   –   ●   ●   –   –   –   –   –
raise                  –   –   –   –   –   ●   ●   –   –   –   –   –
withdraw               –   ○   –   –   –   ●   ●   –   –   –   –   –
followUp               –   ○3  –   –   –   ●   ●   –   –   –   –   –
close                  –   ○3  –   –   –   ●   ●   –   –   –   –   –
reopen                 –   ○   –   –   –   ●   ●   –   –   –   –   –
escalate               –   ○   ○   –   ○   ●   ●   –   –   –   –   –
extendAsk              –   –   –   ○   –   –   –   –   –   –   –   –
recordInstruction      –   –   –   –   –   ●   ●   –   –   –   –   –
fundRequest            –   ○   ○   ○   –   ●   ●   –   –   –   –   –
verdictPropose         –   –   –   –   –   ●   ●   –   –   –   –   –
verdict                –   –   –   –   –   –   –   ●   –   –   –   –
report                 –   ○   ○   –   ○   ●   ●   ●   ○   ●   ●   –
export                 –   ○   ○   –   ○   ●   ●   ●   ○   ●   ●   –
reveal                 –   ○   ○   ○   –   ●   ●   –   ○   –   –   –
exportClear            –   –   –   –   –   –   ●   –   –   –   –   –
policyDraft            –   –   –   –   –   ●   –   –   –   –   –   –
policyPublish          –   –   –   –   –   –   ●   –   –   –   –   –
policyApprove          –   –   –   –   –   –   –   ●   –   –   –   –
policyInstall          –   –   –   –   –   –   –   –   –   –   –   ●
organisationLiaisons   –   –   –   –   –   ●   ●   –   –   –   –   ●
organisationManage     –   –   –   –   –   –   ●   –   –   –   –   ●
readAccessLog          –   –   –   –   –   –   ●   –   –   –   ●   –
`

interface Situation {
  readonly own: boolean
  readonly level: Subject['level']
  readonly passedUp: boolean
}
const levels = ['L1', 'L2', 'L3'] as const
const situations: Situation[] = [true, false].flatMap((own) =>
  levels.flatMap((level) => [true, false].map((passedUp) => ({ own, level, passedUp }))),
)

const meaning: Record<string, { words: string; allows: (situation: Situation) => boolean }> = {
  '●': { words: 'on every case of the branch', allows: () => true },
  '○': { words: 'only on their own', allows: ({ own }) => own },
  '○3': { words: 'only on their own at level 3', allows: ({ own, level }) => own && level === 'L3' },
  f: { words: 'only on what they filed', allows: ({ own }) => own },
  '12': { words: 'at levels 1 and 2', allows: ({ level }) => level !== 'L3' },
  '23': { words: 'at levels 2 and 3', allows: ({ level }) => level !== 'L1' },
  '1': { words: 'at level 1', allows: ({ level }) => level === 'L1' },
  up: { words: 'only on what was passed up', allows: ({ passedUp }) => passedUp },
  '–': { words: 'never', allows: () => false },
}

const rows = table
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.trim().split(/\s+/))
const cells = rows.flatMap(([action, ...codes]) =>
  roles.map((role, column) => ({ action: actionOf(action), role, code: codes[column] ?? '?' })),
)

const unit = (id: string, level: 'BRANCH' | 'SUBBRANCH' | 'OUTLET' | 'DEPARTMENT', parent: string) => ({
  id,
  name: { zh: id, en: id },
  level,
  parent,
})
const post = (person: string, role: PostRole, where: string) => ({ person, role, unit: where })
const org = createOrganisation({
  timeZone: 'Asia/Shanghai',
  units: [
    { id: 'ho', name: { zh: '总行', en: 'Head Office' }, level: 'HO' },
    unit('ho-sq', 'DEPARTMENT', 'ho'),
    unit('branch', 'BRANCH', 'ho'),
    unit('sq', 'DEPARTMENT', 'branch'),
    unit('cards', 'DEPARTMENT', 'branch'),
    unit('loans', 'DEPARTMENT', 'branch'),
    unit('north', 'SUBBRANCH', 'branch'),
    unit('north-gate', 'OUTLET', 'north'),
    unit('south', 'SUBBRANCH', 'branch'),
    unit('south-gate', 'OUTLET', 'south'),
  ],
  people: [],
  posts: [
    post('EMP', 'EMP', 'north-gate'),
    post('OCM', 'OCM', 'north-gate'),
    post('SBH', 'SBH', 'north'),
    post('HDL', 'EMP', 'loans'),
    post('EMG', 'EMP', 'loans'),
    post('LIA', 'LIA', 'cards'),
    post('SQO', 'SQO', 'sq'),
    post('SQH', 'SQH', 'sq'),
    post('COM', 'COM', 'branch'),
    post('HOQ', 'HOQ', 'ho-sq'),
    post('AUD', 'AUD', 'ho'),
    post('ADM', 'ADM', 'branch'),
    post('head of loans', 'SBH', 'loans'),
    post('head of cards', 'SBH', 'cards'),
    post('head of sq', 'SBH', 'sq'),
  ],
  deputies: [],
  leave: [],
})
const at = Temporal.Instant.from('2026-11-24T02:00:00Z')

/** What makes a case one's own, for each role. */
const own: Record<Role, Partial<Subject>> = {
  EMP: { filedBy: 'EMP' },
  OCM: { outlet: 'north-gate' },
  SBH: { outlet: 'north-gate' },
  HDL: { handler: 'HDL' },
  LIA: { handlingUnit: 'cards' },
  SQO: { handlingUnit: 'sq' },
  SQH: { handlingUnit: 'sq' },
  EMG: { emergencyMembers: ['EMG'] },
  COM: {},
  HOQ: {},
  AUD: {},
  ADM: {},
}
function aCase(role: Role, situation: Situation): Subject {
  return {
    branch: 'branch',
    outlet: 'south-gate',
    handlingUnit: 'loans',
    level: situation.level,
    filedBy: 'somebody',
    respondents: [],
    escalatedToHeadOffice: situation.passedUp,
    ...(situation.own ? own[role] : {}),
  }
}

describe('the matrix, cell by cell', () => {
  test.each(cells.map((cell) => ({ ...cell, words: meaning[cell.code]?.words })))(
    '$role may $action: $words',
    ({ role, action, code }) => {
      const wrong = situations.filter(
        (situation) =>
          mayDo(org, role, action, aCase(role, situation), at) !== meaning[code]?.allows(situation),
      )
      expect(wrong).toEqual([])
    },
  )

  const ofPosts = cells.filter(({ role }) => role !== 'HDL' && role !== 'EMG')
  test.each(ofPosts)('without a case, $role may ever $action just when the cell is not empty', (cell) => {
    expect(mayEver(org, cell.role, cell.action, at)).toBe(cell.code !== '–')
  })

  test('every action has a row here, or its own table of amounts', () => {
    expect(new Set([...rows.map(([action]) => action), 'fundApprove'])).toEqual(new Set(actions))
  })

  test('every row has a cell for every role', () => {
    expect(rows.map((row) => row.length)).toEqual(rows.map(() => roles.length + 1))
  })
})

describe('reserve fund, amount by amount', () => {
  const amounts = [500, 501, 2_000, 2_001, 10_000, 10_001, 100_000, 100_001]
  const upTo: [Role, number[]][] = [
    ['SBH', [500]],
    ['SQO', [500, 501, 2_000]],
    ['SQH', [500, 501, 2_000, 2_001, 10_000]],
    ['COM', [10_001, 100_000]],
    ['HOQ', [100_001]],
    ['EMP', []],
    ['OCM', []],
    ['HDL', []],
    ['LIA', []],
    ['EMG', []],
    ['AUD', []],
    ['ADM', []],
  ]
  const ofOwn = (role: Role) => aCase(role, { own: true, level: 'L2', passedUp: false })

  test.each(upTo)('%s approves %j yuan and no other amount', (role, expected) => {
    const approved = amounts.filter((amount) =>
      mayDo(org, role, 'fundApprove', { ...ofOwn(role), amount }, at),
    )
    expect(approved).toEqual(expected)
  })

  test('an amount nobody has told is approved by nobody', () => {
    expect(roles.filter((role) => mayDo(org, role, 'fundApprove', ofOwn(role), at))).toEqual([])
  })

  test('a unit head approves only for their own unit', () => {
    const foreign = { ...aCase('SBH', { own: false, level: 'L3', passedUp: false }), amount: 100 }
    expect(mayDo(org, 'SBH', 'fundApprove', foreign, at)).toBe(false)
  })

  test('the bands are the policy’s', () => {
    const limits = {
      revealDaysAfterClosure: 30,
      fundUpTo: { SBH: 50, SQO: 60, SQH: 70, COM: 80 },
    }
    expect(mayDo(org, 'SQO', 'fundApprove', { ...ofOwn('SQO'), amount: 61 }, at, limits)).toBe(false)
    expect(mayDo(org, 'HOQ', 'fundApprove', { ...ofOwn('HOQ'), amount: 81 }, at, limits)).toBe(true)
  })
})

function actionOf(word: string | undefined): Action {
  const found = actions.find((action) => action === word)
  if (!found) throw new Error(`The table has a row "${word}", which is no action.`)
  return found
}
