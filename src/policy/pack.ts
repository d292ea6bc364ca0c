import { z } from 'zod'
import { withLaterSections } from './later-sections.ts'

/**
 * The policy pack: every limit, level, list and ladder of the bank, versioned and dated.
 * A complaint keeps the version it was opened under. The shape is checked here; `load.ts` tells people what is wrong
 * and where. Values and where they come from stand in `bank.yaml`.
 */

export const levels = ['L1', 'L2', 'L3'] as const
export type Level = (typeof levels)[number]

/** Every clock a complaint can run. `overall` and `statutory` span the whole case, the others one step. */
export const clockCodes = [
  'log',
  'triage',
  'dispatch',
  'take',
  'contact',
  'reportUp',
  'group',
  'investigate',
  'propose',
  'approve',
  'reply',
  'followUp',
  'close',
  'overall',
  'statutory',
] as const
export type ClockCode = (typeof clockCodes)[number]

/** Whom a reminder or a rung of the ladder calls; `organisation` and the complaint turn it into persons. */
export const callees = [
  'owner',
  'deputy',
  'firstReceiver',
  'handler',
  'approver',
  'outletManager',
  'liaison',
  'outletManagerOrLiaison',
  'unitHead',
  'businessLiaison',
  'sqOfficer',
  'sqHead',
  'committeeSecretary',
  'committeeDirector',
  'emergencyLeader',
  'compliance',
  'headOfficeSq',
  'regionSq',
] as const
export type Callee = (typeof callees)[number]

/** How each written form reads, for the person whose pack does not have it. */
export const forms = {
  time: { zh: '当地时间，如 09:00', en: 'a local time such as 09:00' },
  windows: {
    zh: '按先后排列、互不重叠、始早于终的时段，如 [["09:00", "17:00"]]',
    en: 'windows in order, not overlapping, each starting before it ends, such as [["09:00", "17:00"]]',
  },
  week: { zh: '至少一个营业日', en: 'at least one day with open hours' },
  duration: {
    zh: '大于零的时长，如 30m、2h、4wh、1BD 或 15d（BD 与 d 为整数）',
    en: 'a length above zero such as 30m, 2h, 4wh, 1BD or 15d (BD and d in whole numbers)',
  },
  moment: {
    zh: '时点，如 50%、0、-1BD、+4wh、-3d@09:30 或 statutory-1d',
    en: 'a moment such as 50%, 0, -1BD, +4wh, -3d@09:30 or statutory-1d',
  },
  timeZone: { zh: 'IANA 时区，如 Asia/Shanghai', en: 'an IANA zone such as Asia/Shanghai' },
  version: {
    zh: '加引号的版本号，如 "2026.1"',
    en: 'a version in quotes such as "2026.1"',
  },
  code: {
    zh: '以字母开头、由字母、数字和下划线组成的代码，如 suggestionBox',
    en: 'a code that starts with a letter and has letters, digits and underscores, such as suggestionBox',
  },
} as const

const clockTime = z.string(forms.time.en).regex(/^([01]\d|2[0-3]):[0-5]\d$/, forms.time.en)
const windowEdge = z.string(forms.time.en).regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, forms.time.en)
const windows = z
  .array(z.tuple([windowEdge, windowEdge]))
  .min(1)
  .refine(areInOrder, forms.windows.en)
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
const code = z.string().regex(/^[A-Za-z]\w*$/, forms.code.en)
const text = z.string().min(1)

/**
 * A length of time as people write it: `30m`, `2h` (elapsed), `4wh`, `30wm` (working time), `1BD` (working days),
 * `15d` (calendar days). Read into the clock's `Limit`, in whole seconds or whole days.
 */
export const Duration = z
  .string(forms.duration.en)
  .regex(/^(?!0+(\.0+)?[a-zA-Z])(\d+(\.\d+)?(m|h|wm|wh)|\d+(BD|d))$/, forms.duration.en)
  .transform(toLimit)
export type Limit =
  | { workingSeconds: number }
  | { workingDays: number }
  | { calendarDays: number }
  | { elapsedSeconds: number }

/** Reads `4wh` into `{ workingSeconds: 14400 }`; the text must already have the form above. */
export function toLimit(written: string): Limit {
  const amount = Number.parseFloat(written)
  switch (written.replace(/^[\d.]+/, '')) {
    case 'm':
      return { elapsedSeconds: Math.round(amount * 60) }
    case 'h':
      return { elapsedSeconds: Math.round(amount * 3600) }
    case 'wm':
      return { workingSeconds: Math.round(amount * 60) }
    case 'wh':
      return { workingSeconds: Math.round(amount * 3600) }
    case 'BD':
      return { workingDays: amount }
    default:
      return { calendarDays: amount }
  }
}

