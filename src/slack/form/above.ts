import type { KnownBlock } from '@slack/types'
import type { Complaint } from '../../complaint/complaint.ts'
import { limitOf } from '../../complaint/clocks.ts'
import type { StepName } from '../../complaint/lifecycle.ts'
import type { ClockCode } from '../../policy/pack.ts'
import { textFor } from '../../text/text.ts'
import { context, section } from '../view/blocks.ts'
import { faultWords, planMoney } from '../view/history.ts'
import type { House, Reader } from '../view/house.ts'
import { escapeMrkdwn, quote } from '../view/mrkdwn.ts'
import { codeName, levelName, levelReasons, levelSign } from '../view/names.ts'
import { headline, twoClocks } from '../view/state-of-case.ts'
import { clockName } from '../view/names.ts'
import { deadlineBlocks } from '../view/beside-the-clocks.ts'
import { waitingLines } from '../view/standing-still.ts'
import { dateToken } from '../view/time.ts'

/** The clocks whose limits a dispatch promises to keep. */
const ahead: readonly ClockCode[] = [
  'take',
  'contact',
  'investigate',
  'propose',
  'approve',
  'reply',
  'overall',
  'statutory',
]

/** What must be seen before a step's form is answered: the case in one line, then what the answer rests on. */
export function aboveStep(step: StepName, complaint: Complaint, reader: Reader, house: House): KnownBlock[] {
  return [context(`*${headline(complaint, reader, house)}*`), ...basisOf(step, complaint, reader, house)]
}

function basisOf(step: StepName, complaint: Complaint, reader: Reader, house: House): KnownBlock[] {
  switch (step) {
    case 'triage':
    case 'relevel':
      return [section(quote(complaint.story, 800)), section(proposal(complaint, reader, house))]
    case 'dispatch':
      return [section(limits(complaint, reader, house))]
    case 'propose':
      return findings(complaint, reader, house)
    case 'approve':
      return [...findings(complaint, reader, house), ...plan(complaint, reader, house)]
    case 'reply':
      return [...plan(complaint, reader, house), ...script(complaint, reader), ...promises(complaint, reader)]
    case 'followUp':
      return promises(complaint, reader)
    case 'reopen':
    case 'withdraw':
    case 'notAccept':
      return [section(quote(complaint.story, 800))]
    case 'merge':
    case 'addChild':
    case 'solveOnSpot':
    case 'refer':
    case 'answerReferral':
    case 'logAuthority':
    case 'reportLeak':
    case 'mediate':
    case 'endMediation':
    case 'care':
    case 'authorise':
      return [section(quote(complaint.story, 800)), ...deadlineBlocks(complaint, reader, house)]
    case 'askReview':
    case 'decideReview':
      return [section(quote(complaint.story, 800)), ...plan(complaint, reader, house), ...replied(complaint)]
    case 'pause':
    case 'resume':
    case 'decidePause':
    case 'extend':
    case 'decideExtension':
    case 'tellExtension':
      return [
        section([...waitingLines(complaint, reader, house), twoDues(complaint, reader, house)].join('\n')),
      ]
    case 'close':
      return [section(toDo(complaint, reader))]
    case 'seen':
      return [section(twoDues(complaint, reader, house))]
    case 'take':
    case 'sendBack':
    case 'contact':
    case 'investigate':
    case 'reportUp':
    case 'escalate':
      return []
  }
}

function proposal(complaint: Complaint, reader: Reader, house: House): string {
  const { modal, card, forms } = textFor(reader.language)
  const reasons = levelReasons(complaint.levelReasons, reader, house)
  const told = reasons.length > 0 ? reasons : [card.noReasons]
  const title = complaint.levelSet
    ? levelName(complaint.level, reader.language, house)
    : forms.pair(modal.proposal, levelName(complaint.level, reader.language, house))
  return [`${levelSign(complaint.level)} *${title}*`, ...told.map((reason) => `• ${reason}`)].join('\n')
}

function limits(complaint: Complaint, reader: Reader, { rulebook }: House): string {
  const { modal, clocks, limit } = textFor(reader.language)
  const lines = ahead.flatMap((code) => {
    const given = limitOf(code, complaint.level, rulebook)
    return given ? [`• ${modal.due(clocks[code], limit(given))}`] : []
  })
  return [`*${modal.limits}*`, ...lines].join('\n')
}

function findings({ findings: found }: Complaint, reader: Reader, house: House): KnownBlock[] {
  if (!found) return []
  const { card } = textFor(reader.language)
  const line = card.findings(
    faultWords(found.fault, reader.language),
    codeName('cause', found.cause, reader.language, house),
  )
  return [section(`*${line}*\n${quote(found.facts, 1000)}`)]
}

function plan({ plan: proposed }: Complaint, reader: Reader, house: House): KnownBlock[] {
  if (!proposed) return []
  const money = escapeMrkdwn(planMoney(proposed, reader, house))
  return [
    section(
      [
        `*${textFor(reader.language).modal.plan}*`,
        quote(proposed.solution, 1000),
        quote(proposed.basis, 600),
        ...(money ? [money] : []),
      ].join('\n'),
    ),
  ]
}

function script({ plan: proposed }: Complaint, { language }: Reader): KnownBlock[] {
  return proposed?.script
    ? [section(`*${textFor(language).modal.script}*\n${quote(proposed.script, 1000)}`)]
    : []
}

/** What the customer was told: the decision that is looked at again. */
function replied({ reply }: Complaint): KnownBlock[] {
  return reply ? [section(quote(reply.summary, 1000))] : []
}

function promises({ contacts }: Complaint, reader: Reader): KnownBlock[] {
  const lines = contacts.flatMap(({ promise, promiseUntil }) =>
    promise
      ? [[quote(promise, 400), ...(promiseUntil ? [dateToken(promiseUntil, reader)] : [])].join('\n')]
      : [],
  )
  return lines.length > 0
    ? [section(`*${textFor(reader.language).modal.promised}*\n${lines.slice(-4).join('\n')}`)]
    : []
}

function toDo({ findings: found, reply, anonymous }: Complaint, { language }: Reader): string {
  const { modal } = textFor(language)
  const missing = [
    ...(found && found.fault !== 'no' ? [modal.missingActions] : []),
    ...(reply || anonymous ? [] : [modal.missingReply]),
  ]
  return [`*${modal.toDo}*`, ...(missing.length > 0 ? missing : [modal.ready])].join('\n')
}

function twoDues(complaint: Complaint, reader: Reader, house: House): string {
  const { modal } = textFor(reader.language)
  const { next, statutory } = twoClocks(complaint, house)
  const lines = [next, statutory].flatMap((clock) =>
    clock ? [modal.due(clockName(clock.run.code, reader.language), dateToken(clock.due, reader))] : [],
  )
  return lines.length > 0 ? lines.join('\n') : textFor(reader.language).proof.none
}
