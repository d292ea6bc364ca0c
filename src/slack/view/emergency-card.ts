import type { KnownBlock } from '@slack/types'
import { type Emergency, emergencyRoles } from '../../emergency/emergency.ts'
import { textFor } from '../../text/text.ts'
import { emergencyButtons } from './emergency-buttons.ts'
import { type Message, context, divider, fields, header, message, section } from './blocks.ts'
import type { House, Reader } from './house.ts'
import { escapeMrkdwn, inline, quote } from './mrkdwn.ts'
import { stillToDoLines, timelineLines, waitLines } from './emergency-timeline.ts'
import { clusterName, levelReasons, unitName, who } from './names.ts'
import { dateToken } from './time.ts'

/** The card of a level-1 emergency as it is now, with the buttons that this reader may press. */
export function emergencyCard(emergency: Emergency, reader: Reader, house: House): Message {
  const buttons = emergencyButtons(emergency, reader, house)
  return message(headline(emergency, reader), [
    header(headline(emergency, reader)),
    fields(facts(emergency, reader, house)),
    ...instructionBlocks(emergency, reader),
    section(rolesText(emergency, reader, house)),
    ...situationBlocks(emergency, reader, house),
    ...waitBlocks(emergency, reader, house),
    ...timelineBlocks(emergency, reader, house),
    ...(buttons ? [buttons] : []),
    context(textFor(reader.language).card.asOf(dateToken(house.now, reader))),
  ])
}

/** The brief pinned at once: what, where, since when, why, who does what, and what everybody does next. */
export function emergencyBrief(emergency: Emergency, reader: Reader, house: House): Message {
  const text = textFor(reader.language)
  const opening = text.notices['emergency-brief']({ ...noFacts, number: emergency.number })
  return message(opening, [
    header(`🚨 ${opening}`),
    fields(facts(emergency, reader, house)),
    section(rolesText(emergency, reader, house)),
    divider(),
    section(
      `*${text.emergency.next}*\n${nextLines(emergency, reader)
        .map((line, at) => `${at + 1}. ${line}`)
        .join('\n')}`,
    ),
  ])
}

const noFacts = {
  number: '',
  level: '',
  outlet: '',
  by: '',
  person: '',
  role: '',
  duty: '',
  clock: '',
  due: '',
  rung: '',
  reason: '',
  remark: '',
  count: '',
  amount: '',
}

function headline({ number }: Emergency, { language }: Reader): string {
  return `🚨 ${textFor(language).emergency.title(number)}`
}

function facts(emergency: Emergency, reader: Reader, house: House): [string, string][] {
  const { emergency: words, emergencyStatus } = textFor(reader.language)
  const { instruction } = emergency
  return [
    [words.status, emergencyStatus[emergency.status]],
    [words.complaints, emergency.complaints.map(({ number }) => escapeMrkdwn(number)).join(', ')],
    [words.outlet, escapeMrkdwn(unitName(emergency.outlet, reader.language, house))],
    [words.since, dateToken(emergency.formedAt, reader)],
    ...clusterPairs(emergency, reader, house),
    [words.reasons, levelReasons(emergency.reasons, reader, house).join('\n')],
    [
      words.instruction,
      instruction
        ? words.instructed(inline(instruction.from), dateToken(instruction.at, reader))
        : words.noInstruction,
    ],
  ]
}

function clusterPairs({ cluster }: Emergency, reader: Reader, house: House): [string, string][] {
  if (!cluster) return []
  return [[textFor(reader.language).emergency.cluster, escapeMrkdwn(clusterName(cluster, reader, house))]]
}

function instructionBlocks({ instruction }: Emergency, { language }: Reader): KnownBlock[] {
  if (!instruction) return []
  const { emergency: words } = textFor(language)
  const file = instruction.file === undefined ? [] : [words.file(inline(instruction.file))]
  const wording = instruction.wording === undefined ? [] : [quote(instruction.wording)]
  return [section([`*${words.instruction}*`, ...wording, ...file].join('\n'))]
}

/** What is due, and what keeps the group from standing down. */
function waitBlocks(emergency: Emergency, reader: Reader, house: House): KnownBlock[] {
  const { emergency: words } = textFor(reader.language)
  const lines = waitLines(emergency, reader, house)
  const shown = lines.slice(0, mostLines)
  const more = lines.length > shown.length ? [words.more(lines.length - shown.length)] : []
  const isWorking = emergency.status === 'active' || emergency.status === 'forming'
  const missing = isWorking ? stillToDoLines(emergency, reader) : []
  return [
    ...(lines.length > 0 ? [section([`*${words.dues}*`, ...shown, ...more].join('\n'))] : []),
    ...(missing.length > 0 ? [context(words.beforeStandDown(missing))] : []),
  ]
}

/** The last things that happened; the journal has all. */
function timelineBlocks(emergency: Emergency, reader: Reader, house: House): KnownBlock[] {
  const { emergency: words } = textFor(reader.language)
  const lines = timelineLines(emergency, reader, house)
  const shown = lines.slice(-mostLines)
  const earlier = lines.length > shown.length ? [words.earlier(lines.length - shown.length)] : []
  return [section([`*${words.timelineTitle}*`, ...earlier, ...shown].join('\n'))]
}

/** So many lines of the longest texts fit into one section. */
const mostLines = 8

/** Who does what, a line each; then whoever has no part of their own. */
export function rolesText(emergency: Emergency, reader: Reader, house: House): string {
  const { emergency: words, emergencyRoles: roles, amounts, forms } = textFor(reader.language)
  const lines = emergencyRoles.map((role) => {
    const person = emergency.roles[role]
    const label = forms.pair(roles[role].name, '').trimEnd()
    return `*${label}* ${person === undefined ? words.nobody : who(person, reader, house)}`
  })
  const named = new Set<string>(Object.values(emergency.roles))
  const others = emergency.members
    .filter((person) => !named.has(person))
    .map((person) => who(person, reader, house))
  const members = others.length > 0 ? [words.members(amounts.list(others))] : []
  return [`*${words.roles}*`, ...lines, ...members].join('\n')
}

function situationBlocks({ situations, stoodDown }: Emergency, reader: Reader, house: House): KnownBlock[] {
  const { emergency: words } = textFor(reader.language)
  const ended = stoodDown
    ? [
        section(
          words.stoodDown(
            dateToken(stoodDown.at, reader),
            who(stoodDown.by, reader, house),
            inline(stoodDown.reason),
          ),
        ),
      ]
    : []
  const last = situations.at(-1)
  if (!last) return [context(words.noSituation), ...ended]
  return [
    section(
      `*${words.situation(dateToken(last.at, reader), who(last.by, reader, house))}*\n${quote(last.facts, 1200)}`,
    ),
    section(`*${words.measures}*\n${quote(last.measures, 1200)}`),
    ...(last.media ? [section(`*${words.media}*\n${quote(last.media, 600)}`)] : []),
    ...(stoodDown ? ended : [context(words.nextUpdate(dateToken(last.nextUpdate, reader)))]),
  ]
}

function nextLines({ instruction }: Emergency, { language }: Reader): string[] {
  const { emergency: words } = textFor(language)
  return [
    ...(instruction ? [] : [words.nextRecord]),
    words.nextScribe,
    words.nextCustomer,
    words.nextMedia,
    words.nextAll,
  ]
}
