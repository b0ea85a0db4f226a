import { beforeAll, expect, test } from 'vitest'
import { getTestRequest } from '../start/testing/payload'
import { ledgerProblems } from './ledger-problems'
import { addProvider } from './payments/providers'
import { kindsOfSteps, runOrderModel } from './testing/order-model'
import { makeProvider } from './testing/provider'
import { fillLegal } from './testing/legal'
import { makeProduct } from './testing/shop-rows'

const { provider } = makeProvider('model-card')
beforeAll(async () => {
  await fillLegal(await getTestRequest())
  return addProvider(provider)
})

test(
  'an order stays sound whatever buyers, staff, the provider and time do to it',
  { timeout: 300_000 },
  async () => {
    const accepted = await runOrderModel({
      ...{ numRuns: 100, seed: 7, provider: provider.id, makeReq: getTestRequest },
      newShop: async () => {
        const req = await getTestRequest()
        const { variants } = await makeProduct(req, { stock: [4, 2], price: 9_999 })
        return { req, variants: variants.map(({ id }) => id) }
      },
    })
    expect(kindsOfSteps.filter((kind) => !accepted.has(kind))).toEqual([])
    expect(await ledgerProblems(await getTestRequest())).toEqual([])
  },
)
