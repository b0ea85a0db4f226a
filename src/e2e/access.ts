import type { Page } from 'playwright-core'
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

interface Found {
  violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[]
}

/** What axe finds wrong with the page as it is now, or with what is `within` it, one line an element; empty when nothing is. */
export async function faultsOf(page: Page, within = 'html'): Promise<string[]> {
  // What slides or fades in is judged when it has arrived, or was taken away on its way; what turns for ever never arrives.
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
        .map(({ finished }) => finished),
    ),
  )
  // It is half a megabyte, and is there still where the page was looked at before.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  const { violations } = (await page.evaluate(
    ([values, root]) =>
      (window as unknown as { axe: { run: (root: unknown, options: object) => Promise<unknown> } }).axe.run(
        root === 'html' ? document : root,
        { runOnly: values, resultTypes: ['violations'] },
      ),
    [rules, within] as const,
  )) as Found
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${page.url()} ${id}: ${html.slice(0, 200)} ${failureSummary}`),
  )
}

/** The same in light and in dark, which each line says; the page is left in dark. */
export async function faultsInBoth(page: Page): Promise<string[]> {
  const faults: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    faults.push(...(await faultsOf(page)).map((fault) => `${colorScheme}: ${fault}`))
  }
  return faults
}

/** Pixels that the page is wider than its window. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** Collects what the page complains about in its console, and answers that are errors. */
export function complaintsOf(page: Page): string[] {
  const found: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error')
      found.push(`${page.url()} ${message.text()} ${message.location().url}`.trim())
  })
  page.on('pageerror', (error) => found.push(`${page.url()} ${error.message}`))
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? ''
    if (!reason.includes('ERR_ABORTED')) found.push(`${request.url()} ${reason}`)
  })
  return found
}

/** Collects what the policy of a page kept from happening, from its next navigation on. */
export async function violationsOf(page: Page): Promise<string[]> {
  const found: string[] = []
  await page.exposeFunction('tellViolation', (text: string) => found.push(text))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { tellViolation } = window as unknown as { tellViolation: (text: string) => void }
      tellViolation(`${location.pathname} ${event.violatedDirective} ${event.blockedURI} ${event.sample}`)
    })
  })
  return found
}

/** Where shoppers come without anything in hand. */
export const openPages = [
  '/',
  '/c/men',
  '/c/women/f/size-39/colour-black',
  '/c/men/f/page-2',
  '/c/men/f/colour-pink,yellow/price-1-100',
  '/p/albona-derby-cognac',
  '/search?q=derby',
  '/search?q=zzzzqq',
  '/search?size=42',
  '/cart',
  '/checkout',
  '/find-order',
  '/orders/M-999999',
  '/account/register',
  '/account/sign-in',
  '/account/forgot',
  '/account/reset?token=none',
  '/size-guide',
  '/stores',
  '/contact',
  '/newsletter',
  '/cookies',
  '/draw?done=asked',
  '/foot-ruler',
  '/wishlist',
  '/p/albona-derby-cognac/reviews',
  '/p/albona-derby-cognac/reviews/fit-true',
  '/journal',
  '/de/journal/suede-and-rain',
  '/it/journal/authors/livia-molini',
  '/returns',
  '/withdraw',
  '/imprint',
  '/privacy',
  '/de',
  '/de/c/women',
  '/de/p/albona-derby-cognac',
  '/it/c/men',
  '/us/c/kids',
  '/uk',
] as const
