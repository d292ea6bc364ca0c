import { type RightsLimits, defaultLimits } from '../organisation/rights.ts'
import type { Pack } from '../policy/pack.ts'

/** The numbers inside the rights matrix as this pack sets them. */
export function rightsLimits({ reveal }: Pack): RightsLimits {
  return { ...defaultLimits, revealDaysAfterClosure: reveal.untilDaysAfterClose }
}
