import { createHash, createHmac, randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import { afterEach, expect, test, vi } from 'vitest'
import { getTestPayload, getTestRequest } from '../start/testing/payload'
import { addLine, createCart } from './cart'
import { adjustStock } from './adjust-stock'
import { leaveToken } from './draw-keys'
import { endDueHolds } from './end-holds'
import { confirmEntry, enterDraw } from './enter-draw'
import { leaveDraw } from './leave-draw'
import { ledgerProblems } from './ledger-problems'
import { makeDraws } from './make-draws'
import { holdToken, openHold } from './open-hold'
import { placeOrder } from './place-order'
import { waitForStock } from './stock-alerts'
import { tellBackInStock } from './tell-back-in-stock'
import { atOnce } from './testing/at-once'
import { drawnProduct } from './testing/drawing'
import { checkoutOf } from './testing/shop-rows'
import { inTransaction, rowsOf } from './transaction'

afterEach(async () => {
  const req = await getTestRequest()
  expect(await ledgerProblems(req)).toEqual([])
  // What another test draws is its own.
  await rowsOf(req, sql`DELETE FROM draws WHERE drawn_at IS NULL`)
})

const crowd = (size: number): string[] => Array.from({ length: size }, (_, index) => `p${index + 1}`)

const holdMinutes = async (minutes: number) => {
  const req = await getTestRequest()
  await rowsOf(
    req,
    sql`INSERT INTO shop_settings (holds_waiting_minutes) SELECT 120 WHERE NOT EXISTS (SELECT 1 FROM shop_settings)`,
  )
  await rowsOf(req, sql`UPDATE shop_settings SET holds_waiting_minutes = ${minutes}`)
}

test('of 300 who have entered for 10 pairs exactly the first ten by place have one held; all others keep their place', async () => {
  const req = await getTestRequest()
  const product = await drawnProduct(req, [10])
  await product.entered(crowd(300))
  await product.drawIn(-1)
  expect(await makeDraws(req)).toBe(1)
  const entries = await product.entries()
  expect(entries.map(({ place }) => place)).toEqual(crowd(300).map((_, index) => index + 1))
  expect(await product.states()).toEqual(
    entries.map(({ name, place }) => `${name} ${(place ?? 0) <= 10 ? 'held' : 'waiting'}`),
  )
  const [level] = await rowsOf<{ reserved: number }>(
    req,
    sql`SELECT reserved::float8 AS reserved FROM stock_levels WHERE variant_id = ${product.variantId}`,
  )
  expect(level?.reserved).toBe(10)
  expect(await product.mails('back-in-stock')).toHaveLength(10)
  const told = await product.mails('draw-waiting')
  expect(told.map(({ data }) => [data.place, data.next]).sort((a, b) => Number(a[0]) - Number(b[0]))).toEqual(
    Array.from({ length: 290 }, (_, index) => [index + 11, index + 1]),
  )
  expect(await makeDraws(req)).toBe(0)
})

test('anybody can check the draw: the fingerprint is that of the seed, and places follow the HMACs of the entries', async () => {
  const req = await getTestRequest()
  const product = await drawnProduct(req)
  await product.entered(crowd(40))
  const before = await product.draw()
  await product.drawIn(-1)
  await makeDraws(req)
  const draw = await product.draw()
  expect(draw).toMatchObject({ ...before, isDrawn: true, told: true, entries: 40 })
  expect(
    createHash('sha256')
      .update(draw?.seed ?? '')
      .digest('hex'),
  ).toBe(draw?.fingerprint)
  const lots = (await product.entries()).map(({ id }) =>
    createHmac('sha256', draw?.seed ?? '')
      .update(id)
      .digest('hex'),
  )
  expect(lots).toEqual(lots.toSorted())
})

test('an address that was never confirmed is not drawn, and nothing is kept of it', async () => {
  const req = await getTestRequest()
  const product = await drawnProduct(req, [5])
  await product.entered(['ada'])
  expect(await enterDraw(req, { variantId: product.variantId, email: 'Bot@example.com', market: 'it' })).toBe(
    'asked',
  )
  const [mail] = await product.mails('draw-confirm')
  expect(mail).toMatchObject({ recipient: 'bot@example.com', locale: 'it' })
  const key = await product.keyOf('bot@example.com')
  await product.drawIn(-1)
  await makeDraws(req)
  expect(await product.states()).toEqual(['ada held'])
  expect(await product.entries()).toMatchObject([{ name: 'ada', status: 'drawn', place: 1 }])
  await expect(confirmEntry(req, key, product.variantId)).rejects.toMatchObject({ code: 'draw.closed' })
})

test('twenty at once by one person, however the address is spelled and whatever the size, are one entry', async () => {
  const payload = await getTestPayload()
  const req = await getTestRequest()
  const product = await drawnProduct(req, [5, 5])
  const name = randomUUID().slice(0, 8)
  const spelled = [
    `${name}@gmail.com`,
    `${name.slice(0, 3)}.${name.slice(3)}@gmail.com`,
    `${name}+x@gmail.com`,
  ]
  const size = (index: number) => product.variants[index % 2] ?? ''
  const asked = await atOnce(payload, 20, (own, index) =>
    enterDraw(own, { variantId: size(index), email: spelled[index % 3] ?? '', market: 'eu' }),
  )
  expect([asked.broken, asked.done]).toEqual([[], Array.from({ length: 20 }, () => 'asked')])
  const keys = await Promise.all(
    spelled.flatMap((email) =>
      product.variants.map(async (one) => [await product.keyOf(email, one), one] as const),
    ),
  )
  expect(new Set(keys.map(([{ entryId }]) => entryId)).size).toBe(3)
  const confirmed = await atOnce(payload, 20, async (own, index) => {
    const [key, variantId] = keys[index % keys.length] ?? []
    if (key && variantId) await confirmEntry(own, key, variantId)
  })
  // Links of spellings that were merged into the first one open nothing any more.
  expect([confirmed.broken, Object.keys(confirmed.refused)]).toEqual([[], ['resource.not-found']])
  expect(await product.entries()).toHaveLength(1)
})

test('a stranger who names an address changes nothing of its entry: another size counts once the address says so', async () => {
  const req = await getTestRequest()
  const product = await drawnProduct(req, [5, 5])
  const [first = '', other = ''] = product.variants
  const email = `${randomUUID().slice(0, 8)}@example.com`
  await enterDraw(req, { variantId: first, email, market: 'eu' })
  await confirmEntry(req, await product.keyOf(email, first), first)
  expect(await enterDraw(req, { variantId: other, email, market: 'eu' })).toBe('asked')
  expect(await product.entries()).toMatchObject([{ status: 'confirmed', variantId: first }])
  await expect(confirmEntry(req, await product.keyOf(email, first), other)).rejects.toMatchObject({
    code: 'resource.not-found',
  })
  const [{ id = '' } = {}] = await product.entries()
  await confirmEntry(req, await product.keyOf(email, other), other)
  await confirmEntry(req, await product.keyOf(email, other), other)
  expect(await product.entries()).toMatchObject([{ id, status: 'confirmed', variantId: other }])
  expect((await product.mails('draw-entered')).map(({ entity }) => entity)).toEqual([
    `${id}:${first}`,
    `${id}:${other}`,
  ])
})

test('nobody has an address mailed more than five times about one draw', async () => {
  const req = await getTestRequest()
  const product = await drawnProduct(req, [1, 1, 1, 1, 1, 1, 1])
  const email = `${randomUUID().slice(0, 8)}@example.com`
  for (const variantId of [...product.variants, ...product.variants])
    await enterDraw(req, { variantId, email, market: 'eu' })
  expect(await product.mails('draw-confirm')).toHaveLength(5)
})

test('who leaves is not drawn; after the draw the held pair of who leaves goes to the next place', async () => {
  const req = await getTestRequest()
  const product = await drawnProduct(req, [1])
  await product.entered(['ada', 'bob', 'eve'])
  const keyOf = (id: string) => ({ entryId: id, token: leaveToken(id) })
  const eve = (await product.entries()).find(({ name }) => name === 'eve')
  await expect(leaveDraw(req, { entryId: eve?.id ?? '', token: 'x' })).rejects.toMatchObject({
    code: 'resource.not-found',
  })
  await leaveDraw(req, keyOf(eve?.id ?? ''))
  await leaveDraw(req, keyOf(eve?.id ?? ''))
  await product.drawIn(-1)
  await makeDraws(req)
  const [first, second] = await product.entries()
  expect(await product.states()).toEqual([`${first?.name} held`, `${second?.name} waiting`])
  await leaveDraw(req, keyOf(first?.id ?? ''))
  expect(await product.states()).toEqual([`${first?.name} sent`, `${second?.name} held`])
  await leaveDraw(req, keyOf(second?.id ?? ''))
  expect(await product.states()).toEqual([`${first?.name} sent`, `${second?.name} sent`])
})

test('a pair that is not used goes to the next place, before anybody who has waited longer, and to everybody only then', async () => {
  const req = await getTestRequest()
  const product = await drawnProduct(req, [1])
  await product.entered(['ada', 'bob'])
  await product.drawIn(-1)
  await makeDraws(req)
  await rowsOf(
    req,
    sql`INSERT INTO stock_alerts (variant_id, email, market, status, created_at) VALUES (${product.variantId}, 'early@example.com', 'eu', 'waiting', now() - interval '9 days')`,
  )
  const [first, second] = await product.entries()
  const timeIsUp = () =>
    rowsOf(
      req,
      sql`UPDATE reservations SET expires_at = now() - interval '1 second' WHERE variant_id = ${product.variantId}`,
    )
  await timeIsUp()
  await endDueHolds(req)
  expect(await product.states()).toEqual([`${first?.name} sent`, `${second?.name} held`, 'early waiting'])
  await timeIsUp()
  await endDueHolds(req)
  expect(await product.states()).toEqual([`${first?.name} sent`, `${second?.name} sent`, 'early held'])
  await timeIsUp()
  await endDueHolds(req)
  await addLine(req, (await createCart(req, {})).token, { variantId: product.variantId, quantity: 1 })
})

test('a pair is held for the hours of the product, also in a shop that holds none for those who wait; those who do stay as they are', async () => {
  const req = await getTestRequest()
  await holdMinutes(0)
  const product = await drawnProduct(req, [1])
  await rowsOf(req, sql`UPDATE products SET draw_hours = 48 WHERE id = ${product.id}`)
  await product.entered(['ada', 'bob'])
  await product.drawIn(-1)
  await makeDraws(req)
  const [held] = await rowsOf<{ minutes: number }>(
    req,
    sql`SELECT (extract(epoch FROM held_until - sent_at) / 60)::float8 AS minutes FROM stock_alerts WHERE variant_id = ${product.variantId} AND status = 'held'`,
  )
  expect(held?.minutes).toBeCloseTo(48 * 60, 1)
  await rowsOf(
    req,
    sql`INSERT INTO stock_alerts (variant_id, email, market, status, created_at) VALUES (${product.variantId}, 'early@example.com', 'eu', 'waiting', now() - interval '9 days')`,
  )
  await adjustStock(req, { variantId: product.variantId, delta: 1, reason: 'delivery' })
  expect((await product.states()).filter((state) => state.endsWith('held'))).toHaveLength(2)
  await adjustStock(req, { variantId: product.variantId, delta: 1, reason: 'delivery' })
  await tellBackInStock(req)
  expect(await product.states()).toContain('early sent')
  await holdMinutes(120)
})

test('a count that finds fewer pairs than are held takes the last place first, which is the next to have one again', async () => {
  const req = await getTestRequest()
  const product = await drawnProduct(req, [3])
  await product.entered(crowd(4))
  await product.drawIn(-1)
  await makeDraws(req)
  const names = (await product.entries()).map(({ name }) => name)
  const statesOf = (held: number) =>
    names.map((name, index) => `${name} ${index < held ? 'held' : 'waiting'}`)
  await adjustStock(req, { variantId: product.variantId, setTo: 2, reason: 'count' })
  expect(await product.states()).toEqual(statesOf(2))
  await adjustStock(req, { variantId: product.variantId, delta: 1, reason: 'found' })
  expect(await product.states()).toEqual(statesOf(3))
})

test('four processes at once make one draw, and one that dies on the way makes none', async () => {
  const payload = await getTestPayload()
  const req = await getTestRequest()
  const product = await drawnProduct(req, [2])
  await product.entered(crowd(6))
  await product.drawIn(-1)
  const died = await inTransaction(await getTestRequest(), async (tx) => {
    await rowsOf(tx, sql`SELECT 1 FROM stock_levels WHERE variant_id = ${product.variantId} FOR UPDATE`)
    const broken = makeDraws(req).then(
      () => 'made',
      () => 'died',
    )
    const killed = await vi.waitFor(async () => {
      await rowsOf(tx, sql`SELECT pg_stat_clear_snapshot()`)
      const found = await rowsOf(
        tx,
        sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
          AND wait_event_type = 'Lock' AND query LIKE '%FROM stock_levels%'`,
      )
      if (found.length === 0) throw new Error('the draw does not wait for the pairs yet')
      return found.length
    })
    return [killed, await broken]
  })
  expect(died).toEqual([1, 'died'])
  expect(await product.draw()).toMatchObject({ isDrawn: false })
  expect(await product.states()).toEqual([])
  expect(await product.mails('draw-waiting')).toEqual([])
  const { broken } = await atOnce(payload, 4, makeDraws)
  expect(broken).toEqual([])
  expect((await product.entries()).map(({ place }) => place)).toEqual([1, 2, 3, 4, 5, 6])
  expect(await product.mails('draw-waiting')).toHaveLength(4)
  expect(await product.mails('back-in-stock')).toHaveLength(2)
})

test('nobody buys before the draw, even when its moment is over; then whoever was drawn does, and what is left is for everybody', async () => {
  const req = await getTestRequest()
  const product = await drawnProduct(req, [1, 4])
  const [drawn = '', left = ''] = product.variants
  await product.entered(['ada'], drawn)
  const bag = async () => (await createCart(req, {})).token
  await expect(addLine(req, await bag(), { variantId: left, quantity: 1 })).rejects.toMatchObject({
    code: 'launch.not-yet',
  })
  await product.drawIn(-5)
  await expect(addLine(req, await bag(), { variantId: left, quantity: 1 })).rejects.toMatchObject({
    code: 'launch.not-yet',
  })
  await expect(
    waitForStock(req, { variantId: left, email: 'x@example.com', market: 'eu' }),
  ).rejects.toMatchObject({
    code: 'launch.not-yet',
  })
  await makeDraws(req)
  await addLine(req, await bag(), { variantId: left, quantity: 1 })
  await expect(addLine(req, await bag(), { variantId: drawn, quantity: 1 })).rejects.toMatchObject({
    code: 'stock.insufficient',
  })
  const [entry] = await product.entries()
  const token = await bag()
  await openHold(req, token, { alertId: entry?.id ?? '', token: holdToken(entry?.id ?? '') })
  const { order } = await placeOrder(req, { token, key: randomUUID(), input: checkoutOf() })
  expect(order.lines).toMatchObject([{ variantId: drawn, quantity: 1 }])
})

test('a moment that is put off puts the draw off', async () => {
  const req = await getTestRequest()
  const product = await drawnProduct(req)
  await product.entered(['ada'])
  await product.drawIn(7_200)
  expect(await makeDraws(req)).toBe(0)
  expect(await product.entries()).toMatchObject([{ status: 'confirmed' }])
})

test('what is launched otherwise, has gone to the trash, or is not for sale at its moment is called off: who has entered is told once', async () => {
  const req = await getTestRequest()
  for (const end of [
    sql`launch_by = 'first'`,
    sql`launched_at = NULL`,
    sql`deleted_at = now()`,
    sql`_status = 'draft', launched_at = now() - interval '1 second'`,
  ]) {
    const product = await drawnProduct(req)
    await product.entered(['ada', 'bob'])
    await enterDraw(req, { variantId: product.variantId, email: 'asked@example.com', market: 'eu' })
    await rowsOf(req, sql`UPDATE products SET ${end} WHERE id = ${product.id}`)
    expect(await makeDraws(req)).toBe(1)
    expect(await makeDraws(req)).toBe(0)
    expect((await product.mails('draw-off')).map(({ recipient }) => recipient)).toEqual([
      'ada@example.com',
      'bob@example.com',
    ])
    expect([await product.entries(), await product.draw()]).toEqual([[], undefined])
  }
})

test('what is not for sale for a while keeps its entries until the moment', async () => {
  const req = await getTestRequest()
  const product = await drawnProduct(req)
  await product.entered(['ada'])
  await rowsOf(req, sql`UPDATE products SET _status = 'draft' WHERE id = ${product.id}`)
  expect(await makeDraws(req)).toBe(0)
  await expect(
    enterDraw(req, { variantId: product.variantId, email: 'x@example.com', market: 'eu' }),
  ).rejects.toMatchObject({ code: 'variant.not-found' })
  await rowsOf(req, sql`UPDATE products SET _status = 'published' WHERE id = ${product.id}`)
  await product.drawIn(-1)
  await makeDraws(req)
  expect(await product.states()).toEqual(['ada held'])
})

test('a draw that fails holds up no other, be it made or called off; it counts as failed, and is made once it can be', async () => {
  const req = await getTestRequest()
  const said = vi.spyOn(req.payload.logger, 'error').mockImplementation(() => undefined)
  const [broken, stuck, fine, off] = [
    await drawnProduct(req),
    await drawnProduct(req),
    await drawnProduct(req),
    await drawnProduct(req),
  ]
  for (const product of [broken, stuck, fine, off]) await product.entered(['ada'])
  await broken.drawIn(-9)
  await fine.drawIn(-1)
  for (const [product, moment] of [
    [stuck, sql`now() - interval '8 seconds'`],
    [off, sql`now()`],
  ] as const)
    await rowsOf(
      req,
      sql`UPDATE products SET launch_by = 'first', launched_at = ${moment} WHERE id = ${product.id}`,
    )
  await rowsOf(
    req,
    sql.raw(`CREATE FUNCTION draws_fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'this draw fails'; END $$;
      CREATE TRIGGER draws_fail BEFORE UPDATE OR DELETE ON draws FOR EACH ROW
        WHEN (OLD.product_id IN ('${broken.id}', '${stuck.id}')) EXECUTE FUNCTION draws_fail()`),
  )
  await expect(makeDraws(req)).rejects.toMatchObject({ message: '2 of 4 failed' })
  expect(said.mock.calls).toMatchObject([
    [{ msg: `The draw of the product ${broken.id} failed` }],
    [{ msg: `The draw of the product ${stuck.id} failed` }],
  ])
  expect(await fine.states()).toEqual(['ada held'])
  expect(await fine.draw()).toMatchObject({ isDrawn: true, told: true })
  expect([(await off.mails('draw-off')).length, await off.draw()]).toEqual([1, undefined])
  for (const product of [broken, stuck]) {
    expect(await product.entries()).toMatchObject([{ name: 'ada', status: 'confirmed' }])
    expect(await product.mails('draw-off')).toEqual([])
  }
  await rowsOf(req, sql.raw('DROP FUNCTION draws_fail CASCADE'))
  expect(await makeDraws(req)).toBe(2)
  expect(await broken.states()).toEqual(['ada held'])
  expect(await stuck.mails('draw-off')).toHaveLength(1)
  said.mockRestore()
})

test('the database keeps what was drawn, whoever writes it', async () => {
  const req = await getTestRequest()
  const product = await drawnProduct(req)
  await product.drawIn(-1)
  await makeDraws(req)
  expect(await product.draw()).toMatchObject({ isDrawn: true, entries: 0 })
  for (const change of [sql`launch_by = 'first'`, sql`launched_at = now()`, sql`launched_at = NULL`])
    await expect(rowsOf(req, sql`UPDATE products SET ${change} WHERE id = ${product.id}`)).rejects.toThrow()
  await rowsOf(req, sql`UPDATE products SET popularity = 3 WHERE id = ${product.id}`)
})

test('a draw that was made by who died before its pages were told has them told by the next', async () => {
  const req = await getTestRequest()
  const product = await drawnProduct(req)
  await product.drawIn(-1)
  await makeDraws(req)
  await rowsOf(req, sql`UPDATE draws SET told = false WHERE product_id = ${product.id}`)
  expect(await makeDraws(req)).toBe(1)
  expect(await product.draw()).toMatchObject({ told: true })
})
