import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createOrganisation } from '../../src/organisation/create.ts'
import { type Action, actions } from '../../src/organisation/matrix.ts'
import type { OrganisationDocument, Post } from '../../src/organisation/organisation.ts'
import { readOrganisation } from '../../src/organisation/read.ts'
import {
  approversOf,
  isRecused,
  mayDispatchTo,
  mayDo,
  mayEver,
  mustBeAnother,
  nextInstead,
  type Subject,
} from '../../src/organisation/rights.ts'

const document = sampleBank()
const org = createOrganisation(document)
const at = Temporal.Instant.from('2026-11-24T02:00:00Z')
const aCase: Subject = {
  branch: 'branch-moumou',
  outlet: 'outlet-east-gate',
  handlingUnit: 'outlet-east-gate',
  level: 'L3',
  filedBy: 'p-yu-qing',
  respondents: [],
}
const caseless: Action[] = [
  'log',
  'policyDraft',
  'policyPublish',
  'policyApprove',
  'policyInstall',
  'organisationLiaisons',
  'organisationManage',
  'readAccessLog',
]

describe('recusal', () => {
  test('somebody complained about may do nothing on the case and does not see it, whatever their posts', () => {
    const everywhere = {
      ...aCase,
      level: 'L2' as const,
      handler: 'p-li-jing',
      owner: 'p-li-jing',
      filedBy: 'p-li-jing',
      emergencyMembers: ['p-li-jing'],
      broughtIn: ['p-li-jing'],
      approver: 'p-li-jing',
      amount: 100,
    }
    const ofCases = actions.filter((action) => !caseless.includes(action))
    const may = (respondents: string[]) =>
      ofCases.filter((action) => mayDo(org, 'p-li-jing', action, { ...everywhere, respondents }, at))
    expect(may([]).length).toBeGreaterThan(10)
    expect(may(['p-li-jing'])).toEqual([])
  })

  test('somebody complained about may still log another complaint', () => {
    expect(mayDo(org, 'p-bai-song', 'log', { ...aCase, respondents: ['p-bai-song'] }, at)).toBe(true)
  })

  test('the case of a recused outlet manager is named to the next person who may', () => {
    const respondents = ['p-bai-song']
    expect(isRecused('p-bai-song', { ...aCase, respondents })).toBe(true)
    expect(nextInstead(org, { ...aCase, respondents }, 'p-bai-song', 'triage', at)).toBe('p-zhou-lin')
    expect(nextInstead(org, { ...aCase, respondents }, 'p-bai-song', 'handle', at)).toBe('p-shui-miao')
    expect(nextInstead(org, { ...aCase, respondents }, 'p-bai-song', 'dispatch', at)).toBe('p-shui-miao')
  })

  test('the handler, where there is another one, is named before anybody else', () => {
    const subject = { ...aCase, respondents: ['p-bai-song'], handler: 'p-wang-li' }
    expect(nextInstead(org, subject, 'p-bai-song', 'handle', at)).toBe('p-wang-li')
  })

  test('where everybody who may is complained about, nobody is named', () => {
    const respondents = document.people.map(({ id }) => id)
    expect(nextInstead(org, { ...aCase, respondents }, 'p-bai-song', 'handle', at)).toBeUndefined()
  })
})

