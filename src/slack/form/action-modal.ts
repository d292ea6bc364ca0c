import type { KnownBlock, ModalView } from '@slack/types'
import { type Action, waitingExtension } from '../../action/action.ts'
import { actionForms, beginActionFields } from '../../action/form.ts'
import type { ActionStep } from '../../action/lifecycle.ts'
import type { Complaint } from '../../complaint/complaint.ts'
import { textFor } from '../../text/text.ts'
import { context, section } from '../view/blocks.ts'
import type { House, Reader } from '../view/house.ts'
import { escapeMrkdwn, inline, quote } from '../view/mrkdwn.ts'
import { codeName, who } from '../view/names.ts'
import { dateToken } from '../view/time.ts'
import { formModal } from './modal.ts'

/** Where an action is begun: `id` is what the form remembers, a complaint's id or that of a branch. */
export interface Beginning {
  readonly id: string
  readonly branch?: string
  readonly complaint?: Complaint
}

/** The form of one step of an improvement action, filled in as far as is known; what is decided on stands above. */
export function actionStepModal(
  step: ActionStep,
  form: string,
  action: Action,
  reader: Reader,
  house: House,
): ModalView {
  const words = textFor(reader.language).actionSteps[step]
  const metadata = { matter: 'action' as const, id: action.id, step, form }
  const above = aboveOf(step, action, reader, house)
  return formModal(
    actionForms[step],
    { title: words.title, submit: words.submit, metadata, above },
    {
      form: step,
      reader,
      house,
      branch: action.branch,
      initial: step === 'finish' ? { doneAt: house.now.toString() } : {},
    },
  )
}

/** The form that begins an action; from a complaint it takes the unit and what to watch for. */
export function beginActionModal(
  { id, branch, complaint }: Beginning,
  form: string,
  reader: Reader,
  house: House,
): ModalView {
  const { actionSteps, action } = textFor(reader.language)
  const { title, submit } = actionSteps.begin
  const origin = complaint ? [`${action.origins.complaint} ${escapeMrkdwn(complaint.number)}`] : []
  const initial = complaint && {
    unit: complaint.handlingUnit ?? complaint.outlet,
    likeCause: complaint.cause,
    likeBusiness: complaint.business,
  }
  return formModal(
    beginActionFields,
    {
      title,
      submit,
      metadata: { matter: 'action', id, step: 'begin', form },
      above: [context(...origin, action.beginHint)],
    },
    { form: 'begin', reader, house, ...(branch && { branch }), initial: initial ?? {} },
  )
}

function aboveOf(step: ActionStep, action: Action, reader: Reader, house: House): KnownBlock[] {
  const { action: words, forms } = textFor(reader.language)
  const due = forms.pair(words.due, dateToken(action.due, reader))
  return [
    context(`*${words.title(action.number)}* · ${due}`),
    section(quote(action.task, 600)),
    ...(step === 'answerExtension' ? askedBlocks(action, reader, house) : []),
    ...(step === 'rejectEvidence' || step === 'checkEffect' ? evidence(action) : []),
  ]
}

function askedBlocks(action: Action, reader: Reader, house: House): KnownBlock[] {
  const asked = waitingExtension(action)
  if (!asked) return []
  const reason = escapeMrkdwn(codeName('extensionReason', asked.reason, reader.language, house))
  const { action: words, forms } = textFor(reader.language)
  const why = asked.remark === undefined ? reason : `${reason}${forms.aside(inline(asked.remark))}`
  return [section(words.asked(who(asked.by, reader, house), dateToken(asked.due, reader), why))]
}

function evidence({ finishes }: Action): KnownBlock[] {
  const last = finishes.at(-1)
  return last ? [section(quote(last.evidence, 800))] : []
}
