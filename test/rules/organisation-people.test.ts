import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { actsAs, deputyOf, isAway, onDuty } from '../../src/organisation/away.ts'
import { branchOf, reachOf, regionOf } from '../../src/organisation/branch-of.ts'
import { committeeOf } from '../../src/organisation/committee.ts'
import { complianceOf } from '../../src/organisation/compliance.ts'
import { createOrganisation } from '../../src/organisation/create.ts'
import { businessLiaisonOf, liaisonOf, unitsWithoutLiaison } from '../../src/organisation/liaison.ts'
import type {
  OrganisationDocument,
  Post,
  PostRole,
  Unit,
  UnitLevel,
} from '../../src/organisation/organisation.ts'
import { holders, postsOf } from '../../src/organisation/posts-of.ts'
import { readOrganisation } from '../../src/organisation/read.ts'
import { headOfficeSqOf, regionSqOf, sqHeadOf, sqOfficersOf } from '../../src/organisation/service-quality.ts'
import { outletManagersOf, unitHeadOf } from '../../src/organisation/unit-people.ts'
import { isWithin, pathUp, unitWithFunction } from '../../src/organisation/unit-path.ts'

const document = sampleBank()
const org = createOrganisation(document)
const at = Temporal.Instant.from('2026-11-24T02:00:00Z')
const branch = 'branch-moumou'

describe('units', () => {
  test('the way up starts with the unit itself and ends at head office', () => {
    expect(pathUp(org, 'outlet-east-gate').map(({ id }) => id)).toEqual([
      'outlet-east-gate',
      'subbranch-renmin-road',
      'branch-moumou',
      'region-east',
      'head-office',
    ])
  })

  test('a unit that no longer exists has no way up, and lies within nothing', () => {
    expect(pathUp(org, 'closed-outlet')).toEqual([])
    expect(isWithin(org, 'closed-outlet', 'head-office')).toBe(false)
    expect(branchOf(org, 'closed-outlet')).toBeUndefined()
  })

  test('a unit lies within itself and within what stands above it, not within what stands below', () => {
    expect(isWithin(org, 'dept-service-quality', 'dept-service-quality')).toBe(true)
    expect(isWithin(org, 'dept-service-quality', 'dept-retail')).toBe(true)
    expect(isWithin(org, 'dept-retail', 'dept-service-quality')).toBe(false)
  })

  test('branch and region are found from below, and head office has neither', () => {
    expect(branchOf(org, 'outlet-east-gate')?.id).toBe(branch)
    expect(regionOf(org, 'outlet-east-gate')?.id).toBe('region-east')
    expect(branchOf(org, 'ho-call-centre')).toBeUndefined()
    expect(reachOf(org, 'outlet-east-gate')?.id).toBe(branch)
    expect(reachOf(org, 'region-east-service-quality')?.id).toBe('region-east')
    expect(reachOf(org, 'ho-audit')?.id).toBe('head-office')
  })

  test('a function is looked for under the unit asked', () => {
    expect(unitWithFunction(org, 'serviceQuality', branch)?.id).toBe('dept-service-quality')
    expect(unitWithFunction(org, 'serviceQuality', 'head-office')?.id).toBe('ho-service-quality')
    expect(unitWithFunction(org, 'compliance', 'subbranch-lakeside')).toBeUndefined()
  })

  test('units that are no tree are refused with the unit’s name', () => {
    const units = [
      { id: 'ho', name: { zh: '总行', en: 'HO' }, level: 'HO' as const },
      { id: 'a', name: { zh: '甲', en: 'A' }, level: 'BRANCH' as const, parent: 'b' },
      { id: 'b', name: { zh: '乙', en: 'B' }, level: 'BRANCH' as const, parent: 'a' },
    ]
    expect(() => createOrganisation({ ...document, units })).toThrow(
      'Unit "b" has the parent "a", which is below it',
    )
    expect(() => createOrganisation({ ...document, units: units.slice(0, 2) })).toThrow('unknown')
    expect(() => createOrganisation({ ...document, units: [] })).toThrow('no head office')
  })
})

