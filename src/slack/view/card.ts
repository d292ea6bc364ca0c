import type { KnownBlock } from '@slack/types'
import type { Complaint } from '../../complaint/complaint.ts'
import { rightsLimits } from '../../complaint/rights-limits.ts'
import { subjectOfEarlier } from '../../complaint/earlier.ts'
import { subjectOf } from '../../complaint/subject.ts'
import { mayDo } from '../../organisation/rights.ts'
import { textFor } from '../../text/text.ts'
import { amountBand } from '../../vault/mask.ts'
import { beginActionButton } from './action-buttons.ts'
import {
  type Message,
  actions,
  button,
  context,
  fields,
  header,
  message,
  plainContext,
  section,
} from './blocks.ts'
import type { House, Reader } from './house.ts'
import { escapeMrkdwn, inline, quote } from './mrkdwn.ts'
import { codeName, levelReasons, nameOf, unitName, who } from './names.ts'
import { askForMoneyButton, moneyLines } from './complaint-money.ts'
import { historyLines } from './history.ts'
import { deadlineBlocks } from './beside-the-clocks.ts'
import { clockLine, clockPairs, flags, headline, twoClocks } from './state-of-case.ts'
import { stepButtons, stepsFor } from './step-action.ts'
import { dateToken } from './time.ts'

/**
 * The card of a complaint: all that matters of its state of now, and the buttons that this reader may press. The same card
 * for a channel is drawn for a reader without `personId`; see `Reader`. Nothing in it identifies the customer.
 */
export function complaintCard(complaint: Complaint, reader: Reader, house: House): Message {
  return message(headline(complaint, reader, house), [
    header(headline(complaint, reader, house)),
    ...flagBlocks(complaint, reader, house),
    fields(facts(complaint, reader, house)),
    complainantLine(complaint, reader),
    section(`*${textFor(reader.language).card.story}*\n${quote(complaint.story)}`),
    ...peculiarities(complaint, reader, house),
    fields(clockPairs(complaint, reader, house)),
    ...alsoRunning(complaint, reader, house),
    ...deadlineBlocks(complaint, reader, house),
    ...history(complaint, reader, house),
    ...moneyLines(complaint, reader, house),
    ...caseButtons(complaint, reader, house),
    footer(complaint, reader, house),
  ])
}

/** The buttons to act, then those to look: why these times, and the clear data for whoever has the right. */
export function caseButtons(complaint: Complaint, reader: Reader, house: House): KnownBlock[] {
  const { card } = textFor(reader.language)
  const row = stepButtons(complaint, stepsFor(complaint, reader, house), reader)
  const reveal = mayReveal(complaint, reader, house) ? [button('reveal', card.reveal, complaint.id)] : []
  const improve = beginActionButton(complaint, reader, house)
  const money = askForMoneyButton(complaint, reader, house)
  return [
    ...(row ? [row] : []),
    actions([button('why', card.why, complaint.id), ...reveal, ...improve, ...money]),
  ]
}

/** A channel's card always has the button where there is something to reveal: the right is asked when it is pressed. */
function mayReveal(
  complaint: Complaint,
  { personId }: Reader,
  { organisation, now, rulebook }: House,
): boolean {
  if (Object.keys(complaint.complainant).length === 0) return false
  if (personId === undefined) return true
  return mayDo(organisation, personId, 'reveal', subjectOf(complaint), now, rightsLimits(rulebook.pack))
}

function flagBlocks(complaint: Complaint, reader: Reader, house: House): KnownBlock[] {
  const lines = flags(complaint, reader, house)
  return lines.length > 0 ? [section(lines.join('\n'))] : []
}

