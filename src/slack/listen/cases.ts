import { allowedSteps } from '../../complaint/allowed.ts'
import type { Complaint } from '../../complaint/complaint.ts'
import { Event } from '../../complaint/event.ts'
import { subjectOf } from '../../complaint/subject.ts'
import type { Emergency } from '../../emergency/emergency.ts'
import { emergencySubject } from '../../emergency/allowed.ts'
import { Refusal } from '../../matter/refusal.ts'
import { mayDo } from '../../organisation/rights.ts'
import { type FoundComplaint, findByNumber, findComplaints, findState } from '../../store/find-complaints.ts'
import { findEmergencyByNumber } from '../../store/find-emergencies.ts'
import { readJournal } from '../../store/journal.ts'
import { stateOf } from '../desk-rows.ts'
import type { House } from '../view/house.ts'
import type { Happening } from '../view/stale.ts'
import type { Asker, Listening } from './house.ts'
import { viewHouse } from '../view-house.ts'

/** A complaint that the asker may see, with what its views look things up in. */
export interface Case {
  readonly complaint: Complaint
  readonly view: House
}

/** The complaint of this id. Throws the same `not-found` where there is none and where the asker may not see it. */
export async function openCase(house: Listening, asker: Asker, id: string): Promise<Case> {
  const state = isUuid(id) ? await findState(house.db, 'complaint', id) : undefined
  if (state === undefined) throw new Refusal('not-found')
  const complaint = stateOf(state)
  const view = await viewHouse(house, complaint.policyVersion)
  if (!maySee(complaint, asker.person, view)) throw new Refusal('not-found')
  return { complaint, view }
}

/** An emergency that the asker may see: as its complaints, and everybody in the group. Throws `not-found` like `openCase`. */
export async function openEmergency(
  house: Listening,
  asker: Asker,
  id: string,
): Promise<{ emergency: Emergency; view: House }> {
  const emergency = isUuid(id)
    ? ((await findState(house.db, 'emergency', id)) as Emergency | undefined)
    : undefined
  if (!emergency) throw new Refusal('not-found')
  const view = await viewHouse(house, emergency.policyVersion)
  if (!maySeeEmergency(emergency, asker.person, view)) throw new Refusal('not-found')
  return { emergency, view }
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
    .filter(({ state }) => maySee(stateOf(state), asker.person, view))
    .toSorted((one, other) => other.number.localeCompare(one.number))
}

/** The emergencies of this number that the asker may see: one per branch and year at most. */
export async function emergenciesNumbered(
  house: Listening,
  asker: Asker,
  number: string,
): Promise<Emergency[]> {
  const view = await viewHouse(house)
  const ids = await findEmergencyByNumber(house.db, number)
  const states = await Promise.all(ids.map((id) => findState(house.db, 'emergency', id)))
  return states
    .map((state) => state as Emergency)
    .filter((emergency) => maySeeEmergency(emergency, asker.person, view))
}

function maySeeEmergency(emergency: Emergency, person: string, { organisation, now }: House): boolean {
  return mayDo(organisation, person, 'seeList', emergencySubject(emergency), now)
}

/** Whoever may see it in a list, and whoever has something to do on it now (a deputy who may take it over). */
function maySee(complaint: Complaint, person: string, view: House): boolean {
  return (
    mayDo(view.organisation, person, 'seeList', subjectOf(complaint), view.now) ||
    allowedSteps(complaint, person, view).length > 0
  )
}

/** What a person did last on this complaint; else what the clock or the machine did last. */
export async function lastHappening({ db }: Listening, id: string): Promise<Happening | undefined> {
  const events = (await readJournal(db, 'complaint', id)).map(({ event }) => Event.parse(event))
  const last = events.findLast((event) => 'by' in event) ?? events.at(-1)
  if (!last) return undefined
  const by = 'by' in last ? last.by : undefined
  return { type: last.type, at: last.at, ...(by !== undefined && { by }) }
}

/** Buttons and forms carry ids; one that was tampered with must not reach Postgres as a broken uuid. */
function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
}
