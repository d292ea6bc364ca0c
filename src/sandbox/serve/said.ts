import { clientWords } from '../slack/client-words.ts'
import type { Ack } from '../slack/signed-post.ts'
import { failureCode } from '../slack/type-command.ts'
import type { Gesture } from './gesture.ts'
import type { Words } from './told.ts'

const clients = { zh: clientWords('zh-CN'), en: clientWords('en-US') }

/** What Slack's client says, in both languages. */
export function clientSays(words: (client: typeof clients.en) => string): Words {
  return { zh: words(clients.zh), en: words(clients.en) }
}

const silentOnButtons: Words = {
  zh: '⚠ Slack 只在按钮旁显示警告标志，没有别的提示。',
  en: '⚠ Slack shows a warning sign beside it and says nothing.',
}
const silentOnShortcuts: Words = {
  zh: '⚠ Slack 只显示警告标志，没有打开任何窗口。',
  en: '⚠ Slack shows a warning sign and opens nothing.',
}
const homeAsBefore: Words = {
  zh: 'Slack 没有提示，主页保持原样。',
  en: 'Slack says nothing; the Home tab stays as it was.',
}
const closedAnyway: Words = {
  zh: 'Slack 没有提示，窗口已关闭。',
  en: 'Slack says nothing; the window is closed.',
}

/** What Slack tells a person whose gesture the bot did not answer as it should; nothing where it keeps silent altogether. */
export function saidWhenUnanswered(gesture: Gesture, ack: Ack): Words | undefined {
  switch (gesture.do) {
    case 'command':
      return clientSays((client) => client.commandFailed(gesture.command, failureCode(ack)))
    case 'submit':
      return clientSays((client) => client.trouble)
    case 'use':
      return gesture.surface.kind === 'modal' ? clientSays((client) => client.trouble) : silentOnButtons
    case 'shortcut':
    case 'messageShortcut':
      return silentOnShortcuts
    case 'openHome':
      return homeAsBefore
    case 'close':
      return closedAnyway
    case 'says':
    case 'reacts':
      return undefined
  }
}

/** What a person sees when Slack refused the view that the bot wanted to show. */
export function saidWhenViewRefused(method: string): Words {
  if (method === 'views.publish') return homeAsBefore
  return method === 'views.update'
    ? { zh: 'Slack 没有提示，窗口保持原样。', en: 'Slack says nothing; the window stays as it was.' }
    : { zh: 'Slack 没有提示，也没有打开窗口。', en: 'Slack says nothing, and no window opens.' }
}
