import { askMe } from './me'

const key = 'molini-size'

/** The size somebody last put into the bag, in this browser alone. */
export function rememberSize(size: string | undefined): void {
  try {
    if (size) localStorage.setItem(key, size)
  } catch {
    // A browser that keeps nothing preselects nothing.
  }
}

function remembered(): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined
  } catch {
    return undefined
  }
}

/** The customer's own size, else the remembered one. */
export async function mySize(): Promise<string | undefined> {
  const kept = remembered()
  return (await askMe())?.mySize ?? kept
}
