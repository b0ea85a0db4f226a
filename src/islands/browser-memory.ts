import type { StorageKey } from '#domain/kept-keys'

/** What this browser keeps under a key; nothing where it keeps none, or keeps nothing at all. */
export function recall(key: StorageKey): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined
  } catch {
    return undefined
  }
}

/** Answers whether it is kept: a browser may keep nothing. */
export function memorize(key: StorageKey, value: string): boolean {
  try {
    localStorage.setItem(key, value)
    return true
  } catch {
    return false
  }
}

export function forget(key: StorageKey): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}
