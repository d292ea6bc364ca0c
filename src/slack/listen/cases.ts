import type { MatterKind } from '../../matter/effect.ts'
import { Refusal } from '../../matter/refusal.ts'
import { type FoundComplaint, findByNumber, findComplaints, findState } from '../../store/find-complaints.ts'
import { stateOf } from '../desk-rows.ts'
import { type Case, maySeeComplaint } from '../face/complaint.ts'
import type { Seen } from '../face/face.ts'
import { isUuid } from '../face/is-uuid.ts'
import { faceOf } from '../matter-faces.ts'
import type { Asker, Listening } from './house.ts'
import { viewHouse } from '../view-house.ts'

/** The complaint of this id. Throws the same `not-found` where there is none and where the asker may not see it. */
export async function openCase(house: Listening, asker: Asker, id: string): Promise<Case> {
  const state = isUuid(id) ? await findState(house.db, 'complaint', id) : undefined
  if (state === undefined) throw new Refusal('not-found')
  const complaint = stateOf(state)
  const view = await viewHouse(house, complaint.policyVersion)
  if (!maySeeComplaint(complaint, asker.person, view)) throw new Refusal('not-found')
  return { complaint, view }
}

/** The matter of this id, of whichever kind. Throws `not-found` like `openCase`. */
export async function openMatter(
  house: Listening,
  asker: Asker,
  { matter, id, inner }: { readonly matter: MatterKind; readonly id: string; readonly inner?: string },
): Promise<Seen> {
  const seen = await faceOf(matter).see(house, id)
  if (!seen?.maySee(asker.person, inner)) throw new Refusal('not-found')
  return seen
}

/** The matters of this number that the asker may see, and what inside each the number names: one a branch at most. */
export async function mattersNumbered(
  house: Listening,
  asker: Asker,
  { matter, number }: { readonly matter: MatterKind; readonly number: string },
): Promise<{ readonly seen: Seen; readonly inner?: string }[]> {
  const face = faceOf(matter)
  const places = (await face.numbers?.find(house, number)) ?? []
  const found = await Promise.all(
    places.map(async ({ id, inner }) => ({ seen: await face.see(house, id), ...(inner && { inner }) })),
  )
  return found.flatMap(({ seen, ...rest }) =>
    seen?.maySee(asker.person, rest.inner) ? [{ seen, ...rest }] : [],
  )
}

/** The complaints of this number that the asker may see: one per branch at most, the newest year first for a short number. */
export async function casesNumbered(
  house: Listening,
  asker: Asker,
  number: string,
): Promise<FoundComplaint[]> {
  const ids = await findByNumber(house.db, number)
  if (ids.length === 0) return []
  const view = await viewHouse(house)
  const rows = await findComplaints(house.db, { ids }, { now: view.now, offset: 0, limit: ids.length })
  return rows
    .filter(({ state }) => maySeeComplaint(stateOf(state), asker.person, view))
    .toSorted((one, other) => other.number.localeCompare(one.number))
}
