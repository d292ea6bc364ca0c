import { startRedis } from '../support/redis.ts'
import { measureAlarms } from './alarms.ts'
import { measureDueTimes } from './due-times.ts'
import { rounded } from './figures.ts'
import { type Load, measureFiling } from './filing.ts'
import { breakGround } from './ground.ts'

/** Ratios of one run against the bare parts; absolute figures depend on the machine and its mood. */
const filings = Number(process.env['BENCH_FILINGS'] ?? 3000)
const alarms = Number(process.env['BENCH_ALARMS'] ?? 5000)

function say(line = ''): void {
  process.stdout.write(`${line}\n`)
}

function sayLoad(name: string, { perSecond, p50, p99, max, failed }: Load): void {
  say(
    `  ${name.padEnd(24)} ${rounded(perSecond).padStart(6)}/s   p50 ${rounded(p50)} ms   p99 ${rounded(p99)} ms   max ${rounded(max)} ms   failed ${failed}`,
  )
}

say('Due times with their proof, on the branch’s calendar')
for (const { limit, perSecond } of await measureDueTimes())
  say(`  ${limit.padEnd(6)} ${rounded(perSecond)}/s`)

const ground = await breakGround()
try {
  say()
  say(`Filing: submission received to answer, durably committed, 50 filers at once, ${filings} complaints`)
  const { bare, filing, stored, promised } = await measureFiling(await ground.newDatabase(), filings)
  sayLoad('bare Bolt, doing nothing', bare)
  sayLoad('filing a complaint', filing)
  say(
    `  ratio ${(filing.perSecond / bare.perSecond).toFixed(3)} of the bare throughput (aim 0.2); ${stored} stored of ${promised} promised`,
  )

  const redis = await startRedis()
  for (const [name, url] of [
    ['Redis', 'url' in redis.found ? redis.found.url : undefined],
    ['Postgres', undefined],
  ] as const) {
    say()
    if (name === 'Redis' && url === undefined) {
      say(`Alarms on Redis: skipped, ${'missing' in redis.found ? redis.found.missing : ''}`)
      continue
    }
    say(
      `${alarms} reminders due in the same second, BullMQ on ${name}: seconds late until decided, journalled and in the outbox`,
    )
    const late = await measureAlarms(await ground.newDatabase(), url, alarms)
    say(
      `  p50 ${rounded(late.p50)}   p99 ${rounded(late.p99)}   max ${rounded(late.max)}   served ${late.count}   missing ${late.missing}`,
    )
  }
  await redis.stop()
} finally {
  await ground.clear()
}
