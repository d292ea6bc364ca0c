import type { Json } from '../slack/json.ts'
import { datesInWords, type Reader } from '../slack/mrkdwn-text.ts'
import type { SeenMessage } from '../slack/seen.ts'
import { blocksTold } from './blocks-told.ts'
import { localMinute } from './local-minute.ts'
import type { MessageTold } from './told.ts'
import { valuesTold } from './values-told.ts'

/** A message as this person sees it; `chosen` is what they have chosen in it, `name` what Slack writes above it. */
export function messageTold(
  message: SeenMessage,
  { reader, chosen, name }: { readonly reader: Reader; readonly chosen: Json; readonly name: string },
): MessageTold {
  const { ts, channel, from, blocks, isEphemeral, isEdited, threadTs, subtype, reactions, files } = message
  const [day = '', time = ''] = localMinute(Number(ts), reader.timeZone).split('T')
  return {
    ts,
    channel,
    from,
    name,
    time,
    day,
    text: datesInWords(message.text, reader),
    blocks: blocksTold(blocks, reader),
    values: valuesTold(blocks, chosen, reader.timeZone),
    isEphemeral,
    isEdited,
    ...(threadTs !== undefined && { threadTs }),
    ...(subtype !== undefined && { subtype }),
    reactions,
    files,
  }
}
