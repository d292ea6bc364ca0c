/**
 * Issue 2, "What a complaint does", points 3, 4 and 5, and "quiet hours, digests": who hears what when, of a complaint that nobody
 * touches, over the fortnight of Mid-Autumn and National Day 2026. The tables are worked out by hand from `src/policy/bank.yaml`
 * and the official notice for 2026: closed from Friday 25 to Sunday 27 September and from 1 to 7 October, Saturday 10 October is
 * a make-up workday; else Monday to Friday, 09:00 to 17:00.
 * A repetition counts from the second in which the call went out, so one that falls on the next rung's minute gives way to it.
 * Already shown elsewhere: each rule of reminders, ladder, repetition and quiet hours alone (test/rules/complaint-tick.test.ts),
 * the morning's list (test/slack/deliver.test.ts).
 */
import { describe, expect } from 'vitest'
import type { Stage } from '../../src/sandbox/stage.ts'
import {
  asks,
  channelNamed,
  filing,
  shanghai,
  stateOf,
  test as anyStory,
  timesTold,
  toldTo,
  typed,
  who,
} from '../support/a-story.ts'

/** Thursday, the last working day before three days off. */
const test = anyStory.extend({ start: '2026-09-24 10:00' })

const atOutlet = { ...filing, outlet: 'outlet-renmin-road' }
/** Of head office's service quality and the region's, in the order in which they are called. */
const headOffice = [who.headOffice, 'p-shen-yue', who.region, 'p-hao-min']
const { filer, outletManager, liaison, unitHead, officer, otherOfficer, sqHead, secretary, director } = who
const filerDeputy = 'p-fang-qi'

type Row = readonly [at: string, what: string, people: readonly string[]]

/** The calls in everybody's direct messages: local time, `reminder` or the rung called for, the clock, and who got it. */
async function callsHeard(stage: Stage): Promise<Row[]> {
  const conversations = await stage.slack.seen.conversations()
  const calls = conversations
    .filter(({ kind }) => kind === 'dm')
    .flatMap(({ members, messages }) => {
      const to = members.find((member) => member !== 'bot') ?? ''
      return messages.flatMap(({ ts, text }) => {
        const what = callIn(text)
        return what ? [{ to, what, ts: Number(ts) }] : []
      })
    })
    .toSorted((one, other) => one.ts - other.ts)
  const rows: { at: string; what: string; people: string[] }[] = []
  for (const { to, what, ts } of calls) {
    const at = localMinute(ts)
    const last = rows.at(-1)
    if (last?.at === at && last.what === what && !last.people.includes(to)) last.people.push(to)
    else rows.push({ at, what, people: [to] })
  }
  return rows.map(({ at, what, people }) => [at, what, people])
}

function callIn(text: string): string | undefined {
  const [, reminded] = /⏰ .* waits for: (.+?)\. Due/.exec(text) ?? []
  if (reminded) return `reminder: ${reminded}`
  const [, late, above] =
    /⛔ .* is overdue: (.+?), due .*?\.(?: Escalated to: (.+?)\.)? Please act/.exec(text) ?? []
  if (late) return `${above ?? 'overdue'}: ${late}`
  if (text.includes('nobody could be found')) return text
  const [, escalated] = /was escalated to: (.+?)\./.exec(text) ?? []
  return escalated && `escalated to ${escalated}`
}

function localMinute(ts: number): string {
  const at = Temporal.Instant.fromEpochMilliseconds(Math.floor(ts * 1000)).toZonedDateTimeISO('Asia/Shanghai')
  return at.toPlainDateTime().toString({ smallestUnit: 'minute' }).slice(5).replace('T', ' ')
}

const of = (clock: string) => (rows: readonly Row[]) => rows.filter(([, what]) => what.endsWith(`: ${clock}`))

