import { AsyncLocalStorage } from 'node:async_hooks'

/**
 * Stands in for the cache of Next.js, which is the outside here: a map that nothing but a test drops, so that what pages share
 * is read once. One read within another passes it by.
 */
const within = new AsyncLocalStorage<boolean>()
const kept = new Map<string, Promise<unknown>>()

export const revalidateTag = (): void => undefined

export const unstable_cache = (read: () => Promise<unknown>, key: string[]) => (): Promise<unknown> => {
  if (within.getStore()) return read()
  const name = key.join('\n')
  const found = kept.get(name) ?? within.run(true, read)
  kept.set(name, found)
  return found
}

export const forgetReads = (): void => kept.clear()
