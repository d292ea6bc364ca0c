import type { Drawn } from './drawn.ts'

const en = {
  optional: '(optional)',
  choose: 'Choose an option',
  search: 'Type to search',
  nothingFound: 'Nothing found',
  remove: (name: string) => `Remove ${name}`,
  clear: 'Clear',
  moreActions: 'More actions',
  date: 'Date',
  time: 'Time',
  unreadableTime: 'Write the time in 24 hours, as 09:30',
  left: (count: number) => `${count} ${count === 1 ? 'character' : 'characters'} left`,
  atMost: (count: number) => `At most ${count}`,
  chooseFile: 'Choose files',
  newTab: 'opens in a new tab',
  underWay: 'Under way',
  unknownBlock: (type: string) => `A block of the type “${type}”, which this page cannot draw.`,
  unknownElement: (type: string) => `An element of the type “${type}”, which this page cannot draw.`,
}

const zh: typeof en = {
  optional: '（选填）',
  choose: '请选择',
  search: '输入文字以搜索',
  nothingFound: '没有匹配的选项',
  remove: (name) => `移除${name}`,
  clear: '清除',
  moreActions: '更多操作',
  date: '日期',
  time: '时间',
  unreadableTime: '请按 24 小时制填写，例如 09:30',
  left: (count) => `还可输入 ${count} 字`,
  atMost: (count) => `最多选择 ${count} 项`,
  chooseFile: '选择文件',
  newTab: '在新标签页中打开',
  underWay: '正在处理',
  unknownBlock: (type) => `此处有一个“${type}”类型的内容块，本页无法显示。`,
  unknownElement: (type) => `此处有一个“${type}”类型的控件，本页无法显示。`,
}

/** The words that Slack itself says around blocks, in the reader's language. */
export function wordsFor({ language }: Pick<Drawn, 'language'>): typeof en {
  return language === 'en' ? en : zh
}