describe('approval', () => {
  test.each([
    ['L3', ['p-qi-wei']],
    ['L2', ['p-li-jing']],
  ] as const)('at %s the first approver is %j', (level, expected) => {
    expect(approversOf(org, { ...aCase, level }, at)).toEqual(expected)
  })

  test('at level 1 the committee’s director comes first, then its members, and not its secretary', () => {
    const approvers = approversOf(org, { ...aCase, level: 'L1' }, at)
    expect(approvers.slice(0, 2)).toEqual(['p-zhao-qiming', 'p-qian-rong'])
    expect(approvers).toHaveLength(10)
    expect(approvers).not.toContain('p-hua-jin')
  })

  test('a department’s case is approved by the department’s head', () => {
    expect(approversOf(org, { ...aCase, handlingUnit: 'dept-credit-card' }, at)).toEqual(['p-feng-xiao'])
  })

  test('a small outlet’s head who is also its complaint manager and handler leaves it to the next rung', () => {
    const subject = { ...aCase, outlet: 'outlet-drum-tower', handlingUnit: 'outlet-drum-tower' }
    expect(approversOf(org, subject, at)).toEqual(['p-fan-yi'])
    expect(approversOf(org, { ...subject, handler: 'p-fan-yi' }, at)).toEqual(['p-li-jing'])
  })

  test('with nobody left it climbs: unit head, service quality head, committee, head office, nobody', () => {
    const committee = ['p-zhao-qiming', ...approversOf(org, { ...aCase, level: 'L1' }, at).slice(1)]
    const without = (...respondents: string[]) => approversOf(org, { ...aCase, respondents }, at)
    expect(without('p-qi-wei')).toEqual(['p-li-jing'])
    expect(without('p-qi-wei', 'p-li-jing')[0]).toBe('p-zhao-qiming')
    expect(without('p-qi-wei', 'p-li-jing', ...committee)).toEqual(['p-jiang-wentao', 'p-shen-yue'])
    expect(without(...document.people.map(({ id }) => id))).toEqual([])
  })

  test('the service quality head’s own case at level 2 goes to the committee, who may then approve it', () => {
    const subject: Subject = { ...aCase, level: 'L2', handler: 'p-li-jing' }
    expect(mayDo(org, 'p-li-jing', 'approve', subject, at)).toBe(false)
    expect(mayDo(org, 'p-zhao-qiming', 'approve', subject, at)).toBe(true)
    expect(mayDo(org, 'p-zhao-qiming', 'approve', { ...subject, handler: 'p-wang-li' }, at)).toBe(false)
    expect(nextInstead(org, subject, 'p-li-jing', 'approve', at)).toBe('p-zhao-qiming')
  })

  test('whoever is asked to approve may, and is neither handler nor complained about', () => {
    const person = fc.constantFrom(...document.people.map(({ id }) => id))
    const place = fc.constantFrom(
      ...document.units
        .filter(({ level }) => level === 'OUTLET' || level === 'DEPARTMENT')
        .map(({ id }) => id),
    )
    const leave = fc.uniqueArray(person, { maxLength: 25 })
    fc.assert(
      fc.property(
        fc.record({
          outlet: place,
          handlingUnit: place,
          level: fc.constantFrom('L1', 'L2', 'L3'),
          handler: person,
          respondents: fc.uniqueArray(person, { maxLength: 20 }),
        }),
        leave,
        (drawn, away) => {
          const emptied = createOrganisation({ ...document, leave: away.map(onLeave) })
          const subject: Subject = { ...aCase, ...drawn }
          for (const id of approversOf(emptied, subject, at)) {
            expect(id).not.toBe(subject.handler)
            expect(subject.respondents).not.toContain(id)
            expect(mayDo(emptied, id, 'approve', subject, at)).toBe(true)
          }
        },
      ),
      { numRuns: 200 },
    )
  })

  test('the handler may not approve nor make the follow-up call, and this is told apart from a missing right', () => {
    const subject: Subject = { ...aCase, handler: 'p-zhou-lin' }
    expect(mayDo(org, 'p-zhou-lin', 'followUp', aCase, at)).toBe(true)
    expect(mayDo(org, 'p-zhou-lin', 'followUp', subject, at)).toBe(false)
    expect(mustBeAnother(org, 'p-zhou-lin', 'followUp', subject, at)).toBe(true)
    expect(mustBeAnother(org, 'p-zhou-lin', 'close', subject, at)).toBe(false)
    expect(nextInstead(org, subject, 'p-zhou-lin', 'followUp', at)).toBe('p-bai-song')
  })

  test('the committee’s secretary sees level 1 but decides nothing', () => {
    const subject: Subject = { ...aCase, level: 'L1' }
    expect(mayDo(org, 'p-hua-jin', 'seeList', subject, at)).toBe(true)
    expect(mayDo(org, 'p-hua-jin', 'approve', subject, at)).toBe(false)
    expect(mayDo(org, 'p-hua-jin', 'verdict', subject, at)).toBe(false)
  })
})

