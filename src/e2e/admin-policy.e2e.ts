import type { BrowserContext } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { newVisitor } from '../start/testing/browser'
import { complaintsOf, violationsOf } from './access'
import { adminScreens } from './admin-screens'
import { enterAs } from './staff'

const isFull = inject('isFull')
/** Of so many screens a gate opens one: it takes a second or more for each. */
const share = 4

/** `script-src 'self' 'nonce-…'` and nothing after it. */
const strict = /script-src 'self' 'nonce-[A-Za-z0-9+/=]{20,}';/

/** Opens the screens one after another as a person would, and says what was wrong with them. */
async function walk(visitor: BrowserContext, screens: readonly string[]): Promise<string[]> {
  const page = await visitor.newPage()
  const complaints = complaintsOf(page)
  const violations = await violationsOf(page)
  const wrong: string[] = []
  for (const screen of screens) {
    const answer = await page.goto(screen, { waitUntil: 'networkidle' })
    const policy = answer?.headers()['content-security-policy'] ?? ''
    if (answer?.status() !== 200) wrong.push(`${screen} was answered ${answer?.status()}`)
    if (!strict.test(policy)) wrong.push(`${screen} has the policy ${policy}`)
    if ((await page.locator('.template-default, .template-minimal').count()) === 0)
      wrong.push(`${screen} is not drawn`)
  }
  return [...wrong, ...violations, ...complaints]
}

test(`an owner opens ${isFull ? 'every screen' : 'every fourth screen'} of the admin: each under its policy, drawn, without an error`, async () => {
  const visitor = await newVisitor({ viewport: { width: 1440, height: 900 } })
  await enterAs(await visitor.newPage(), inject('owner'))
  const all = await adminScreens()
  expect(all.length).toBeGreaterThan(100)
  const screens = isFull ? all : all.filter((_, index) => index % share === 0)
  const halves = [0, 1].map((half) => screens.filter((_, index) => index % 2 === half))
  expect((await Promise.all(halves.map((half) => walk(visitor, half)))).flat()).toEqual([])
}, 600_000)
