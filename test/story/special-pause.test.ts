/** `DOMAIN.md` section 6: a pause is asked for, granted, told, and over by itself. Everybody here is invented. */
import { describe, expect } from 'vitest'
import {
  asks,
  broughtToHandler,
  buttonsOf,
  filing,
  sends,
  shanghai,
  teller,
  test,
  timesTold,
  who,
} from '../support/a-story.ts'

const pause = {
  pauseCode: 'WAIT_CUSTOMER_DOC',
  until: shanghai('2026-09-16 10:00').toString(),
  remark: 'The customer must bring the slip.',
}

describe('a pause', () => {
  test('is asked for by the handler and granted by the officer; the card says so, and the due has moved', async ({
    stage,
    play,
  }) => {
    const number = await play.files(teller, filing)
    await broughtToHandler(play, number)
    expect((await sends(stage, who.handler, `pause ${number}`, pause)).errors).toEqual({})
    expect(await timesTold(stage, who.officer, /asks to pause the clocks/)).toBe(1)
    expect(await asks(stage, who.handler, `show ${number}`)).toContain('A pause is asked for')
    await play.takes(who.officer, 'decidePause', { decision: 'approve' }, number)
    expect(await timesTold(stage, who.handler, /paused the clocks/)).toBe(1)
    const card = await asks(stage, who.handler, `show ${number}`)
    expect(card).toContain('Clocks paused: Waiting for papers from the customer')
    expect(card).toContain('the statutory limit runs on')
    expect(await asks(stage, who.handler, `why ${number}`)).toContain('Waiting for papers from the customer')
    expect(await buttonsOf(stage, who.handler, number)).toContain('resume')
  })

  test('nobody is reminded while it lasts, and its end comes by itself and is told', async ({
    stage,
    play,
  }) => {
    const number = await play.files(teller, filing)
    await broughtToHandler(play, number)
    await sends(stage, who.handler, `pause ${number}`, pause)
    await play.takes(who.officer, 'decidePause', { decision: 'approve' }, number)
    await stage.waitsUntil(shanghai('2026-09-16 09:59'))
    expect(await timesTold(stage, who.handler, /waits for: investigate/)).toBe(0)
    await stage.waitsUntil(shanghai('2026-09-16 10:01'))
    expect(await timesTold(stage, who.handler, /pause of complaint .* is over/)).toBe(1)
    expect(await timesTold(stage, who.officer, /pause of complaint .* is over/)).toBe(1)
    expect(await asks(stage, who.handler, `show ${number}`)).toContain('Paused from')
  })

  test('longer than the pack allows, it is refused under its field, and nothing changes', async ({
    stage,
    play,
  }) => {
    const number = await play.files(teller, filing)
    await broughtToHandler(play, number)
    const until = shanghai('2026-09-30 10:00').toString()
    const { errors } = await sends(stage, who.handler, `pause ${number}`, { ...pause, until })
    expect(Object.keys(errors)).toEqual(['until'])
  })
})
