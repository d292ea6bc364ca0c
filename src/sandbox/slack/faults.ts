import type { Json } from './json.ts'

export type Fault =
  | { readonly kind: '429'; readonly retryAfter: number }
  | { readonly kind: '500' }
  /** Never answers; the caller's own time limit must end the wait. */
  | { readonly kind: 'hang' }
  /** Does what was asked, then cuts the connection before the answer. */
  | { readonly kind: 'dropAnswer' }
  /** Cuts the connection without doing anything. */
  | { readonly kind: 'refuse' }
  /** Answers 200 with this error code, as Slack does when it refuses. */
  | { readonly kind: 'error'; readonly error: string }

export type FaultWish = Fault | Exclude<Fault['kind'], '429' | 'error'>

export type Faults = {
  /** Let the next calls (one, if no number is given) of the method fail so; only those whose arguments fit, if asked. */
  readonly next: (
    method: string | RegExp,
    fault: FaultWish,
    times?: number,
    when?: (args: Json) => boolean,
  ) => void
  readonly clear: () => void
  /** The whole of Slack is unreachable, for the bot and for its people, until `up`. */
  readonly down: () => void
  readonly up: () => void
  readonly isDown: () => boolean
  /** Every gesture reaches the bot only when Slack has given up waiting for its answer, until `prompt`. */
  readonly slow: () => void
  readonly prompt: () => void
  readonly isSlow: () => boolean
  readonly take: (method: string, args: Json) => Fault | undefined
}

type Order = {
  readonly method: string | RegExp
  readonly fault: Fault
  readonly when: (args: Json) => boolean
  left: number
}

/** Failures that tests order in advance. The first order that fits a call is used up by it. */
export function createFaults(): Faults {
  let orders: Order[] = []
  let down = false
  let slow = false

  function take(method: string, args: Json): Fault | undefined {
    const order = orders.find((each) => fits(each.method, method) && each.when(args))
    if (!order) return undefined
    order.left -= 1
    orders = orders.filter((each) => each.left > 0)
    return order.fault
  }

  return {
    next(method, wish, times = 1, when = () => true) {
      const fault = typeof wish === 'string' ? { kind: wish } : wish
      orders.push({ method, fault, left: times, when })
    },
    clear() {
      orders = []
      down = false
      slow = false
    },
    down() {
      down = true
    },
    up() {
      down = false
    },
    isDown: () => down,
    slow() {
      slow = true
    },
    prompt() {
      slow = false
    },
    isSlow: () => slow,
    take,
  }
}

function fits(wanted: string | RegExp, method: string): boolean {
  return typeof wanted === 'string' ? wanted === method : wanted.test(method)
}
