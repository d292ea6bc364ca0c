/** The life of a year's fund: its budget is voted on, it pays, it is closed. A request needs the budget to stand. */
export const fundLifecycle = {
  proposed: ['reviseBudget'],
  open: ['request', 'reviseBudget', 'closeYear'],
  closed: [],
} as const satisfies Record<string, readonly string[]>
export type FundStatus = keyof typeof fundLifecycle

export const fundSteps = ['reviseBudget', 'request', 'closeYear'] as const
export type FundStep = (typeof fundSteps)[number]

/**
 * The life of a request: decided by one person within their band or by the committee's vote (`voting`), paid, settled; money
 * left over makes it `returning` until it has come back.
 */
export const requestLifecycle = {
  requested: ['approve', 'sendBack', 'refuse', 'withdraw'],
  voting: ['withdraw'],
  sentBack: ['resubmit', 'withdraw'],
  approved: ['pay', 'withdraw'],
  paid: ['settle'],
  returning: ['returnUnused'],
  settled: [],
  refused: [],
  withdrawn: [],
} as const satisfies Record<string, readonly string[]>
export type RequestStatus = keyof typeof requestLifecycle

export const requestSteps = [
  'approve',
  'sendBack',
  'refuse',
  'withdraw',
  'resubmit',
  'pay',
  'settle',
  'returnUnused',
] as const
export type RequestStep = (typeof requestSteps)[number]
