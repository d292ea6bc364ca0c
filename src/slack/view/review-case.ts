import type { KnownBlock } from '@slack/types'
import type { Complaint } from '../../complaint/complaint.ts'
import { calledTo } from '../../review/people.ts'
import type { Blame, Proposal, Review, ReviewCase, Verdict } from '../../review/review.ts'
import { textFor } from '../../text/text.ts'
import { type Message, context, divider, fields, header, message, section } from './blocks.ts'
import { faultWords, planMoney } from './history.ts'
import type { House, Reader } from './house.ts'
import { escapeMrkdwn, inline, quote } from './mrkdwn.ts'
import { codeName, levelName, levelSign, nameOf, unitName, who } from './names.ts'
import { caseState } from './review-card.ts'
import { caseButtons } from './review-buttons.ts'
import { dateToken } from './time.ts'

/**
 * One case of a meeting: why it is there, its file (all of it masked already), what is proposed and decided, the objection, and
 * the buttons that this reader may press. `complaint` is the case as it is now; whoever is not called to the meeting gets its
 * verdict without the file.
 */
export function reviewCaseCard(
  each: ReviewCase,
  { review, complaint, seesFile }: { review: Review; complaint: Complaint | undefined; seesFile: boolean },
  reader: Reader,
  house: House,
): Message {
  const { review: words } = textFor(reader.language)
  const title = `⚖️ ${words.caseTitle(each.number)} · ${words.ofMeeting(review.number)}`
  const buttons = caseButtons(review, each, reader, house)
  return message(title, [
    header(title),
    fields(caseFacts(each, reader, house)),
    ...(seesFile ? fileBlocks(complaint, reader, house) : []),
    ...(seesFile ? proposalBlocks(each, reader, house) : []),
    ...verdictBlocks(each, review, reader, house),
    ...objectionBlocks(each, reader, house),
    ...(buttons ? [buttons] : []),
  ])
}

/** Where it happened, who handled it, why the meeting looks at it: label and value pairs. */
export function caseFacts(each: ReviewCase, reader: Reader, house: House): [string, string][] {
  const { review: words, agendaReasons, amounts } = textFor(reader.language)
  const { language } = reader
  const { level, outlet, unit, cause, business, why } = each
  return [
    [words.status, caseState(each, reader)],
    [words.why, amounts.list(why.map((reason) => agendaReasons[reason]))],
    [words.level, `${levelSign(level)} ${escapeMrkdwn(levelName(level, language, house))}`],
    [words.outlet, escapeMrkdwn(unitName(outlet, language, house))],
    [words.unit, escapeMrkdwn(unitName(unit, language, house))],
    [words.cause, cause === undefined ? '' : escapeMrkdwn(codeName('cause', cause, language, house))],
    [
      words.business,
      business === undefined ? '' : escapeMrkdwn(codeName('business', business, language, house)),
    ],
  ]
}

/** What was decided, with its votes and what follows; or why it was deferred. Who voted how is for whoever was called. */
export function verdictBlocks(
  { verdict, deferred }: ReviewCase,
  review: Review,
  reader: Reader,
  house: House,
): KnownBlock[] {
  const { review: words } = textFor(reader.language)
  if (deferred !== undefined) return [section(words.deferred(inline(deferred)))]
  if (!verdict) return []
  return [
    divider(),
    section(`*${words.verdict}*`),
    fields([...blamePairs(verdict, reader, house), ...personPairs(verdict, reader, house)]),
    ...(verdict.opinion ? [section(quote(verdict.opinion, 1000))] : []),
    context(votesText(verdict, review, reader, house)),
    ...actionBlocks(verdict, reader, house),
  ]
}

/** The unit's objection and its answer. */
export function objectionBlocks({ objection }: ReviewCase, reader: Reader, house: House): KnownBlock[] {
  if (!objection) return []
  const { review: words } = textFor(reader.language)
  const { by, at, grounds, answer } = objection
  const raised = words.objected(who(by, reader, house), dateToken(at, reader))
  return [
    section(`*${raised}*\n${quote(grounds, 1200)}`),
    ...(answer
      ? [
          section(
            `*${words.answered(who(answer.by, reader, house), dateToken(answer.at, reader))}* · ${outcomeWords(answer.blame, reader, house)}\n${quote(answer.remark, 1000)}`,
          ),
        ]
      : []),
  ]
}

function outcomeWords(blame: Blame | undefined, { language }: Reader, house: House): string {
  const { review: words } = textFor(language)
  if (!blame) return words.kept
  return words.changed(
    escapeMrkdwn(codeName('responsibility', blame.fault, language, house)),
    escapeMrkdwn(codeName('degree', blame.degree, language, house)),
  )
}

