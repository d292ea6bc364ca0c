import type { Notice } from '../../matter/effect.ts'
import type { PostedMessage } from '../../matter/outcome.ts'
import type { Language } from '../../text/text.ts'
import type { Message } from '../view/blocks.ts'
import { complaintCard } from '../view/card.ts'
import { emergencyCard } from '../view/emergency-card.ts'
import { emergencyNotice, emergencyPost } from '../view/emergency-notice.ts'
import type { Reader } from '../view/house.ts'
import { channelPost, noticeMessage } from '../view/notice.ts'
import { emergencyTopic, topicOf } from '../view/topic.ts'
import type { Scene } from './scene.ts'

/** A private message on the matter as it is now. */
export function noticeOf(scene: Scene, notice: Notice, reader: Reader): Message {
  return scene.kind === 'complaint'
    ? noticeMessage(notice, scene.matter, reader, scene.view)
    : emergencyNotice(notice, scene.matter, reader, scene.view)
}

/** A post in the matter's channel. */
export function postOf(scene: Scene, notice: Notice, reader: Reader): Message {
  return scene.kind === 'complaint'
    ? channelPost(notice, scene.matter, reader, scene.view)
    : emergencyPost(notice, scene.matter, reader, scene.view)
}

/** The live card that is pinned in the matter's channel. */
export function cardOf(scene: Scene, reader: Reader): Message {
  return scene.kind === 'complaint'
    ? complaintCard(scene.matter, reader, scene.view)
    : emergencyCard(scene.matter, reader, scene.view)
}

/** The topic of the matter's channel. */
export function topicFor(scene: Scene, language: Language): string {
  return scene.kind === 'complaint'
    ? topicOf(scene.matter, language, scene.view)
    : emergencyTopic(scene.matter, language, scene.view)
}

/** Told on every outcome: where the message stands. */
export function doneWith(message: PostedMessage): { readonly kind: 'done'; readonly message: PostedMessage } {
  return { kind: 'done', message }
}
