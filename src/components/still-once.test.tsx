import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { env } from '#env'
import { markets } from '#domain/markets'
import type { Shop } from './shop'
import { stillOnce } from './still-once'

const shopOf = (id: 'eu' | 'it'): Shop => ({ market: markets[id], t: (key) => `${id}: ${key}` })
const eu = shopOf('eu')

const isProduction = vi.spyOn(env, 'isProduction', 'get')
afterEach(() => void isProduction.mockReset())
afterAll(() => isProduction.mockRestore())
const inProduction = () => isProduction.mockReturnValue(true)

function once(part: string, shop: Shop, holds: unknown) {
  const draw = vi.fn(() => <p>{`${part}, ${shop.t('word')}, ${JSON.stringify(holds)}`}</p>)
  const { __html: html } = stillOnce(part, { shop, holds }, draw).dangerouslySetInnerHTML
  return { html, times: draw.mock.calls.length }
}

test('the same is drawn once; another part, market or thing that it holds is another', () => {
  inProduction()
  const first = once('card', eu, { price: 1, sizes: ['42'] })
  expect(first).toEqual({ html: expect.stringContaining('eu: word'), times: 1 })
  expect(once('card', eu, { price: 1, sizes: ['42'] })).toEqual({ html: first.html, times: 0 })
  for (const other of [
    once('card', eu, { price: 2, sizes: ['42'] }),
    once('card', eu, { price: 1, sizes: ['42', '43'] }),
    once('card', shopOf('it'), { price: 1, sizes: ['42'] }),
    once('footer', eu, { price: 1, sizes: ['42'] }),
  ]) {
    expect(other.times).toBe(1)
    expect(other.html).not.toBe(first.html)
  }
})

test('what nobody has asked for in a long while is forgotten, what is asked for again is not', () => {
  inProduction()
  once('kept', eu, 'a')
  once('left', eu, 'a')
  for (let index = 0; index < 1_600; index += 1) {
    once('crowd', eu, index)
    once('kept', eu, 'a')
  }
  expect(once('kept', eu, 'a').times).toBe(0)
  expect(once('left', eu, 'a').times).toBe(1)
})

test('while one works at it everything is drawn anew', () => {
  expect(once('work', eu, 1).times).toBe(1)
  expect(once('work', eu, 1).times).toBe(1)
})
