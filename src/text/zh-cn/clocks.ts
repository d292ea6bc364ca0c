import { createAmounts } from '../amounts.ts'
import type {
  clocks as Clocks,
  forms as Forms,
  limit as LimitWords,
  proof as Proof,
  time as Time,
} from '../en/clocks.ts'

export const amounts = createAmounts('zh-CN', '不足 1 分钟')

export const forms: typeof Forms = {
  pair: (label, value) => `${label}：${value}`,
  aside: (words) => `（${words}）`,
  join: (words) => words.join('，'),
}

export const clocks: typeof Clocks = {
  log: '登记',
  triage: '受理定级',
  dispatch: '分派',
  take: '接办',
  contact: '首次联系客户',
  reportUp: '上报',
  group: '成立应急小组',
  investigate: '调查',
  propose: '拟定处理方案',
  approve: '审批',
  reply: '答复客户',
  followUp: '回访',
  close: '结案',
  overall: '答复总时限',
  statutory: '法定时限',
}

export const limit: typeof LimitWords = (given) => {
  if ('workingDays' in given) return `${given.workingDays} 个工作日`
  if ('calendarDays' in given) return `${given.calendarDays} 个自然日`
  if ('workingSeconds' in given) return `工作时间 ${amounts.hours(given.workingSeconds)}`
  return `${amounts.hours(given.elapsedSeconds)}（全天连续计算）`
}

export const time: typeof Time = {
  left: (length) => `还剩 ${length}`,
  over: (length) => `已超时 ${length}`,
}

export const proof: typeof Proof = {
  rule: (clock, level, given, version) => `${clock}：${level}，时限 ${given}，规则版本 ${version}`,
  start: (at, given) => `自 ${at} 起，${given}`,
  moved: (to) => `非工作时间，自 ${to} 起算`,
  pause: (from, until, reasons) => `${from} 至 ${until} 暂停${reasons ? `：${reasons}` : ''}`,
  pauseDays: (days) => `因暂停顺延 ${days} 个自然日`,
  stillPaused: '目前',
  day: (date, hours, counted, total) => `${date}，工作时间 ${hours}：计 ${counted}，累计 ${total}`,
  dayPaused: (length) => `其中暂停 ${length}`,
  workingDay: (date, number) => (number === 0 ? `${date}：起算当日` : `${date}：第 ${number} 个工作日`),
  makeUp: '调休上班',
  closed: (dates, why) => `${dates}：不计，${why}`,
  weekend: '休息日',
  holiday: '法定节假日',
  skipped: '该时区无此日期',
  notice: (notice) => `依据 ${notice}`,
  extended: (length) => `因暂停顺延工作时间 ${length}`,
  calendarDays: (from, to, days) => `${from} 为第 0 日，第 ${days} 日为 ${to}，至 23:59:59 止`,
  elapsed: (from, until, length) => `${from} 至 ${until}：计 ${length}`,
  elided: (lines) => `……中间 ${lines} 行略`,
  elidedSum: (lines, sum) => `……中间 ${lines} 行略，共计 ${sum}`,
  provisional: (years) => `暂定：${years} 年放假安排尚未公布`,
  paused: (since, left) => `自 ${since} 起暂停，剩余 ${left}`,
  due: (at) => `到期时间 ${at}`,
  capped: (at) => `为确保法定时限，提前至 ${at}`,
  lifted: (at) => `级别提高后预留处理时间，顺延至 ${at}`,
  done: (clock, at) => `${clock}：${at} 完成`,
  title: (number) => `${number} 各项时限及计算过程`,
  finished: '已完成',
  cut: (more) => `另有 ${more} 项时限未在此列出。`,
  none: '当前没有正在计时的时限。',
  zone: (timeZone) => `以上时间均为 ${timeZone} 时区时间。`,
}
