import type { NoticeCode } from '../../matter/effect.ts'
import type { RefusalCode } from '../../matter/refusal.ts'
import type { NoticeFacts, RefusalFacts } from '../keys.ts'

type AccountabilityNotice =
  | Exclude<Extract<NoticeCode, `action-${string}` | `review-${string}`>, 'review-asked' | 'review-decided'>
  | 'verdict-told'
  | 'objection-answered'

type ReviewRefusal = Extract<
  RefusalCode,
  | 'too-early'
  | 'too-late'
  | 'pack-missing'
  | 'not-on-agenda'
  | 'own-unit'
  | 'no-quorum'
  | 'no-vote'
  | 'voted-twice'
  | 'no-majority'
  | 'verdict-missing'
  | 'objection-open'
  | 'review-exists'
  | 'unknown-number'
>

const because = (reason: string) => (reason ? ` Reason: ${reason}.` : '')

/** What a private message about an improvement action or a review meeting says first. */
export const accountabilityNotices: Record<AccountabilityNotice, (facts: NoticeFacts) => string> = {
  'action-yours': ({ number, due, reason }) =>
    `The improvement action ${number} is yours, due ${due}.${because(reason)} Please carry it out and close it with evidence.`,
  'action-due': ({ number, due }) => `The improvement action ${number} is due ${due}.`,
  'action-overdue': ({ number, due, rung }) =>
    `The improvement action ${number} is overdue: it was due ${due}.${rung ? ` It has climbed to ${rung}.` : ''} Please see that it is done.`,
  'action-finished': ({ number, by }) =>
    `${by} reports the improvement action ${number} done. Please look at the evidence.`,
  'action-sent-back': ({ number, by, due }) =>
    `${by} does not accept the evidence for the improvement action ${number}. It is open again, due ${due}.`,
  'action-extension-wanted': ({ number, by, due }) =>
    `${by} asks for more time for the improvement action ${number}, until ${due}. Please decide.`,
  'action-extended': ({ number, by, due }) =>
    `${by} granted more time for the improvement action ${number}: it is due ${due} now.`,
  'action-extension-refused': ({ number, by, due }) =>
    `${by} refused more time for the improvement action ${number}: it stays due ${due}.`,
  'action-cancelled': ({ number, reason }) =>
    `The improvement action ${number} is cancelled.${because(reason)} Nothing more is to be done for it.`,
  'action-check-wanted': ({ number }) =>
    `The improvement action ${number} was done some time ago. Please check whether its cause came back, and record the count.`,
  'action-lasting': ({ number }) =>
    `The cause behind the improvement action ${number} has not come back. It is closed for good.`,
  'action-came-back': ({ number, count, due }) =>
    `The cause behind the improvement action ${number} came back (complaints since: ${count || '1'}). It is open again, due ${due}.`,
  'review-convened': ({ number, due }) => `The review meeting ${number} is convened for ${due}.`,
  'review-agenda': ({ number }) =>
    `The agenda of the review meeting ${number} has changed since its pack was sent. Please look at it again.`,
  'review-pack': ({ number, due }) =>
    `Here is the pack of the review meeting ${number}, which meets ${due}. Please read it before.`,
  'review-moved': ({ number, by, due, reason }) =>
    `${by} moved the review meeting ${number} to ${due}.${because(reason)}`,
  'review-cancelled': ({ number, by, reason }) =>
    `${by} cancelled the review meeting ${number}.${because(reason)} Its cases go to the next one.`,
  'review-wanted': ({ number, due, reason }) =>
    `The review meeting ${number} waits for ${reason || 'its next step'}, due ${due}. Please act.`,
  'review-minutes': ({ number, by }) => `${by} filed the minutes of the review meeting ${number}.`,
  'review-closed': ({ number, by }) => `${by} closed the review meeting ${number}.`,
  'review-objected': ({ number, by }) =>
    `${by} objects to a verdict of the review meeting ${number}. The committee must answer.`,
  'verdict-told': ({ number, due }) =>
    `The review meeting ${number} found your unit at fault in a case.${due ? ` You may object until ${due}.` : ''}`,
  'objection-answered': ({ number, by }) =>
    `${by} answered the objection to a verdict of the review meeting ${number}.`,
}

/** The "no"s of actions and review meetings. */
export const reviewRefusals: Record<ReviewRefusal, (facts: RefusalFacts) => string> = {
  'too-early': () =>
    'This lies before what must come first, or its time has not come yet. Please check the date and the order of events.',
  'too-late': () => 'The time for this is over, so it can no longer be done. Please talk to service quality.',
  'pack-missing': () =>
    'The members have not been sent the pack of this meeting yet. Send it first, then open the meeting.',
  'not-on-agenda': () => 'This case is not on the agenda of the meeting. Please look at its agenda of now.',
  'own-unit': ({ person }) =>
    `${person || 'This person'} belongs to a unit that this case is about, and so takes no part in judging it. Please leave it to another member.`,
  'no-quorum': () =>
    'Too few members with a vote are present, so the meeting can decide nothing. Please move it to another day.',
  'no-vote': ({ person }) =>
    `${person || 'This person'} has no vote on this case: not present, no member, or of the unit concerned. Please take them off.`,
  'voted-twice': ({ person }) =>
    `${person || 'This person'} is named with two votes on this case. Please leave one of them.`,
  'no-majority': () =>
    'No more than half of those with a vote on this case are for the verdict, so it is not adopted. Change it, or defer the case.',
  'verdict-missing': () =>
    'Some cases on the agenda have no verdict yet. Decide or defer each of them, then file the minutes.',
  'objection-open': () =>
    'An objection to a verdict is not answered yet. It must be answered before the meeting is closed.',
  'review-exists': ({ seen }) =>
    `The regular meeting of that month is convened already: ${seen}. Nothing was convened twice; put your cases on its agenda.`,
  'unknown-number': ({ seen }) =>
    seen
      ? `No complaint of this branch that you may see has the number ${seen}. Please correct it; nothing was changed.`
      : 'Please write at least one number, such as 2026-00012.',
}