function facts(complaint: Complaint, reader: Reader, house: House): [string, string][] {
  const { card, status, bands, forms } = textFor(reader.language)
  const { language } = reader
  const { handlingUnit, amount } = complaint
  const proposed = complaint.levelSet ? '' : forms.aside(card.proposed)
  return [
    [card.status, `${status[complaint.status]}${proposed}`],
    [card.outlet, escapeMrkdwn(unitName(complaint.outlet, language, house))],
    [card.source, codeName('source', complaint.source, language, house)],
    [card.received, dateToken(complaint.receivedAt, reader)],
    [card.owner, who(complaint.owner, reader, house)],
    [card.handler, handlerWords(complaint, reader, house)],
    [card.handlingUnit, handlingUnit ? escapeMrkdwn(unitName(handlingUnit, language, house)) : ''],
    [card.request, codeName('request', complaint.request, language, house)],
    [card.amount, amount === undefined ? '' : bands[amountBand(amount)]],
  ]
}

function handlerWords({ handler, offeredTo }: Complaint, reader: Reader, house: House): string {
  const { card } = textFor(reader.language)
  if (offeredTo !== undefined) return card.offered(who(offeredTo, reader, house))
  return handler === undefined ? card.noHandler : who(handler, reader, house)
}

function complainantLine({ anonymous, onBehalf, complainant }: Complaint, { language }: Reader): KnownBlock {
  const { card, forms } = textFor(language)
  const { name, ...others } = complainant
  const parts = [
    anonymous ? card.anonymous : (name ?? card.unnamed),
    ...Object.values(others),
    ...(onBehalf ? [card.onBehalf] : []),
  ]
  return plainContext(forms.pair(card.complainant, parts.join(' · ')))
}

/** Those complained about stand by name: a mention would call them. */
function peculiarities(complaint: Complaint, reader: Reader, house: House): KnownBlock[] {
  const { card, amounts, forms } = textFor(reader.language)
  const { language } = reader
  const { respondents, vulnerability, externalNumber, product } = complaint
  const reasons = levelReasons(complaint.levelReasons, reader, house)
  const lines = [
    forms.pair(card.reasons, reasons.length > 0 ? reasons.join(' · ') : card.noReasons),
    ...repeatLines(complaint, reader, house),
    ...(product ? [inline(product)] : []),
    ...(externalNumber ? [card.external(inline(externalNumber))] : []),
    ...(respondents.length > 0
      ? [
          card.respondents(
            escapeMrkdwn(amounts.list(respondents.map((each) => nameOf(each, language, house)))),
          ),
        ]
      : []),
    ...(vulnerability.length > 0
      ? [
          card.care(
            amounts.list(vulnerability.map((each) => codeName('vulnerability', each, language, house))),
          ),
        ]
      : []),
  ]
  return [context(...lines)]
}

/** The number of the complaint before is for whoever may see that one; a channel is told of no other case. */
function repeatLines(
  { repeatOf, repeats = 0 }: Complaint,
  { personId, language }: Reader,
  { organisation, now }: House,
): string[] {
  const { card } = textFor(language)
  if (!repeatOf) return repeats > 0 ? [card.repeats(repeats)] : []
  const maySee =
    personId !== undefined && mayDo(organisation, personId, 'seeList', subjectOfEarlier(repeatOf), now)
  const told = card.repeatOf(repeatOf.count, maySee ? escapeMrkdwn(repeatOf.number) : '')
  return repeats > repeatOf.count ? [told, card.repeats(repeats)] : [told]
}

function alsoRunning(complaint: Complaint, reader: Reader, house: House): KnownBlock[] {
  const { others } = twoClocks(complaint, house)
  if (others.length === 0) return []
  const lines = others.map((clock) => clockLine(clock, reader, house).replaceAll('\n', ' · '))
  const { card, forms } = textFor(reader.language)
  return [context(forms.pair(card.alsoRunning, `\n${lines.join('\n')}`))]
}

function history(complaint: Complaint, reader: Reader, house: House): KnownBlock[] {
  const lines = historyLines(complaint, reader, house)
  return lines.length > 0 ? [section(lines.map((line) => `• ${line}`).join('\n'))] : []
}

function footer({ policyVersion, cycle }: Complaint, reader: Reader, house: House): KnownBlock {
  const { card } = textFor(reader.language)
  const parts = [
    card.asOf(dateToken(house.now, reader)),
    card.pack(policyVersion),
    ...(cycle > 1 ? [card.cycle(cycle)] : []),
  ]
  return context(parts.join(' · '))
}
