/**
 * What Slack's client says of its own, without asking the bot. The English is what people quote from Slack; the Chinese is
 * ours, for we found no public record of Slack's.
 */
export type ClientWords = {
  /** A form that the bot did not answer as Slack asks. */
  readonly trouble: string
  readonly commandFailed: (command: string, code: string) => string
  readonly noSuchCommand: (command: string) => string
  /** A direct message to an app whose manifest makes its messages tab read-only. */
  readonly readOnly: string
  readonly required: string
  readonly atMostCharacters: (most: number) => string
  readonly atLeastCharacters: (least: number) => string
  readonly notAnEmail: string
  readonly notAUrl: string
  readonly notANumber: string
  readonly notWhole: string
  readonly atLeast: (least: number) => string
  readonly atMost: (most: number) => string
}

const english: ClientWords = {
  trouble: 'We had some trouble connecting. Try again?',
  commandFailed: (command, code) => `${command} failed with the error "${code}"`,
  noSuchCommand: (command) => `${command} is not a valid command.`,
  readOnly: 'Sending messages to this app has been turned off.',
  required: 'Please complete this required field.',
  atMostCharacters: (most) => `Must be at most ${most} characters.`,
  atLeastCharacters: (least) => `Must be at least ${least} characters.`,
  notAnEmail: 'Must be a valid email address.',
  notAUrl: 'Must be a valid URL.',
  notANumber: 'Must be a number.',
  notWhole: 'Must be a whole number.',
  atLeast: (least) => `Must be at least ${least}.`,
  atMost: (most) => `Must be at most ${most}.`,
}

const chinese: ClientWords = {
  trouble: '连接时遇到了一些问题。要重试吗？',
  commandFailed: (command, code) => `${command} 失败，错误为“${code}”`,
  noSuchCommand: (command) => `${command} 不是有效的命令。`,
  readOnly: '已关闭向此应用发送消息的功能。',
  required: '请填写此必填字段。',
  atMostCharacters: (most) => `最多 ${most} 个字符。`,
  atLeastCharacters: (least) => `最少 ${least} 个字符。`,
  notAnEmail: '必须是有效的电子邮件地址。',
  notAUrl: '必须是有效的网址。',
  notANumber: '必须是数字。',
  notWhole: '必须是整数。',
  atLeast: (least) => `不得小于 ${least}。`,
  atMost: (most) => `不得大于 ${most}。`,
}

/** The client's words for somebody with this Slack locale. */
export function clientWords(locale: string): ClientWords {
  return locale.startsWith('zh') ? chinese : english
}