function fileBlocks(complaint: Complaint | undefined, reader: Reader, house: House): KnownBlock[] {
  const { review: words } = textFor(reader.language)
  if (!complaint) return [context(words.noFile)]
  const lines = fileLines(complaint, reader, house)
  return [
    divider(),
    section(`*${words.file}*`),
    section(`*${words.story}*\n${quote(complaint.story, 1200)}`),
    ...(complaint.findings ? [section(quote(complaint.findings.facts, 1000))] : []),
    ...(lines.length > 0 ? [section(lines.map((line) => `• ${line}`).join('\n'))] : []),
  ]
}

function fileLines(complaint: Complaint, { language }: Reader, house: House): string[] {
  const { review: words, forms, amounts } = textFor(language)
  const { findings, plan, reply, followUp, closing } = complaint
  const money = plan ? planMoney(plan, { language }, house) : ''
  const name = (list: Parameters<typeof codeName>[0], code: string) =>
    escapeMrkdwn(codeName(list, code, language, house))
  const actions = closing?.actions?.map((each) => name('action', each)) ?? []
  return [
    ...(findings
      ? [words.foundFault(faultWords(findings.fault, language), name('cause', findings.cause))]
      : []),
    ...(plan
      ? [
          forms.pair(
            words.solution,
            `${inline(plan.solution, 400)}${money ? forms.aside(escapeMrkdwn(money)) : ''}`,
          ),
        ]
      : []),
    ...(reply ? [words.reply(name('customerResponse', reply.response))] : []),
    ...(followUp ? [words.satisfaction(followUp.satisfaction)] : []),
    ...(closing
      ? [
          `${words.closing(name('outcome', closing.outcome), name('responsibility', closing.responsibility))}${actions.length > 0 ? forms.aside(amounts.list(actions)) : ''}`,
        ]
      : []),
  ]
}

function proposalBlocks({ proposal, verdict }: ReviewCase, reader: Reader, house: House): KnownBlock[] {
  if (!proposal || verdict) return []
  const { review: words } = textFor(reader.language)
  const title = words.proposal(who(proposal.by, reader, house), dateToken(proposal.at, reader))
  return [
    divider(),
    section(`*${title}*`),
    fields(blamePairs(proposal, reader, house)),
    ...(proposal.opinion ? [section(quote(proposal.opinion, 1000))] : []),
  ]
}

function blamePairs(given: Proposal | Verdict, { language }: Reader, house: House): [string, string][] {
  const { review: words, amounts } = textFor(language)
  const { fault, degree, penalties, unit, rootCause } = given
  const name = (list: Parameters<typeof codeName>[0], code: string) =>
    escapeMrkdwn(codeName(list, code, language, house))
  return [
    [words.fault, name('responsibility', fault)],
    [words.degree, name('degree', degree)],
    [words.blamed, escapeMrkdwn(unitName(unit, language, house))],
    [words.rootCause, name('rootCause', rootCause)],
    [
      words.penalties,
      penalties.length > 0 ? amounts.list(penalties.map((each) => name('penalty', each))) : '',
    ],
  ]
}

/** Those held responsible stand by name: a mention would call them. */
function personPairs({ persons }: Verdict, { language }: Reader, house: House): [string, string][] {
  const { review: words, amounts } = textFor(language)
  const names = persons.map((person) => escapeMrkdwn(nameOf(person, language, house)))
  return [[words.persons, names.length > 0 ? amounts.list(names) : '']]
}

function votesText(
  { inFavour, against, abstained }: Verdict,
  review: Review,
  { personId, language }: Reader,
  house: House,
): string {
  const { review: words, amounts } = textFor(language)
  const counts = words.votes(inFavour.length, against.length, abstained.length)
  if (personId === undefined || !calledTo(review, house).includes(personId)) return counts
  const names = (people: readonly string[]) =>
    escapeMrkdwn(amounts.list(people.map((person) => nameOf(person, language, house))))
  return [
    counts,
    ...(against.length > 0 ? [words.against(names(against))] : []),
    ...(abstained.length > 0 ? [words.abstained(names(abstained))] : []),
  ].join(' · ')
}

function actionBlocks({ action }: Verdict, reader: Reader, house: House): KnownBlock[] {
  if (!action) return []
  const kind = escapeMrkdwn(codeName('action', action.kind, reader.language, house))
  const told = textFor(reader.language).review.action(
    kind,
    inline(action.task, 600),
    who(action.owner, reader, house),
    dateToken(action.due, reader),
  )
  return [section(`🛠️ ${told}`)]
}