describe('posts with dates', () => {
  test.each([
    ['2026-11-23T15:59:59Z', 0],
    ['2026-11-23T16:00:00Z', 1],
    ['2026-11-26T15:59:59Z', 1],
    ['2026-11-26T16:00:00Z', 0],
  ])(
    'a post from the 24th until the 26th, asked in UTC at %s, is held %i times (days are the bank’s)',
    (instant, times) => {
      const from24 = dated({ from: '2026-11-24', until: '2026-11-26' })
      expect(postsOf(from24, 'p-wang-li', Temporal.Instant.from(instant))).toHaveLength(times)
    },
  )

  test('a post without dates is always in force', () => {
    expect(postsOf(dated({}), 'p-wang-li', Temporal.Instant.from('1990-01-01T00:00:00Z'))).toHaveLength(1)
  })

  test('holders are those of exactly this unit and role, and of the duty when one is asked', () => {
    expect(holders(org, { role: 'SQO', unit: 'dept-service-quality' }, at)).toEqual([
      'p-zhou-lin',
      'p-wu-hao',
    ])
    expect(holders(org, { role: 'SQO', unit: 'dept-service-quality', duty: 'duty' }, at)).toEqual([
      'p-zhou-lin',
    ])
    expect(holders(org, { role: 'SQO', unit: 'dept-retail' }, at)).toEqual([])
  })
})

