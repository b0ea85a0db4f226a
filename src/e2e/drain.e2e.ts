import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { startShop } from '../start/testing/shop.mjs'
import { ofShop } from '../start/testing/journey-shop'

test('a shop that is told to stop answers fifty busy requests first, and is gone within 30 seconds', async () => {
  const shop = await startShop({ dataDir: ofShop('spareData') })
  await (await fetch(`${shop.url}/api/store/products`)).json()
  const answers = Array.from({ length: 50 }, async (_, at) => {
    const answer = await fetch(`${shop.url}/api/store/products?limit=100&minPrice=${at}`)
    const { products } = (await answer.json()) as { products: unknown[] }
    return answer.status === 200 && products.length > 0
  })
  await pause(150)
  const begun = performance.now()
  const stopped = shop.stop()
  expect(await Promise.all(answers)).toEqual(Array.from({ length: 50 }, () => true))
  await stopped
  expect(performance.now() - begun).toBeLessThan(30_000)
  await expect(fetch(shop.url)).rejects.toThrow()
})
