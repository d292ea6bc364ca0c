import { isoOf } from '../../matter/iso.ts'
import { z } from 'zod'
import type { Field } from '../../matter/field.ts'
import type { PersonId } from '../../organisation/organisation.ts'
import type { FieldProblemCode } from '../../text/keys.ts'

/** Something wrong with one field; `field` is its block id. */
export interface FieldProblem {
  readonly field: string
  readonly code: FieldProblemCode
}

/** What was answered. `values` goes into the command, `personal` straight into the vault and nowhere else. */
export interface Answers {
  readonly values: Record<string, unknown>
  readonly personal: Record<string, string>
  readonly problems: readonly FieldProblem[]
}

const chosen = z.object({ value: z.string() })
const Answer = z.object({
  value: z.string().nullish(),
  selected_option: chosen.nullish(),
  selected_options: z.array(chosen).nullish(),
  selected_user: z.string().nullish(),
  selected_users: z.array(z.string()).nullish(),
  selected_date: z.string().nullish(),
  selected_date_time: z.number().nullish(),
})
type Answer = z.infer<typeof Answer>
const State = z.record(z.string(), z.record(z.string(), z.unknown()))

/** What the reading looks up. */
export interface People {
  readonly personOf: (slackUserId: string) => PersonId | undefined
}

/**
 * Reads `view.state.values` into typed answers: text trimmed, times as ISO instants, people as ids of the organisation,
 * facts as one record of numbers. What was left empty is left out. Never throws: what cannot be read is a problem of its field.
 */
export function readForm(fields: readonly Field[], stateValues: unknown, people: People): Answers {
  const parsed = State.safeParse(stateValues)
  const state = parsed.success ? parsed.data : {}
  const read = fields.map((field) => ({ field, ...readField(field, state, people) }))
  const answered = read.flatMap(({ field, value }) => (value === undefined ? [] : [[field, value] as const]))
  return {
    values: Object.fromEntries(
      answered.filter(([field]) => field.kind !== 'personal').map(([field, value]) => [field.name, value]),
    ),
    personal: Object.fromEntries(
      answered.flatMap(([field, value]) =>
        field.kind === 'personal' && typeof value === 'string' ? [[field.name, value]] : [],
      ),
    ),
    problems: read.flatMap(({ problems }) => problems),
  }
}

type Read = { readonly value?: unknown; readonly problems: readonly FieldProblem[] }
type StateValues = z.infer<typeof State>

function readField(field: Field, state: StateValues, people: People): Read {
  if (field.kind === 'facts') return readFacts(field, state)
  const answer = answerIn(state, field.name)
  if (answer === undefined) return { problems: [{ field: field.name, code: 'not-readable' }] }
  const read = readAnswer(field, answer, people)
  if (read.problems.length > 0 || read.value !== undefined || !field.required) return read
  return { problems: [{ field: field.name, code: 'required' }] }
}

function readAnswer(field: Exclude<Field, { kind: 'facts' }>, answer: Answer, { personOf }: People): Read {
  switch (field.kind) {
    case 'text':
    case 'personal':
      return given(answer.value?.trim() || undefined)
    case 'pause':
      return given(answer.selected_option?.value)
    case 'choice':
    case 'option':
    case 'unit':
      return given(
        field.many
          ? someOf(answer.selected_options?.map(({ value }) => value))
          : answer.selected_option?.value,
      )
    case 'when':
      return given(answer.selected_date_time ? instantOf(answer.selected_date_time) : undefined)
    case 'day':
      return given(answer.selected_date ?? undefined)
    case 'person':
      return readPeople(
        field,
        field.many ? (answer.selected_users ?? []) : [answer.selected_user ?? []].flat(),
        personOf,
      )
    case 'number':
      return readNumber(field.name, answer.value)
    case 'yes':
      return given(answer.selected_options?.length ? true : undefined)
  }
}

function readPeople(
  { name, many }: Extract<Field, { kind: 'person' }>,
  users: readonly string[],
  personOf: People['personOf'],
): Read {
  const people = users.map(personOf)
  const known = people.filter((person) => person !== undefined)
  if (known.length < people.length) return { problems: [{ field: name, code: 'unknown-person' }] }
  return given(many ? someOf(known) : known[0])
}

function readNumber(field: string, typed: string | null | undefined): Read {
  const text = typed?.trim()
  if (!text) return { problems: [] }
  const value = Number(text)
  return Number.isFinite(value) && value >= 0 ? given(value) : { problems: [{ field, code: 'not-a-number' }] }
}

/** Ticked facts count 1; counted ones stand in blocks of their own, `facts:<code>`. */
function readFacts({ name }: Field, state: StateValues): Read {
  const ticked = answerIn(state, name)?.selected_options ?? []
  const counted = Object.keys(state)
    .filter((block) => block.startsWith(`${name}:`))
    .map((block) => ({
      code: block.slice(name.length + 1),
      ...readNumber(block, answerIn(state, block)?.value),
    }))
  const entries = [
    ...ticked.map(({ value }) => [value, 1] as const),
    ...counted.flatMap(({ code, value }) =>
      typeof value === 'number' && value > 0 ? [[code, value] as const] : [],
    ),
  ]
  return {
    problems: counted.flatMap(({ problems }) => problems),
    ...(entries.length > 0 && { value: Object.fromEntries(entries) }),
  }
}

/** The answer in a block, whose action has the same id; an empty one for a block that the view does not show. */
function answerIn(state: StateValues, block: string): Answer | undefined {
  const parsed = Answer.safeParse(state[block]?.[block] ?? {})
  return parsed.success ? parsed.data : undefined
}

function given(value: unknown): Read {
  return value === undefined || value === null ? { problems: [] } : { value, problems: [] }
}

function someOf<Item>(items: readonly Item[] | undefined): readonly Item[] | undefined {
  return items && items.length > 0 ? items : undefined
}

function instantOf(seconds: number): string {
  return isoOf(Temporal.Instant.fromEpochMilliseconds(seconds * 1000))
}
