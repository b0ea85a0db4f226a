import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureChromium, findChromium } from '../chromium.mjs'
import { startStripeDouble } from '../../services/payments/testing/stripe-double.ts'
import { startIssuer } from '../../services/testing/issuer-double.ts'
import { startPhotonDouble } from '../../services/address-search/testing/photon-double.ts'
import { owner, startShop } from './shop.mjs'

async function timed(work) {
  const begun = performance.now()
  const result = await work()
  return [result, (performance.now() - begun) / 1000]
}

/**
 * One production shop with the demo catalogue for all browser journeys of the run: started from nothing,
 * stopped, started again. A copy of its stopped data stays aside for tests that crash it.
 */
export default async function setup({ provide }) {
  ensureChromium()
  const root = mkdtempSync(join(tmpdir(), 'molini-shop-'))
  chmodSync(root, 0o711) // as root the database user has to pass through
  const dataDir = join(root, 'data')
  const stripe = await startStripeDouble()
  const map = await startPhotonDouble()
  const issuer = await startIssuer()
  const environment = { ...stripe.environment, ...issuer.environment, ADDRESS_SEARCH_URL: map.url }
  const [first, firstStart] = await timed(() => startShop({ dataDir, environment }))
  await first.stop()
  execFileSync('cp', ['-a', dataDir, join(root, 'spare')]) // keeps owners, which Postgres insists on
  const [shop, laterStart] = await timed(() => startShop({ dataDir, environment }))
  stripe.setWebhookUrl(`${shop.url}/api/store/payments/stripe/webhook`)
  provide('shopUrl', shop.url)
  provide('databaseUrl', shop.databaseUrl)
  provide('spareData', join(root, 'spare'))
  provide('startTimes', { first: firstStart, later: laterStart })
  provide('stripeUrl', stripe.url)
  provide('mapUrl', map.url)
  provide('owner', owner)
  provide('isFull', process.env.MOLINI_PROOF === 'full')
  provide('chromium', findChromium())
  return async () => {
    await shop.stop()
    await stripe.stop()
    await map.stop()
    await issuer.stop()
    rmSync(root, { recursive: true, force: true })
  }
}
