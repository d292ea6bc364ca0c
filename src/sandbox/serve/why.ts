import type { Missing, RefusedBySlack } from '../slack/not-there.ts'
import type { Ack } from '../slack/signed-post.ts'
import type { RefusedView } from './refused-view.ts'
import type { Words } from './told.ts'

/** Why was the bot's answer none? Undefined where it was one. */
export function whyUnanswered({ error, status, detail = '' }: Ack): Words | undefined {
  if (error === undefined) return undefined
  switch (error) {
    case 'unreachable':
      return { zh: '机器人未运行，请求无人接收。', en: 'The bot is not running: nobody took the request.' }
    case 'timeout':
      return {
        zh: '机器人没有在三秒内应答，Slack 不再等待。',
        en: 'The bot did not answer within three seconds, and Slack waits no longer.',
      }
    case 'http_error':
      return { zh: `机器人应答 HTTP ${status}。`, en: `The bot answered HTTP ${status}.` }
    case 'slack_down':
      return { zh: 'Slack 本身无法连接。', en: 'Slack itself cannot be reached.' }
    case 'invalid_answer':
      return {
        zh: `Slack 无法使用机器人的应答：${detail}`,
        en: `Slack cannot use the answer of the bot: ${detail}`,
      }
  }
}

const triggers: Readonly<Record<string, Words>> = {
  expired_trigger_id: {
    zh: 'trigger_id 只有三秒有效，机器人用得太晚',
    en: 'a trigger_id lives three seconds, and the bot used it too late',
  },
  exchanged_trigger_id: { zh: 'trigger_id 已用过一次', en: 'the trigger_id had been used before' },
  invalid_trigger_id: { zh: 'Slack 不认识这个 trigger_id', en: 'Slack does not know the trigger_id' },
}

/** Why did Slack not show the view of the bot? */
export function whyViewRefused({ method, code, problems }: RefusedView): Words {
  const found = problems.join('; ')
  const { zh, en } = triggers[code] ?? { zh: found, en: found }
  return {
    zh: `Slack 拒绝了 ${method}（${code}）${zh && `：${zh}`}。`,
    en: `Slack refused ${method} (${code})${en && `: ${en}`}.`,
  }
}

/** What is not on the person's screen any more? */
export const whyMissing: Readonly<Record<Missing, Words>> = {
  conversation: {
    zh: '此人看不到这个频道或私信。',
    en: 'This person does not see this channel or direct message.',
  },
  message: { zh: '这条消息已不在。', en: 'This message is no longer there.' },
  modal: {
    zh: '这个窗口已关闭，或已被另一个窗口遮住。',
    en: 'This window is closed, or another one lies on top of it.',
  },
  home: { zh: '主页尚未打开过。', en: 'The Home tab was not opened yet.' },
  element: {
    zh: '这个按钮或选项已不在，内容已更新。',
    en: 'This button or menu is no longer there: the content has changed.',
  },
  option: {
    zh: '这个选项已不在，内容已更新。',
    en: 'This entry is no longer offered: the content has changed.',
  },
}

const refusals: Readonly<Record<string, Words>> = {
  is_archived: { zh: '频道已归档，不能再写。', en: 'The channel is archived: nobody writes in it any more.' },
  already_reacted: { zh: '已经加过这个表情。', en: 'This emoji of theirs is there already.' },
}

/** Why did Slack not let the person do it? */
export function whyRefused({ code }: RefusedBySlack): Words {
  return refusals[code] ?? { zh: `Slack 拒绝：${code}。`, en: `Slack refused it: ${code}.` }
}

/** Why does Slack not take such a gesture at all? */
export const whyNotTaken = {
  noSuchCommand: {
    zh: '应用清单中没有这个命令，机器人不会收到它。',
    en: 'The manifest of the app has no such command; the bot never hears of it.',
  },
  readOnly: {
    zh: '应用清单将消息页设为只读。',
    en: 'The manifest of the app makes its messages tab read-only.',
  },
} as const
