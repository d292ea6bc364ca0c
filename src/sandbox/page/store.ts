import { useSyncExternalStore } from 'react'

/** A value of the page's own that outlives a reload. */
export interface Store<Value> {
  readonly get: () => Value
  readonly change: (change: (value: Value) => Value) => void
  readonly subscribe: (changed: () => void) => () => void
}

/** Keeps a value in the browser's storage under one key; `parse` gives the value for whatever stands there, null for nothing. */
export function createStore<Value>(
  storage: Storage,
  key: string,
  parse: (json: unknown) => Value,
): Store<Value> {
  let value = parse(storedJson(storage, key))
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    change(change) {
      const changed = change(value)
      if (changed === value) return
      value = changed
      storage.setItem(key, JSON.stringify(value))
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The value now; the component is drawn again whenever it changes. */
export function useStore<Value>(store: Store<Value>): Value {
  return useSyncExternalStore(store.subscribe, store.get)
}

function storedJson(storage: Storage, key: string): unknown {
  try {
    return JSON.parse(storage.getItem(key) ?? 'null')
  } catch {
    return null
  }
}
