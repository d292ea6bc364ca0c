import type { RefusalCode } from '../../matter/refusal.ts'
import type { FieldProblemCode, RefusalFacts } from '../keys.ts'
import { reviewRefusals } from './accountability.ts'
import { emergencyRefusals } from './emergency.ts'
import { fundRefusals } from './fund.ts'
import { specialRefusals } from './special.ts'

/** Every "no" of the core: what was seen, why, and what to do. */
export const refusals: Record<RefusalCode, (facts: RefusalFacts) => string> = {
  ...specialRefusals,
  'not-now': ({ status }) =>
    `This step does not fit now${status ? `: the complaint is “${status}”` : ''}. Look at its card of now and go on from there.`,
  'not-you': () =>
    'This step is not yours: your post or part in the case does not allow it. Ask the person responsible named on the card.',
  recused: ({ person, next }) =>
    `${person || 'This person'} is complained about in this case and must stay out of it.${next ? ` ${next} can do it instead.` : ' Please name somebody else.'}`,
  'unknown-person': ({ person }) =>
    `${person || 'This person'} holds no post in the bank’s organisation. Choose somebody who does, or ask the service quality department to add them.`,
  'unknown-unit': ({ seen }) =>
    `This unit${seen ? ` (${seen})` : ''} is not known, or belongs to no branch. Choose another one.`,
  'unknown-choice': ({ seen }) =>
    `This choice${seen ? ` (${seen})` : ''} is not in the policy pack. Open the form again and choose from its list.`,
  'same-person': () =>
    'Handler, approver and follow-up caller must be different people, and you already have a part in this case. Leave it to somebody else.',
  'already-returned': () =>
    'The case was returned once already; a second return is not possible. Please take it over, or ask service quality to dispatch it again.',
  'nothing-above': () =>
    'The case is already with this level of escalation. There is nobody further up to send it to.',
  'same-level': () => 'The case already has this level. Choose another one.',
  'only-head-lowers': () =>
    'Only the service quality head may lower a level. Please ask them, with your reason.',
  'findings-missing': () =>
    'The findings of the investigation are not filed yet. File them first, then propose a solution.',
  'contact-missing': () => 'No contact with the customer is recorded yet. Record it first, then the reply.',
  'follow-up-missing': () => 'The follow-up call is not recorded yet. Record it first, then close.',
  'remark-missing': () => 'A reason is needed here. Please write why.',
  'actions-missing': () =>
    'Where the bank was at fault, at least one improvement action is needed. Please choose one.',
  'in-the-future': () =>
    'This time has not come yet, and what happened cannot lie in the future. Please correct it.',
  'not-found': () => 'There is no case of this number that you may see. Please check the number.',
  'no-clock': () =>
    'No clock of this kind is running for you, so there is nothing to answer. Look at the card of now.',
  'must-be-later': () => 'This time is already past. Please choose one still to come.',
  'too-late-to-reopen': () =>
    'The time in which a closed complaint may be reopened is over. File what the customer says as a new complaint; it can be linked to this one.',
  'before-receipt': () =>
    'This time lies before the customer first spoke. Please give the time when the customer withdrew.',
  'customer-not-told': () =>
    'A complaint is refused only once the customer has been told. Please give who told them, when and how.',
  'before-closing': () =>
    'This time lies before the complaint was closed. Please give the time when the customer came back.',
  'only-sq-restarts': () =>
    'Only the service quality department decides that there are new facts, for they restart the statutory limit. Choose “No”, or ask them to reopen it.',
  'too-many-tries': () =>
    'This was tried too often. Please wait a while, or ask the service quality department.',
  ...emergencyRefusals,
  ...fundRefusals,
  ...reviewRefusals,
}

type OwnCode = Exclude<FieldProblemCode, RefusalCode>

/** What is wrong with one field of a form. */
export const problems: Record<OwnCode, string> = {
  required: 'Please fill in this field.',
  'not-a-number': 'Please give a number that is not below zero, such as 1200.50.',
  'not-readable': 'This answer could not be read. Please give it again.',
  'too-long': 'This is too long. Please shorten it.',
  'control-character': 'This holds characters that cannot be kept. Please type it again.',
  'not-a-name': 'This is no name: it has no letters. Please correct it, or leave it empty.',
  'not-a-phone':
    'This is no phone number. Please give a mobile number of 11 digits, or area code and number.',
  'not-an-email': 'This is no e-mail address. Please check it.',
  'not-an-id-number':
    'This is no ID number. Please give 18 characters, or the number of a passport or permit.',
  'wrong-check-digit': 'The last digit of this ID number does not fit the others. Please check it.',
  'not-a-card': 'This is no card number: its check digit does not fit. Please check it.',
}
