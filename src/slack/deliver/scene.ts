import { matterKinds } from '../../matter/effect.ts'
import type { Seen } from '../face/face.ts'
import { faceOf } from '../matter-faces.ts'
import type { DeliverHouse } from './house.ts'

/** The matter that an effect belongs to, as it is now. */
export type Scene = Seen

/** Reads the matter of a stream such as `complaint/<id>`. Throws where there is none: every stream comes from a matter. */
export async function sceneOf(house: DeliverHouse, stream: string): Promise<Scene> {
  const at = stream.indexOf('/')
  const kind = matterKinds.find((each) => each === stream.slice(0, at))
  const id = stream.slice(at + 1)
  if (!kind || id === '')
    throw new Error(`The stream ${stream} belongs to no matter; this effect has no state to draw.`)
  const seen = await faceOf(kind).see(house, id)
  if (!seen)
    throw new Error(`The ${kind} ${id} has effects in the outbox and no row; restore it from a backup.`)
  return seen
}

/** The matter's channel while it can be written to. */
export function openChannelOf({ room }: Scene): string | undefined {
  return room?.channel?.archived ? undefined : room?.channel?.id
}