describe('posts, deputies and places', () => {
  test('without a post in force a person may do nothing, not even log', () => {
    const gone = createOrganisation({
      ...document,
      posts: document.posts.map((post) =>
        post.person === 'p-bai-song' ? { ...post, until: '2026-11-23' } : post,
      ),
    })
    const subject = { ...aCase, owner: 'p-bai-song', handler: 'p-bai-song', filedBy: 'p-bai-song' }
    expect(actions.filter((action) => mayDo(gone, 'p-bai-song', action, subject, at))).toEqual([])
    expect(actions.filter((action) => mayEver(gone, 'p-bai-song', action, at))).toEqual([])
    expect(actions.filter((action) => mayDo(gone, 'p-nobody', action, subject, at))).toEqual([])
  })

  test('a deputy has the rights of whom they stand in for, while that person is away and no longer', () => {
    const away = createOrganisation({ ...document, leave: [onLeave('p-qi-wei')] })
    expect(mayDo(org, 'p-xie-fei', 'approve', aCase, at)).toBe(false)
    expect(mayDo(away, 'p-xie-fei', 'approve', aCase, at)).toBe(true)
    expect(mayDo(away, 'p-xie-fei', 'approve', aCase, at.add({ hours: 24 * 8 }))).toBe(false)
  })

  test('a deputy of the handler may handle while the handler is away, and then not approve', () => {
    const subject = { ...aCase, handler: 'p-wang-li', handlingUnit: 'dept-personal-finance' }
    const away = createOrganisation({ ...document, leave: [onLeave('p-wang-li')] })
    expect(mayDo(away, 'p-zheng-kai', 'handle', subject, at)).toBe(true)
    expect(mayDo(org, 'p-zheng-kai', 'approve', subject, at)).toBe(true)
    expect(mayDo(away, 'p-zheng-kai', 'approve', subject, at)).toBe(false)
    expect(approversOf(away, subject, at)).toEqual(['p-li-jing'])
  })

  test('whom the task is offered may handle it beside the handler', () => {
    const subject = { ...aCase, handler: 'p-wang-li', offeredTo: ['p-kong-ning'] }
    expect(mayDo(org, 'p-kong-ning', 'handle', subject, at)).toBe(true)
    expect(mayDo(org, 'p-tao-ran', 'handle', subject, at)).toBe(false)
  })

  test('any owner may escalate and ask for more time, and whom the ladder brought in sees the case', () => {
    const subject = { ...aCase, owner: 'p-tao-ran', broughtIn: ['p-xu-nuo'] }
    expect(mayDo(org, 'p-tao-ran', 'escalate', subject, at)).toBe(true)
    expect(mayDo(org, 'p-tao-ran', 'extendAsk', subject, at)).toBe(true)
    expect(mayDo(org, 'p-xu-nuo', 'seeList', subject, at)).toBe(true)
    expect(mayDo(org, 'p-xu-nuo', 'handle', subject, at)).toBe(false)
    expect(mayDo(org, 'p-xu-nuo', 'seeList', aCase, at)).toBe(false)
  })

  test('a supporting unit’s people see the case and do not handle it', () => {
    const subject = { ...aCase, supportUnits: ['dept-credit-card'] }
    expect(mayDo(org, 'p-chen-si', 'seeList', subject, at)).toBe(true)
    expect(mayDo(org, 'p-chen-si', 'handle', subject, at)).toBe(false)
  })

  test('a sub-branch head sees every outlet of the sub-branch and none beside it', () => {
    expect(mayDo(org, 'p-qi-wei', 'seeList', aCase, at)).toBe(true)
    const elsewhere = { ...aCase, outlet: 'outlet-lakeside', handlingUnit: 'outlet-lakeside' }
    expect(mayDo(org, 'p-qi-wei', 'seeList', elsewhere, at)).toBe(false)
  })

  test('a unit head posted at the branch itself makes no outlet’s case their own', () => {
    const posts: Post[] = [...document.posts, { person: 'p-tao-ran', role: 'SBH', unit: 'branch-moumou' }]
    const headed = createOrganisation({ ...document, posts })
    expect(mayDo(headed, 'p-tao-ran', 'seeList', aCase, at)).toBe(false)
  })

  test('an outlet manager sees the own outlet and not the neighbour of the same sub-branch', () => {
    const neighbour = { ...aCase, outlet: 'outlet-renmin-road', handlingUnit: 'outlet-renmin-road' }
    expect(mayDo(org, 'p-bai-song', 'seeList', aCase, at)).toBe(true)
    expect(mayDo(org, 'p-bai-song', 'seeList', neighbour, at)).toBe(false)
  })

  test('a service quality officer owns what was given to them by name', () => {
    expect(mayDo(org, 'p-zhou-lin', 'handle', aCase, at)).toBe(false)
    expect(mayDo(org, 'p-zhou-lin', 'handle', { ...aCase, owner: 'p-zhou-lin' }, at)).toBe(true)
  })

  test('a liaison dispatches only a case of the department, and only inside it', () => {
    const subject = { ...aCase, handlingUnit: 'dept-retail' }
    expect(mayDispatchTo(org, 'p-sun-bo', aCase, 'dept-retail', at)).toBe(false)
    expect(mayDispatchTo(org, 'p-sun-bo', subject, 'dept-service-quality', at)).toBe(true)
    expect(mayDispatchTo(org, 'p-sun-bo', subject, 'dept-it', at)).toBe(false)
    expect(mayDispatchTo(org, 'p-zhou-lin', subject, 'dept-it', at)).toBe(true)
  })

  test('another branch’s service quality officer has no part in the case; an auditor of the bank sees it', () => {
    const two = createOrganisation({
      ...document,
      units: [
        ...document.units,
        { id: 'other', name: { zh: '另一分行', en: 'Other' }, level: 'BRANCH', parent: 'region-east' },
      ],
    })
    const foreign = { ...aCase, branch: 'other', outlet: 'other', handlingUnit: 'other' }
    expect(mayDo(two, 'p-zhou-lin', 'seeList', foreign, at)).toBe(false)
    expect(mayDo(two, 'p-zhao-qiming', 'seeList', { ...foreign, level: 'L1' }, at)).toBe(false)
    expect(mayDo(two, 'p-yan-zheng', 'seeList', foreign, at)).toBe(true)
  })

  test('the region reads what was passed up and does nothing else that head office may', () => {
    const subject = { ...aCase, escalatedToHeadOffice: true, amount: 200_000 }
    const may = (person: string) => actions.filter((action) => mayDo(org, person, action, subject, at))
    expect(may('p-hao-min')).toEqual(['log', 'seeList', 'report', 'export'])
    expect(may('p-shen-yue')).toEqual([
      'log',
      'seeList',
      'approve',
      'approveLongExtension',
      'fundApprove',
      'report',
      'export',
    ])
    expect(mayDo(org, 'p-hao-min', 'seeList', aCase, at)).toBe(false)
  })
})

