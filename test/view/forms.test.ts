import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { Command } from '../../src/complaint/command.ts'
import { forms } from '../../src/complaint/form.ts'
import { fileDetailFields, fileFields } from '../../src/complaint/step/file.ts'
import { emergencyForms } from '../../src/emergency/form.ts'
import { fundForms } from '../../src/fund/form.ts'
import {
  type Field,
  facts,
  number,
  people as peopleField,
  person,
  personal,
  text,
  when,
  yes,
} from '../../src/matter/field.ts'
import { stepNames } from '../../src/complaint/lifecycle.ts'
import { Refusal } from '../../src/matter/refusal.ts'
import { filingModal, filingModalWithDetails } from '../../src/slack/form/filing.ts'
import { readMetadata } from '../../src/slack/form/metadata.ts'
import { formErrors, personalProblems, refusalField, schemaProblems } from '../../src/slack/form/problems.ts'
import { readForm } from '../../src/slack/form/read.ts'
import { stepModal } from '../../src/slack/form/step-modal.ts'
import { channelName } from '../../src/slack/view/channel-name.ts'
import { nearest } from '../../src/slack/view/nearest.ts'
import { readStepAction } from '../../src/slack/listen/read-step-action.ts'
import { moreSteps, stepButtons, stepsFor } from '../../src/slack/view/step-action.ts'
import { languageOf, textFor } from '../../src/text/text.ts'
import { checkPersonal } from '../../src/vault/check-personal.ts'
import { aComplaint, complaintId, people } from '../support/a-complaint.ts'
import { aHouse, aReader, monday } from '../support/a-house.ts'
import { messageFaults } from '../support/slack-limits.ts'

const personOf = (user: string) => (user === 'U1' ? 'p-one' : user === 'U2' ? 'p-two' : undefined)
const answers = (fields: readonly Field[], given: Record<string, unknown>) =>
  readForm(
    fields,
    Object.fromEntries(Object.entries(given).map(([block, answer]) => [block, { [block]: answer }])),
    { personOf },
  )

describe('reading a form', () => {
  test('each kind of field comes back as what a command wants', () => {
    const read = answers([...fileFields, ...fileDetailFields], {
      story: { type: 'plain_text_input', value: '  排队过久  ' },
      outlet: { type: 'static_select', selected_option: { value: 'outlet-renmin-road' } },
      source: { type: 'static_select', selected_option: { value: 'phone' } },
      externalNumber: { type: 'plain_text_input', value: null },
      receivedAt: { type: 'datetimepicker', selected_date_time: 1772416800 },
      request: { type: 'static_select', selected_option: { value: 'apology' } },
      anonymous: { type: 'checkboxes', selected_options: [] },
      onBehalf: { type: 'checkboxes', selected_options: [{ value: 'yes' }] },
      respondents: { type: 'multi_users_select', selected_users: ['U1', 'U2'] },
      amount: { type: 'number_input', value: '1200.50' },
      facts: { type: 'multi_static_select', selected_options: [{ value: 'wideImpact' }] },
      'facts:complainants': { type: 'number_input', value: '3' },
      'facts:onSite': { type: 'number_input', value: null },
      name: { type: 'plain_text_input', value: ' (invented) ' },
    })
    expect(read).toEqual({
      problems: [],
      personal: { name: '(invented)' },
      values: {
        story: '排队过久',
        outlet: 'outlet-renmin-road',
        source: 'phone',
        receivedAt: '2026-03-02T02:00:00.000Z',
        request: 'apology',
        onBehalf: true,
        respondents: ['p-one', 'p-two'],
        amount: 1200.5,
        facts: { wideImpact: 1, complainants: 3 },
      },
    })
    expect(Command.safeParse({ step: 'file', ...read.values }).success).toBe(true)
  })

  test('the short form reads as well as the long one: fields that are not shown are not there', () => {
    expect(answers(fileDetailFields, {})).toEqual({ values: {}, personal: {}, problems: [] })
  })

  test.each([
    ['a required text of blanks', text('story', true), { value: '   ' }, 'required'],
    ['a required time left empty', when('callAt', true), { selected_date_time: null }, 'required'],
    [
      'a person whom the bank does not know',
      person('handler', true),
      { selected_user: 'U9' },
      'unknown-person',
    ],
    [
      'one unknown person among several',
      peopleField('members', false),
      { selected_users: ['U1', 'U9'] },
      'unknown-person',
    ],
    ['a number below zero', number('amount', false), { value: '-1' }, 'not-a-number'],
    ['a word instead of a number', number('amount', false), { value: 'many' }, 'not-a-number'],
    ['an answer of another shape', yes('anonymous'), { selected_options: 'yes' }, 'not-readable'],
  ] as const)('%s is a problem of its field', (_title, field, answer, code) => {
    expect(answers([field], { [field.name]: answer }).problems).toEqual([{ field: field.name, code }])
  })

  test('a counted fact that is no number is a problem of its own block', () => {
    const read = answers([facts('facts')], { 'facts:onSite': { value: 'crowd' } })
    expect(read.problems).toEqual([{ field: 'facts:onSite', code: 'not-a-number' }])
  })

  test('a state that is no state at all leaves required fields missing and throws nothing', () => {
    expect(readForm([text('story', true), personal('name')], 'nonsense', { personOf }).problems).toEqual([
      { field: 'story', code: 'required' },
    ])
  })
})

