import { calleesOf } from '../../complaint/callees.ts'
import { runningClocks } from '../../complaint/clocks.ts'
import type { Complaint } from '../../complaint/complaint.ts'
import { branchOf } from '../../organisation/branch-of.ts'
import { committeeOf } from '../../organisation/committee.ts'
import { liaisonOf } from '../../organisation/liaison.ts'
import type { PersonId, UnitId } from '../../organisation/organisation.ts'
import { postsOf } from '../../organisation/posts-of.ts'
import { headOfficeSqOf, sqHeadOf, sqOfficersOf } from '../../organisation/service-quality.ts'
import { outletManagersOf, unitHeadOf } from '../../organisation/unit-people.ts'
import { textFor } from '../../text/text.ts'
import { type Message, header, message, section } from '../view/blocks.ts'
import type { House, Reader } from '../view/house.ts'
import { escapeMrkdwn } from '../view/mrkdwn.ts'
import { rungName, unitName, who } from '../view/names.ts'
import { plainTime } from '../view/time.ts'
import { sentence } from './guarded.ts'

/** Everybody whom the ladder of this complaint calls, rung by rung, for the step that is due next. */
export function ladderMessage(complaint: Complaint, reader: Reader, view: House): Message {
  const { pack } = view.rulebook
  const code =
    runningClocks(complaint, view.rulebook).find(
      ({ run }) => run.code !== 'statutory' && run.code !== 'overall',
    )?.run.code ?? 'statutory'
  const rungs = [{ rung: 0, to: ['owner' as const, ...pack.clocks[code].rungZero] }, ...pack.ladder]
  const lines = rungs.map(({ rung, to }) =>
    lineOf(rungName(rung, reader.language), calleesOf(to, code, complaint, view), reader, view),
  )
  return listed(textFor(reader.language).duty.ofComplaint(complaint.number), lines)
}

/** Who answers for the asker's own unit, now or at another time: from its complaint manager up to head office. */
export function dutyMessage(
  person: PersonId,
  at: Temporal.Instant | undefined,
  reader: Reader,
  view: House,
): Message {
  const { duty: words } = textFor(reader.language)
  const when = at ?? view.now
  const [post] = postsOf(view.organisation, person, when)
  if (!post) return sentence(words.noPost)
  const unit = unitName(post.unit, reader.language, view)
  const title = at ? words.at(unit, plainTime(at, reader)) : words.now(unit)
  return listed(title, dutyLines(post.unit, reader, { ...view, now: when }))
}

function dutyLines(unit: UnitId, reader: Reader, view: House): string[] {
  const { organisation, now } = view
  const { duty: words } = textFor(reader.language)
  const { language } = reader
  const branch = branchOf(organisation, unit)?.id
  const line = (title: string, people: readonly PersonId[]) => lineOf(title, people, reader, view)
  const own = [
    line(words.outletManager, outletManagersOf(organisation, unit, now)),
    line(words.liaison, liaisonOf(organisation, unit, now)),
    line(rungName(1, language), unitHeadOf(organisation, unit, now)),
  ]
  const headOffice = line(rungName(6, language), headOfficeSqOf(organisation, now))
  if (branch === undefined) return [...own, headOffice]
  const { director, secretary } = committeeOf(organisation, branch, now)
  return [
    ...own,
    line(rungName(3, language), sqOfficersOf(organisation, branch, now)),
    line(rungName(4, language), sqHeadOf(organisation, branch, now)),
    line(
      rungName(5, language),
      [secretary, director].filter((each) => each !== undefined),
    ),
    headOffice,
  ]
}

function lineOf(title: string, people: readonly PersonId[], reader: Reader, view: House): string {
  const names = [...new Set(people)].map((person) => who(person, reader, view))
  const { amounts, duty, forms } = textFor(reader.language)
  return forms.pair(`*${escapeMrkdwn(title)}*`, names.length > 0 ? amounts.list(names) : duty.nobody)
}

function listed(title: string, lines: readonly string[]): Message {
  return message(title, [header(title), section(lines.join('\n'))])
}
