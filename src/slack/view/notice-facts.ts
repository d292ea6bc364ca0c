import type { Complaint } from '../../complaint/complaint.ts'
import { type Emergency, emergencyRoles } from '../../emergency/emergency.ts'
import type { Notice } from '../../matter/effect.ts'
import type { NoticeFacts } from '../../text/keys.ts'
import { type Language, textFor } from '../../text/text.ts'
import type { House, Reader } from './house.ts'
import { escapeMrkdwn, inline } from './mrkdwn.ts'
import { clockName, codeName, escalationReason, levelName, nameOf, rungName, unitName, who } from './names.ts'
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
  return sentence(notice, about, reader, house)
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
    reason: notice.code === 'joined' ? whyHere(notice.reason, language) : (notice.reason ?? ''),
  }
  return sentence(notice, about, reader, house)
}

type About = Pick<NoticeFacts, 'number' | 'level' | 'outlet' | 'reason'>

function sentence(notice: Notice, about: About, reader: Reader, house: House): Sentence {
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

/** An escalation without a name is the clock's; all else that nobody did was done by somebody. */
function plainly(by: string | undefined, { code }: Notice, language: Language, house: House): string {
  if (by !== undefined) return escapeMrkdwn(nameOf(by, language, house))
  return code === 'escalated' ? '' : textFor(language).noticeParts.somebody
}

function codes({ code, clock, rung, role, remark }: Notice, language: Language) {
  const called = code === 'overdue' && rung === 0 ? undefined : rung
  const part = roleWords(role, language)
  return {
    clock: clock ? clockName(clock, language) : '',
    rung: called === undefined ? '' : rungName(called, language),
    role: part.name,
    duty: part.duty,
    remark: inline(remark ?? ''),
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
    default:
      return reason
  }
}

/** Why somebody is in a channel, from the part that brought them in: `handler`, `rung3`, `leader`, … */
export function whyHere(why: string | undefined, language: Language): string {
  const text = textFor(language)
  const words: Readonly<Record<string, string>> = text.whyHere
  const role = emergencyRoles.find((each) => each === why)
  if (role) return `${text.emergencyRoles[role].name}: ${text.emergencyRoles[role].duty}`
  return words[(why ?? '').replace(/^rung\d+$/, 'rung')] ?? text.whyHere.member
}
