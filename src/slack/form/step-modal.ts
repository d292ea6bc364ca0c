import type { ModalView } from '@slack/types'
import type { Complaint } from '../../complaint/complaint.ts'
import { forms } from '../../complaint/form.ts'
import { answerReferralFieldsOf, openReferrals } from '../../complaint/step/answer-referral.ts'
import type { Field } from '../../matter/field.ts'
import type { StepName } from '../../complaint/lifecycle.ts'
import type { Emergency } from '../../emergency/emergency.ts'
import { fieldsOf } from '../../emergency/choices.ts'
import { openBallot, openTasks } from '../../emergency/allowed.ts'
import type { EmergencyStep } from '../../emergency/lifecycle.ts'
import { textFor } from '../../text/text.ts'
import type { House, Reader } from '../view/house.ts'
import { aboveStep } from './above.ts'
import { formModal } from './modal.ts'

/**
 * The form of one step of a complaint, filled in as far as the case knows, with what must be seen before answering above the
 * inputs. `form` is the id of this opening. A step without fields (`take`) is done by its button and has no form.
 */
export function stepModal(
  step: StepName,
  form: string,
  complaint: Complaint,
  reader: Reader,
  house: House,
): ModalView {
  const words = textFor(reader.language).steps[step]
  const metadata = { matter: 'complaint' as const, id: complaint.id, step, form }
  const frame = {
    title: words.title,
    submit: words.submit,
    metadata,
    above: aboveStep(step, complaint, reader, house),
  }
  return formModal(questionsOf(step, complaint), frame, {
    form: step,
    reader,
    house,
    branch: complaint.branch,
    initial: initialOf(step, complaint, house),
  })
}

/** Which referral is answered: those that wait for it. */
function questionsOf(step: StepName, complaint: Complaint): readonly Field[] {
  return step === 'answerReferral' ? answerReferralFieldsOf(complaint) : forms[step]
}

/** The form of one step of a level-1 emergency. */
export function emergencyStepModal(
  step: EmergencyStep,
  form: string,
  emergency: Emergency,
  reader: Reader,
  house: House,
): ModalView {
  const words = textFor(reader.language).emergencySteps[step]
  const metadata = { matter: 'emergency' as const, id: emergency.id, step, form }
  const initial = initialOfEmergency(step, emergency, house)
  return formModal(
    fieldsOf(step, emergency, reader.personId, house),
    { title: words.title, submit: words.submit, metadata },
    { form: step, reader, house, branch: emergency.branch, initial },
  )
}

function initialOf(step: StepName, complaint: Complaint, { now }: House): Readonly<Record<string, unknown>> {
  const moment = now.toString()
  switch (step) {
    case 'triage':
      return {
        level: complaint.level,
        caseType: 'complaint',
        statutoryBasis: basisOf(complaint),
        sensitivity: complaint.sensitivity,
      }
    case 'dispatch':
      return {
        handlingUnit: complaint.handlingUnit ?? complaint.outlet,
        supportUnits: complaint.supportUnits,
      }
    case 'contact':
      return { contactAt: moment, mode: 'phone' }
    case 'investigate':
      return { cause: complaint.cause, ...complaint.findings }
    case 'propose':
      return { ...complaint.plan }
    case 'reply':
      return { replyAt: moment, mode: 'phone', summary: complaint.plan?.script }
    case 'followUp':
      return { callAt: moment }
    case 'close':
      return { closeType: 'normal' }
    case 'withdraw':
      return { withdrawnAt: moment, mode: 'phone' }
    case 'reopen':
      return { receivedAt: moment, newFacts: 'no' }
    case 'reportUp':
      return { reportAt: moment, mode: 'phone' }
    case 'solveOnSpot':
      return {
        solvedAt: moment,
        mode: 'phone',
        channelCode: complaint.channelCode,
        business: complaint.business,
        cause: complaint.cause,
      }
    case 'refer':
      return { referredAt: moment }
    case 'answerReferral':
      return { answeredAt: moment, mode: 'letter', referral: openReferrals(complaint)[0]?.number }
    case 'logAuthority':
      return { spokeAt: moment, mode: 'phone' }
    case 'reportLeak':
      return { reportAt: moment }
    case 'askReview':
      return { askedAt: moment }
    case 'decideReview':
      return { toldAt: moment, mode: 'letter' }
    case 'mediate':
      return { offeredAt: moment }
    case 'endMediation':
      return { endedAt: moment }
    case 'care':
      return { vulnerability: complaint.vulnerability, ...complaint.carePlan }
    case 'merge':
      return { toldAt: moment, mode: 'phone' }
    case 'addChild':
      return { representative: 'no' }
    case 'authorise':
      return {}
    case 'pause':
      return { mode: 'phone' }
    case 'tellExtension':
      return { toldAt: moment, mode: 'phone' }
    case 'decidePause':
    case 'resume':
    case 'extend':
    case 'decideExtension':
    case 'notAccept':
    case 'take':
    case 'sendBack':
    case 'approve':
    case 'relevel':
    case 'escalate':
    case 'seen':
      return {}
  }
}

/** A referral is handled on the basis of the authority that sent it. */
function basisOf({ source }: Complaint): string {
  return source === 'nfra' || source === 'pbc' ? source : 'own'
}

function initialOfEmergency(
  step: EmergencyStep,
  emergency: Emergency,
  { now }: House,
): Readonly<Record<string, unknown>> {
  const moment = now.toString()
  switch (step) {
    case 'instruct':
      return { givenAt: moment }
    case 'confirmGroup':
      return { members: emergency.members }
    case 'appoint':
      return { ...emergency.roles }
    case 'oralReport':
    case 'writtenReport':
    case 'dailyReport':
    case 'finalReport':
      return { reportedTo: ['committee', 'headOffice'], reportedAt: moment }
    case 'finishTask':
    case 'takeTask':
    case 'handTask':
      return { task: only(openTasks(emergency).map(({ no }) => String(no))) }
    case 'recordDecision':
      return { decidedBy: emergency.roles.leader, decidedAt: moment }
    case 'logMedia':
      return { speaker: emergency.roles.spokesperson, spokenAt: moment }
    case 'logRegulator':
      return { speaker: emergency.roles.regulatorContact, spokenAt: moment }
    case 'castVote':
      return { ballot: String(openBallot(emergency)?.no ?? '') }
    case 'standDown':
      return { ground: 'settled' }
    case 'acceptCluster':
    case 'dismissCluster':
    case 'situation':
    case 'assignTask':
    case 'joinComplaint':
    case 'putToVote':
    case 'closingReport':
      return {}
  }
}

/** Where there is but one answer it stands in the form already. */
function only(answers: readonly string[]): string | undefined {
  return answers.length === 1 ? answers[0] : undefined
}
