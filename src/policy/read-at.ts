import type { z } from 'zod'
import type { Path } from './source.ts'

/** What stands at `path` in an unchecked value, if it is there and of that shape. Lets one check ignore others' faults. */
export function readAt<Shape extends z.ZodType>(
  shape: Shape,
  value: unknown,
  path: Path,
): z.infer<Shape> | undefined {
  const found = path.reduce<unknown>(property, value)
  return shape.safeParse(found).data
}

/** The items of a list in an unchecked value; none where there is no list. */
export function itemsAt(value: unknown, path: Path): unknown[] {
  const found = path.reduce<unknown>(property, value)
  return Array.isArray(found) ? found : []
}

function property(value: unknown, part: PropertyKey): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined
  return Reflect.get(value, part)
}