describe('problems under their fields', () => {
  test('a value that the schema refuses stands under its field, a fact under its own block', () => {
    const schema = z.object({ facts: z.record(z.string(), z.number().nonnegative()), story: z.string() })
    const parsed = schema.safeParse({ facts: { onSite: -1 } })
    expect(parsed.error && schemaProblems(parsed.error).map(({ field }) => field)).toEqual([
      'facts:onSite',
      'story',
    ])
  })

  test.each(['en', 'zh-CN'] as const)(
    'in %s a wrong phone number is told under the phone, quoting nothing',
    (language) => {
      const problems = personalProblems(checkPersonal({ phone: '(invented) 12' }))
      const errors = formErrors(problems, ['story', 'phone'], language)
      expect(errors).toEqual({ phone: textFor(language).problems['not-a-phone'] })
    },
  )

  test('a problem of a field that is not shown stands under the first that is, and only the first problem of each is told', () => {
    const problems = [
      { field: 'amount', code: 'not-a-number' },
      { field: 'story', code: 'required' },
    ] as const
    expect(formErrors(problems, ['story', 'outlet'], 'en')).toEqual({
      story: textFor('en').problems['not-a-number'],
    })
    expect(formErrors(problems, [], 'en')).toEqual({})
  })

  test.each([
    ['file', new Refusal('in-the-future'), 'receivedAt'],
    ['contact', new Refusal('in-the-future'), 'contactAt'],
    ['contact', new Refusal('must-be-later', { field: 'promiseUntil' }), 'promiseUntil'],
    ['contact', new Refusal('must-be-later', { field: 'nextContact' }), 'nextContact'],
    ['seen', new Refusal('must-be-later'), 'newTime'],
    ['triage', new Refusal('remark-missing'), 'levelReason'],
    ['triage', new Refusal('unknown-choice', { list: 'cause', code: 'C00' }), 'cause'],
    ['dispatch', new Refusal('unknown-person', { person: 'p-nobody' }), 'handler'],
    ['dispatch', new Refusal('recused', { person: 'p-zou-ping' }), 'handler'],
    ['dispatch', new Refusal('recused', { person: 'p-me' }), undefined],
    ['close', new Refusal('actions-missing'), 'actions'],
    ['relevel', new Refusal('only-head-lowers'), 'level'],
    ['approve', new Refusal('same-person'), undefined],
    ['approve', new Refusal('not-now'), undefined],
  ] as const)('in the form of %s, "%s" belongs to %s', (step, refusal, field) => {
    expect(refusalField(step, refusal, 'p-me')).toBe(field)
  })
})