/**
 * A moment told from a clock: `50%` of its time, `-2wh` or `-1BD` before its due, `-3d@09:30` that local time three days
 * before the due's day, `+4wh` after its due, `0` at its due, `statutory-1d` one day before the statutory due.
 * `wh` and `BD` are those of the calendar the clock runs on (`runsOn`): on a 24x7 clock 1wh is 1h and 1BD is 24h.
 */
export const Moment = z
  .string(forms.moment.en)
  .regex(
    /^(0|\d{1,2}%|[+-](\d+(\.\d+)?(m|h|wm|wh)|\d+(BD|d))|-?\d+d@([01]\d|2[0-3]):[0-5]\d|statutory-\d+(d|BD))$/,
    forms.moment.en,
  )
  .transform(toMoment)
export type Moment =
  | { percent: number }
  | { before: Limit }
  | { after: Limit }
  | { calendarDaysBefore: number; at: string }
  | { beforeStatutory: Limit }

/** Reads `-1BD` into `{ before: { workingDays: 1 } }`; the text must already have the form above. */
export function toMoment(written: string): Moment {
  if (written === '0') return { after: { elapsedSeconds: 0 } }
  if (written.endsWith('%')) return { percent: Number.parseInt(written, 10) }
  if (written.startsWith('statutory-'))
    return { beforeStatutory: toLimit(written.slice('statutory-'.length)) }
  const [days, at] = written.split('d@')
  if (at !== undefined) return { calendarDaysBefore: Math.abs(Number(days)), at }
  const length = toLimit(written.slice(1))
  return written.startsWith('-') ? { before: length } : { after: length }
}

/** A `Limit` as it stands in a stored pack. */
export const StoredLimit = z.union([
  z.strictObject({ workingSeconds: z.number() }),
  z.strictObject({ workingDays: z.number() }),
  z.strictObject({ calendarDays: z.number() }),
  z.strictObject({ elapsedSeconds: z.number() }),
])
/** A `Moment` as it stands in a stored pack. */
export const StoredMoment = z.union([
  z.strictObject({ percent: z.number() }),
  z.strictObject({ before: StoredLimit }),
  z.strictObject({ after: StoredLimit }),
  z.strictObject({ calendarDaysBefore: z.number(), at: z.string() }),
  z.strictObject({ beforeStatutory: StoredLimit }),
])

const names = z.strictObject({ zh: text, en: text })
const callee = z.enum(callees)
const level = z.enum(levels)

const calendar = z.strictObject({
  timeZone: z.string().refine(isTimeZone, forms.timeZone.en),
  week: z
    .partialRecord(z.enum(weekdays), windows)
    .refine((week) => Object.keys(week).length > 0, forms.week.en),
  /** Open hours of a make-up workday; without them, Monday's. */
  workdayHours: windows.optional(),
  quiet: z.tuple([clockTime, clockTime]),
  /** Names a file beside the pack with the official holidays and make-up workdays, per year with its notice. */
  holidays: text,
})

const fact = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('flag'), fact: code }),
  z.strictObject({ kind: z.literal('number'), fact: code, atLeast: z.number().positive() }),
])
const criterion = z.strictObject({
  code,
  name: names,
  /** All of these together; a criterion with one fact is met by it alone. */
  all: z.array(fact).min(1),
})
export type Criterion = z.infer<typeof criterion>

const named = z.strictObject({
  code,
  zh: text,
  en: text,
  stdCode: z.string().optional(),
  /** Of a level fact: whether it is ticked or counted. */
  kind: z.enum(['flag', 'number']).optional(),
  /** Of a level fact: the sensitivity tags that it suggests. */
  tags: z.array(z.string()).optional(),
  /** Of a business detail: the business type it belongs to. */
  parent: z.string().optional(),
})
export type Named = z.infer<typeof named>

/** The lists of `DOMAIN.md` 9.8 and 9.1; each item's code is what is stored, its names what people read. */
export const listNames = [
  'source',
  'channel',
  'business',
  'businessDetail',
  'cause',
  'request',
  'outcome',
  'customerResponse',
  'responsibility',
  'rootCause',
  'action',
  'degree',
  'penalty',
  'compensation',
  'closeType',
  'vulnerability',
  'sensitivity',
  'overdueReason',
  'caseType',
  'statutoryBasis',
  'contactMode',
  'mood',
  'remedy',
  'returnReason',
  'escalationReason',
  'extensionReason',
  'notAcceptedReason',
  'revealReason',
  'levelFact',
] as const
export type ListName = (typeof listNames)[number]

