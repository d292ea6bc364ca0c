import type { ActionCommandOf } from '../../action/command.ts'
import type { CommandOf } from '../../complaint/command.ts'
import type { ReviewCommandOf } from '../../review/command.ts'
import type { bodies } from '../../complaint/step/report-up.ts'
import { emergencyOptions } from './emergency.ts'
import { fundOptions } from './fund.ts'
import { specialOptions } from './special.ts'

/** The answers of fields that offer a fixed choice; lists of the policy pack carry their own words. */
export const options = {
  ...emergencyOptions,
  ...fundOptions,
  ...specialOptions,
  reached: { yes: 'Yes', no: 'No' } satisfies Record<CommandOf<'contact'>['reached'], string>,
  fault: { yes: 'Yes', part: 'In part', no: 'No' } satisfies Record<
    CommandOf<'investigate'>['fault'],
    string
  >,
  decision: { approve: 'Approve', back: 'Send back', grant: 'Grant', refuse: 'Refuse' } satisfies Record<
    CommandOf<'approve'>['decision'] | ActionCommandOf<'answerExtension'>['decision'],
    string
  >,
  kind: { regular: 'Regular, one a month', special: 'Special' } satisfies Record<
    ReviewCommandOf<'convene'>['kind'],
    string
  >,
  outcome: { keep: 'The verdict stands', change: 'The verdict is changed' } satisfies Record<
    ReviewCommandOf<'answerObjection'>['outcome'],
    string
  >,
  satisfaction: {
    '5': '5, very satisfied',
    '4': '4, satisfied',
    '3': '3, so-so',
    '2': '2, dissatisfied',
    '1': '1, very dissatisfied',
  } satisfies Record<CommandOf<'followUp'>['satisfaction'], string>,
  promiseKept: { yes: 'Yes', no: 'No', none: 'Nothing was promised' } satisfies Record<
    CommandOf<'followUp'>['promiseKept'],
    string
  >,
  content: { yes: 'Yes', no: 'No' } satisfies Record<CommandOf<'followUp'>['content'], string>,
  newFacts: { yes: 'Yes', no: 'No' } satisfies Record<CommandOf<'reopen'>['newFacts'], string>,
  reportedTo: {
    sqHead: 'Service quality head',
    committee: 'Service quality committee',
    headOffice: 'Head office',
    compliance: 'Compliance',
  } satisfies Record<(typeof bodies)[number], string>,
}

/** Bands in which an amount at stake is shown in Slack. */
export const bands = {
  'under-1k': 'under CNY 1,000',
  '1k-10k': 'CNY 1,000 to 10,000',
  '10k-50k': 'CNY 10,000 to 50,000',
  '50k-1m': 'CNY 50,000 to 1 million',
  'over-1m': 'over CNY 1 million',
}

/** What the scrubber found and masked. */
export const findings = {
  secret: 'password or code',
  known: 'name or number from the form',
  email: 'e-mail address',
  idNumber: 'ID number',
  card: 'card number',
  phone: 'phone number',
}
