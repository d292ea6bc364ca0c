import { answers, duty, gaps } from './en/answers.ts'
import { amounts, clocks, forms, limit, proof, time } from './en/clocks.ts'
import { commands } from './en/commands.ts'
import { fields, fieldsIn } from './en/fields.ts'
import { noticeParts, notices } from './en/notices.ts'
import { bands, findings, options } from './en/options.ts'
import { emergencyRoles, groupMember, rungs, whyHere } from './en/people.ts'
import { problems, refusals } from './en/refusals.ts'
import { emergencyStatus, emergencySteps, status, steps } from './en/steps.ts'
import {
  card,
  channel,
  digest,
  emergency,
  filed,
  happened,
  help,
  home,
  list,
  modal,
  revealed,
  stale,
  topic,
  trouble,
} from './en/views.ts'

/** The words in English; their shape is what every language must have. */
export const en = {
  amounts,
  answers,
  bands,
  card,
  channel,
  clocks,
  commands,
  digest,
  duty,
  emergency,
  emergencyRoles,
  emergencyStatus,
  emergencySteps,
  fields,
  fieldsIn,
  filed,
  findings,
  forms,
  gaps,
  groupMember,
  happened,
  help,
  home,
  limit,
  list,
  modal,
  noticeParts,
  notices,
  options,
  problems,
  proof,
  refusals,
  revealed,
  rungs,
  stale,
  status,
  steps,
  time,
  topic,
  trouble,
  whyHere,
}
