import { expect, test, vi } from 'vitest'

/** As a process has it that starts there. */
async function poolOn(place: { VERCEL?: string; isOnPlatform: boolean; isPooled: boolean }) {
  vi.resetModules()
  const { env } = await import('#env')
  Object.assign(env, place)
  const { pagePoolOptions, poolOptions } = await import('./pool')
  return [poolOptions().max, pagePoolOptions()?.max]
}

test.each([false, true])(
  'a function on Vercel has eight connections and never one, which would hang; pooled: %s',
  async (isPooled) => {
    expect(await poolOn({ VERCEL: '1', isOnPlatform: true, isPooled })).toEqual([8, undefined])
  },
)

test('a server has ten, and three for pages where nothing lies between', async () => {
  const server = { VERCEL: undefined, isOnPlatform: false }
  expect(await poolOn({ ...server, isPooled: false })).toEqual([10, 3])
  expect(await poolOn({ ...server, isPooled: true })).toEqual([10, undefined])
})
