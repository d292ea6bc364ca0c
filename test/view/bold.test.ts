import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'

/**
 * Slack draws no bold where the outside of a star touches a letter or full-width punctuation: `*组长*：` keeps its stars. The
 * snapshots are everything that we draw; a line that starts with `~` is plain text, where stars are the stars of a mask.
 */

const folder = new URL('./snapshots/zh-CN/', import.meta.url)
const touching =
  /(?<![\p{L}\p{N}\p{Ps}\p{Pe}：，。、；！？”])\*(?! )[^*\n]+(?<! )\*[\p{L}\p{N}\p{Ps}\p{Pe}：，。、；！？“]|[\p{L}\p{N}：，。、；！？）”]\*(?! )[^*\n]+(?<! )\*/u

function unboldLines(text: string): string[] {
  return text.split('\n').filter((line) => !/^[~#(]/.test(line) && touching.test(line))
}

test.for(readdirSync(folder))('in %s every bold word is drawn bold', (file) => {
  expect(unboldLines(readFileSync(new URL(file, folder), 'utf8'))).toEqual([])
})

test('the rule itself finds stars that touch, and no others', () => {
  const wrong = ['*组长*：某人', '*待我办理*（1）', '请看*这里*']
  const right = ['*组长：* 某人', '*待我办理* （1）', '⛔ *已超时：接办*', '*标题*']
  expect([...wrong, ...right].filter((line) => unboldLines(line).length > 0)).toEqual(wrong)
})
