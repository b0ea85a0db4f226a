import { expect, test } from 'vitest'
import { markets } from '#domain/markets'
import en from '#messages/en'
import { checkoutProblems } from './checkout-problems'
import { lightWords } from './light-words'
import { walletProblem } from './wallet-problem'

const shop = { market: markets.eu, t: lightWords('en', en) }
const other = walletProblem(shop, { code: 'something.else' }, 'cart').words

test.each([...checkoutProblems, 'offline'])('%s is said in words of its own, as by the form', (code) => {
  const { words } = walletProblem(shop, { code }, 'checkout')
  expect(words).not.toBe(other)
  expect(words).not.toMatch(/^checkout\./)
})

test.each(['launch.limit', 'launch.not-yet'])('%s leads to the bag, which says of which pair', (code) => {
  expect(walletProblem(shop, { code }, 'checkout').link?.href).toBe('/cart')
})
