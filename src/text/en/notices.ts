import type { NoticeCode } from '../../matter/effect.ts'
import type { NoticeFacts } from '../keys.ts'

const because = (reason: string) => (reason ? ` Reason: ${reason}.` : '')

/** What a private message or a post says first: one sentence on why the reader gets it. */
export const notices: Record<NoticeCode, (facts: NoticeFacts) => string> = {
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
  'emergency-member': ({ number, role, duty }) =>
    `You are in the level-1 emergency group ${number} as ${role}, who ${duty}.`,
  'emergency-role': ({ number, by, role, duty }) =>
    `${by} appointed you in the emergency group ${number}: ${role}, who ${duty}.`,
  'emergency-brief': ({ number }) => `Level-1 emergency ${number}: the brief`,
  'instruction-wanted': ({ number }) =>
    `The emergency group ${number} is formed. Please record head office’s instruction: who gave it, when, and the wording.`,
  'instruction-recorded': ({ number, by }) => `${by} recorded head office’s instruction for ${number}.`,
  situation: ({ number, by, due }) => `${by} reports on ${number}.${due ? ` Next report by ${due}.` : ''}`,
  'situation-wanted': ({ number, due }) =>
    `The situation report on ${number} was promised for ${due}. Please report now.`,
  'stood-down': ({ number, by, reason }) =>
    `${by} stood the emergency group ${number} down.${because(reason)}`,
  digest: ({ number }) => `Your day: ${number}.`,
}

export const noticeParts = {
  somebody: 'Somebody',
  theSystem: 'Redress',
  late: (length: string) =>
    `We are ${length} late with this: Redress was down. The delay is ours, not yours.`,
  remark: 'Remark',
  act: 'Your part now',
}
