import type { ModalView } from '@slack/types'
import type { Complaint } from '../../complaint/complaint.ts'
import { forms } from '../../complaint/form.ts'
import type { StepName } from '../../complaint/lifecycle.ts'
import type { Emergency } from '../../emergency/emergency.ts'
import { emergencyForms } from '../../emergency/form.ts'
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
  return formModal(forms[step], frame, {
    form: step,
    reader,
    house,
    branch: complaint.branch,
    initial: initialOf(step, complaint, house),
  })
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
    emergencyForms[step],
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
    case 'reportUp':
      return { reportAt: moment, mode: 'phone' }
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
  switch (step) {
    case 'instruct':
      return { givenAt: now.toString() }
    case 'appoint':
      return { ...emergency.roles }
    case 'situation':
    case 'standDown':
      return {}
  }
}