describe('a level-3 complaint that nobody touches', () => {
  test('calls for its triage, its contact, its reply and by law, rung by rung, and holds all in the days off', async ({
    stage,
    play,
  }) => {
    await play.files(filer, atOutlet)
    await stage.waitsUntil(shanghai('2026-10-10 12:00'))
    const heard = await callsHeard(stage)

    // 4 working hours from Thursday 10:00: due at 14:00.
    expect(of('accept and set level')(heard)).toEqual([
      ['09-24 12:00', 'reminder: accept and set level', [outletManager]], // half of it
      ['09-24 13:12', 'reminder: accept and set level', [outletManager, liaison]], // eight tenths, with the deputy
      ['09-24 14:00', 'overdue: accept and set level', [outletManager, unitHead]],
      ['09-28 10:00', 'unit head: accept and set level', [unitHead]], // +4 wh: 3 on Thursday, 1 on Monday
      ['09-28 14:00', 'liaison of the business line: accept and set level', [liaison]], // +1 BD; the business line is not known yet, so the outlet’s own
      ['09-29 10:00', 'liaison of the business line: accept and set level', [outletManager, liaison]], // again after 4 wh, with the owner
      ['09-29 14:00', 'service quality officer: accept and set level', [officer]], // +2 BD
      ['09-30 10:00', 'service quality officer: accept and set level', [outletManager, officer]],
      ['09-30 14:00', 'service quality head: accept and set level', [sqHead]], // +3 BD
      ['10-08 10:00', 'service quality head: accept and set level', [outletManager, sqHead]], // 3 wh on 30 September, 1 on 8 October
      ['10-08 14:00', 'service quality head: accept and set level', [outletManager, sqHead]],
      ['10-09 08:30', 'head office: accept and set level', headOffice], // a day before the statutory due, after the quiet hours
      ['10-09 13:00', 'head office: accept and set level', [outletManager, ...headOffice]],
      ['10-09 14:00', 'service quality committee: accept and set level', [secretary, director]], // +5 BD
      ['10-10 10:00', 'head office: accept and set level', [outletManager, ...headOffice]], // the make-up Saturday is a workday
    ])
    // 1 working day: due on Monday 28 September, 10:00. Nobody handles it, so its owner is called in the handler's place.
    expect(of('first contact')(heard)).toEqual([
      ['09-24 14:00', 'reminder: first contact', [outletManager]],
      ['09-28 09:00', 'reminder: first contact', [outletManager]], // a working hour before
      ['09-28 10:00', 'overdue: first contact', [filer, outletManager]],
      ['09-28 14:00', 'unit head: first contact', [unitHead]],
      ['09-29 10:00', 'liaison of the business line: first contact', [liaison]],
      ['09-29 14:00', 'liaison of the business line: first contact', [outletManager, liaison]],
      ['09-30 10:00', 'service quality officer: first contact', [officer]], // +2 BD
      ['09-30 14:00', 'service quality officer: first contact', [outletManager, officer]],
      ['10-08 10:00', 'service quality head: first contact', [sqHead]], // +3 BD: 29, 30 September, 8 October
      ['10-08 14:00', 'service quality head: first contact', [outletManager, sqHead]],
      ['10-09 08:30', 'head office: first contact', headOffice],
      ['10-09 13:00', 'head office: first contact', [outletManager, ...headOffice]],
      ['10-10 09:00', 'head office: first contact', [outletManager, ...headOffice]], // called a second after 13:00, 4 wh end at the next opening
      ['10-10 10:00', 'service quality committee: first contact', [secretary, director]], // +5 BD counts the make-up Saturday
    ])
    // 13 calendar days: Wednesday 7 October, 23:59:59, heard after the quiet hours.
    expect(of('reply, overall limit')(heard)).toEqual([
      ['09-29 17:00', 'reminder: reply, overall limit', [filer, filerDeputy]], // a working day before
      ['09-30 15:00', 'reminder: reply, overall limit', [filer, unitHead]], // 2 working hours before
      ['10-01 08:30', 'reminder: reply, overall limit', [filer]], // half of it is at 04:59, in the quiet hours
      ['10-08 08:30', 'overdue: reply, overall limit', [filer, officer]],
      ['10-08 13:00', 'overdue: reply, overall limit', [filer, officer]], // 4 wh from the opening, to the second with the next rung
      ['10-08 13:00', 'unit head: reply, overall limit', [unitHead]], // +4 wh from the opening
      ['10-09 08:30', 'head office: reply, overall limit', headOffice],
      ['10-09 09:00', 'liaison of the business line: reply, overall limit', [liaison]],
      ['10-09 13:00', 'head office: reply, overall limit', [filer, ...headOffice]],
      ['10-10 09:00', 'service quality officer: reply, overall limit', [officer]],
    ])
    // 15 calendar days, holidays or not: Friday 9 October, 23:59:59.
    expect(of('statutory limit')(heard)).toEqual([
      ['10-02 09:30', 'reminder: statutory limit', [filer]],
      ['10-04 09:30', 'reminder: statutory limit', [filer, unitHead]],
      ['10-06 09:30', 'reminder: statutory limit', [filer, unitHead, officer]],
      ['10-08 09:30', 'reminder: statutory limit', [filer, sqHead]],
      ['10-09 09:30', 'reminder: statutory limit', [filer, secretary]],
      [
        '10-10 08:30',
        'service quality committee: statutory limit',
        [filer, outletManager, unitHead, liaison, officer, sqHead, secretary, director],
      ],
    ])
    expect(heard.filter(([, what]) => what.startsWith('escalated'))).toEqual([
      ['09-29 14:00', 'escalated to service quality officer', [sqHead]], // the officer hears it by the rung itself
      ['10-09 08:30', 'escalated to head office', [officer, sqHead]],
    ])
    // The morning's list on working days only, the make-up Saturday among them; on the first day as soon as the bot has looked.
    const lists = (await toldTo(stage, outletManager)).flatMap(
      (text) => /Your complaints, ([^:]+):/.exec(text)?.[1] ?? [],
    )
    expect(lists).toEqual([
      'Thu 24 Sept',
      'Mon 28 Sept',
      'Tue 29 Sept',
      'Wed 30 Sept',
      'Thu 8 Oct',
      'Fri 9 Oct',
      'Sat 10 Oct',
    ])
  }, 60_000)
})

