import { randomInt } from 'node:crypto'

/** A customer who does not exist. */
export interface Customer {
  readonly phone: string
  /** By language, so that a form reads as it would. */
  readonly name: { readonly zh: string; readonly en: string }
}

/** Somebody new each time: the same person in two playings would be a customer who complains again. */
export function inventCustomer(): Customer {
  const digits = String(randomInt(1_000_000)).padStart(6, '0')
  return { phone: `13800${digits}`, name: { zh: '张小明', en: 'Zhang Xiaoming' } }
}
