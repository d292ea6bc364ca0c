import { z } from 'zod'

/** Who acts: a person of the organisation, the clock (an alarm came due), or the machine (a consequence of an effect). */
export const Actor = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person'), id: z.string() }),
  z.strictObject({ kind: z.literal('clock') }),
  z.strictObject({ kind: z.literal('machine') }),
])
export type Actor = z.infer<typeof Actor>

export const clockActor: Actor = { kind: 'clock' }
export const machineActor: Actor = { kind: 'machine' }

/** The person who acts, or undefined where the clock or the machine does. */
export function personOf(actor: Actor): string | undefined {
  return actor.kind === 'person' ? actor.id : undefined
}
