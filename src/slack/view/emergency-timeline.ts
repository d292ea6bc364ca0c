import type { Emergency } from '../../emergency/emergency.ts'
import { stillToDo } from '../../emergency/standing-down.ts'
import { waitsOf } from '../../emergency/waits.ts'
import { textFor } from '../../text/text.ts'
import type { House, Reader } from './house.ts'
import { inline } from './mrkdwn.ts'
import { clockName, who } from './names.ts'
import { dateToken, isPast } from './time.ts'

/** A text as far as it stands in one line. */
function short(text: string): string {
  return inline(text, mostCharacters)
}

interface Happening {
  readonly at: string
  readonly line: string
}

/** How much of a text stands in one line. */
const mostCharacters = 160

/**
 * Everything that happened in an emergency, a line each, the oldest first: instruction, situations, reports upwards, tasks,
 * decisions, contacts outside, messages kept, answers to customers, votes. Things said to have happened at a time stand there.
 */
export function timelineLines(emergency: Emergency, reader: Reader, house: House): string[] {
  const words = textFor(reader.language).emergency.timeline
  const person = (id: string | undefined) => (id === undefined ? words.somebody : who(id, reader, house))
  const { instruction, situations, complaints } = emergency
  const {
    reports = [],
    tasks = [],
    decisions = [],
    contacts = [],
    kept = [],
    answers = [],
    ballots = [],
  } = emergency
  const { reportKindNames, resolutionNames, options } = textFor(reader.language)
  const all: Happening[] = [
    { at: emergency.formedAt, line: words.formed(complaints.map(({ number }) => number).join(', ')) },
    ...(instruction
      ? [
          {
            at: instruction.at,
            line: words.instructed(short(instruction.from), person(instruction.recordedBy)),
          },
        ]
      : []),
    ...situations.map(({ at, by, facts }) => ({ at, line: words.situation(person(by), short(facts)) })),
    ...reports.map(({ reportedAt, kind, by, gist, reportedTo, file }) => {
      const bodies = reportedTo.map((body) => options.reportedTo[body])
      const told = words.report(reportKindNames[kind], bodies.join(', '), person(by), short(gist))
      return { at: reportedAt, line: file ? `${told} (${short(file)})` : told }
    }),
    ...tasks.flatMap((task) => [
      { at: task.since, line: words.task(task.no, person(task.owner), short(task.work)) },
      ...(task.done
        ? [{ at: task.done.at, line: words.taskDone(task.no, person(task.done.by), short(task.done.result)) }]
        : []),
    ]),
    ...decisions.map(({ decidedAt, decidedBy, resolved }) => {
      return { at: decidedAt, line: words.decision(person(decidedBy), short(resolved)) }
    }),
    ...contacts.map(({ spokenAt, speaker, with: other, utterance, reference, kind }) => {
      const told = words.contact[kind](person(speaker), short(other), short(utterance))
      return { at: spokenAt, line: reference ? `${told} (${short(reference)})` : told }
    }),
    ...kept.map(({ writtenAt, author, text }) => ({
      at: writtenAt,
      line: words.kept(person(author), short(text)),
    })),
    ...answers.map(({ at, number, by, text }) => ({
      at,
      line: words.answer(person(by), number, short(text)),
    })),
    ...ballots.map(({ at, no, plan }) => ({ at, line: words.ballot(no, short(plan)) })),
    ...ballots.flatMap(({ closedAt, outcome, no, votes }) => {
      if (closedAt === undefined || outcome === undefined) return []
      const count = (voice: string) => votes.filter((vote) => vote.voice === voice).length
      const told = words.resolved(no, resolutionNames[outcome], count('yes'), count('no'), count('abstain'))
      return [{ at: closedAt, line: told }]
    }),
  ]
  return all
    .toSorted((one, other) => one.at.localeCompare(other.at))
    .map(({ at, line }) => `${dateToken(at, reader)} ${line}`)
}

/** What runs towards a due, the nearest first, with who has it. */
export function waitLines(emergency: Emergency, reader: Reader, house: House): string[] {
  const { emergency: words } = textFor(reader.language)
  return waitsOf(emergency, house.rulebook)
    .toSorted((one, other) => Temporal.Instant.compare(one.due, other.due))
    .map(({ clock, due, task }) => {
      const name = task
        ? words.taskOf(task.no, inline(task.work, mostCharacters), who(task.owner, reader, house))
        : clockName(clock, reader.language)
      const at = dateToken(due, reader)
      return isPast(due, house.now) ? `🔴 ${words.overdue(name, at)}` : `• ${words.due(name, at)}`
    })
}

/** What keeps the group from standing down, in words. */
export function stillToDoLines(emergency: Emergency, { language }: Reader): string[] {
  const words: Readonly<Record<string, string>> = textFor(language).emergency.conditions
  return stillToDo(emergency).flatMap((code) => words[code] ?? [])
}
