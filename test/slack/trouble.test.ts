import { Writable } from 'node:stream'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { boltLogger } from '../../src/slack/bolt-logger.ts'
import { noteTrouble } from '../../src/slack/listen/trouble.ts'

/** A log that is written into memory. */
function aLog() {
  const lines: string[] = []
  const stream = new Writable({
    write(line, _encoding, done) {
      lines.push(String(line))
      done()
    },
  })
  return { log: pino({}, stream), lines }
}

/** As Postgres throws it: the message quotes what somebody typed. The number is invented. */
const quoting = Object.assign(new Error('invalid input "13812345678"'), { code: '22P02' })

test('the reference that a person is told is found in the log, with the kind and place of the error', () => {
  const { log, lines } = aLog()
  const reference = noteTrouble(log, quoting, '/complaint')
  expect(reference).toMatch(/^[0-9A-F]{6}$/)
  const line = JSON.parse(lines[0] ?? '{}')
  expect(line).toMatchObject({ reference, gesture: '/complaint', name: 'Error', code: '22P02' })
  expect(line.frames[0]).toMatch(/^at /)
})

test('no message of an error gets into the log, for databases quote values in them', () => {
  const { log, lines } = aLog()
  noteTrouble(log, quoting, '/complaint')
  boltLogger(log).error('An error occurred', quoting)
  expect(lines).toHaveLength(2)
  expect(lines.join('')).not.toContain('13812345678')
})

test('no body of a request gets into the log, however Bolt hands it over', () => {
  const { log, lines } = aLog()
  boltLogger(log).warn('An event was not acknowledged', {
    view: { state: { values: { phone: '13812345678' } } },
  })
  expect(lines.join('')).toContain('An event was not acknowledged')
  expect(lines.join('')).not.toContain('13812345678')
})
