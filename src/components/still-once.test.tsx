import { expect, test, vi } from 'vitest'
import { markets } from '#domain/markets'
import type { Shop } from './shop'
import { stillOnce } from './still-once'

const shopOf = (id: 'eu' | 'it'): Shop => ({ market: markets[id], t: (key) => `${id}: ${key}` })
const eu = shopOf('eu')

interface Props {
  shop: Shop
  holds: unknown
}

/** A part, and how often it was drawn. */
const makePart = () =>
  vi.fn(({ shop, holds }: Props) => <p>{`${shop.t('nav.home')}, ${JSON.stringify(holds)}`}</p>)

const textOf = (part: ReturnType<typeof makePart>, shop: Shop, holds: unknown): string =>
  stillOnce(part, { shop, holds }).dangerouslySetInnerHTML.__html

test('the same is drawn once; another market, thing that it holds or part is another', () => {
  const [card, footer] = [makePart(), makePart()]
  const first = textOf(card, eu, { price: 1, sizes: ['42'] })
  expect(textOf(card, eu, { price: 1, sizes: ['42'] })).toBe(first)
  expect(first).toContain('eu: nav.home')
  expect(card).toHaveBeenCalledTimes(1)
  for (const [shop, holds] of [
    [eu, { price: 2, sizes: ['42'] }],
    [eu, { price: 1, sizes: ['42', '43'] }],
    [shopOf('it'), { price: 1, sizes: ['42'] }],
  ] as const)
    expect(textOf(card, shop, holds)).not.toBe(first)
  expect(card).toHaveBeenCalledTimes(4)
  textOf(footer, eu, { price: 1, sizes: ['42'] })
  expect(footer).toHaveBeenCalledTimes(1)
})

test('what nobody has asked for in a long while is forgotten, what is asked for again is not', () => {
  const part = makePart()
  textOf(part, eu, 'kept')
  textOf(part, eu, 'left')
  for (let index = 0; index < 1_600; index += 1) {
    textOf(part, eu, index)
    textOf(part, eu, 'kept')
  }
  expect(part).toHaveBeenCalledTimes(1_602)
  textOf(part, eu, 'kept')
  expect(part).toHaveBeenCalledTimes(1_602)
  textOf(part, eu, 'left')
  expect(part).toHaveBeenCalledTimes(1_603)
})
