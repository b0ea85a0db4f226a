import {
  chromium,
  devices,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
} from 'playwright-core'
import { inject } from 'vitest'
import { ofShop } from './journey-shop'

declare module 'vitest' {
  interface ProvidedContext {
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

/** The one before, or another where that has died. */
async function running(before: Promise<Browser> | undefined): Promise<Browser> {
  const one = await before
  return one?.isConnected() ? one : launch()
}

/**
 * A visitor of their own: fresh cookies, the shop's address as base, without the worker of the offline page, which a test
 * of it allows. Closed after the test.
 */
export async function newVisitor(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  browser = running(browser)
  const context = await (
    await browser
  ).newContext({ baseURL: ofShop('shopUrl'), locale: 'en-GB', serviceWorkers: 'block', ...options })
  contexts.push(context)
  return context
}

export const onPhone = (options: BrowserContextOptions = {}): BrowserContextOptions => ({
  ...devices['Pixel 7'],
  ...options,
})

/** After each test. The browser itself stays, and ends with the process: the next file goes on with it. */
export async function closeVisitors(): Promise<void> {
  await Promise.all(contexts.map((context) => context.close()))
  contexts = []
}
