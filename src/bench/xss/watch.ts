import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { findChromium } from '../../start/chromium.mjs'

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: findChromium(),
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync'],
  })

export interface Watch {
  context: BrowserContext
  /** What a payload has run, with the address it ran at. */
  runs: string[]
  /** What would run at a click: attributes and addresses that a payload has got into. */
  traps: string[]
  /** How many pages have shown a payload at all. */
  shown: string[]
  visit: (path: string) => Promise<number>
  show: (html: string, name: string) => Promise<void>
}

/** In the page: elements that carry a payload where something would run. */
function trapsIn(): string[] {
  const leads = /^\s*(javascript:|data:text\/(html|javascript))/i
  const places = new Set(['href', 'src', 'action', 'formaction', 'data', 'srcdoc', 'xlink:href'])
  return [...document.querySelectorAll('*')].flatMap((element) =>
    [...element.attributes]
      .filter(
        ({ name, value }) =>
          (/^on/i.test(name) && value.includes('xss(')) ||
          (places.has(name.toLowerCase()) && leads.test(value) && value.includes('xss(')),
      )
      .map(({ name }) => `<${element.tagName.toLowerCase()} ${name}>`),
  )
}

/** A visitor whose browser tells of everything that a payload runs. No policy of ours helps: what holds is the escaping. */
export async function watch(browser: Browser, baseURL: string): Promise<Watch> {
  const context = await browser.newContext({
    ...{ baseURL, bypassCSP: true, serviceWorkers: 'block', viewport: { width: 1280, height: 900 } },
  })
  const [runs, traps, shown] = [[], [], []] as [string[], string[], string[]]
  await context.exposeBinding('xss', ({ frame }, which: unknown) => {
    runs.push(`${frame.url()} ran ${String(which)}`)
  })
  const page = await context.newPage()
  page.on('dialog', (dialog) => void dialog.dismiss())

  async function look(at: Page, name: string): Promise<void> {
    await at.waitForTimeout(250)
    const found = await at.evaluate(trapsIn)
    traps.push(...found.map((trap) => `${name} has ${trap}`))
    if ((await at.content()).includes('xss(')) shown.push(name)
  }

  return {
    ...{ context, runs, traps, shown },
    visit: async (path) => {
      const answer = await page.goto(path, { waitUntil: 'load' })
      if (path.startsWith('/admin'))
        await page.locator('.template-default, .template-minimal').first().waitFor({ timeout: 15_000 })
      await look(page, path)
      return answer?.status() ?? 0
    },
    show: async (html, name) => {
      await page.goto('about:blank')
      await page.setContent(html, { waitUntil: 'load' })
      await look(page, name)
    },
  }
}