describe('clear personal data', () => {
  const closedAt = Temporal.Instant.from('2026-10-25T15:00:00Z') // 23:00 in Shanghai on the 25th
  const lastMoment = Temporal.Instant.from('2026-11-24T15:59:59Z') // the end of the 30th local day after it
  const subject = { ...aCase, closedAt, handler: 'p-wang-li' }

  test.each(['p-bai-song', 'p-wang-li'])('%s loses it 30 local days after closure', (person) => {
    expect(mayDo(org, person, 'reveal', subject, lastMoment)).toBe(true)
    expect(mayDo(org, person, 'reveal', subject, lastMoment.add({ seconds: 1 }))).toBe(false)
  })

  test('the number of days is the policy’s', () => {
    const limits = { revealDaysAfterClosure: 5, fundUpTo: { SBH: 1, SQO: 2, SQH: 3, COM: 4 } }
    expect(mayDo(org, 'p-bai-song', 'reveal', subject, at, limits)).toBe(false)
  })

  test('the service quality head keeps it', () => {
    expect(mayDo(org, 'p-li-jing', 'reveal', subject, lastMoment.add({ hours: 2_000 }))).toBe(true)
  })

  test('a system admin never sees it, not even as the handler or with a service quality post', () => {
    const both = createOrganisation({
      ...document,
      posts: [...document.posts, { person: 'p-shi-lei', role: 'SQH', unit: 'dept-service-quality' }],
    })
    const own = { ...aCase, handler: 'p-shi-lei' }
    expect(mayDo(org, 'p-shi-lei', 'handle', own, at)).toBe(true)
    expect(mayDo(org, 'p-shi-lei', 'reveal', own, at)).toBe(false)
    expect(mayDo(both, 'p-shi-lei', 'reveal', own, at)).toBe(false)
    expect(mayDo(both, 'p-shi-lei', 'exportClear', own, at)).toBe(false)
    expect(mayEver(both, 'p-shi-lei', 'exportClear', at)).toBe(false)
  })
})

function onLeave(person: string) {
  return { person, from: '2026-11-24', until: '2026-11-30' }
}

function sampleBank(): OrganisationDocument {
  const file = new URL('../../src/sandbox/sample-bank.yaml', import.meta.url)
  const read = readOrganisation(readFileSync(file, 'utf8'), 'yaml')
  if ('problems' in read) throw new Error(JSON.stringify(read.problems, null, 2))
  return read.document
}
