import type { NoticeCode } from '../../matter/effect.ts'
import type { NoticeFacts } from '../keys.ts'
import { accountabilityNotices } from './accountability.ts'
import { emergencyNotices } from './emergency.ts'
import { fundNotices } from './fund.ts'
import { specialNotices } from './special.ts'

const because = (reason: string) => (reason ? ` Reason: ${reason}.` : '')

/** What a private message or a post says first: one sentence on why the reader gets it. */
export const notices: Record<NoticeCode, (facts: NoticeFacts) => string> = {
  ...specialNotices,
  filed: ({ number }) => `You filed complaint ${number}. You stay responsible until it is taken on.`,
  'triage-wanted': ({ number, by, level }) =>
    `${by} filed complaint ${number}, proposed as ${level}. Please accept it and set its level.`,
  'level-1-proposed': ({ number, by }) =>
    `${by} filed complaint ${number}, and its facts make it level 1. Please confirm the level at once.`,
  'dispatch-wanted': ({ number, by, level }) =>
    `${by} set complaint ${number} to ${level}. Please dispatch it.`,
  offered: ({ number, by }) =>
    `${by} dispatched complaint ${number} to you. Please take it over, or send it back with a reason.`,
  returned: ({ number, by, reason }) =>
    `${by} returned complaint ${number}.${because(reason)} Please dispatch it again.`,
  taken: ({ number, by }) => `${by} took over complaint ${number}. You need do nothing more.`,
  'approval-wanted': ({ number, by }) =>
    `${by} proposed a solution for complaint ${number}. Please approve it or send it back.`,
  approved: ({ number, by }) =>
    `${by} approved your solution for complaint ${number}. Please reply to the customer.`,
  'sent-back': ({ number, by }) => `${by} sent your solution for complaint ${number} back. Please revise it.`,
  replied: ({ number, by }) => `${by} replied to the customer of complaint ${number}, which you filed.`,
  'follow-up-wanted': ({ number }) =>
    `Complaint ${number} was drawn for a follow-up call. Please call the customer.`,
  'not-content': ({ number, by }) =>
    `${by} called the customer of complaint ${number}, who is not content. It is back in handling; the statutory due stays.`,
  'close-wanted': ({ number }) => `All is done for complaint ${number}. Please close it.`,
  closed: ({ number, by }) => `${by} closed complaint ${number}.`,
  withdrawn: ({ number, by }) =>
    `The customer withdrew complaint ${number}; ${by} recorded it. Handling ends, and you need do nothing more.`,
  'not-accepted': ({ number, by, reason }) =>
    `${by} did not accept complaint ${number}.${because(reason)} The customer was told; you need do nothing more.`,
  reopened: ({ number, by }) =>
    `${by} reopened complaint ${number}. It is in handling again; its due times are on the card.`,
  'customer-again': ({ number, by, count }) =>
    `The customer of complaint ${number} came back (repeat ${count}). ${by} added what they said to the case.`,
  'graver-facts': ({ number, reason }) =>
    `What the customer of complaint ${number} added makes it ${reason} by the policy pack. Please change the level, or leave it.`,
  'level-raised': ({ number, level, count }) =>
    count
      ? `Complaint ${number} is ${level} now: the customer came back for repeat ${count} of the same matter, and that raises the level by one.`
      : `Complaint ${number} is proposed as ${level} now, by what the customer added.`,
  relevelled: ({ number, by, level, reason }) =>
    `${by} changed complaint ${number} to ${level}.${because(reason)}`,
  escalated: ({ number, by, rung, reason }) =>
    `${by ? `${by} escalated complaint ${number}` : `Complaint ${number} was escalated`} to: ${rung}.${because(reason)}`,
  reminder: ({ number, clock, due }) => `Complaint ${number} waits for: ${clock}. Due ${due}.`,
  overdue: ({ number, clock, due, rung }) =>
    `Complaint ${number} is overdue: ${clock}, due ${due}.${rung ? ` Escalated to: ${rung}.` : ''} Please act, or give a new time with a reason.`,
  'nobody-found': ({ number, clock, rung }) =>
    `Complaint ${number} is overdue (${clock}), and nobody could be found for: ${rung}. The next rung was called. Please name somebody.`,
  joined: ({ number, reason }) => `You were added to the channel of ${number}. ${reason}`,
  'invite-refused': ({ number, person, reason }) =>
    `${person} could not be invited to the channel of ${number}${reason ? ` (${reason})` : ''}. The deputy is asked where there is one.`,
  digest: ({ number }) => `Your day: ${number}.`,
  ...emergencyNotices,
  ...fundNotices,
  ...accountabilityNotices,
}

export const noticeParts = {
  somebody: 'Somebody',
  theSystem: 'Redress',
  late: (length: string) =>
    `We are ${length} late with this: Redress was down. The delay is ours, not yours.`,
  remark: 'Remark',
  act: 'Your part now',
}
