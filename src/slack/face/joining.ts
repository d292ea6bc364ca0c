import type { Joining } from '../../emergency/command.ts'
import type { Emergency } from '../../emergency/emergency.ts'
import { isAnswered } from '../../complaint/emergency-link.ts'
import { Refusal } from '../../matter/refusal.ts'
import type { PersonId } from '../../organisation/organisation.ts'
import { findByNumber, findState } from '../../store/find-complaints.ts'
import { stateOf } from '../desk-rows.ts'
import type { House } from '../view/house.ts'
import { maySeeComplaint } from './complaint.ts'
import type { FaceHouse } from './face.ts'

/**
 * The complaint of this number, as an emergency of its branch takes it in. Throws `not-found` where the person may see none,
 * and `in-other-emergency` for one that another running emergency covers.
 */
export async function joiningOf(
  { db }: Pick<FaceHouse, 'db'>,
  { emergency, view }: { readonly emergency: Emergency; readonly view: House },
  person: PersonId,
  number: string,
): Promise<Joining> {
  const ids = await findByNumber(db, number.trim())
  const states = await Promise.all(ids.map((id) => findState(db, 'complaint', id)))
  const complaint = states
    .flatMap((state) => (state === undefined ? [] : [stateOf(state)]))
    .find((each) => each.branch === emergency.branch && maySeeComplaint(each, person, view))
  if (!complaint) throw new Refusal('not-found')
  if (complaint.emergency !== undefined && complaint.emergency !== emergency.id)
    throw new Refusal('in-other-emergency')
  return {
    complaint: complaint.id,
    number: complaint.number,
    outlet: complaint.outlet,
    handlingUnit: complaint.handlingUnit ?? complaint.outlet,
    owner: complaint.owner,
    respondents: [...complaint.respondents],
    answered: isAnswered(complaint),
  }
}
