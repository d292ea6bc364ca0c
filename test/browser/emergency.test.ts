/** Issue 3, "act in the emergency channel", by the words of the product. Everybody and every event is invented. */
import { createPlay } from '../../src/sandbox/play.ts'
import { textFor } from '../../src/text/text.ts'
import { inChromium, test as atThePage, wide } from './a-page.ts'

const test = atThePage.extend({ visit: wide })
const { emergencySteps, fields, fieldsIn, steps } = textFor('en')

inChromium('level 1', () => {
  test('the emergency channel opens; the instruction is recorded and the situation reported in it', async ({
    sandbox,
    visitor: { left, right },
  }) => {
    await createPlay(sandbox.stage).files('p-zhou-lin', {
      story: 'More than thirty customers say that a product was not paid.',
      outlet: 'outlet-lakeside',
      source: 'nfra',
      externalNumber: 'NFRA-2026-0042',
      request: 'lossCompensation',
      facts: ['wideImpact', 'mediaPublished'],
      'facts:complainants': 30,
    })
    await left.actsAs('Zhou Lin')
    await right.actsAs('Li Jing')
    await left.opens('Redress')
    await left.presses(steps.triage.button)
    await left.chooses('Business channel', 'Counter')
    await left.chooses('Business type', 'Agency (funds, insurance)')
    await left.chooses('Cause', 'Disclosure')
    await left.sends(steps.triage.submit)

    await right.opens(/^emergency-/)
    await right.presses(emergencySteps.instruct.button)
    await right.writes(fields.from.label, 'Head office service quality, Jiang Wentao (by phone)')
    await right.writes(fields.wording.label, 'Report by word of mouth within two hours.')
    await right.sends(emergencySteps.instruct.submit)
    await right.sees(/Report by word of mouth within two hours/)

    await left.opens(/^emergency-/)
    await left.presses(emergencySteps.situation.button)
    await left.writes(fieldsIn.situation?.facts?.label ?? '', '21 customers reached.')
    await left.writes(fields.measures.label, 'A reception at the sub-branch.')
    const next = left.form.getByRole('group', { name: fields.nextUpdate.label })
    await next.getByLabel('Date').fill('2026-09-14')
    await next.getByLabel('Time').fill('12:00')
    await left.sends(emergencySteps.situation.submit)
    await right.sees(/21 customers reached/)
  })
})
