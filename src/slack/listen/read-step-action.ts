import type { MatterKind } from '../../matter/effect.ts'
import type { AskedStep, Place } from '../face/face.ts'
import { faceOf, kindCalled } from '../matter-faces.ts'

/**
 * Which step of which matter was asked for? A button says `<kind>:<step>` and carries the place, `<id>` or `<id>/<inner>`; a menu
 * says `<kind>:more` and carries `<step>:<place>`; those of complaints begin with `step:`. Undefined for a button that is not
 * of this kind, or that we no longer know.
 */
export function readStepAction(action: {
  readonly action_id: string
  readonly value?: string | undefined
  readonly selected_option?: { readonly value: string } | null | undefined
}): (AskedStep & { readonly matter: MatterKind }) | undefined {
  const [prefix, name] = action.action_id.split(':')
  const [step, place] =
    name === 'more' ? splitOnce(action.selected_option?.value ?? '', ':') : [name, action.value]
  const matter = prefix === 'step' ? 'complaint' : kindCalled(prefix)
  if (!place || step === undefined || !matter || !Object.hasOwn(faceOf(matter).forms, step)) return undefined
  return { matter, step, ...readPlace(place) }
}

/** A place as a button carries it: `<id>`, or `<id>/<inner>`. */
export function readPlace(value: string): Place {
  const [id = value, inner] = splitOnce(value, '/')
  return { id, ...(inner && { inner }) }
}

function splitOnce(value: string, sign: string): [string | undefined, string | undefined] {
  const at = value.indexOf(sign)
  return at < 0 ? [undefined, undefined] : [value.slice(0, at), value.slice(at + 1)]
}
