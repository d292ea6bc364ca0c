import type { Locator } from 'playwright-core'

/** What the browser knows by itself, as far as it is asked here. */
interface Window {
  getComputedStyle(part: unknown): { getPropertyValue(property: string): string }
}

/** How a part of the page is drawn in the end, as `font-weight` or `color`. */
export function styleOf(part: Locator, property: string): Promise<string> {
  return part.evaluate(
    (each, name) => (globalThis as unknown as Window).getComputedStyle(each).getPropertyValue(name),
    property,
  )
}
