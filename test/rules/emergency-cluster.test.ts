import { describe, expect, test } from 'vitest'
import { type LikeComplaint, clustersIn, likeness } from '../../src/emergency/cluster.ts'

const rules = {
  window: { elapsedSeconds: 604_800 },
  product: 3,
  outlet: 4,
  script: 2,
  likeness: 70,
}

/** An invented complaint; what is not named differs from every other one's. */
function complaint(at: number, but: Partial<LikeComplaint> = {}): LikeComplaint {
  const story = String.fromCodePoint(0x4e00 + at * 40).repeat(3) + String.fromCodePoint(0x6000 + at * 40)
  const unit = `outlet-${at}`
  return {
    complaint: `c${at}`,
    number: `2026-0000${at}`,
    outlet: unit,
    handlingUnit: unit,
    owner: 'p-yu-qing',
    respondents: [],
    answered: false,
    story,
    ...but,
  }
}

function told(complaints: readonly LikeComplaint[]) {
  return clustersIn(complaints, rules).map(({ kind, about, complaints: all }) => {
    return `${kind} ${about}: ${all.map((each) => each.complaint).join(' ')}`
  })
}

describe('likeness', () => {
  test('of a text with itself is 100, whatever its spaces, signs and capitals', () => {
    expect(likeness('本人要求，全额 退款！ABC', '本人要求全额退款abc')).toBe(100)
  })

  test('is the share of common pairs: two of four and four', () => {
    // abcde has ab bc cd de, abcxy has ab bc cx xy: 2 × 2 of 4 + 4
    expect(likeness('abcde', 'abcxy')).toBe(50)
  })

  test('of texts without letters is none', () => {
    expect(likeness('！！', '！！')).toBe(0)
  })
})

describe('a cluster', () => {
  test('of one product is one from the threshold on, however it is written', () => {
    const products = ['某某 Card', '某某card', '某某ＣＡＲＤ']
    const like = products.map((product, at) => complaint(at, { product }))
    expect(told(like.slice(0, 2))).toEqual([])
    expect(told(like)).toEqual(['product 某某 Card: c0 c1 c2'])
  })

  test('of one outlet is one from its own threshold on', () => {
    const like = [0, 1, 2, 3].map((at) => complaint(at, { outlet: 'outlet-lakeside' }))
    expect(told(like.slice(1))).toEqual([])
    expect(told(like)).toEqual(['outlet outlet-lakeside: c0 c1 c2 c3'])
  })

  test('of one wording is one though product and outlet differ', () => {
    const story = '本人在贵行办理业务时被误导，现要求全额退款并赔偿损失。'
    const like = [complaint(0, { story }), complaint(1), complaint(2, { story: `${story}请尽快。` })]
    expect(told(like)).toEqual(['script 2026-00000: c0 c2'])
  })

  test('takes no complaint twice: those of a script are not counted for the outlet', () => {
    const story = '本人在贵行办理业务时被误导，现要求全额退款并赔偿损失。'
    const outlet = 'outlet-lakeside'
    const like = [0, 1, 2, 3].map((at) => complaint(at, { outlet, ...(at < 2 && { story }) }))
    expect(told(like)).toEqual(['script 2026-00000: c0 c1'])
  })

  test('of ordinary complaints there is none', () => {
    expect(told([0, 1, 2, 3, 4].map((at) => complaint(at)))).toEqual([])
  })
})
