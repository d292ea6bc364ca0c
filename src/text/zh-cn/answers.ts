import type { answers as Answers, duty as Duty, gaps as Gaps } from '../en/answers.ts'

export const answers: typeof Answers = {
  stranger: (people) => `您在 Slack 的邮箱不在本行机构名册中，系统无法判断您的权限。请联系${people}添加。`,
  serviceQuality: '服务品质管理部',
  tooSlow: '响应超时，表单未能打开，未保存任何内容。请再点一次。',
  several: '有多家分行存在该编号的投诉，请选择：',
  noUnitNamed: (named) => `没有找到唯一名为“${named}”的单位，请输入更完整的名称。`,
}

export const duty: typeof Duty = {
  ofComplaint: (number) => `投诉 ${number} 各级联系人`,
  now: (unit) => `${unit} 当前负责人`,
  at: (unit, at) => `${unit} ${at} 的负责人`,
  noPost: '您在该时间没有任职。',
  nobody: '无人',
  outletManager: '网点投诉管理人',
  liaison: '投诉处理联络人',
}

export const gaps: typeof Gaps = {
  title: '尚未指定投诉处理联络人的单位',
  none: '各单位均已指定投诉处理联络人。',
  more: (count) => `……另有 ${count} 个`,
}
