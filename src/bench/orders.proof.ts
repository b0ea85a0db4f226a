import { beforeAll, expect, test } from 'vitest'
import { env } from '#env'
import { ledgerProblems } from '#services/ledger-problems'
import { addProvider } from '#services/payments/providers'
import { kindsOfSteps, runOrderModel } from '../services/testing/order-model'
import { makeProvider } from '../services/testing/provider'
import { makeProduct } from '../services/testing/shop-rows'
import { getTestRequest } from '../start/testing/payload'

const sequences = env.MOLINI_PROOF === 'full' ? 10_000 : 1_000
/** Sequences at once: each has its own order and sizes, and they share the pool as buyers do. */
const lanes = 4

const { provider } = makeProvider('proof-card')
beforeAll(() => addProvider(provider))

test(`${sequences} stories of an order leave it sound`, { timeout: 7_200_000 }, async () => {
  const newShop = async () => {
    const req = await getTestRequest()
    const { variants } = await makeProduct(req, { stock: [4, 2], price: 9_999 })
    return { req, variants: variants.map(({ id }) => id) }
  }
  const lane = (index: number) =>
    runOrderModel({
      ...{ seed: 20_261_127 + index, numRuns: sequences / lanes },
      ...{ provider: provider.id, makeReq: getTestRequest, newShop },
    })
  const runs = await Promise.all(Array.from({ length: lanes }, (_, index) => lane(index)))
  expect(kindsOfSteps.filter((kind) => !runs.some((run) => run.has(kind)))).toEqual([])
  expect(await ledgerProblems(await getTestRequest())).toEqual([])
})
