import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { EmergencyCommand } from '../../src/emergency/command.ts'
import { evolve } from '../../src/emergency/evolve.ts'
import { emergencyStepModal } from '../../src/slack/form/step-modal.ts'
import { emergencyButtons } from '../../src/slack/view/emergency-buttons.ts'
import { emergencyCard } from '../../src/slack/view/emergency-card.ts'
import { emergencyNotice, emergencyPost } from '../../src/slack/view/emergency-notice.ts'
import { timelineLines } from '../../src/slack/view/emergency-timeline.ts'
import type { Language } from '../../src/text/text.ts'
import { anEmergency, complaintId, people } from '../support/a-complaint.ts'
import { aHouse, aReader, monday } from '../support/a-house.ts'
import { asRead } from '../support/as-read.ts'
import { messageFaults, viewFaults } from '../support/slack-limits.ts'

const before = '2026-03-02T01:59:00Z'
const both = ['committee', 'headOffice'] as const
const work: EmergencyCommand[] = [
  { step: 'instruct', from: '总行服务品质管理部 江文涛', givenAt: before, file: '总行〔2026〕3号' },
  {
    step: 'situation',
    facts: '约三十人在网点门前。',
    measures: '已安排接待室并加派人手。',
    nextUpdate: '2026-03-02T04:00:00Z',
  },
  {
    step: 'oralReport',
    reportedTo: [...both],
    reportedAt: before,
    heardBy: '总行值班',
    summary: '约三十人聚集，已疏导。',
  },
  {
    step: 'assignTask',
    work: '核对全部扣费记录。',
    taskOwner: people.unitHead,
    taskDue: '2026-03-02T06:00:00Z',
  },
  { step: 'recordDecision', resolved: '全部退费。', decidedBy: people.director, decidedAt: before },
  {
    step: 'logMedia',
    medium: '某某晚报',
    spokenAt: before,
    utterance: '正在核实，尽快答复。',
    speaker: people.director,
    reference: '录音 7',
  },
  { step: 'putToVote', handlingPlan: '全部退费并致歉。' },
]
const working = anEmergency(...work)
const marked = [
  { type: 'channelOpened', at: '2026-03-02T02:01:00.000Z', channel: 'C9', name: 'emergency-2026-001' },
  {
    type: 'messageKept',
    at: '2026-03-02T02:30:00.000Z',
    by: people.officer,
    how: 'pin',
    ts: '1772418000.000100',
    author: people.unitHead,
    writtenAt: '2026-03-02T02:20:00.000Z',
    text: '门口还有十人，电话 138****5678。',
  },
  {
    type: 'answerNoted',
    at: '2026-03-02T02:40:00.000Z',
    by: people.outletManager,
    complaint: complaintId,
    answered: true,
    text: '已退费并致歉。',
  },
] as const
const full = marked.reduce(evolve, working)
const cluster = {
  ...anEmergency(),
  status: 'proposed' as const,
  cluster: { kind: 'outlet' as const, about: 'outlet-lakeside' },
}
const noon = aHouse({ now: monday.add({ hours: 2 }) })
const late = aHouse({ now: monday.add({ hours: 30 }) })
const languages: readonly Language[] = ['en', 'zh-CN']

const drawn = {
  'emergency at work, for the service quality head': (l: Language) =>
    emergencyCard(full, aReader(l, people.sqHead), noon),
  'emergency at work, in its channel, a day late': (l: Language) => emergencyCard(full, aReader(l), late),
  'emergency proposed for like complaints': (l: Language) =>
    emergencyNotice(
      { code: 'cluster-proposed', count: 10, role: 'outlet', reason: 'outlet-lakeside' },
      cluster,
      aReader(l, people.sqHead),
      noon,
    ),
  'emergency overdue report': (l: Language) =>
    emergencyNotice(
      { code: 'emergency-overdue', clock: 'emergencyWritten', rung: 4, due: '2026-03-03T02:00:00Z' },
      working,
      aReader(l, people.sqHead),
      late,
    ),
  'emergency vote for a member of the committee': (l: Language) =>
    emergencyNotice(
      {
        code: 'resolution-wanted',
        by: people.sqHead,
        due: '2026-03-02T14:00:00Z',
        remark: '全部退费并致歉。',
      },
      working,
      aReader(l, people.director),
      noon,
    ),
  'emergency resolution in the channel': (l: Language) =>
    emergencyPost(
      { code: 'resolution-adopted', count: 6, remark: '全部退费并致歉。' },
      full,
      aReader(l),
      noon,
    ),
}

describe.each(languages)('in %s', (language) => {
  test.each(Object.keys(drawn) as (keyof typeof drawn)[])('%s', async (name) => {
    const message = drawn[name](language)
    expect(messageFaults(message)).toEqual([])
    const file = path.join(
      import.meta.dirname,
      'snapshots',
      language,
      `${name.replaceAll(/[^a-z]+/g, '-')}.txt`,
    )
    await expect(`(${message.text})\n\n${asRead(message.blocks)}\n`).toMatchFileSnapshot(file)
  })

  test('the form of a vote names the plan, and the one of a task the tasks', () => {
    const vote = emergencyStepModal('castVote', 'f', working, aReader(language, people.director), noon)
    expect(viewFaults(vote)).toEqual([])
    expect(JSON.stringify(vote)).toContain('1: 全部退费并致歉。')
    const done = emergencyStepModal('finishTask', 'f', working, aReader(language, people.unitHead), noon)
    expect(JSON.stringify(done)).toContain('1: 核对全部扣费记录。')
  })
})

test('the timeline has everything, in the order in which it happened', () => {
  const lines = timelineLines(full, aReader('en'), noon)
  const words = [
    'instruction',
    'Oral|oral report',
    'Decided by',
    'Media',
    'Begun over',
    'Situation',
    'Task 1',
    'Vote 1',
    '📌',
    'answered',
  ]
  expect(lines).toHaveLength(words.length)
  for (const word of words) expect(lines.join('\n')).toMatch(new RegExp(word))
  expect(lines.at(-1)).toContain('answered')
})

test('what is owed is offered first, and every other step in the menu', () => {
  const row = emergencyButtons(working, aReader('en', people.sqHead), noon)
  const ids = row?.elements.map((element) => ('action_id' in element ? element.action_id : '')) ?? []
  expect(ids).toHaveLength(6)
  expect(ids[0]).toBe('emergency:confirmGroup')
  expect(ids[1]).toBe('emergency:writtenReport')
  expect(ids.at(-1)).toBe('emergency:more')
  expect(JSON.stringify(row)).toContain('joinComplaint:')
})

test('the menu is another one once something has happened, so that Slack forgets what was picked', () => {
  const row = (emergency: typeof working) =>
    emergencyButtons(emergency, aReader('en', people.sqHead), noon)?.block_id
  expect(row(working)).not.toBe(row(anEmergency(...work.slice(0, 5))))
})
