import { setTimeout as pause } from 'node:timers/promises'
import type { BrowserContext, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { newVisitor } from '../start/testing/browser'
import { complaintsOf, faultsInBoth, faultsOf, openPages, overflowOf, violationsOf } from './access'
import { guestPages, isOf, ownRoutes, shopperPages } from './own-pages'

/** Without motion, a page that has come is at rest: nothing is judged half way between two colours. */
const wide = { viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' } as const
const narrow = { width: 320, height: 640 }
/** Milliseconds for one page on a busy machine, all that is asked of it included. */
const patience = 30_000

/** Pages with colours that no other page has: the fields of a card, a picture to scan, the state of an order. */
const ownColours = ['/orders/[number]', '/orders/[number]/pay', '/account/second-factor']

interface Visit {
  visitor: BrowserContext
  path: string
}

/** What is wrong with the page once it has come, wide and narrow. */
async function faultsAt(page: Page, path: string): Promise<string[]> {
  const answer = await page.goto(path, { timeout: patience })
  const found = answer?.status() === 200 ? [] : [`was answered ${answer?.status()}`]
  if (new URL(page.url()).pathname !== new URL(path, page.url()).pathname) found.push(`led to ${page.url()}`)
  const isColoured = ownColours.some((route) => isOf(route, path))
  found.push(...(await (isColoured ? faultsInBoth(page) : faultsOf(page))))
  await page.setViewportSize(narrow)
  const pixels = await overflowOf(page)
  return pixels > 0 ? [...found, `is wider than ${narrow.width} pixels by ${pixels}`] : found
}

/** Looks at one page in a tab of its own; one that is late is named, and held against nobody else. */
async function look({ visitor, path }: Visit): Promise<string[]> {
  const page = await visitor.newPage()
  const complaints = complaintsOf(page)
  const violations = await violationsOf(page)
  const isOver = new AbortController()
  const late = pause(patience, [`is not looked through within ${patience} ms`], { signal: isOver.signal })
  const found = await Promise.race([
    faultsAt(page, path).catch((error: unknown) => [`failed: ${String(error)}`]),
    late.catch(() => []),
  ])
  isOver.abort()
  await page.close()
  return [...found, ...complaints, ...violations].map((fault) => `${path}: ${fault}`)
}

async function lookAtAll(visits: readonly Visit[]): Promise<string[]> {
  const [found, left] = [[] as string[], [...visits]]
  const worker = async () => {
    for (let visit = left.shift(); visit; visit = left.shift()) found.push(...(await look(visit)))
  }
  await Promise.all([worker(), worker()])
  return found
}

test('every page that is made for one person has no fault by WCAG 2.2 AA, no error, nothing that its policy forbids, and fits 320 pixels', async () => {
  const [shopper, guest] = [await newVisitor(wide), await newVisitor(wide)]
  const { own, mailed } = await shopperPages(shopper)
  const visits = [
    ...own.map((path) => ({ visitor: shopper, path })),
    ...[...(await guestPages(guest)), ...mailed].map((path) => ({ visitor: guest, path })),
  ]
  const walked = [...visits.map(({ path }) => path), ...openPages]
  const routes = ownRoutes()
  expect(routes.length).toBeGreaterThan(30)
  expect(routes.filter((route) => !walked.some((path) => isOf(route, path)))).toEqual([])
  expect(await lookAtAll(visits)).toEqual([])
}, 240_000)