describe('a level-2 complaint that nobody touches', () => {
  test('waits for service quality from the first minute, and is with the branch after one working day', async ({
    stage,
    play,
  }) => {
    await play.files(filer, { ...atOutlet, facts: ['fundSafety'] })
    await stage.waitsUntil(shanghai('2026-10-08 12:00'))
    const heard = await callsHeard(stage)

    // 2 working hours: due at 12:00.
    expect(of('accept and set level')(heard)).toEqual([
      ['09-24 11:00', 'reminder: accept and set level', [officer]],
      ['09-24 11:36', 'reminder: accept and set level', [officer, otherOfficer]],
      ['09-24 12:00', 'overdue: accept and set level', [officer, unitHead]],
      ['09-24 14:00', 'unit head: accept and set level', [unitHead]], // +2 wh
      ['09-24 16:00', 'liaison of the business line: accept and set level', [liaison]], // +4 wh
      ['09-28 12:00', 'service quality officer: accept and set level', [officer]],
      ['09-28 16:00', 'service quality officer: accept and set level', [officer]],
      ['09-29 12:00', 'service quality head: accept and set level', [sqHead]], // +2 BD
      ['09-29 16:00', 'service quality head: accept and set level', [officer, sqHead]],
      ['09-30 12:00', 'service quality committee: accept and set level', [secretary, director]], // +3 BD
      ['09-30 16:00', 'service quality committee: accept and set level', [officer, secretary, director]],
      ['10-08 08:30', 'head office: accept and set level', headOffice], // two days before the statutory due, sooner than +5 BD
    ])
    // 4 working hours: due at 14:00.
    expect(of('first contact')(heard)).toEqual([
      ['09-24 12:00', 'reminder: first contact', [outletManager]],
      ['09-24 13:12', 'reminder: first contact', [outletManager, liaison]],
      ['09-24 14:00', 'overdue: first contact', [filer, outletManager]],
      ['09-24 16:00', 'unit head: first contact', [unitHead]],
      ['09-28 10:00', 'liaison of the business line: first contact', [liaison]],
      ['09-28 14:00', 'service quality officer: first contact', [officer]], // +1 BD
      ['09-29 10:00', 'service quality officer: first contact', [outletManager, officer]],
      ['09-29 14:00', 'service quality head: first contact', [sqHead]],
      ['09-30 10:00', 'service quality head: first contact', [outletManager, sqHead]],
      ['09-30 14:00', 'service quality committee: first contact', [secretary, director]],
      ['10-08 08:30', 'head office: first contact', headOffice],
    ])
    // 11 calendar days: Monday 5 October, 23:59:59, a holiday.
    expect(of('reply, overall limit')(heard)).toEqual([
      ['09-29 17:00', 'reminder: reply, overall limit', [filer, filerDeputy]],
      ['09-30 08:30', 'reminder: reply, overall limit', [filer]],
      ['09-30 15:00', 'reminder: reply, overall limit', [filer, unitHead]],
      ['10-06 08:30', 'overdue: reply, overall limit', [filer, officer]],
      ['10-08 08:30', 'head office: reply, overall limit', headOffice],
      ['10-08 11:00', 'unit head: reply, overall limit', [unitHead]],
    ])
    expect(of('statutory limit')(heard).map(([at, , people]) => [at, people])).toEqual([
      ['10-02 09:30', [filer]],
      ['10-04 09:30', [filer, unitHead]],
      ['10-06 09:30', [filer, unitHead, officer]],
      ['10-08 09:30', [filer, sqHead]],
    ])
    expect(heard.filter(([, what]) => what.startsWith('escalated'))).toEqual([
      ['09-28 12:00', 'escalated to service quality officer', [sqHead]],
      ['10-08 08:30', 'escalated to head office', [officer, sqHead]],
    ])
  }, 60_000)
})

