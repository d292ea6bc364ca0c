import { emergencyObjection, emergencySubject } from '../../emergency/allowed.ts'
import { EmergencyCommand } from '../../emergency/command.ts'
import type { Emergency } from '../../emergency/emergency.ts'
import { emergencyForms } from '../../emergency/form.ts'
import { type EmergencyStep, emergencySteps } from '../../emergency/lifecycle.ts'
import { Refusal } from '../../matter/refusal.ts'
import type { PersonId } from '../../organisation/organisation.ts'
import { mayDo } from '../../organisation/rights.ts'
import { findState } from '../../store/find-complaints.ts'
import { findEmergencyByNumber } from '../../store/find-emergencies.ts'
import { textFor } from '../../text/text.ts'
import { schemaProblems } from '../form/problems.ts'
import { emergencyStepModal } from '../form/step-modal.ts'
import { viewHouse } from '../view-house.ts'
import { emergencyCard } from '../view/emergency-card.ts'
import { emergencyNotice, emergencyPost } from '../view/emergency-notice.ts'
import type { House } from '../view/house.ts'
import { emergencyTopic } from '../view/topic.ts'
import type { AskedStep, Face, FaceHouse, PreparedStep, Seen } from './face.ts'
import { isUuid } from './is-uuid.ts'
import { joiningOf } from './joining.ts'
import { letteredNumber } from './lettered-number.ts'

export const emergencyFace: Face = {
  kind: 'emergency',
  forms: emergencyForms,
  numbers: {
    read: letteredNumber('E'),
    find: async ({ db }, number) => (await findEmergencyByNumber(db, number)).map((id) => ({ id })),
  },
  see: async (house, id) => (await read(house, id))?.seen,
  prepare,
}

interface Found {
  readonly emergency: Emergency
  readonly view: House
  readonly seen: Seen
}

async function read(house: FaceHouse, id: string): Promise<Found | undefined> {
  const emergency = isUuid(id)
    ? ((await findState(house.db, 'emergency', id)) as Emergency | undefined)
    : undefined
  if (!emergency) return undefined
  const view = await viewHouse(house, emergency.policyVersion)
  return { emergency, view, seen: seenOf(emergency, view) }
}

/** Seen by whoever sees its complaints, and by everybody in the group. */
function seenOf(emergency: Emergency, view: House): Seen {
  const { organisation, now } = view
  return {
    kind: 'emergency',
    id: emergency.id,
    number: emergency.number,
    view,
    maySee: (person) => mayDo(organisation, person, 'seeList', emergencySubject(emergency), now),
    card: (reader) => emergencyCard(emergency, reader, view),
    notice: (notice, reader) => emergencyNotice(notice, emergency, reader, view),
    room: {
      kind: 'emergency',
      channel: emergency.channel,
      archiveWanted: emergency.archiveWanted,
      membersAreTold: true,
      post: (notice, reader) => emergencyPost(notice, emergency, reader, view),
      topic: (language) => emergencyTopic(emergency, language, view),
    },
  }
}

async function prepare(
  house: FaceHouse,
  person: PersonId,
  { id, step: named }: AskedStep,
): Promise<PreparedStep> {
  const step = emergencySteps.find((each) => each === named)
  if (!step) throw new Refusal('not-now')
  const found = await read(house, id)
  if (!found || !found.seen.maySee(person)) throw new Refusal('not-found')
  const { emergency, view, seen } = found
  const code = emergencyObjection(emergency, step, person, view)
  return {
    objection: code && new Refusal(code, code === 'recused' ? { person } : {}),
    form: step,
    modal: (opening, reader) => emergencyStepModal(step, opening, emergency, reader, view),
    read: (values) => taking(house, { emergency, view, person }, step, values),
    cases: emergency.complaints.map((complaint) => complaint.id),
    done: (language) => textFor(language).emergencySteps[step].done,
    seen,
  }
}

function taking(
  house: FaceHouse,
  { emergency, view, person }: Omit<Found, 'seen'> & { readonly person: PersonId },
  step: EmergencyStep,
  values: Readonly<Record<string, unknown>>,
): ReturnType<PreparedStep['read']> {
  const command = EmergencyCommand.safeParse({ step, ...values })
  if (!command.success) return { problems: schemaProblems(command.error) }
  const { id } = emergency
  return {
    id,
    async take(handle, by, form) {
      const asked = await whole(house, { emergency, view, person }, command.data)
      await handle('emergency', id, asked, by, form === undefined ? {} : { form })
    },
  }
}

/** The command with what stands behind the number that was typed. */
async function whole(
  house: FaceHouse,
  { emergency, view, person }: Omit<Found, 'seen'> & { readonly person: PersonId },
  command: EmergencyCommand,
): Promise<EmergencyCommand> {
  if (command.step !== 'joinComplaint') return command
  const joining = await joiningOf(house, { emergency, view }, person, command.complaintNumber)
  return { ...command, joining }
}
