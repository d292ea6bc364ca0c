/** `DOMAIN.md` 9.3: an authority takes the matter up, data leaked, the level above reviews. Everybody here is invented. */
import { describe, expect } from 'vitest'
import {
  asks,
  broughtToHandler,
  buttonsOf,
  filing,
  replied,
  sends,
  shanghai,
  teller,
  test,
  timesTold,
  typed,
  who,
} from '../support/a-story.ts'

const referral = {
  body: 'hotline12345',
  externalNumber: 'CITY-20260914-7',
  namedDue: shanghai('2026-09-21 12:00').toString(),
  note: 'An answer in writing is wanted.',
}

describe('a referral', () => {
  test('has its own number and due on the card, is in the ledger, and closing waits for its answer', async ({
    stage,
    play,
  }) => {
    const number = await play.files(teller, filing)
    await broughtToHandler(play, number)
    expect((await sends(stage, who.officer, `refer ${number}`, referral)).errors).toEqual({})
    expect(await timesTold(stage, who.handler, /taken up by: City line/)).toBe(1)
    expect(await asks(stage, who.handler, `show ${number}`)).toContain('CITY-20260914-7')
    expect(await asks(stage, who.officer, 'list referred')).toContain(number)
    await sends(stage, who.officer, `answerReferral ${number}`, { summary: 'Answered in writing.' })
    expect(await asks(stage, who.officer, `show ${number}`)).toContain('Answered to CITY-20260914-7')
  })

  test('whose due passes calls handler and head, once, and is answered late', async ({ stage, play }) => {
    const number = await play.files(teller, filing)
    await broughtToHandler(play, number)
    await sends(stage, who.officer, `refer ${number}`, referral)
    await stage.waitsUntil(shanghai('2026-09-21 12:01'))
    expect(await timesTold(stage, who.sqHead, /overdue: answer to the authority/)).toBe(1)
    await sends(stage, who.officer, `answerReferral ${number}`, { summary: 'Answered.' })
  })

  test('a body that is no authority is refused under its field', async ({ stage, play }) => {
    const number = await play.files(teller, filing)
    const { errors } = await sends(stage, who.officer, `refer ${number}`, { ...referral, body: 'email' })
    expect(Object.keys(errors)).toEqual(['body'])
  })
})

test('a leak of data runs 72 hours, and its report ends them', async ({ stage, play }) => {
  const number = await play.files(teller, { ...filing, 'facts:dataLeak': '3' })
  expect(await timesTold(stage, who.sqHead, /due within 72 hours/)).toBe(1)
  expect(await asks(stage, who.officer, `show ${number}`)).toContain('report of the data leak')
  await sends(stage, who.officer, `reportLeak ${number}`, { body: 'pbc', note: 'Reported by phone.' })
  expect(await asks(stage, who.officer, `show ${number}`)).toContain('Data leak reported to PBC')
})

test('the level above reviews a decision, and its result is told', async ({ stage, play }) => {
  const number = await play.files(teller, filing)
  await broughtToHandler(play, number)
  await replied(play, number)
  await sends(stage, who.officer, `askReview ${number}`, { reason: 'The customer does not accept it.' })
  expect(await timesTold(stage, who.headOffice, /asks for a higher-level review/)).toBe(1)
  expect(await buttonsOf(stage, who.headOffice, number)).toContain('decideReview')
  await play.takes(
    who.headOffice,
    'decideReview',
    { result: 'upheld', summary: 'The basis is sound.', mode: 'letter' },
    number,
  )
  expect(await timesTold(stage, who.handler, /reviewed the decision .* The decision stands/)).toBe(1)
})

test('solved on the spot, it is closed by one form and counted in the lists', async ({ stage, play }) => {
  const number = await play.files(teller, filing)
  const sent = await sends(stage, teller, `solveOnSpot ${number}`, {
    summary: 'The fee was refunded at the counter.',
    response: 'satisfied',
    channelCode: 'A11',
    business: 'B02',
    cause: 'C07',
    outcome: 'fullyMet',
    responsibility: 'none',
  })
  expect(sent.errors).toEqual({})
  expect(await asks(stage, who.officer, `show ${number}`)).toContain('Closed: Fully met')
  expect(await asks(stage, who.officer, 'list')).toContain(number)
})

test('an heir is told no details until the authority is recorded', async ({ stage, play }) => {
  const number = await play.files(teller, { ...filing, onBehalf: ['yes'] })
  await broughtToHandler(play, number)
  await play.takes(who.handler, 'contact', typed.contact, number)
  await play.takes(who.handler, 'investigate', typed.investigate, number)
  await play.takes(who.handler, 'propose', typed.propose, number)
  await play.takes(who.unitHead, 'approve', typed.approve, number)
  expect(await asks(stage, who.handler, `reply ${number}`)).toContain('authority is not recorded')
  const seen = { capacity: 'heir', authorityKind: 'Certificate of inheritance', fileReference: 'Cabinet 17' }
  await sends(stage, who.handler, `authorise ${number}`, seen)
  expect((await sends(stage, who.handler, `reply ${number}`, typed.reply)).errors).toEqual({})
  expect(await asks(stage, who.handler, `show ${number}`)).toContain('Certificate of inheritance')
})

test('special care is planned and looked at again, and a mediation pauses the clocks', async ({
  stage,
  play,
}) => {
  const number = await play.files(teller, filing)
  await broughtToHandler(play, number)
  const care = { vulnerability: ['elderly'], mode: 'inPerson', helper: 'Daughter', reviewOn: '2026-09-17' }
  await sends(stage, who.handler, `care ${number}`, care)
  const offer = { mediator: 'Industry mediation centre', answer: 'accepted', meetsOn: '2026-09-18' }
  await sends(stage, who.handler, `mediate ${number}`, offer)
  const until = shanghai('2026-09-21 10:00').toString()
  const pause = { pauseCode: 'IN_MEDIATION', until, remark: 'Until the meeting.' }
  await sends(stage, who.handler, `pause ${number}`, pause)
  await play.takes(who.officer, 'decidePause', { decision: 'approve' }, number)
  await stage.waitsUntil(shanghai('2026-09-17 09:01'))
  expect(await timesTold(stage, who.handler, /look at the special care again/)).toBeGreaterThan(0)
  const result = { mediationResult: 'agreed', summary: 'Both sides agreed.' }
  await sends(stage, who.handler, `endMediation ${number}`, result)
  const card = await asks(stage, who.handler, `show ${number}`)
  expect(card).toContain('Mediation ended')
  expect(card).not.toContain('Clocks paused')
  const later = { ...care, reviewOn: '2026-12-01' }
  expect((await sends(stage, who.handler, `care ${number}`, later)).errors).toEqual({})
})
