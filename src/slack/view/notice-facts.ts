import type { Complaint } from '../../complaint/complaint.ts'
import { type Emergency, clusterKinds, emergencyRoles, reportKinds } from '../../emergency/emergency.ts'
import type { Notice } from '../../matter/effect.ts'
import { type Level, levels } from '../../policy/pack.ts'
import type { NoticeFacts } from '../../text/keys.ts'
import { type Language, textFor } from '../../text/text.ts'
import type { House, Reader } from './house.ts'
import { escapeMrkdwn, inline } from './mrkdwn.ts'
import {
  clockName,
  clusterName,
  codeName,
  escalationReason,
  levelName,
  nameOf,
  optionName,
  pauseName,
  rungName,
  unitName,
  who,
} from './names.ts'
import { dateToken, plainTime } from './time.ts'

/** A sentence twice: `plain` for the notification (no tokens), `mrkdwn` with mentions and times that Slack draws. */
export interface Sentence {
  readonly plain: string
  readonly mrkdwn: string
}

/** The one sentence of a notice about a complaint. */
export function noticeSentence(notice: Notice, complaint: Complaint, reader: Reader, house: House): Sentence {
  const { language } = reader
  const about = {
    number: complaint.number,
    level: levelName(complaint.level, language, house),
    outlet: unitName(complaint.outlet, language, house),
    reason: reasonOf(notice, language, house),
  }
  return matterSentence(notice, about, reader, house)
}

/** The one sentence of a notice about a level-1 emergency. */
export function emergencySentence(
  notice: Notice,
  emergency: Emergency,
  reader: Reader,
  house: House,
): Sentence {
  const { language } = reader
  const about = {
    number: emergency.number,
    level: levelName('L1', language, house),
    outlet: unitName(emergency.outlet, language, house),
    reason: emergencyReason(notice, reader, house),
  }
  return matterSentence(notice, about, reader, house)
}

function emergencyReason(
  { code, reason = '', role, case: number }: Notice,
  reader: Reader,
  house: House,
): string {
  const { language } = reader
  switch (code) {
    case 'joined':
      return whyHere(reason, language)
    case 'emergency-report': {
      const kind = reportKinds.find((each) => each === role)
      return kind ? textFor(language).reportKindNames[kind] : ''
    }
    case 'cluster-proposed': {
      const kind = clusterKinds.find((each) => each === role)
      return kind ? clusterName({ kind, about: reason }, reader, house) : reason
    }
    default:
      return number ?? reason
  }
}

/** What only the kind of matter knows of its notice, in plain words; empty where it has none. */
export type About = Pick<NoticeFacts, 'number' | 'level' | 'outlet' | 'reason'>

/** The one sentence of a notice about a matter of any kind. */
export function matterSentence(notice: Notice, about: About, reader: Reader, house: House): Sentence {
  const { language } = reader
  const say = textFor(language).notices[notice.code]
  const { by, person, due } = notice
  const facts = { ...about, ...codes(notice, language), reason: inline(about.reason) }
  return {
    plain: say({
      ...facts,
      by: plainly(by, notice, language, house),
      person: person ? escapeMrkdwn(nameOf(person, language, house)) : '',
      due: due ? plainTime(due, reader) : '',
    }),
    mrkdwn: say({
      ...facts,
      by: by ? who(by, reader, house) : plainly(by, notice, language, house),
      person: person ? who(person, reader, house) : '',
      due: due ? dateToken(due, reader) : '',
    }),
  }
}

/** An escalation, or the end of a pause, without a name is the clock's; all else that nobody did was done by somebody. */
function plainly(by: string | undefined, { code }: Notice, language: Language, house: House): string {
  if (by !== undefined) return escapeMrkdwn(nameOf(by, language, house))
  return code === 'escalated' || code === 'resumed' ? '' : textFor(language).noticeParts.somebody
}

function codes({ code, clock, rung, role, remark, count, amount }: Notice, language: Language) {
  const called = code === 'overdue' && rung === 0 ? undefined : rung
  const part = roleWords(role, language)
  return {
    clock: clock ? clockName(clock, language) : '',
    rung: called === undefined ? '' : rungName(called, language),
    role: part.name,
    duty: part.duty,
    remark: inline(remark ?? ''),
    count: count === undefined ? '' : String(count),
    amount: amount === undefined ? '' : textFor(language).amounts.yuan(amount / 100),
  }
}

/** The name and the duty of a part in an emergency group; a member's where it is none of the named ones. */
function roleWords(
  role: string | undefined,
  language: Language,
): { readonly name: string; readonly duty: string } {
  const text = textFor(language)
  const known = emergencyRoles.find((each) => each === role)
  return known ? text.emergencyRoles[known] : text.groupMember
}

function reasonOf({ code, reason = '' }: Notice, language: Language, house: House): string {
  switch (code) {
    case 'returned':
      return codeName('returnReason', reason, language, house)
    case 'escalated':
      return escalationReason(reason, language, house)
    case 'joined':
      return whyHere(reason, language)
    case 'not-accepted':
      return codeName('notAcceptedReason', reason, language, house)
    case 'pause-wanted':
    case 'paused':
    case 'pause-ending':
    case 'pause-review':
    case 'resumed':
      return pauseName(reason, language, house)
    case 'referred':
    case 'leak-reported':
      return codeName('source', reason, language, house)
    case 'higher-review-decided':
      return optionName('result', reason, language)
    case 'mediation':
      return mediationWords(reason, language)
    case 'extension-wanted':
      return codeName('extensionReason', reason, language, house)
    case 'graver-facts':
      return levels.some((level) => level === reason) ? levelName(reason as Level, language, house) : reason
    default:
      return reason
  }
}

/** What the customer answered to the offer, or how it ended. */
function mediationWords(reason: string, language: Language): string {
  const { options } = textFor(language)
  const all: Readonly<Record<string, string>> = { ...options.answer, ...options.mediationResult }
  return all[reason] ?? reason
}

/** Why somebody is in a channel, from the part that brought them in: `handler`, `rung3`, `leader`, … */
export function whyHere(why: string | undefined, language: Language): string {
  const text = textFor(language)
  const words: Readonly<Record<string, string>> = text.whyHere
  const role = emergencyRoles.find((each) => each === why)
  if (role) return `${text.emergencyRoles[role].name}: ${text.emergencyRoles[role].duty}`
  return words[(why ?? '').replace(/^rung\d+$/, 'rung')] ?? text.whyHere.member
}
