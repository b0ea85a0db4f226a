import { expect, test } from 'vitest'
import { batched } from './batch'

test('what is asked for in one turn is read at once, each key once', async () => {
  const asked: string[][] = []
  const read = batched(async (keys) => {
    asked.push(keys)
    return new Map(keys.filter((key) => key !== 'c').map((key) => [key, key.toUpperCase()]))
  })
  expect(await Promise.all([read('a'), read('b'), read('a'), read('c')])).toEqual(['A', 'B', 'A', undefined])
  expect(await read('d')).toBe('D')
  expect(asked).toEqual([['a', 'b', 'c'], ['d']])
})
