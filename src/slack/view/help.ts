import { type Language, textFor } from '../../text/text.ts'
import { type Message, header, message, section } from './blocks.ts'
import { inline } from './mrkdwn.ts'

/** A word that is no command, and the command that was probably meant where one is near. */
export interface Unknown {
  readonly said: string
  readonly nearest?: string
}

/** The help; for a word that is no command it says so first. */
export function helpMessage(language: Language, unknown?: Unknown): Message {
  const { help } = textFor(language)
  const lines = Object.values(help.commands).map(({ use, what }) => `\`/complaint ${use}\`  ${what}`)
  return message(unknown ? unknownText(unknown, language) : help.title, [
    ...(unknown ? [section(unknownText(unknown, language))] : []),
    header(help.title),
    section([`\`/complaint\`  ${help.file}`, ...lines].join('\n')),
  ])
}

function unknownText({ said, nearest }: Unknown, language: Language): string {
  const { help } = textFor(language)
  return [help.unknown(inline(said, 60)), ...(nearest ? [help.nearest(inline(nearest, 60))] : [])].join('\n')
}