describe('leave and deputies', () => {
  test('leave includes its first and its last local day', () => {
    const bank = away('p-wang-li')
    const days = [
      '2026-11-23T15:59:59Z',
      '2026-11-23T16:00:00Z',
      '2026-11-30T15:59:59Z',
      '2026-11-30T16:00:00Z',
    ]
    const gone = days.map((day) => isAway(bank, 'p-wang-li', Temporal.Instant.from(day)))
    expect(gone).toEqual([false, true, true, false])
  })

  test('who is there answers for themselves; who is away, their deputy', () => {
    expect(onDuty(org, 'p-wang-li', at)).toBe('p-wang-li')
    expect(onDuty(away('p-wang-li'), 'p-wang-li', at)).toBe('p-zheng-kai')
  })

  test('a deputy who is away too passes it to their own deputy', () => {
    const bank = away('p-jiang-nan', 'p-han-yu')
    const chained = {
      ...bank.document,
      deputies: [
        { person: 'p-jiang-nan', deputy: 'p-han-yu' },
        { person: 'p-han-yu', deputy: 'p-tao-ran' },
      ],
    }
    expect(deputyOf(createOrganisation(chained), 'p-jiang-nan', at)).toBe('p-tao-ran')
  })

  test('the first named deputy comes before the second', () => {
    const deputies = [
      { person: 'p-jiang-nan', deputy: 'p-han-yu' },
      { person: 'p-jiang-nan', deputy: 'p-tao-ran' },
    ]
    expect(deputyOf(createOrganisation({ ...document, deputies }), 'p-jiang-nan', at)).toBe('p-han-yu')
    const without = createOrganisation({ ...away('p-han-yu').document, deputies })
    expect(deputyOf(without, 'p-jiang-nan', at)).toBe('p-tao-ran')
  })

  test('two who are each other’s deputy and both away leave nobody', () => {
    expect(onDuty(away('p-jiang-nan', 'p-han-yu'), 'p-jiang-nan', at)).toBeUndefined()
  })

  test('nobody is their own deputy, not even through a ring', () => {
    expect(deputyOf(away('p-han-yu'), 'p-jiang-nan', at)).toBeUndefined()
  })

  test('somebody without a post in force stands in for nobody, and is stood in for', () => {
    const posts = document.posts.filter(({ person }) => person !== 'p-han-yu')
    const left = createOrganisation({ ...away('p-jiang-nan').document, posts })
    expect(onDuty(left, 'p-jiang-nan', at)).toBeUndefined()
    expect(onDuty(left, 'p-han-yu', at)).toBeUndefined()
    expect(onDuty(createOrganisation({ ...document, posts }), 'p-han-yu', at)).toBe('p-jiang-nan')
  })

  test('one acts as oneself and as those away for whom one is the one to stand in', () => {
    expect(actsAs(org, 'p-zheng-kai', at)).toEqual(['p-zheng-kai'])
    expect(actsAs(away('p-wang-li'), 'p-zheng-kai', at)).toEqual(['p-zheng-kai', 'p-wang-li'])
  })

  test('whoever is on duty is there, whatever ring the deputies form and whoever is away', () => {
    const person = fc.constantFrom(...document.people.map(({ id }) => id))
    fc.assert(
      fc.property(
        fc.array(fc.record({ person, deputy: person }), { maxLength: 60 }),
        fc.uniqueArray(person),
        person,
        (deputies, gone, asked) => {
          const bank = createOrganisation({ ...document, deputies, leave: gone.map(onLeave) })
          const found = onDuty(bank, asked, at)
          if (found === undefined) return
          expect(gone).not.toContain(found)
          expect(actsAs(bank, found, at)).toContain(gone.includes(asked) ? asked : found)
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('who is who for a unit', () => {
  test('an outlet’s managers are its own; a sub-branch head may be one', () => {
    expect(outletManagersOf(org, 'outlet-east-gate', at)).toEqual(['p-bai-song'])
    expect(outletManagersOf(org, 'outlet-drum-tower', at)).toEqual(['p-fan-yi'])
    expect(outletManagersOf(org, 'dept-it', at)).toEqual([])
  })

  test('an outlet is headed by its sub-branch head, a department by its own, the service quality team by its own', () => {
    expect(unitHeadOf(org, 'outlet-east-gate', at)).toEqual(['p-qi-wei'])
    expect(unitHeadOf(org, 'dept-risk', at)).toEqual(['p-zhang-chi'])
    expect(unitHeadOf(org, 'dept-service-quality', at)).toEqual(['p-li-jing'])
  })

  test('a head who is away is replaced by the deputy, and where that fails by the head one unit up', () => {
    expect(unitHeadOf(away('p-qi-wei'), 'outlet-east-gate', at)).toEqual(['p-xie-fei'])
    const posts = document.posts.filter(({ person, role }) => person !== 'p-li-jing' || role !== 'SBH')
    const vacant = createOrganisation({ ...document, posts })
    expect(unitHeadOf(vacant, 'dept-service-quality', at)).toEqual(['p-qian-rong'])
  })

  test('a gap inside a branch is never filled from head office', () => {
    const posts: Post[] = [
      ...document.posts.filter(({ role }) => role !== 'SBH'),
      { person: 'p-ding-lan', role: 'SBH', unit: 'head-office' },
    ]
    const vacant = createOrganisation({ ...document, posts })
    expect(unitHeadOf(vacant, 'outlet-east-gate', at)).toEqual([])
    expect(unitHeadOf(vacant, 'ho-call-centre', at)).toEqual(['p-ding-lan'])
  })

  test('a unit’s liaison is its own, and its deputy while away', () => {
    expect(liaisonOf(org, 'outlet-east-gate', at)).toEqual(['p-shui-miao'])
    expect(liaisonOf(away('p-shui-miao'), 'outlet-east-gate', at)).toEqual(['p-bai-song'])
  })

  test.each([
    ['B01', 'p-wang-li'],
    ['B03', 'p-chen-si'],
    ['B04', 'p-wei-dong'],
    ['B05', 'p-han-yu'],
    ['B10', 'p-zhu-li'],
    ['B12', 'p-xu-nuo'],
    ['B99', 'p-sun-bo'],
  ])('the liaison of business line %s is %s', (code, liaison) => {
    expect(businessLiaisonOf(org, branch, code, at)).toEqual([liaison])
  })

  test('a business type for which no department answers has no liaison', () => {
    expect(businessLiaisonOf(org, branch, 'B77', at)).toEqual([])
  })

  test('of the service quality officers the one on duty comes first, wherever the file has them', () => {
    expect(sqOfficersOf(org, branch, at)).toEqual(['p-zhou-lin', 'p-wu-hao'])
    const turned = createOrganisation({ ...document, posts: document.posts.toReversed() })
    expect(sqOfficersOf(turned, branch, at)).toEqual(['p-zhou-lin', 'p-wu-hao'])
    expect(sqOfficersOf(away('p-zhou-lin'), branch, at)).toEqual(['p-wu-hao'])
  })

  test('the service quality head is the branch’s; region and head office have their own people', () => {
    expect(sqHeadOf(org, branch, at)).toEqual(['p-li-jing'])
    expect(sqHeadOf(away('p-li-jing'), branch, at)).toEqual(['p-zhou-lin'])
    expect(regionSqOf(org, branch, at)).toEqual(['p-ni-lan', 'p-hao-min'])
    expect(headOfficeSqOf(org, at)).toEqual(['p-jiang-wentao', 'p-shen-yue'])
  })

  test('a branch directly under head office has no region to tell', () => {
    const units = document.units.map((unit) =>
      unit.id === branch ? { ...unit, parent: 'head-office' } : unit,
    )
    expect(regionSqOf(createOrganisation({ ...document, units }), branch, at)).toEqual([])
  })

  test('the committee has a director, a secretary, and the heads of its departments', () => {
    const { director, secretary, members } = committeeOf(org, branch, at)
    expect([director, secretary]).toEqual(['p-zhao-qiming', 'p-hua-jin'])
    expect(members).toEqual([
      'p-qian-rong',
      'p-zheng-kai',
      'p-feng-xiao',
      'p-chu-liang',
      'p-jiang-nan',
      'p-yang-fan',
      'p-qin-yue',
      'p-cao-yang',
      'p-jin-cheng',
    ])
  })

  test('who stands in for the director is director, and no longer a member beside it', () => {
    const { director, members } = committeeOf(away('p-zhao-qiming'), branch, at)
    expect(director).toBe('p-qian-rong')
    expect(members).not.toContain('p-qian-rong')
  })

  test('in compliance the liaison is told first, then the head', () => {
    expect(complianceOf(org, branch, at)).toEqual(['p-xu-nuo', 'p-qin-yue'])
    expect(complianceOf(org, 'region-nowhere', at)).toEqual([])
  })
})

describe('the sample bank', () => {
  test('has between 45 and 60 people, each with a post and a deputy', () => {
    expect(document.people.length).toBeGreaterThanOrEqual(45)
    expect(document.people.length).toBeLessThanOrEqual(60)
    const idle = document.people.filter(({ id }) => postsOf(org, id, at).length === 0)
    const alone = document.people.filter(({ id }) => deputyOf(org, id, at) === undefined)
    expect([idle, alone]).toEqual([[], []])
  })

  test('fills every role', () => {
    const roles = new Set(document.posts.map(({ role }) => role))
    expect([...roles].toSorted()).toEqual([
      'ADM',
      'AUD',
      'COM',
      'EMP',
      'HOQ',
      'LIA',
      'OCM',
      'SBH',
      'SQH',
      'SQO',
    ])
  })

  test('has a head over every outlet, sub-branch and department, and a manager in every outlet', () => {
    const departments = ofLevel('DEPARTMENT').filter((unit) => unit.function !== 'committee')
    expect(new Set(ofLevel('OUTLET').map(holdersOf('OCM')))).toEqual(new Set([1]))
    expect(new Set([...ofLevel('SUBBRANCH'), ...departments].map(holdersOf('SBH')))).toEqual(new Set([1]))
  })

  test('answers for every business type of list B in exactly one department', () => {
    const codes = [...Array.from({ length: 14 }, (_, i) => `B${String(i + 1).padStart(2, '0')}`), 'B99']
    expect(document.units.flatMap(({ business = [] }) => business).toSorted()).toEqual(codes)
  })

  test('leaves no unit without a liaison', () => {
    expect(unitsWithoutLiaison(org, at)).toEqual([])
  })

  test('shows the gap when a liaison’s post ends, and not when the liaison is on leave', () => {
    const posts = document.posts.map((post) =>
      post.person === 'p-shui-miao' && post.role === 'LIA' ? { ...post, until: '2026-11-23' } : post,
    )
    const ended = createOrganisation({ ...document, posts })
    expect(unitsWithoutLiaison(ended, at).map(({ id }) => id)).toEqual(['outlet-east-gate'])
    expect(unitsWithoutLiaison(away('p-shui-miao'), at)).toEqual([])
  })

  test('writes to nobody: every address ends in .example', () => {
    expect(document.people.filter(({ email }) => !email.endsWith('@huahua-bank.example'))).toEqual([])
  })
})

function onLeave(person: string) {
  return { person, from: '2026-11-24', until: '2026-11-30' }
}

function ofLevel(level: UnitLevel) {
  return document.units.filter((unit) => unit.level === level)
}

function holdersOf(role: PostRole) {
  return (unit: Unit) => holders(org, { role, unit: unit.id }, at).length
}

function dated(post: Partial<Post>) {
  const posts: Post[] = [{ person: 'p-wang-li', role: 'SQO', unit: 'dept-service-quality', ...post }]
  return createOrganisation({ ...document, posts })
}

function away(...persons: string[]) {
  return createOrganisation({ ...document, leave: persons.map(onLeave) })
}

function sampleBank(): OrganisationDocument {
  const file = new URL('../../src/sandbox/sample-bank.yaml', import.meta.url)
  const read = readOrganisation(readFileSync(file, 'utf8'), 'yaml')
  if ('problems' in read) throw new Error(JSON.stringify(read.problems, null, 2))
  return read.document
}
