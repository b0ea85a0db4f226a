import { expect, test, vi } from 'vitest'

const reads = vi.hoisted(() => {
  vi.stubEnv('NEXT_RUNTIME', 'nodejs')
  return [] as { key: string[]; revalidate: number }[]
})
vi.mock('next/cache', () => ({
  revalidateTag: () => undefined,
  unstable_cache: (read: () => Promise<unknown>, key: string[], { revalidate }: { revalidate: number }) => {
    reads.push({ key, revalidate })
    return read
  },
}))
const { cached, dropAtOnce, endPageIn, invalidate, pastNext } = await import('./cache')

test('a page ends when what it says is true no longer, and never later than any other', async () => {
  await cached(['a'], ['site'], () => Promise.resolve(1))
  await endPageIn(42, ['promise', 'eu'], ['site'])
  await endPageIn(90_000, ['promise', 'de'], ['site'])
  expect(reads.map(({ revalidate }) => revalidate)).toEqual([300, 42, 300])
  expect(new Set(reads.map(({ key }) => key.join())).size).toBe(3)
})

test('what work past Next.js has invalidated is dropped when it ends, also when it fails, and at once when it says so', async () => {
  const dropped: string[][] = []
  const drop = (tags: string[]) => Promise.resolve(void dropped.push(tags))
  const work = async () => {
    invalidate('site')
    invalidate('site')
    await dropAtOnce()
    expect(dropped).toEqual([['site']])
    await dropAtOnce()
    invalidate('pages')
    throw new Error('later')
  }
  await expect(pastNext(work, drop)).rejects.toThrow('later')
  expect(dropped).toEqual([['site'], ['pages']])
  expect(await pastNext(() => Promise.resolve(1), drop)).toBe(1)
  expect(dropped).toHaveLength(2)
})