describe('a call', () => {
  test('comes with the state of the case, the time left and the buttons to act', async ({ stage, play }) => {
    const number = await play.files(filer, atOutlet)
    await stage.waitsUntil(shanghai('2026-09-24 12:00'))
    const reminder = (await stage.slack.as(outletManager).messages()).findLast(({ text }) =>
      text.startsWith('⏰'),
    )
    const drawn = JSON.stringify(reminder?.blocks)
    for (const part of [number, 'Received', '2h left', 'step:triage', 'step:seen'])
      expect(drawn).toContain(part)
  })

  test('answered "seen, new time, reason" is silent for one interval, and no due time moves', async ({
    stage,
    play,
  }) => {
    const number = await play.files(filer, atOutlet)
    await stage.waitsUntil(shanghai('2026-09-28 16:00'))
    const before = await asks(stage, officer, `why ${number}`)
    await play.takes(
      outletManager,
      'seen',
      { newTime: shanghai('2026-09-29 16:00').toString(), reason: 'The teller is back on Tuesday.' },
      number,
    )
    expect(dueTimesIn(await asks(stage, officer, `why ${number}`))).toEqual(dueTimesIn(before))
    await stage.waitsUntil(shanghai('2026-09-29 16:01'))
    const heard = of('accept and set level')(await callsHeard(stage)).filter(([at]) => at > '09-28 16:00')
    // Called at 14:00, it would be called again 4 working hours later, on Tuesday at 10:00; answered at 16:00, at 12:00.
    // The ladder is not silenced: its next rung is called at 14:00 as ever.
    expect(heard.map(([at]) => at)).toEqual(['09-29 12:00', '09-29 14:00'])
  })

  test('of level 1 is heard at night', async ({ stage, play }) => {
    await stage.waitsUntil(shanghai('2026-09-24 23:00'))
    await play.files(filer, { ...atOutlet, facts: ['lifeThreat'] })
    await stage.waitsUntil(shanghai('2026-09-25 00:00'))
    expect(of('accept and set level')(await callsHeard(stage))).toEqual([
      ['09-24 23:15', 'reminder: accept and set level', [officer]],
      ['09-24 23:24', 'reminder: accept and set level', [officer, otherOfficer]],
      ['09-24 23:30', 'overdue: accept and set level', [officer, unitHead]],
      ['09-24 23:45', 'unit head: accept and set level', [unitHead]],
      ['09-25 00:00', 'liaison of the business line: accept and set level', [liaison]],
      ['09-25 00:00', 'service quality officer: accept and set level', [officer]],
    ])
  })

  test('stops when the step is done', async ({ stage, play }) => {
    const number = await play.files(filer, atOutlet)
    await stage.waitsUntil(shanghai('2026-09-24 12:30'))
    const calls = async () => of('accept and set level')(await callsHeard(stage)).map(([at]) => at)
    expect(await calls()).toEqual(['09-24 12:00'])
    await play.takes(outletManager, 'triage', typed.triage, number)
    await stage.waitsUntil(shanghai('2026-09-24 14:10'))
    // The reminder that the step was taken from has become the card of now.
    expect(await calls()).toEqual([])
  })
})

/** Every line of `/complaint why` that tells a due time. */
function dueTimesIn(text: string): string[] {
  return text.split('\n').filter((line) => line.includes('due '))
}

describe('the branch is reached', () => {
  test('on Tuesday at 14:00 a private channel opens with everybody called so far, each told privately why', async ({
    stage,
    play,
  }) => {
    const number = await play.files(filer, atOutlet)
    await stage.waitsUntil(shanghai('2026-09-29 13:59'))
    expect(await stateOf(stage, number)).not.toHaveProperty('channel')
    await stage.waitsUntil(shanghai('2026-09-29 14:01'))
    const { name, topic, members, pins, bookmarks, messages } = await channelNamed(stage, 'c-')
    expect(name).toBe('c-2026-00001')
    expect(topic).toMatch(/Level 3.*Received.*accept and set level.*24 Sept, 14:00/)
    expect(members.toSorted()).toEqual(
      ['bot', filer, sqHead, unitHead, officer, outletManager, liaison].toSorted(),
    )
    expect([pins.length, bookmarks.length]).toEqual([1, 1])
    const card = messages.find(({ ts }) => pins.includes(ts))
    expect(JSON.stringify(card?.blocks)).toMatch(/Escalated to.*service quality officer/)
    for (const person of members.filter((each) => each !== 'bot'))
      expect([person, await timesTold(stage, person, /You were added to the channel/)]).toEqual([person, 1])
  })
})
