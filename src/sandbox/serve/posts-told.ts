import type {
  Organisation,
  Post,
  PostDuty,
  PostRole,
  Unit,
  UnitLevel,
} from '../../organisation/organisation.ts'
import { postsOf } from '../../organisation/posts-of.ts'
import type { Words } from './told.ts'

/** The roles of `DOMAIN.md` 9.9 in words, a bank's own ones, for whoever chooses whom to act as. */
const roles: Readonly<Record<PostRole, Words>> = {
  EMP: { zh: '员工', en: 'employee' },
  OCM: { zh: '网点投诉管理人', en: 'outlet complaint manager' },
  SBH: { zh: '单位负责人', en: 'unit head' },
  LIA: { zh: '投诉处理联络人', en: 'complaint liaison' },
  SQO: { zh: '服务品质管理部经办', en: 'service quality officer' },
  SQH: { zh: '服务品质管理部负责人', en: 'service quality head' },
  COM: { zh: '服务品质管理委员会委员', en: 'service quality committee member' },
  HOQ: { zh: '上级服务品质管理', en: 'service quality of the level above' },
  AUD: { zh: '审计人员', en: 'auditor' },
  ADM: { zh: '系统管理员', en: 'system administrator' },
}

/** Heads by the level of what they head, where a bank calls them otherwise. */
const heads: Readonly<Partial<Record<UnitLevel, Words>>> = {
  SUBBRANCH: { zh: '支行行长', en: 'sub-branch head' },
  DEPARTMENT: { zh: '部门负责人', en: 'department head' },
}

const duties: Readonly<Record<PostDuty, Words>> = {
  director: { zh: '服务品质管理委员会主任', en: 'service quality committee director' },
  secretary: { zh: '服务品质管理委员会秘书', en: 'service quality committee secretary' },
  duty: { zh: '服务品质管理部值班经办', en: 'service quality officer on duty' },
}

/** What somebody is and where, one line for each post they hold at this instant, in the document's order. */
export function postsTold(
  organisation: Organisation,
  person: string,
  at: Temporal.Instant,
): readonly Words[] {
  return postsOf(organisation, person, at).map((post) => {
    const unit = organisation.units.get(post.unit)
    const role = roleOf(post, unit)
    const where = unit?.name ?? { zh: post.unit, en: post.unit }
    return { zh: `${role.zh} · ${where.zh}`, en: `${role.en} · ${where.en}` }
  })
}

function roleOf({ role, duty }: Post, unit: Unit | undefined): Words {
  if (duty !== undefined) return duties[duty]
  const head = role === 'SBH' && unit ? heads[unit.level] : undefined
  return head ?? roles[role]
}
