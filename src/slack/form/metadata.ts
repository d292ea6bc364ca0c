import { z } from 'zod'
import { matterKinds } from '../../matter/effect.ts'

/**
 * What an open form remembers in `private_metadata`: which matter, what inside it, which step, and the id of this opening. The id of a
 * complaint that is being filed is minted when its form opens, so a form sent twice is one complaint.
 */
export const Metadata = z.strictObject({
  matter: z.enum(matterKinds),
  id: z.string().min(1),
  /** What inside the matter: a request of the fund, a case of a meeting. */
  inner: z.string().min(1).exactOptional(),
  step: z.string().min(1),
  form: z.string().min(1),
})
export type Metadata = z.infer<typeof Metadata>

export function writeMetadata(metadata: Metadata): string {
  return JSON.stringify(metadata)
}

/** Reads it back; undefined where it is not ours, or from a version whose shape we no longer know. */
export function readMetadata(text: string): Metadata | undefined {
  try {
    const parsed = Metadata.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}
