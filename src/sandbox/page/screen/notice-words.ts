import type { MessageTold } from '../../serve/told.ts'
import type { PageWords } from '../words.ts'

/** What Slack itself says in a notice of its own, in the reader's language; its English where it is of a kind unknown here. */
export function noticeWords({ subtype = '', text }: MessageTold, words: PageWords): string {
  const what = subtype.replace(/^(channel|group|im)_/, '')
  const told = text.replace(/^<@[A-Z0-9]+>\s*/, '')
  const given = told.slice(told.indexOf(': ') + 2)
  const { notices } = words.conversation
  switch (what) {
    case 'topic':
      return notices.topic(given)
    case 'purpose':
      return notices.purpose(given)
    case 'name':
      return notices.name(given)
    case 'join':
      return notices.join
    case 'leave':
      return notices.leave
    case 'archive':
      return notices.archive
    case 'unarchive':
      return notices.unarchive
    default:
      return told
  }
}
