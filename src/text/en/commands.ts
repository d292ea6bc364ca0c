import type { CommandWords } from '../keys.ts'

/** What people may type behind `/complaint`. Steps and statuses also go by their codes and by what cards call them. */
export const commands: CommandWords = {
  askings: {
    show: ['show'],
    mine: ['mine'],
    overdue: ['overdue'],
    list: ['list'],
    search: ['search'],
    why: ['why'],
    who: ['who'],
    org: ['org'],
    help: ['help', '?'],
  },
  matters: { fund: ['fund'], action: ['action', 'actions'], review: ['review', 'reviews'] },
  steps: {},
  filters: { level: ['level'], state: ['state', 'status'], unit: ['unit'] },
  open: ['open'],
  referred: ['referred', 'referrals'],
  levels: { L1: ['l1', '1'], L2: ['l2', '2'], L3: ['l3', '3'] },
}
