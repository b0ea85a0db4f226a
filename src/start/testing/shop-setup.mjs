import { ensureChromium, findChromium } from '../chromium.mjs'
import { owner, startShop } from './shop.mjs'

/** One production shop with the demo catalogue for all browser journeys of the run. */
export default async function setup({ provide }) {
  ensureChromium()
  const shop = await startShop()
  provide('shopUrl', shop.url)
  provide('databaseUrl', shop.databaseUrl)
  provide('owner', owner)
  provide('chromium', findChromium())
  return shop.stop
}
