import { beforeEach, vi } from 'vitest'

/**
 * For files that ask which pages a change has dropped, as their setup and for them to import: Next.js is the outside here,
 * its cache is replaced by a list of the tags that were dropped since the test began.
 */
const shared = vi.hoisted(() => {
  vi.stubEnv('NEXT_RUNTIME', 'nodejs')
  const place = Symbol.for('test.dropped-tags')
  const kept = globalThis as { [place]?: Set<string> }
  return (kept[place] ??= new Set<string>())
})
vi.mock('next/cache', () => ({
  revalidateTag: (tag: string) => shared.add(tag),
  unstable_cache: (read: () => Promise<unknown>) => read,
}))

beforeEach(() => shared.clear())

export const dropped: Set<string> = shared
