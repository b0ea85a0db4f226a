import { expect, inject, test } from 'vitest'
import { newVisitor } from '../start/testing/browser'
import { withClient } from '../start/testing/database'
import { complaintsOf, faultsOf, overflowOf } from './access'
import { makeMerchandiser, openAdmin, signIn } from './staff'

const here = '/admin/operations'

test('an owner sees how the shop runs: jobs, mail, backups, database, server, and what went wrong', async () => {
  const query = (statement: string) =>
    withClient(inject('databaseUrl'), async (client) => (await client.query(statement)).rows)
  const faults = await query(
    `SELECT concat_ws(' · ', place, words, times || ' times', 'first ' || first_at, 'last ' || last_at) AS fault FROM faults`,
  )
  expect(
    faults.map(({ fault }: { fault: string }) => fault),
    'journeys break nothing',
  ).toEqual([])
  await query(
    `INSERT INTO faults (mark, place, words, times) VALUES ('e2e', 'Job: send-mail', 'connect ECONNREFUSED', 3)`,
  )
  try {
    const page = await (await newVisitor({ viewport: { width: 1440, height: 1000 } })).newPage()
    await signIn(page, inject('owner'))
    const complaints = complaintsOf(page)
    expect(await page.getByRole('link', { name: 'Operations' }).getAttribute('href')).toBe(here)
    await openAdmin(page, here)
    await page.getByRole('heading', { level: 1, name: 'Operations' }).waitFor()
    const verdict = page.getByRole('region', { name: 'What needs a look' })
    expect(await verdict.textContent()).toContain('Backups are off')
    expect(await verdict.textContent()).toContain('1 kind of error in the last hour')
    const row = (name: string) => page.getByRole('row', { name })
    expect(await row('Send mail').first().textContent()).toContain('Done')
    expect(await row('connect ECONNREFUSED').textContent()).toContain('3')
    expect(await row('variants').first().textContent()).toMatch(/MB|kB/)
    await page.getByText('Hears of changes').waitFor()
    expect(await overflowOf(page)).toBe(0)
    expect(await faultsOf(page, '.m-operations')).toEqual([])
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await overflowOf(page)).toBe(0)
    expect(complaints).toEqual([])
  } finally {
    await query(`DELETE FROM faults WHERE mark = 'e2e'`)
  }
})

test('nobody else does: a merchandiser finds no such page, a stranger the door', async () => {
  const page = await (await newVisitor()).newPage()
  await page.goto(here)
  await page.waitForURL(/\/admin\/login/)
  expect(await page.content()).not.toContain('Largest tables')
  await signIn(page, await makeMerchandiser())
  expect(await page.getByRole('link', { name: 'Operations' }).count()).toBe(0)
  await openAdmin(page, here)
  expect(await page.content()).not.toContain('Largest tables')
  expect(await page.getByRole('heading', { level: 1, name: 'Operations' }).count()).toBe(0)
})
