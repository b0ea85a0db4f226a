import fc from 'fast-check'
import { expect, test } from 'vitest'
import { env } from '#env'
import { effectivePrice } from '#domain/campaigns'
import { priorPrice } from '#domain/price-history'
import {
  atHour,
  campaignsOf,
  histories,
  hour,
  recordsOf,
  regularAt,
  slowly,
  type History,
} from './price-histories'

const numRuns = env.MOLINI_PROOF === 'full' ? 100_000 : 10_000
const euro = (amount: number) => ({ amount, currency: 'EUR' as const })

const priceOf = (history: History) =>
  effectivePrice(euro(regularAt(history, history.now)), campaignsOf(history), atHour(history.now))

test(`${numRuns} histories: price, start of the reduction and 30-day low agree with looking at every hour`, () => {
  const seen = { reduced: 0, lows: 0 }
  fc.assert(
    fc.property(histories, (history) => {
      const { price, campaign } = priceOf(history)
      const prior = priorPrice(recordsOf(history))
      const right = slowly(history)
      seen.reduced += right.reduced ? 1 : 0
      seen.lows += right.lowest30 === undefined ? 0 : 1
      return (
        price.amount === right.price &&
        (campaign !== undefined) === right.reduced &&
        prior?.since.getTime() ===
          (right.since === undefined ? undefined : atHour(0).getTime() + right.since * hour) &&
        prior?.lowest30 === right.lowest30
      )
    }),
    { numRuns, seed: 20_260_101 },
  )
  // A proof over histories without reductions would prove nothing.
  expect(seen.reduced).toBeGreaterThan(numRuns / 10)
  expect(seen.lows).toBeGreaterThan(numRuns / 20)
})

test(`${numRuns} histories: the order of campaigns does not matter, and no price is above the regular one or nothing`, () =>
  fc.assert(
    fc.property(histories, (history) => {
      const { price, regular, campaign } = priceOf(history)
      const turned = { ...history, campaigns: history.campaigns.toReversed() }
      return (
        priceOf(turned).price.amount === price.amount &&
        price.amount <= regular.amount &&
        price.amount > 0 &&
        Number.isSafeInteger(price.amount) &&
        (campaign === undefined) === (price.amount === regular.amount)
      )
    }),
    { numRuns, seed: 20_260_102 },
  ))
