import type { Command, CommandOf } from '../../src/complaint/command.ts'
import type { Complaint } from '../../src/complaint/complaint.ts'
import { evolve as evolveComplaint } from '../../src/complaint/evolve.ts'
import { complaintMatter } from '../../src/complaint/matter.ts'
import type { EmergencyCommand } from '../../src/emergency/command.ts'
import type { Emergency } from '../../src/emergency/emergency.ts'
import { evolve as evolveEmergency } from '../../src/emergency/evolve.ts'
import { emergencyMatter } from '../../src/emergency/matter.ts'
import type { Actor } from '../../src/matter/actor.ts'
import type { Context } from '../../src/matter/matter.ts'
import { monday, sampleOrganisation, sampleRulebook } from './a-house.ts'

/** The sample bank's people by their part; all invented, see `src/sandbox/sample-bank.yaml`. */
export const people = {
  teller: 'p-yu-qing',
  outletManager: 'p-xie-fei',
  unitHead: 'p-qi-wei',
  officer: 'p-zhou-lin',
  sqHead: 'p-li-jing',
  director: 'p-zhao-qiming',
  auditor: 'p-yan-zheng',
} as const

export const complaintId = '0195f0a0-0000-7000-8000-000000000123'
export const emergencyId = '0195f0a0-0000-7000-8000-00000000e001'

const minute = 60

/** An invented complaint as it is filed on Monday at ten; nobody and nothing in it is real. */
const filing: CommandOf<'file'> = {
  step: 'file',
  story: '客户称柜台多收手续费 25 元，并认为柜员态度生硬。',
  outlet: 'outlet-renmin-road',
  source: 'inPerson',
  receivedAt: '2026-03-02T01:40:00Z',
  request: 'feeRefund',
  anonymous: false,
  onBehalf: false,
  respondents: [],
  vulnerability: [],
  facts: {},
  complainant: { name: '张*', phone: '138****5678' },
}

/** The whole ordinary way, in order: who does what. `aComplaint({ upTo })` stops after one of them. */
const way: readonly (readonly [by: string, command: Exclude<Command, { step: 'file' }>])[] = [
  [
    people.officer,
    {
      step: 'triage',
      caseType: 'complaint',
      level: 'L3',
      channelCode: 'A11',
      business: 'B02',
      cause: 'C07',
      sensitivity: [],
      statutoryBasis: 'own',
    },
  ],
  [
    people.officer,
    { step: 'dispatch', handlingUnit: 'outlet-renmin-road', handler: people.outletManager, supportUnits: [] },
  ],
  [people.outletManager, { step: 'take' }],
  [
    people.outletManager,
    {
      step: 'contact',
      contactAt: '2026-03-02T02:30:00Z',
      mode: 'phone',
      reached: 'yes',
      words: '希望尽快退费',
      promise: '两日内回电',
      promiseUntil: '2026-03-04T08:00:00Z',
    },
  ],
  [
    people.outletManager,
    {
      step: 'investigate',
      facts: '系统重复扣收一次手续费。',
      evidence: '交易流水、监控录像',
      cause: 'C07',
      fault: 'yes',
    },
  ],
  [
    people.outletManager,
    {
      step: 'propose',
      solution: '退还手续费 25 元并致歉。',
      basis: '收费标准第三条',
      compensation: 'feeRefund',
      amount: 25,
      script: '您好，我们已核实并退还手续费。',
    },
  ],
  [people.unitHead, { step: 'approve', decision: 'approve', conditions: '当日退款' }],
  [
    people.outletManager,
    {
      step: 'reply',
      replyAt: '2026-03-02T03:15:00Z',
      mode: 'phone',
      summary: '已致歉并退费。',
      remedies: ['review', 'mediation'],
      response: 'satisfied',
    },
  ],
  [
    people.officer,
    {
      step: 'followUp',
      callAt: '2026-03-02T03:25:00Z',
      satisfaction: '5',
      promiseKept: 'yes',
      content: 'yes',
    },
  ],
  [
    people.officer,
    {
      step: 'close',
      closeType: 'normal',
      outcome: 'fullyMet',
      responsibility: 'atFault',
      actions: ['retrain'],
    },
  ],
]

export interface Wanted {
  /** What differs in the filing. */
  readonly filed?: Partial<CommandOf<'file'>>
  /** The last step of the ordinary way that was taken; none: only filed. */
  readonly upTo?: (typeof way)[number][1]['step']
  /** What differs in the triage. */
  readonly triage?: Partial<CommandOf<'triage'>>
}

/** A complaint that went through the real rules, filed and taken as far as asked, a minute or so a step. */
export function aComplaint({ filed = {}, upTo, triage = {} }: Wanted = {}): Complaint {
  const last = upTo === undefined ? -1 : way.findIndex(([, command]) => command.step === upTo)
  const steps = way.slice(0, last + 1)
  const start = after(undefined, { ...filing, ...filed }, people.teller, monday)
  return steps.reduce<Complaint>((complaint, [by, command], at) => {
    const told = command.step === 'triage' ? { ...command, ...triage } : command
    return after(complaint, told, by, monday.add({ seconds: (at + 1) * 10 * minute }))
  }, start)
}

/** The complaint after one more command by somebody at an instant. */
export function after(
  complaint: Complaint | undefined,
  command: Command,
  by: string,
  now: Temporal.Instant,
): Complaint {
  const context = { ...contextAt(now), number: '2026-00123' }
  const events = complaintMatter.decide(complaint, command, actor(by), context, complaintId)
  const state = events.reduce<Complaint | undefined>(evolveComplaint, complaint)
  if (!state) throw new Error(`"${command.step}" gave no event for a complaint that does not exist yet.`)
  return state
}

/** The complaint after the clock looked at it at an instant: reminders, rungs, escalation. */
export function ticked(complaint: Complaint, now: Temporal.Instant): Complaint {
  const events = complaintMatter.decide(
    complaint,
    { step: 'tick' },
    { kind: 'clock' },
    contextAt(now),
    complaint.id,
  )
  return events.reduce<Complaint>(evolveComplaint, complaint)
}

/** An invented level-1 emergency, formed on Monday at ten, after the given commands by the service quality head. */
export function anEmergency(...commands: readonly EmergencyCommand[]): Emergency {
  const form: EmergencyCommand = {
    step: 'form',
    complaint: complaintId,
    number: '2026-00123',
    branch: 'branch-moumou',
    outlet: 'outlet-renmin-road',
    handlingUnit: 'outlet-renmin-road',
    supportUnits: [],
    answered: false,
    owner: people.teller,
    reasons: ['manyComplainants', 'published'],
    respondents: [],
  }
  const context = { ...contextAt(monday), number: 'E2026-001' }
  const all = [form, ...commands].reduce<Emergency | undefined>((emergency, command) => {
    const events = emergencyMatter.decide(emergency, command, actor(people.sqHead), context, emergencyId)
    return events.reduce<Emergency | undefined>(evolveEmergency, emergency)
  }, undefined)
  if (!all) throw new Error('The emergency was not formed.')
  return all
}

function actor(id: string): Actor {
  return { kind: 'person', id }
}

function contextAt(now: Temporal.Instant): Context {
  return { now, rulebook: sampleRulebook, organisation: sampleOrganisation }
}
