import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { inject } from 'vitest'
import { ofShop } from '../start/testing/journey-shop'

/**
 * Until a screen of the admin has come to life and has nothing left to do: what is pressed or typed before, a slow machine
 * may lose.
 */
async function untilAlive(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll('button, input')].some((one) =>
      Object.keys(one).some((key) => key.startsWith('__reactProps')),
    ),
  )
  const untilIdle = () => new Promise<void>((done) => requestIdleCallback(() => done()))
  for (let round = 0; round < 3; round += 1) await page.evaluate(untilIdle)
}

/** Opens a page of the admin and waits until it has come to life. */
export async function openAdmin(page: Page, path: string): Promise<void> {
  await page.goto(path, { waitUntil: 'networkidle' })
  await untilAlive(page)
}

export async function reloadAdmin(page: Page): Promise<void> {
  await page.reload({ waitUntil: 'networkidle' })
  await untilAlive(page)
}

export async function signIn(page: Page, who: { email: string; password: string }): Promise<void> {
  await openAdmin(page, '/admin/login')
  await page.getByLabel('Email').fill(who.email)
  await page.getByLabel('Password').fill(who.password)
  await page.getByRole('button', { name: 'Login' }).click()
  await page.waitForURL(/\/admin\/?$/)
}

/** Signed in without the form, for a journey about something else: the form and the screen behind it take seconds. */
export async function enterAs({ request }: Page, data: Person): Promise<void> {
  const headers = { origin: ofShop('shopUrl') }
  const answer = await request.post('/api/users/login', { data, headers })
  if (!answer.ok()) throw new Error(`Signing in was answered ${answer.status()}`)
}

interface Person {
  email: string
  password: string
}

const sendRest = (path: string, method: string, body: object, cookie = '') =>
  fetch(`${ofShop('shopUrl')}/api${path}`, {
    method,
    headers: { 'content-type': 'application/json', origin: ofShop('shopUrl'), cookie },
    ...(method !== 'GET' && { body: JSON.stringify(body) }),
  })

/** The cookie of a member of staff who has signed in. */
export async function staffCookie(who: Person = inject('owner')): Promise<string> {
  const session = await sendRest('/users/login', 'POST', who)
  return session.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
}

/** A session of a member of staff on Payload's own REST; every answer must be a success. */
export async function staffRest(who: Person = inject('owner')) {
  const cookie = await staffCookie(who)
  return async (path: string, body: object = {}, method = 'POST'): Promise<Record<string, unknown>> => {
    const answer = await sendRest(path, method, body, cookie)
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path} was answered ${answer.status}: ${text.slice(0, 300)}`)
    return JSON.parse(text) as Record<string, unknown>
  }
}

/** The owner makes a colleague. */
export async function makeMerchandiser(): Promise<Person> {
  const rest = await staffRest()
  const person = { email: `${randomUUID()}@staff.example`, password: 'nine quiet herons at dawn' }
  await rest('/users', { name: 'Mara', role: 'merchandiser', ...person })
  return person
}

/** Chooses in one of Payload's own lists, which carry no label for their input. */
export async function choose(page: Page, field: string, option: string): Promise<void> {
  const input = page.locator(`#field-${field} input`).first()
  await input.click({ force: true })
  await input.fill(option)
  await page.locator('.rs__option', { hasText: option }).first().click()
}

/** Milliseconds until the page of the product is as wanted: what a shopper sees, not what the admin says. */
export async function untilSeen(
  slug: string,
  wanted: (status: number, html: string) => boolean,
): Promise<number> {
  const from = performance.now()
  while (performance.now() - from < 20_000) {
    const answer = await fetch(`${ofShop('shopUrl')}/p/${slug}`)
    if (wanted(answer.status, await answer.text())) return performance.now() - from
    await pause(50)
  }
  throw new Error(`${slug} was not seen as wanted within 20 s`)
}
