import { timingSafeEqual } from 'node:crypto'
import { beforeEach, expect, test, vi } from 'vitest'
import { bearsSecret } from './bearer'

vi.mock('node:crypto', async (load) => {
  const real = await load<{ timingSafeEqual: typeof timingSafeEqual }>()
  return { ...real, timingSafeEqual: vi.fn(real.timingSafeEqual) }
})
const compare = vi.mocked(timingSafeEqual)
beforeEach(() => void compare.mockClear())

const secret = 'only-for-tests-and-never-for-a-shop'
const bears = (authorization?: string) =>
  bearsSecret(new Request('http://shop.test/', { headers: authorization ? { authorization } : {} }), secret)

const wrong = [
  ['nothing', undefined],
  ['no secret', 'Bearer'],
  ['one letter', 'Bearer o'],
  ['all but the last letter', `Bearer ${secret.slice(0, -1)}`],
  ['another last letter', `Bearer ${secret.slice(0, -1)}S`],
  ['another first letter', `Bearer O${secret.slice(1)}`],
  ['one letter more', `Bearer ${secret}s`],
  ['the same twice', `Bearer ${secret}${secret}`],
  ['another scheme', `Basic ${secret}`],
] as const

test.each(wrong)('refused: %s; what is compared is of one length, whatever was given', (_what, given) => {
  expect(bears(given)).toBe(false)
  expect(compare.mock.calls.map((sides) => sides.map(({ byteLength }) => byteLength))).toEqual([[32, 32]])
})

test('let in: the secret itself, compared the same way', () => {
  expect(bears(`Bearer ${secret}`)).toBe(true)
  expect(compare.mock.calls.map((sides) => sides.map(({ byteLength }) => byteLength))).toEqual([[32, 32]])
})
