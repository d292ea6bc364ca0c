import type { Complaint } from '../../complaint/complaint.ts'
import type { Emergency } from '../../emergency/emergency.ts'
import { findState } from '../../store/find-complaints.ts'
import type { House } from '../view/house.ts'
import type { DeliverHouse } from './house.ts'
import { viewHouse } from '../view-house.ts'

/** The matter that an effect belongs to, as it is now, with what its views look things up in. */
export type Scene =
  | { readonly kind: 'complaint'; readonly matter: Complaint; readonly view: House }
  | { readonly kind: 'emergency'; readonly matter: Emergency; readonly view: House }

/** Reads the matter of a stream such as `complaint/<id>`. Throws where there is none: every stream comes from a matter. */
export async function sceneOf(house: DeliverHouse, stream: string): Promise<Scene> {
  const [, kind, id] = /^(complaint|emergency)\/(.+)$/.exec(stream) ?? []
  if (id === undefined)
    throw new Error(`The stream ${stream} belongs to no matter; this effect has no state to draw.`)
  return kind === 'emergency' ? emergencyScene(house, id) : complaintScene(house, id)
}

async function complaintScene(house: DeliverHouse, id: string): Promise<Scene> {
  const matter = (await findState(house.db, 'complaint', id)) as Complaint | undefined
  if (!matter)
    throw new Error(`Complaint ${id} has effects in the outbox and no row; restore it from a backup.`)
  return { kind: 'complaint', matter, view: await viewHouse(house, matter.policyVersion) }
}

async function emergencyScene(house: DeliverHouse, id: string): Promise<Scene> {
  const matter = (await findState(house.db, 'emergency', id)) as Emergency | undefined
  if (!matter)
    throw new Error(`Emergency ${id} has effects in the outbox and no row; restore it from a backup.`)
  return { kind: 'emergency', matter, view: await viewHouse(house, matter.policyVersion) }
}

/** The matter's channel while it can be written to. */
export function openChannelOf({ matter }: Scene): string | undefined {
  const { channel } = matter
  return channel?.archived ? undefined : channel?.id
}
