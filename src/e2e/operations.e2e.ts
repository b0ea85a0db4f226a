import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, inject, test } from 'vitest'
import { newVisitor } from '../start/testing/browser'
import { withClient } from '../start/testing/database'
import { ofShop } from '../start/testing/journey-shop'
import { complaintsOf, faultsOf, overflowOf } from './access'
import { makeMerchandiser, openAdmin, signIn } from './staff'

const here = '/admin/operations'

/** Sends the head of a request and a part of its body, and is gone. */
const breakOff = (path: string, type: string, part: string) =>
  new Promise<void>((resolve) => {
    const { port, host, origin } = new URL(ofShop('shopUrl'))
    const head = [`POST ${path} HTTP/1.1`, `Host: ${host}`, `Origin: ${origin}`, `Content-Type: ${type}`]
    const socket = connect(Number(port), '127.0.0.1')
    socket.on('error', () => resolve()).on('close', () => resolve())
    socket.write([...head, 'Content-Length: 900', '', part].join('\r\n'), () =>
      setTimeout(() => socket.destroy(), 100),
    )
  })

test('whoever goes away amid sending is no fault of the shop', async () => {
  const form = '--part\r\nContent-Disposition: form-data; name="file"; filename="shoe.png"\r\n\r\nhalf'
  await breakOff('/api/store/carts', 'application/json', '{"market":')
  await breakOff('/api/store/forms/find-order', 'application/x-www-form-urlencoded', 'number=M-1')
  await breakOff('/api/graphql', 'application/json', '{"query":')
  await breakOff('/api/media', 'multipart/form-data; boundary=part', form)
  // Faults are written together a second after the first.
  await pause(2_500)
  const noted = await withClient(ofShop('databaseUrl'), (client) =>
    client.query(`SELECT place FROM faults WHERE words LIKE 'aborted%'`),
  )
  expect(noted.rows).toEqual([])
})

test('an owner sees how the shop runs: jobs, mail, backups, database, server, and what went wrong', async () => {
  const query = (statement: string) =>
    withClient(ofShop('databaseUrl'), async (client) => (await client.query(statement)).rows)
  // Where journeys of the policy try scripts of their own, which it keeps out.
  await query(
    `DELETE FROM faults WHERE place = 'Policy of a page' AND words IN (SELECT 'script-src-elem kept out inline on ' || path
      FROM unnest(ARRAY['/p/albona-derby-cognac', '/cart', '/checkout', '/orders/[id]/pay']) AS path)`,
  )
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
  await query(
    `INSERT INTO database_sizes (day, bytes, tables) SELECT current_date - ago, 90000000 - ago * 1000000, '{"variants": 1000}'
      FROM generate_series(1, 40) AS ago ON CONFLICT DO NOTHING`,
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
    const database = page.getByRole('region', { name: 'Database' })
    await database.getByRole('img', { name: /^From 47.7 MB on .* to .* MB on / }).waitFor()
    await database.getByText('The same as a table').click()
    await database.getByRole('columnheader', { name: 'Last day of the month' }).waitFor()
    // A row for each process that was there in the last quarter of an hour.
    await database.getByRole('row', { name: 'everything else, 10 at most' }).first().waitFor()
    for (const name of [
      'Storage',
      'Largest tables',
      'Connections and locks',
      'Indexes',
      'Dead rows and slack',
    ])
      await database.getByRole('heading', { name, exact: true }).first().waitFor()
    expect(await overflowOf(page)).toBe(0)
    expect(await faultsOf(page, '.m-operations')).toEqual([])
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await overflowOf(page)).toBe(0)
    expect(complaints).toEqual([])
  } finally {
    await query(`DELETE FROM faults WHERE mark = 'e2e'`)
    await query(`DELETE FROM database_sizes WHERE day < current_date`)
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
