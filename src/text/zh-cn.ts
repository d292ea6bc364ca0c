import type { en } from './en.ts'
import { answers, duty, gaps } from './zh-cn/answers.ts'
import { amounts, clocks, forms, limit, proof, time } from './zh-cn/clocks.ts'
import { fund, fundClockNames, fundStatus, fundSteps, requestStatus } from './zh-cn/fund.ts'
import {
  clusterNames,
  emergencyClockNames,
  emergencyStatus,
  emergencySteps,
  reportKindNames,
  resolutionNames,
} from './zh-cn/emergency.ts'
import { action, actionStatus, actionSteps } from './zh-cn/actions.ts'
import { commands } from './zh-cn/commands.ts'
import { fields, fieldsIn } from './zh-cn/fields.ts'
import { noticeParts, notices } from './zh-cn/notices.ts'
import { bands, findings, options } from './zh-cn/options.ts'
import { emergencyRoles, groupMember, rungs, whyHere } from './zh-cn/people.ts'
import { specialDeadlines } from './zh-cn/special.ts'
import { problems, refusals } from './zh-cn/refusals.ts'
import { agendaReasons, review, reviewStatus, reviewSteps, wantedThings } from './zh-cn/reviews.ts'
import { status, steps } from './zh-cn/steps.ts'
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
} from './zh-cn/views.ts'

/** The words in Chinese as used in mainland banks. */
export const zhCn: typeof en = {
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
