import type { Locator, Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { buyer } from '../bench/buyer'
import { httpClient } from '../bench/http-client'
import { noteFigures } from '../bench/scoreboard/note-figure'
import { newVisitor, onPhone } from '../start/testing/browser'
import { ofShop } from '../start/testing/journey-shop'
import { alive, findSizes } from './shopper'

const isFull = inject('isFull')
const rounds = isFull ? 5 : 3
const bars = { largestPaint: 2_500, layoutShift: 0.1, interaction: 200, home: 2_000 }

/** As slow as Lighthouse takes a phone to be: slow 4G, and a processor four times slower than this one. */
const slow4G = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
}
const slowdown = 4

interface Vitals {
  largestPaint: number
  layoutShift: number
  interaction: number
  /** How often somebody has done something, as the browser counts. */
  interactions: number
  load: number
}

interface Watched extends Window {
  vitals: Vitals
}

/** Runs in the page, before anything of it does. */
function watch(): void {
  const vitals = { largestPaint: 0, layoutShift: 0, interaction: 0, interactions: 0, load: 0 }
  ;(window as unknown as Watched).vitals = vitals
  const observe = (type: string, more: object, note: (entry: never) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => note(entry as never))).observe({
      ...{ type, buffered: true },
      ...more,
    })
  observe('largest-contentful-paint', {}, ({ startTime }: PerformanceEntry) => {
    vitals.largestPaint = startTime
  })
  observe('layout-shift', {}, (entry: { value: number; hadRecentInput: boolean }) => {
    if (!entry.hadRecentInput) vitals.layoutShift += entry.value
  })
  observe('event', { durationThreshold: 16 }, (entry: { duration: number; interactionId: number }) => {
    if (entry.interactionId) vitals.interaction = Math.max(vitals.interaction, entry.duration)
  })
  addEventListener('load', () => {
    vitals.load = performance.now()
  })
}

interface PageType {
  path: () => Promise<string> | string
  /** What people do there first. */
  act: (page: Page) => Promise<unknown>
  hasBag?: boolean
}

/** A finger on the glass, and nothing of what Playwright itself runs in a page while it taps an element. */
async function tap(page: Page, target: Locator): Promise<void> {
  await target.scrollIntoViewIfNeeded()
  const box = await target.boundingBox()
  if (!box) throw new Error('nothing to tap')
  await page.waitForTimeout(100)
  await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2)
}

const first = async () => `/p/${(await findSizes(1))[0]?.slug}`
const search = async (page: Page, words: string) => {
  const field = page.locator('input[type="search"]').locator('visible=true').first()
  await tap(page, field)
  await field.pressSequentially(words, { delay: 60 })
}

const pageTypes: Readonly<Record<string, PageType>> = {
  home: {
    path: () => '/',
    act: (page) =>
      tap(page, page.locator('header').locator('summary, button').locator('visible=true').first()),
  },
  product: {
    path: first,
    act: async (page) => {
      await alive(page)
      const sizes = page.locator('label:has(input[name="variantId"]:not([disabled]))')
      await tap(page, sizes.locator('visible=true').first())
    },
  },
  listing: {
    path: () => '/c/women',
    act: (page) => tap(page, page.locator('main summary, main button').locator('visible=true').first()),
  },
  search: { path: () => '/search?q=derby', act: (page) => search(page, ' boot') },
  cart: {
    path: () => '/cart',
    hasBag: true,
    act: (page) => tap(page, page.getByRole('button', { name: /^One more/ }).first()),
  },
  checkout: {
    path: () => '/checkout',
    hasBag: true,
    act: (page) => page.getByLabel('E-mail').pressSequentially('ada@example.org', { delay: 40 }),
  },
}

async function fullBag(): Promise<string> {
  const guest = buyer(httpClient(ofShop('shopUrl'), 1))
  const token = await guest.openCart()
  for (const { variant } of await findSizes(2)) await guest.add(token, variant.id)
  return token
}

/** A first visit: nothing is in the memory of the browser. */
async function visit({ path, act, hasBag }: PageType): Promise<Vitals> {
  const visitor = await newVisitor(onPhone())
  if (hasBag)
    await visitor.addCookies([{ name: 'molini-cart', value: await fullBag(), url: ofShop('shopUrl') }])
  const page = await visitor.newPage()
  const browser = await visitor.newCDPSession(page)
  await browser.send('Network.enable')
  await browser.send('Network.emulateNetworkConditions', slow4G)
  await browser.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  await page.addInitScript(watch)
  await page.goto(await path(), { waitUntil: 'load' })
  await page.waitForTimeout(500)
  const seen = await page.evaluate(() => (window as unknown as Watched).vitals)
  await act(page)
  await page.waitForTimeout(400)
  const acted = await page.evaluate(() => ({
    ...(window as unknown as Watched).vitals,
    interactions: (performance as unknown as { interactionCount: number }).interactionCount,
  }))
  await visitor.close()
  return { ...acted, largestPaint: seen.largestPaint }
}

const middle = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN

const chosen = Object.entries(pageTypes).slice(0, isFull ? 6 : 2)

test(`${chosen.map(([name]) => name).join(', ')} on a slow phone: seen, still and answering in time`, async (context) => {
  const faults: string[] = []
  const paints: number[] = []
  for (const [name, type] of chosen) {
    const seen: Vitals[] = []
    for (let round = 0; round < rounds; round += 1) seen.push(await visit(type))
    const of = (key: keyof Vitals) => middle(seen.map((one) => one[key]))
    const { largestPaint, layoutShift, interaction, load } = {
      ...{ largestPaint: of('largestPaint'), layoutShift: of('layoutShift') },
      ...{ interaction: of('interaction'), load: of('load') },
    }
    console.log(
      `${name}: largest paint ${largestPaint.toFixed(0)} ms, shift ${layoutShift.toFixed(3)}, interaction ${interaction} ms, loaded ${load.toFixed(0)} ms`,
    )
    paints.push(largestPaint)
    if (!(largestPaint > 0 && largestPaint < bars.largestPaint)) faults.push(`${name}: paint ${largestPaint}`)
    if (!(layoutShift < bars.layoutShift)) faults.push(`${name}: shift ${layoutShift}`)
    if (!(of('interactions') > 0 && interaction < bars.interaction))
      faults.push(`${name}: ${of('interactions')} interactions, ${interaction} ms`)
    if (name === 'home' && !(load < bars.home)) faults.push(`home: loaded after ${load}`)
  }
  noteFigures(context, { slowestPaint: Math.max(...paints) / 1_000 })
  expect(faults).toEqual([])
}, 600_000)
