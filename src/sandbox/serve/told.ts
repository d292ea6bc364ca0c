/** What the page is told, as JSON. Instants are ISO strings; times and days are in the zone of whoever reads them. */

/** A word in both languages; the page shows one. */
export interface Words {
  readonly zh: string
  readonly en: string
}

/** Somebody who can be acted as. */
export interface PersonTold {
  readonly id: string
  /** Their Slack user id, as mentions have it. */
  readonly userId: string
  readonly name: Words
  readonly reads: 'zh-CN' | 'en'
  /** What they are and where, as "outlet complaint manager · Renmin Road Outlet". */
  readonly posts: readonly Words[]
  /** The unit of their first post, by which the page groups people. */
  readonly unit: Words
}

/** What is the bot doing? `slow` answers after Slack has given up. */
export type BotState = 'running' | 'slow' | 'stopped'

export interface BankTold {
  readonly people: readonly PersonTold[]
  readonly organisation: Words
  readonly policyVersion: string
  readonly commands: readonly CommandTold[]
  readonly shortcuts: readonly ShortcutTold[]
}

/** A slash command as its manifest has it, with what may follow it. */
export interface CommandTold {
  readonly command: string
  readonly hint: string
  readonly description: string
  readonly completions: readonly { readonly text: string; readonly about: Words }[]
}

export interface ShortcutTold {
  readonly callbackId: string
  readonly kind: 'global' | 'message'
  readonly name: string
}

export interface ClockTold {
  readonly now: string
  /** As "2026-09-14 10:00", in the bank's zone. */
  readonly local: string
  /** 1 for Monday to 7 for Sunday. */
  readonly weekday: number
  readonly timeZone: string
  readonly isWorkingTime: boolean
  /** The name of the holiday or of the make-up workday that today is, if it is one. */
  readonly holiday?: string
  /** Does it run by itself between pushes? */
  readonly runs: boolean
  readonly bot: BotState
  /** The next five alarms, the soonest first. */
  readonly next: readonly AlarmTold[]
}

export interface AlarmTold {
  readonly at: string
  readonly local: string
  /** The number of the complaint or emergency. */
  readonly number: string
  /** What is due or reminded of, as "reminder: first contact". */
  readonly what: Words
  /** Who would be called. */
  readonly who: readonly Words[]
}

export const pushes = ['now', 'hour', 'workingMorning', 'alarm', 'day'] as const
export type Push = (typeof pushes)[number]

/** What a push of the clock or a step of a scenario set off, in order. */
export interface HappeningTold {
  readonly at: string
  readonly local: string
  /** `clock`: an alarm was served; `message`: somebody was written to; `channel`: a channel was made, changed or joined; `home`: a desk was drawn anew. */
  readonly kind: 'clock' | 'message' | 'channel' | 'home'
  readonly what: Words
  /** The conversation it happened in, and somebody who sees it, so that a click leads there. */
  readonly conversation?: string
  readonly person?: string
}

export interface SightTold {
  readonly person: string
  /** In the order of the sidebar: the channel for everybody, private channels, the direct message with the bot. */
  readonly conversations: readonly ConversationTold[]
  readonly home?: { readonly id: string; readonly blocks: readonly BlockTold[]; readonly values: Values }
  /** Open modals, the top one last. */
  readonly modals: readonly ModalTold[]
}

/** A Block Kit block as the bot sent it; dates in it are resolved for this reader, every block and action has its id. */
export type BlockTold = { readonly type: string; readonly block_id?: string; readonly [key: string]: unknown }

/** What an element holds: a text, an option's value, a Slack user or channel id, `2026-09-14`, `10:00`, `2026-09-14T10:00` in the reader's zone, or several. */
export type Entry = string | readonly string[] | null

/** By `fieldName(blockId, actionId)`. */
export type Values = Readonly<Record<string, Entry>>

export interface ConversationTold {
  readonly id: string
  readonly name: string
  readonly kind: 'public' | 'private' | 'dm'
  readonly topic: string
  readonly purpose: string
  readonly isArchived: boolean
  readonly members: readonly string[]
  readonly bookmarks: readonly { readonly title: string; readonly link: string }[]
  /** Timestamps of pinned messages. */
  readonly pins: readonly string[]
  /** Oldest first, replies among them. */
  readonly messages: readonly MessageTold[]
}

export interface MessageTold {
  readonly ts: string
  readonly channel: string
  /** A person's id, `bot` for Redress, `slack` for Slack itself. */
  readonly from: string
  readonly name: string
  /** As "10:00" and "2026-09-14", in the reader's zone. */
  readonly time: string
  readonly day: string
  readonly text: string
  readonly blocks: readonly BlockTold[]
  readonly values: Values
  readonly isEphemeral: boolean
  readonly isEdited: boolean
  /** On replies: the message they answer. */
  readonly threadTs?: string
  /** On notices that Slack makes itself, as `channel_topic`. */
  readonly subtype?: string
  readonly reactions: readonly string[]
  readonly files: readonly string[]
}

export interface ModalTold {
  readonly id: string
  /** Changes with every push or update of its content. */
  readonly hash: string
  readonly title: string
  readonly submit?: string
  readonly close?: string
  readonly blocks: readonly BlockTold[]
  readonly values: Values
  /** By block id; under the empty key, what concerns the whole form. */
  readonly errors: Readonly<Record<string, string>>
}

/** What became of a gesture. Where it did not work, `said` is what Slack tells the person, `why` what lay behind it. */
export interface AnswerTold {
  readonly ok: boolean
  readonly said?: Words
  readonly why?: Words
}

export interface ScenarioTold {
  readonly name: string
  readonly title: Words
  readonly about: Words
  readonly steps: readonly ScenarioStepTold[]
}

export interface ScenarioStepTold {
  readonly title: Words
  /** Who acts, and whose screen shows best what comes of it. */
  readonly actor?: string
  readonly watch?: string
}

/** The scenario being played. */
export interface PlayingTold {
  readonly name: string
  /** How many steps have been played. */
  readonly played: number
  readonly total: number
  readonly isBusy: boolean
  /** What the last steps set off. */
  readonly happenings: readonly HappeningTold[]
  /** Why it could not go on. */
  readonly trouble?: string
}

export interface BehindTold {
  /** Every case, the newest first, to choose from. */
  readonly cases: readonly {
    readonly kind: 'complaint' | 'emergency'
    readonly id: string
    readonly number: string
    readonly state: Words
  }[]
  /** Of the case asked for, or of the newest. */
  readonly shown?: string
  readonly journal: readonly {
    readonly seq: number
    readonly local: string
    readonly by: Words
    readonly event: string
    readonly details: unknown
    readonly hash: string
  }[]
  /** The proof of each running clock, line by line. */
  readonly clocks: { readonly zh: readonly string[]; readonly en: readonly string[] }
  readonly outbox: readonly {
    readonly id: string
    readonly stream: string
    readonly lane: string
    readonly what: string
    readonly local: string
    readonly state: 'waiting' | 'sent' | 'setAside'
    readonly attempts: number
    readonly trouble?: string
  }[]
  /** The newest first. */
  readonly traffic: readonly {
    readonly number: number
    readonly local: string
    readonly kind: 'api' | 'gesture' | 'response_url'
    readonly what: string
    readonly by: string
    readonly status: number
    readonly sent: unknown
    readonly answer: unknown
    readonly warnings: readonly string[]
  }[]
  readonly jobs: readonly { readonly name: string; readonly state: string; readonly local?: string }[]
}
