import type { Config } from '../config.ts'
import type { Sandbox } from './sandbox.ts'

/** Where to look, what runs where, and what to do next, in both languages. */
export function sayStarted(
  { url, stage, database }: Pick<Sandbox, 'url' | 'stage' | 'database'>,
  config: Config,
  print: (line: string) => void,
): void {
  const where = database.embedded ? `${config.dataDir}/postgres` : 'DATABASE_URL'
  const [jobsZh, jobsEn] = config.redisUrl ? ['Redis', 'Redis'] : ['同一 Postgres', 'that same Postgres']
  const adopted = database.adopted
    ? ['（接管了上次未正常停止的数据库）', ' (taken over from a process that was killed)']
    : ['', '']
  for (const line of [
    `${url}   在浏览器中打开即可体验 · open it in a browser and play`,
    'Redress 已启动（沙盒，所有人员均为虚构）· Redress runs (sandbox; everybody in it is invented)',
    `  机器人 bot        http://127.0.0.1:${stage.redress.port}/slack/events`,
    `  沙盒 Slack        ${stage.slack.url}`,
    `  数据库 database   ${where}${adopted[0]}${adopted[1]}`,
    `  任务 jobs         BullMQ · ${jobsZh} · ${jobsEn}`,
    '  终端 terminal     npm run story    在终端里看一件投诉的全过程 · one complaint from beginning to end, in the terminal',
    '  停止 stop         Ctrl-C',
  ])
    print(line)
}
