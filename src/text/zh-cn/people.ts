import type {
  emergencyRoles as EmergencyRoles,
  groupMember as GroupMember,
  rungs as Rungs,
  whyHere as WhyHere,
} from '../en/people.ts'

export const rungs: typeof Rungs = [
  '责任人',
  '单位负责人',
  '业务条线联络人',
  '服务品质管理部经办',
  '服务品质管理部负责人',
  '服务品质管理委员会',
  '总行',
]

export const whyHere: typeof WhyHere = {
  handler: '您是本件处理人。',
  owner: '您是本件当前责任人。',
  sqOfficer: '您是负责本件的服务品质管理部经办。',
  sqHead: '您是服务品质管理部负责人。',
  outletManager: '您是被投诉网点的投诉管理人。',
  unitHead: '您是处理单位负责人。',
  liaison: '您是处理单位的投诉处理联络人。',
  substitute: '原成员未能加入，由您代为参与。',
  rung: '本件已超时，按规则逐级通知至您。',
  member: '您是应急处理小组成员。',
}

export const emergencyRoles: typeof EmergencyRoles = {
  leader: { name: '组长', duty: '统一决策，对总行和委员会负责' },
  spokesperson: { name: '新闻发言人', duty: '统一对外口径，其他人员一律不得接受采访' },
  regulatorContact: { name: '监管联络人', duty: '及时向监管及有关部门报告' },
  customerContact: { name: '客户联络人', duty: '统一与客户沟通，尽快联系并持续跟进' },
  scribe: { name: '记录人', duty: '按时编写情况报告' },
}

export const groupMember: typeof GroupMember = { name: '成员', duty: '关注频道动态，落实组长安排' }
