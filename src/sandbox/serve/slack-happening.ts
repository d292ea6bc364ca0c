import { nameOf } from '../../slack/view/names.ts'
import { isJson, objectAt, textAt, wordsOf } from '../slack/json.ts'
import { mrkdwnText } from '../slack/mrkdwn-text.ts'
import type { SandboxSlack } from '../slack/sandbox-slack.ts'
import type { SeenConversation } from '../slack/seen.ts'
import type { TrafficEntry } from '../slack/traffic.ts'
import { peopleWords } from './happening-words.ts'
import type { Telling } from './telling.ts'
import { inBoth } from './in-both.ts'
import type { HappeningTold, Words } from './told.ts'

interface Scene extends Telling {
  readonly slack: SandboxSlack
  readonly conversations: ReadonlyMap<string, SeenConversation>
}

type Seen = Pick<HappeningTold, 'kind' | 'what' | 'conversation' | 'person'>

/** What people saw of a request of the bot: a message, a channel, a desk. Undefined where it was refused or shows nothing. */
export function slackHappening(entry: TrafficEntry, scene: Scene): Seen | undefined {
  if (entry.kind !== 'api' || !isJson(entry.answer) || entry.answer['ok'] !== true) return undefined
  switch (entry.what) {
    case 'chat.postMessage':
      return message(channelIn(entry), entry, scene)
    case 'chat.postEphemeral':
      return message(channelIn(entry), entry, scene, scene.slack.personIdOf(wordsOf(entry.sent['user'])))
    case 'conversations.create':
      return inChannel(channelIn(entry), scene, (name) => ({
        zh: `建立频道 #${name}`,
        en: `channel #${name} opened`,
      }))
    case 'conversations.invite':
      return joined(entry, scene)
    case 'conversations.archive':
      return inChannel(channelIn(entry), scene, (name) => ({
        zh: `归档频道 #${name}`,
        en: `channel #${name} archived`,
      }))
    case 'conversations.setTopic':
      return topic(entry, scene)
    case 'views.publish': {
      const person = scene.slack.personIdOf(wordsOf(entry.sent['user_id']))
      return { kind: 'home', person, what: named(person, scene, '的工作台已更新', '’s desk was drawn anew') }
    }
    default:
      return undefined
  }
}

/** A channel asked for by name is known by its id from the answer. */
function channelIn({ sent, answer }: TrafficEntry): string {
  const said = isJson(answer) ? answer : {}
  return (
    textAt(said, 'channel') ?? textAt(objectAt(said, 'channel') ?? {}, 'id') ?? textAt(sent, 'channel') ?? ''
  )
}

/** A message as its reader has it; in a channel, as the first of its members does. */
function message(id: string, { sent }: TrafficEntry, scene: Scene, only?: string): Seen {
  const conversation = scene.conversations.get(id)
  const person = only ?? memberOf(conversation)
  const written = textAt(sent, 'text') ?? ''
  const text = person === undefined ? written : mrkdwnText(written, scene.slack.readerFor(person))
  const place =
    conversation && conversation.kind !== 'dm'
      ? { zh: `#${conversation.name}`, en: `#${conversation.name}` }
      : named(person ?? '', scene, '', '')
  const what = { zh: `${place.zh}：${text}`, en: `${place.en}: ${text}` }
  return { kind: 'message', what, conversation: id, ...(person !== undefined && { person }) }
}

function joined(entry: TrafficEntry, scene: Scene): Seen | undefined {
  const users = wordsOf(entry.sent['users']).split(',')
  const people = users.map((user) => scene.slack.personIdOf(user.trim()))
  const who = inBoth((language) => peopleWords(people, { ...scene, language }))
  return inChannel(channelIn(entry), scene, (name) => ({
    zh: `${who.zh} 加入 #${name}`,
    en: `${who.en} joined #${name}`,
  }))
}

function topic(entry: TrafficEntry, scene: Scene): Seen | undefined {
  const said = textAt(entry.sent, 'topic') ?? ''
  return inChannel(channelIn(entry), scene, (name) => ({
    zh: `#${name} 主题：${said}`,
    en: `#${name} topic: ${said}`,
  }))
}

function inChannel(id: string, scene: Scene, say: (name: string) => Words): Seen {
  const conversation = scene.conversations.get(id)
  const person = memberOf(conversation)
  return {
    kind: 'channel',
    what: say(conversation?.name ?? id),
    conversation: id,
    ...(person !== undefined && { person }),
  }
}

/** Somebody who sees it. */
function memberOf(conversation: SeenConversation | undefined): string | undefined {
  return conversation?.members.find((member) => member !== 'bot')
}

function named(person: string, { organisation }: Telling, zh: string, en: string): Words {
  const name = inBoth((language) => nameOf(person, language, { organisation }))
  return { zh: `${name.zh}${zh}`, en: `${name.en}${en}` }
}
