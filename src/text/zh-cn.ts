import type { en } from './en.ts'
import { answers, duty, gaps } from './zh-cn/answers.ts'
import { amounts, clocks, forms, limit, proof, time } from './zh-cn/clocks.ts'
import { commands } from './zh-cn/commands.ts'
import { fields, fieldsIn } from './zh-cn/fields.ts'
import { noticeParts, notices } from './zh-cn/notices.ts'
import { bands, findings, options } from './zh-cn/options.ts'
import { emergencyRoles, groupMember, rungs, whyHere } from './zh-cn/people.ts'
import { problems, refusals } from './zh-cn/refusals.ts'
import { emergencyStatus, emergencySteps, status, steps } from './zh-cn/steps.ts'
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
} from './zh-cn/views.ts'

/** The words in Chinese as used in mainland banks. */
export const zhCn: typeof en = {
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
