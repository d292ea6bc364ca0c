import { randomUUID } from 'node:crypto'
import { type Handle, type Handled, type Matters, createHandle } from '../../src/handle.ts'
import { type InForce, createInForce } from '../../src/in-force.ts'
import type { Actor } from '../../src/matter/actor.ts'
import type { Connection } from '../../src/store/connect.ts'
import type { SealedCase } from '../../src/store/vault.ts'
import { createMasterKey, readMasterKey } from '../../src/vault/master-key.ts'
import { sealPersonal } from '../../src/vault/personal.ts'
import { type HandClock, createHandClock } from './hand-clock.ts'

type ComplaintCommand = Matters['complaint']['command']
type Filing = Extract<ComplaintCommand, { step: 'file' }>

/** A Tuesday morning in Shanghai, working hours. */
export const tuesday = '2026-11-24T03:00:00Z'

/** An invented employee of an invented outlet, who may file. */
export const clerk: Actor = { kind: 'person', id: 'p-yu-qing' }
/** The branch's service quality officers, the first on duty. */
export const officer: Actor = { kind: 'person', id: 'p-zhou-lin' }
export const otherOfficer: Actor = { kind: 'person', id: 'p-wu-hao' }

/** The door on a database of its own, a clock that stands, and what it rang for. */
export interface Door {
  readonly db: Connection['db']
  readonly clock: HandClock
  readonly inForce: InForce
  readonly handle: Handle
  readonly rings: { effects: boolean; alarmAt: Temporal.Instant | undefined }[]
  /** Files an invented complaint and answers what the door did. */
  file(
    filing?: Partial<Filing> & { id?: string; sealed?: SealedCase },
  ): Promise<Handled<Matters['complaint']['state']>>
}

/** The door of one process; several may share a database and a clock. */
export function aDoor({ db }: Pick<Connection, 'db'>, clock = createHandClock(tuesday)): Door {
  const inForce = createInForce(db, clock.now)
  const rings: Door['rings'] = []
  const handle = createHandle({ db, inForce, now: clock.now, ring: (wake) => rings.push(wake) })
  return {
    db,
    clock,
    inForce,
    handle,
    rings,
    file({ id = randomUUID(), sealed, ...filing } = {}) {
      const receivedAt = clock.now().subtract({ minutes: 5 }).toString()
      return handle('complaint', id, { ...aFiling, receivedAt, ...filing }, clerk, sealed && { sealed })
    },
  }
}

export const aFiling: Omit<Filing, 'receivedAt'> = {
  step: 'file',
  story: '样例：卡被吞，客户要求道歉。',
  outlet: 'outlet-renmin-road',
  source: 'inPerson',
  request: 'apology',
}

export const aTriage: Extract<ComplaintCommand, { step: 'triage' }> = {
  step: 'triage',
  caseType: 'complaint',
  level: 'L3',
  channelCode: 'A11',
  business: 'B01',
  cause: 'C01',
  statutoryBasis: 'own',
}

export const masterKey = readMasterKey(createMasterKey())

/** The personal data of an invented customer, sealed for this case. */
export function aSealedCustomer(caseId: string, name = '样例人'): SealedCase {
  return sealPersonal(masterKey, caseId, { name, phone: '13800000000' })
}
