import { answers, duty, gaps } from './en/answers.ts'
import { amounts, clocks, forms, limit, proof, time } from './en/clocks.ts'
import { fund, fundClockNames, fundStatus, fundSteps, requestStatus } from './en/fund.ts'
import {
  clusterNames,
  emergencyClockNames,
  emergencyStatus,
  emergencySteps,
  reportKindNames,
  resolutionNames,
} from './en/emergency.ts'
import { action, actionStatus, actionSteps } from './en/actions.ts'
import { commands } from './en/commands.ts'
import { fields, fieldsIn } from './en/fields.ts'
import { noticeParts, notices } from './en/notices.ts'
import { bands, findings, options } from './en/options.ts'
import { emergencyRoles, groupMember, rungs, whyHere } from './en/people.ts'
import { specialDeadlines } from './en/special.ts'
import { problems, refusals } from './en/refusals.ts'
import { agendaReasons, review, reviewStatus, reviewSteps, wantedThings } from './en/reviews.ts'
import { status, steps } from './en/steps.ts'
import {
  again,
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
  action,
  actionStatus,
  actionSteps,
  again,
  agendaReasons,
  review,
  reviewStatus,
  reviewSteps,
  wantedThings,
  amounts,
  answers,
  bands,
  card,
  channel,
  clocks,
  clusterNames,
  commands,
  deadlines: specialDeadlines,
  digest,
  duty,
  emergency,
  emergencyClockNames,
  emergencyRoles,
  emergencyStatus,
  emergencySteps,
  fields,
  fieldsIn,
  filed,
  findings,
  forms,
  fund,
  fundClockNames,
  fundStatus,
  fundSteps,
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
  reportKindNames,
  resolutionNames,
  requestStatus,
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
