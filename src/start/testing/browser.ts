import {
  chromium,
  devices,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
} from 'playwright-core'
import { afterAll, afterEach, inject } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /** The production shop of the browser journeys, with the demo catalogue. */
    shopUrl: string
    databaseUrl: string
    /** The double of Stripe that the shop pays by. */
    stripeUrl: string
    mapUrl: string
    /** A stopped data directory with the demo catalogue, for a test that starts and kills a shop. */
    spareData: string
    /** Seconds from the command to the shop that answers. */
    startTimes: { first: number; later: number }
    owner: { email: string; password: string }
    /** Everything, however long it takes. */
    isFull: boolean
    chromium: string
  }
}

const flags = [
  '--disable-gpu',
  // Letters as wide as they are drawn, as on every screen of today.
  '--font-render-hinting=none',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

let browser: Promise<Browser> | undefined
let contexts: BrowserContext[] = []

const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: inject('chromium'),
    chromiumSandbox: process.getuid?.() !== 0,
    args: flags,
  })

/**
 * A visitor of their own: fresh cookies, the shop's address as base, without the worker of the offline page, which a test
 * of it allows. Closed after the test.
 */
export async function newVisitor(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  browser ??= launch()
  const context = await (
    await browser
  ).newContext({ baseURL: inject('shopUrl'), locale: 'en-GB', serviceWorkers: 'block', ...options })
  contexts.push(context)
  return context
}

export const onPhone = (options: BrowserContextOptions = {}): BrowserContextOptions => ({
  ...devices['Pixel 7'],
  ...options,
})

afterEach(async () => {
  await Promise.all(contexts.map((context) => context.close()))
  contexts = []
})

afterAll(async () => {
  await (await browser)?.close()
  browser = undefined
})