/** Which reminders a clock gets when it does not name a plan: the first whose `upTo` its limit does not pass. */
export const lengthPlans = ['short', 'day', 'long'] as const
export type PlanName = (typeof lengthPlans)[number] | 'statutory' | 'ends'

/** One schema for both ways a pack is written: by people (`30m`) and as stored (`{"elapsedSeconds":1800}`). */
function packOf(limit: z.ZodType<Limit>, moment: z.ZodType<Moment>) {
  const call = z.strictObject({ at: moment, to: z.array(callee).min(1) })
  const calls = z.array(call).min(1)
  const boundedPlan = z.strictObject({ upTo: limit, calls })
  const plan = z.strictObject({ calls })
  /** One moment, or several of which the earliest counts. */
  const earliestOf = z.preprocess(inArray, z.array(moment).min(1))

  return z.strictObject({
    version: z.string(forms.version.en).regex(/^\d{4}\.\d+$/, forms.version.en),
    /** Local date from which new complaints open under this pack. */
    effectiveFrom: z.iso.date(),
    /** `headOffice` packs stand alone; a `branch` pack may only be tighter than the head-office pack it names. */
    scope: z.enum(['headOffice', 'branch']),
    tightens: text.optional(),
    calendar,
    statutory: z.strictObject({
      limit,
      /** The internal due never passes this many working days before the statutory due. */
      safetyMargin: limit,
      extension: z.strictObject({
        /** How long before the due an extension must be asked for. */
        askBefore: limit,
        /** The limits it may be extended to, in turn, all counted from first receipt, and who grants each. */
        steps: z.array(z.strictObject({ to: limit, approver: callee })),
        /** No extension of a complaint handled on the central bank's basis passes this. */
        pbcMax: limit,
      }),
    }),
    levels: z.array(
      z.strictObject({
        level,
        name: names,
        /** `always`: day and night. `business`: in open hours. The unit of a clock's limit goes first, see `runsOn`. */
        runs: z.enum(['always', 'business']),
        quietHours: z.boolean(),
        anyOf: z.array(criterion),
      }),
    ),
    /** After the level was raised, no step is due sooner than this from then. */
    relevelGrace: limit,
    fastLane: z.strictObject({ levels: z.array(level), within: limit }),
    /** Same person, same matter: within which time after closing it is a repeat, and which repeat raises the level. */
    repeat: z.strictObject({ within: limit, raisesAt: z.number().int().min(2) }),
    /** Codes of the list `source` that mean an authority referred the complaint. */
    authoritySources: z.array(z.string()),
    reminderPlans: z.strictObject({
      short: boundedPlan,
      day: boundedPlan,
      long: plan,
      statutory: plan,
      /** Before an extension or a pause ends. */
      ends: plan,
    }),
    /** Per clock: its limit for each level (no entry: the clock does not run there) and who is called when overdue. */
    clocks: z.record(
      z.enum(clockCodes),
      z.strictObject({
        limits: z.partialRecord(level, limit),
        /** Without it the plan follows from the length of the limit, see `remindersOf`. */
        plan: z.enum([...lengthPlans, 'statutory']).optional(),
        /** Called at once with rung 0. */
        rungZero: z.array(callee).min(1),
      }),
    ),
    /** The rungs above 0, the same for every step clock: who, and how long after the due for each level. */
    ladder: z.array(
      z.strictObject({
        rung: z.number().int().min(1),
        to: z.array(callee).min(1),
        after: z.record(level, earliestOf),
      }),
    ),
    /** How long until an unanswered call is repeated. */
    repeatEvery: z.record(level, limit),
    /** From which rung on a complaint is the branch's and gets its private channel. */
    branchRung: z.number().int().min(1),
    followUpSample: z.record(
      level,
      z.strictObject({ percent: z.number().min(0).max(100), allIf: z.array(z.enum(['atFault', 'paid'])) }),
    ),
    /** How long after the reply the root cause must be answered; an empty `onlyIf` means always. */
    rootCause: z.record(
      level,
      z.strictObject({ limit, onlyIf: z.array(z.enum(['atFault', 'repeat', 'flagged'])) }),
    ),
    /** Improvement actions. */
    improvement: z.strictObject({
      /** The level whose ladder an overdue action climbs, and who is called with rung 0. */
      pace: level,
      rungZero: z.array(callee).min(1),
      /** How long until an unanswered call is repeated. */
      repeatEvery: limit,
      /** How long after it was done it is checked whether the cause came back. */
      checkAfter: limit,
      /** From so many complaints of the same cause on it came back, and the action is open again for so long. */
      reopensAt: z.number().int().min(1),
      redoWithin: limit,
    }),
    /** Review meetings. */
    review: z.strictObject({
      /** Regular ones meet on the last working day of every so many months, at this local time. */
      everyMonths: z.union([1, 2, 3, 4, 6, 12].map((months) => z.literal(months))),
      meetsAt: clockTime,
      specialWithin: limit,
      /** How long before the meeting its members have the pack. */
      packBefore: limit,
      /** More than this share of the votes, in percent, must come. */
      quorumOver: z.number().min(0).max(99),
      minutesWithin: limit,
      objectWithin: limit,
      answerWithin: limit,
      /** How long until what is missing is asked for again. */
      askEvery: limit,
      /** Closed cases of these levels, those that climbed to this rung, and this share of the others are on the agenda. */
      levels: z.array(level),
      fromRung: z.number().int().min(1),
      samplePercent: z.number().min(0).max(100),
    }),
    /** Level-1 emergencies; what holds without it stands in `emergency-rules.ts`. */
    emergency: z
      .strictObject({
        confirmWithin: limit,
        oralWithin: limit,
        writtenWithin: limit,
        dailyEvery: limit,
        finalWithin: limit,
        closingWithin: limit,
        voteWithin: limit,
        taskTopRung: z.number().int().min(0),
        keepReaction: z.string().regex(/^[a-z0-9_+-]+$/),
        cluster: z.strictObject({
          window: limit,
          product: z.number().int().min(2),
          outlet: z.number().int().min(2),
          script: z.number().int().min(2),
          likeness: z.number().min(1).max(100),
        }),
      })
      .exactOptional(),
    /** Deadlines beside the clocks of handling. */
    special: z.strictObject({
      /** The answer to an authority that named no due of its own. */
      referralAnswer: limit,
      /** A higher-level review: asked for so long after the decision, and decided so long after it was asked for. */
      higherReview: z.strictObject({ askWithin: limit, decideWithin: limit }),
      /** So many may represent the persons of a group complaint. */
      representatives: z.number().int().min(1),
      /** The report of a data leak to the authority. */
      leakReport: limit,
      /** The next look at special care, where the plan names no day. */
      careReview: limit,
    }),
    pauses: z.array(
      z.strictObject({
        code: z.string().regex(/^[A-Z][A-Z_]*$/, forms.code.en),
        zh: text,
        en: text,
        stopsStep: z.boolean(),
        stopsStatutory: z.enum(['never', 'ifSqHeadAllows', 'always']),
        customerTold: z.boolean(),
        /** The longest it may last. */
        limit: limit.optional(),
        reviewEvery: limit.optional(),
        /** Attempts to reach the customer, on how many days, before it may be used. */
        attempts: z
          .strictObject({ count: z.number().int().min(1), days: z.number().int().min(1) })
          .optional(),
        /** Who owns the step while it lasts, when that changes. */
        owner: callee.optional(),
      }),
    ),
    digest: z.strictObject({ person: clockTime, sqChannel: clockTime }),
    channel: z.strictObject({ levels: z.array(level), archiveAfter: limit }),
    reveal: z.strictObject({
      showSeconds: z.number().int().min(10),
      untilDaysAfterClose: z.number().int().min(0),
    }),
    retention: z.strictObject({
      years: z.number().int(),
      floorYears: z.number().int().min(3),
      l1Years: z.number().int(),
    }),
    reopenDays: z.number().int().min(0),
    lists: z.record(z.enum(listNames), z.array(named).min(1)),
  })
}

