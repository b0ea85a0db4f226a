import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureChromium, findChromium } from '../chromium.mjs'
import { startStripeDouble } from '../../services/payments/testing/stripe-double.ts'
import { startIssuer } from '../../services/testing/issuer-double.ts'
import { startPhotonDouble } from '../../services/address-search/testing/photon-double.ts'
import { shareSetup } from './share-setup.mjs'
import { owner, startShop } from './shop.mjs'

async function timed(work) {
  const begun = performance.now()
  const result = await work()
  return [result, (performance.now() - begun) / 1000]
}

/** The services that a shop asks, and how it is told of them. */
async function openServices() {
  const [stripe, map, issuer] = await Promise.all([startStripeDouble(), startPhotonDouble(), startIssuer()])
  return {
    stripe,
    map,
    environment: { ...stripe.environment, ...issuer.environment, ADDRESS_SEARCH_URL: map.url },
    close: () => Promise.all([stripe.stop(), map.stop(), issuer.stop()]),
  }
}

/** Keeps owners, which Postgres insists on. */
const copy = (from, to) => execFileSync('cp', ['-a', from, to])

async function startOne(root, index, { environment, stripe, map }) {
  const dataDir = join(root, `data-${index}`)
  const spareData = join(root, `spare-${index}`)
  for (const place of [dataDir, spareData]) copy(join(root, 'first'), place)
  const [shop, seconds] = await timed(() => startShop({ dataDir, environment }))
  stripe.setWebhookUrl(`${shop.url}/api/store/payments/stripe/webhook`)
  const { url: shopUrl, databaseUrl } = shop
  return {
    provided: { shopUrl, databaseUrl, spareData, stripeUrl: stripe.url, mapUrl: map.url },
    seconds,
    stop: shop.stop,
  }
}

/**
 * Production shops with the demo catalogue for all browser journeys of the run: one is started from nothing, stopped, and started
 * again; the others start on a copy of it. Another copy of the stopped data stays aside for tests that crash it.
 */
async function open(shopsAtOnce) {
  ensureChromium()
  const root = mkdtempSync(join(tmpdir(), 'molini-shop-'))
  chmodSync(root, 0o711) // as root the database user has to pass through
  const dataDir = join(root, 'first')
  const services = await Promise.all(Array.from({ length: shopsAtOnce }, openServices))
  const [first, firstStart] = await timed(() => startShop({ dataDir, environment: services[0].environment }))
  await first.stop()
  const shops = []
  for (const [index, one] of services.entries()) shops.push(await startOne(root, index, one))
  return {
    shops: shops.map(({ provided }) => provided),
    startTimes: { first: firstStart, later: Math.max(...shops.map(({ seconds }) => seconds)) },
    close: async () => {
      await Promise.all(shops.map(({ stop }) => stop()))
      await Promise.all(services.map(({ close }) => close()))
      rmSync(root, { recursive: true, force: true })
    },
  }
}

/** As many as journeys of this run go on beside each other. */
const shopsFor = ({ vitest }) =>
  Math.max(
    ...vitest.projects.filter(({ name }) => name.startsWith('e2e')).map(({ config }) => config.maxWorkers),
  )

export default async function setup(project) {
  const { opened, leave } = await shareSetup('test.journeys', () => open(shopsFor(project)))
  const { provide } = project
  provide('shops', opened.shops)
  provide('startTimes', opened.startTimes)
  provide('owner', owner)
  provide('isFull', process.env.MOLINI_PROOF === 'full')
  provide('chromium', findChromium())
  return leave
}
