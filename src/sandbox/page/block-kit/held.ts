import type { Entry } from '../../serve/told.ts'
import type { Json } from '../../slack/json.ts'
import type { Drawn } from './drawn.ts'

/** How an element is called by those who do not see the page. */
export interface Naming {
  /** The DOM id of its control. */
  readonly id: string
  readonly labelledBy?: string | undefined
  readonly label?: string | undefined
  readonly describedBy?: string | undefined
  readonly isInvalid: boolean
  readonly isRequired: boolean
}

/** One element as it stands on the page, and what becomes of what is done in it. */
export interface Held {
  readonly element: Json
  readonly value: Entry
  readonly naming: Naming
  readonly drawn: Drawn
  readonly isBusy: boolean
  readonly give: (entry: Entry) => void
  /** On texts whose bot hears of them while the form is open: the person is done with it. */
  readonly tell?: ((entry: Entry) => void) | undefined
}

/** The attributes that carry a naming on the control itself. */
export function namedControl(naming: Naming) {
  return { id: naming.id, ...namedGroup(naming), 'aria-required': naming.isRequired || undefined }
}

/** The attributes that carry a naming on what groups several controls. */
export function namedGroup({ label, labelledBy, describedBy, isInvalid }: Omit<Naming, 'id' | 'isRequired'>) {
  return {
    'aria-label': labelledBy === undefined ? label : undefined,
    'aria-labelledby': labelledBy,
    'aria-describedby': describedBy,
    'aria-invalid': isInvalid || undefined,
  }
}

/** The one text that an element holds; empty where it holds none. */
export function heldText(value: Entry): string {
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}

/** The several that an element holds. */
export function heldTexts(value: Entry): readonly string[] {
  if (value === null || value === '') return []
  return typeof value === 'string' ? [value] : value
}