/** What a head-office pack may leave to the branches: words and habits, no standard. */
const leftToBranches = {
  reminderPlans: true,
  fastLane: true,
  improvement: true,
  review: true,
  special: true,
  pauses: true,
  digest: true,
  lists: true,
} as const

/** A pack as people write it. */
export const Pack = packOf(Duration, Moment)
/** A checked pack: what `decide`, `tick` and the views read. Plain JSON. */
export type Pack = z.infer<typeof Pack>

/** A checked pack as it comes back from `jsonb`, of any version ever stored; parsing gives the same `Pack`. */
export const StoredPack = z.preprocess(withLaterSections, packOf(StoredLimit, StoredMoment))

/** A head-office pack: the standards that a branch may tighten. A whole `Pack` is one too. */
export const Standards = Pack.partial(leftToBranches)
export type Standards = z.infer<typeof Standards>

export type Call = Pack['reminderPlans']['long']['calls'][number]

function inArray(value: unknown): unknown {
  return Array.isArray(value) ? value : [value]
}

function areInOrder(day: readonly (readonly [string, string])[]): boolean {
  return day.every(([opens, closes], at) => opens < closes && (day[at - 1]?.[1] ?? '00:00') <= opens)
}

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone }).format()
    return true
  } catch {
    return false
  }
}