describe('forms', () => {
  const house = aHouse()

  test('the details are added without touching a block of the short form, so that nothing typed is lost', () => {
    const short = filingModal({ id: 'x', form: 'f' }, aReader('en', people.teller), house)
    const long = filingModalWithDetails({ id: 'x', form: 'f' }, aReader('en', people.teller), house)
    const inputs = short.blocks.filter(({ type }) => type === 'input')
    expect(long.blocks.slice(0, inputs.length)).toEqual(inputs)
  })

  test('a filing form starts with the own outlet, in person, now; head office may choose any outlet', () => {
    const own = JSON.stringify(filingModal({ id: 'x', form: 'f' }, aReader('en', people.teller), house))
    expect(own).toContain('"initial_option":{"text":{"type":"plain_text","text":"Renmin Road Outlet"')
    expect(own).toContain(`"initial_date_time":${monday.epochMilliseconds / 1000}`)
    const callCentre = JSON.stringify(filingModal({ id: 'x', form: 'f' }, aReader('en', 'p-lu-jia'), house))
    expect(callCentre).toContain('Drum Tower Outlet')
  })

  test('a form remembers its matter, step and opening; what is not ours is not read', () => {
    const view = stepModal(
      'contact',
      'f-1',
      aComplaint({ upTo: 'take' }),
      aReader('en', people.outletManager),
      house,
    )
    expect(view.callback_id).toBe('form:complaint:contact')
    expect(readMetadata(view.private_metadata ?? '')).toEqual({
      matter: 'complaint',
      id: complaintId,
      step: 'contact',
      form: 'f-1',
    })
    expect([readMetadata(''), readMetadata('{"id":1}'), readMetadata('null')]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  test.each(['en', 'zh-CN'] as const)(
    'in %s every field, option, button and title of every form has its words',
    (language) => {
      const words = textFor(language)
      const all: Record<string, readonly Field[]> = {
        ...forms,
        ...emergencyForms,
        ...Object.fromEntries(Object.entries(fundForms).map(([step, fields]) => [`fund-${step}`, fields])),
        file: [...fileFields, ...fileDetailFields],
      }
      const options: Readonly<Record<string, Readonly<Record<string, string>>>> = words.options
      const missing = Object.values(all)
        .flat()
        .flatMap((field) => [
          ...(Object.hasOwn(words.fields, field.name) ? [] : [field.name]),
          ...(field.kind === 'option' && field.name !== 'level'
            ? field.options.filter((each) => !options[field.name]?.[each])
            : []),
        ])
      expect(missing).toEqual([])
      for (const step of [...Object.values(words.steps), ...Object.values(words.emergencySteps)]) {
        expect(Math.max(step.title.length, step.submit.length)).toBeLessThanOrEqual(24)
      }
    },
  )
})

describe('buttons', () => {
  const house = aHouse({ now: monday.add({ hours: 2 }) })

  test('a person is shown the steps that they may take, the natural next one first and in colour', () => {
    const complaint = aComplaint({ upTo: 'contact' })
    const reader = aReader('en', people.outletManager)
    const row = stepButtons(complaint, stepsFor(complaint, reader, house), reader)
    expect(row?.elements[0]).toMatchObject({
      action_id: 'step:investigate',
      style: 'primary',
      value: complaintId,
    })
  })

  test('the step after the findings is the solution; before any contact it is the contact', () => {
    expect(firstButton('take')).toMatchObject({ action_id: 'step:contact', style: 'primary' })
    expect(firstButton('investigate')).toMatchObject({ action_id: 'step:propose', style: 'primary' })
  })

  test('a channel is shown what any member may need, the rest behind one button, never "seen"', () => {
    const complaint = aComplaint({ upTo: 'contact' })
    const row = stepButtons(complaint, stepsFor(complaint, aReader('en'), house), aReader('en'))
    expect(row?.elements).toHaveLength(5)
    expect(row?.elements.at(-1)).toMatchObject({ action_id: 'steps' })
    expect(JSON.stringify(row)).not.toContain('seen')
  })

  test('where a menu does not hold the others, four stand beside the button that lists every one of them', () => {
    const complaint = aComplaint({ upTo: 'contact' })
    const reader = aReader('en', people.outletManager)
    const row = stepButtons(complaint, stepNames, reader)
    expect(row?.elements.map((each) => (each as { action_id?: string }).action_id)).toEqual([
      'step:investigate',
      'step:decidePause',
      'step:decideExtension',
      'step:tellExtension',
      'steps',
    ])
    const listed = moreSteps(complaint, stepNames, reader)
    expect(listed).toHaveLength(stepNames.length)
    for (const step of stepNames) expect(JSON.stringify(listed)).toContain(`"step:${step}"`)
    expect(messageFaults({ text: 'list', blocks: listed })).toEqual([])
  })

  test('a person without any part in a case has no step', () => {
    const complaint = aComplaint()
    const reader = aReader('en', people.auditor)
    expect(stepButtons(complaint, stepsFor(complaint, reader, house), reader)).toBeUndefined()
  })

  test.each([
    [
      { action_id: 'step:reply', value: 'id-1' },
      { matter: 'complaint', step: 'reply', id: 'id-1' },
    ],
    [
      { action_id: 'step:more', selected_option: { value: 'escalate:id-1' } },
      { matter: 'complaint', step: 'escalate', id: 'id-1' },
    ],
    [
      { action_id: 'emergency:appoint', value: 'id-2' },
      { matter: 'emergency', step: 'appoint', id: 'id-2' },
    ],
    [
      { action_id: 'emergency:appoint', value: 'id-2/task-3' },
      { matter: 'emergency', step: 'appoint', id: 'id-2', inner: 'task-3' },
    ],
    [{ action_id: 'step:dance', value: 'id-1' }, undefined],
    [{ action_id: 'step:reply' }, undefined],
    [{ action_id: 'step:more', selected_option: null }, undefined],
  ] as const)('the action %j is read as %j', (action, read) => {
    expect(readStepAction(action)).toEqual(read)
  })
})

describe('small words', () => {
  test.each([
    ['2026-00123', 1, 'c-2026-00123'],
    ['2026-00123', 3, 'c-2026-00123-3'],
    ['E2026-001', 1, 'emergency-2026-001'],
    ['张三 & Söhne', 1, 'c-s-hne'],
    ['x'.repeat(200), 12, `c-${'x'.repeat(75)}-12`],
  ])('the channel of %s, try %i, is %s', (slug, nth, name) => {
    expect(channelName(slug, nth)).toBe(name)
  })

  test.each([
    ['shwo', 'show'],
    ['overdu', 'overdue'],
    ['LIST', 'list'],
    ['serach', 'search'],
    ['xyzzy', undefined],
    ['', undefined],
  ])('"%s" was probably meant as %s', (said, meant) => {
    expect(nearest(said, ['show', 'mine', 'overdue', 'list', 'search', 'why'])).toBe(meant)
  })

  test('every Chinese locale reads Chinese, all others English', () => {
    expect(['zh-CN', 'zh-TW', 'ZH', 'en-US', 'de-DE', ''].map(languageOf)).toEqual([
      'zh-CN',
      'zh-CN',
      'zh-CN',
      'en',
      'en',
      'en',
    ])
  })
})

/** The first button that the outlet's manager sees after that step. */
function firstButton(upTo: 'take' | 'investigate') {
  const complaint = aComplaint({ upTo })
  const reader = aReader('en', people.outletManager)
  const house = aHouse({ now: monday.add({ hours: 2 }) })
  return stepButtons(complaint, stepsFor(complaint, reader, house), reader)?.elements[0]
}
