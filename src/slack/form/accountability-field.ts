import type { Refusal } from '../../matter/refusal.ts'

type Fields = Readonly<Partial<Record<Refusal['code'], string>>>

/** Step of an improvement action or a review meeting -> code of a refusal -> the field of its form that it belongs to. */
const fieldsOf: Readonly<Record<string, Fields>> = {
  begin: { 'unknown-unit': 'unit', 'unknown-person': 'owner', recused: 'owner', 'actions-missing': 'kind' },
  finish: { 'in-the-future': 'doneAt', 'too-early': 'doneAt' },
  answerExtension: { 'remark-missing': 'remark', 'must-be-later': 'decision' },
  handOverAction: { 'unknown-person': 'owner', recused: 'owner' },
  checkEffect: { 'too-early': 'count' },
  convene: { 'review-exists': 'kind', 'unknown-number': 'numbers' },
  putOnAgenda: { 'unknown-number': 'numbers' },
  attend: {
    'in-the-future': 'openedAt',
    'too-early': 'openedAt',
    'unknown-person': 'attended',
    'no-quorum': 'attended',
  },
  proposeVerdict: { 'unknown-unit': 'unit' },
  verdict: {
    'unknown-unit': 'unit',
    'unknown-person': 'persons',
    recused: 'actionOwner',
    'actions-missing': 'actionKind',
    'voted-twice': 'against',
    'no-vote': 'against',
    'no-majority': 'against',
  },
}

/** List of the policy pack -> the field that asks from it, in the forms above. */
const choicesOf: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  begin: { rootCause: 'rootCause', action: 'kind', cause: 'likeCause', business: 'likeBusiness' },
  askExtension: { extensionReason: 'reason' },
  proposeVerdict: { responsibility: 'fault', degree: 'degree', penalty: 'penalties', rootCause: 'rootCause' },
  verdict: {
    responsibility: 'fault',
    degree: 'degree',
    penalty: 'penalties',
    rootCause: 'rootCause',
    action: 'actionKind',
  },
  answerObjection: { responsibility: 'fault', degree: 'degree', penalty: 'penalties' },
}

/**
 * Under which field of a form of an action or a meeting does this refusal belong? Undefined for one that is about who acts, and
 * for the forms of other kinds.
 */
export function accountabilityField(
  step: string,
  { code, detail }: Pick<Refusal, 'code' | 'detail'>,
  by: string,
): string | undefined {
  const field = fieldsOf[step]?.[code]
  if (code === 'unknown-choice') return choicesOf[step]?.[detail['list'] ?? '']
  if (code === 'recused' && detail['person'] === by) return undefined
  return code === 'unknown-person' ? field && (detail['field'] ?? field) : field
}
