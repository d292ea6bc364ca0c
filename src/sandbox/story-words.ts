/** The words of who tells the tale, in both languages; what people type in it is in `scenario/scenario-words.ts`. */
const zh = {
  title: 'Redress 的一天：人物、号码、事件全部虚构',
  privately: '私信',
  channel: '频道',
  alone: '仅自己可见',
  form: '屏幕上的表单',
  window: '屏幕上的窗口',
  pinned: '置顶',
  files: '在 Slack 里输入 /complaint，填写并提交',
  chooses: '选择',
  presses: '点按钮',
  corrects: '改好表单，再次提交',
  types: '输入 /complaint',
  passes: '（没有人动手，时间在走）',
}

export type StoryWords = Readonly<typeof zh>

const en: StoryWords = {
  title: 'A day with Redress: everybody, every number and every event is invented',
  privately: 'direct message',
  channel: 'channel',
  alone: 'only they can see this',
  form: 'the form on the screen',
  window: 'the window on the screen',
  pinned: 'pinned',
  files: 'types /complaint in Slack, fills in the form and sends it',
  chooses: 'chooses',
  presses: 'presses',
  corrects: 'corrects the form and sends it again',
  types: 'types /complaint',
  passes: '(nobody acts; time passes)',
}

export function storyWords(language: 'zh-CN' | 'en'): StoryWords {
  return language === 'en' ? en : zh
}
