import type { bands as Bands, findings as Findings, options as Options } from '../en/options.ts'
import { emergencyOptions } from './emergency.ts'
import { fundOptions } from './fund.ts'
import { specialOptions } from './special.ts'

export const options: typeof Options = {
  ...emergencyOptions,
  ...fundOptions,
  ...specialOptions,
  reached: { yes: '是', no: '否' },
  fault: { yes: '有责', part: '部分有责', no: '无责' },
  decision: { approve: '同意', back: '退回', grant: '同意', refuse: '不同意' },
  kind: { regular: '例会，每月一次', special: '专题会' },
  outcome: { keep: '维持原认定', change: '变更认定' },
  satisfaction: {
    '5': '5 分，非常满意',
    '4': '4 分，满意',
    '3': '3 分，一般',
    '2': '2 分，不满意',
    '1': '1 分，非常不满意',
  },
  promiseKept: { yes: '已兑现', no: '未兑现', none: '无承诺事项' },
  content: { yes: '认可', no: '不认可' },
  newFacts: { yes: '有', no: '无' },
  reportedTo: {
    sqHead: '服务品质管理部负责人',
    committee: '服务品质管理委员会',
    headOffice: '总行',
    compliance: '合规部',
  },
}

export const bands: typeof Bands = {
  'under-1k': '1 千元以下',
  '1k-10k': '1 千元至 1 万元',
  '10k-50k': '1 万元至 5 万元',
  '50k-1m': '5 万元至 100 万元',
  'over-1m': '100 万元以上',
}

export const findings: typeof Findings = {
  secret: '密码或验证码',
  known: '表单中已填的姓名或号码',
  email: '电子邮箱',
  idNumber: '证件号码',
  card: '卡号',
  phone: '电话号码',
}
