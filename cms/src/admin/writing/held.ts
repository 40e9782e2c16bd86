// SPDX-License-Identifier: AGPL-3.0-or-later

/** One value outside of the components, for `useSyncExternalStore`. */
export const createHeld = <T>() => {
  let value: T | undefined
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set: (next: T | undefined): void => {
      value = next
      listeners.forEach((tell) => tell())
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
