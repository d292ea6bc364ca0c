import { z } from 'zod'

const Entry = z.union([z.string(), z.array(z.string()).readonly(), z.null()])
/** What stands in the fields of a modal as typed so far, by `fieldName`. */
const Values = z.record(z.string(), Entry)

const Surface = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('message'), channel: z.string(), ts: z.string() }),
  z.strictObject({ kind: z.literal('home') }),
  z.strictObject({ kind: z.literal('modal'), id: z.string(), values: Values }),
])

/** What somebody does in Slack on the page. Each becomes what Slack would send: signed, form-encoded, with a trigger. */
export const Gesture = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('command'),
    command: z.string(),
    text: z.string(),
    channel: z.string(),
  }),
  z.strictObject({ do: z.literal('shortcut'), callbackId: z.string() }),
  z.strictObject({
    do: z.literal('messageShortcut'),
    callbackId: z.string(),
    channel: z.string(),
    ts: z.string(),
  }),
  /** Presses a button, picks an entry of an overflow menu, or chooses in an element that the bot hears of at once. */
  z.strictObject({
    do: z.literal('use'),
    surface: Surface,
    blockId: z.string(),
    actionId: z.string(),
    entry: Entry,
  }),
  z.strictObject({ do: z.literal('submit'), modal: z.string(), values: Values }),
  z.strictObject({ do: z.literal('close'), modal: z.string() }),
  z.strictObject({ do: z.literal('openHome') }),
  z.strictObject({
    do: z.literal('says'),
    channel: z.string(),
    text: z.string().min(1),
    threadTs: z.string().optional(),
  }),
  z.strictObject({ do: z.literal('reacts'), channel: z.string(), ts: z.string(), emoji: z.string() }),
])
export type Gesture = z.infer<typeof Gesture>
