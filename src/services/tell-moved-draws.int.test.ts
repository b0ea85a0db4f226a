import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import { afterEach, expect, test, vi } from 'vitest'
import { writeMail } from '#ops/write-mail'
import { getTestPayload, getTestRequest } from '../start/testing/payload'
import { leaveToken } from './draw-keys'
import { confirmEntry, enterDraw } from './enter-draw'
import { makeDraws } from './make-draws'
import { tellMovedDraws } from './tell-moved-draws'
import { atOnce } from './testing/at-once'
import { drawnProduct } from './testing/drawing'
import { rowsOf } from './transaction'

afterEach(async () => {
  // What another test moves is its own.
  await rowsOf(await getTestRequest(), sql`DELETE FROM draws WHERE drawn_at IS NULL`)
})

const [hour, day] = [3_600, 86_400]

/** A drawn product with people in it; its moment is known to the job. */
async function known(names: readonly string[] = ['ada', 'bob']) {
  const req = await getTestRequest()
  const product = await drawnProduct(req)
  await product.entered(names)
  /** The job looks, now and after the moment has stood for so many minutes more. */
  const after = async (minutes: number): Promise<number> => {
    const told = await tellMovedDraws(req)
    await rowsOf(
      req,
      sql`UPDATE draws SET moment_since = moment_since - make_interval(mins => ${minutes}) WHERE product_id = ${product.id}`,
    )
    return told + (await tellMovedDraws(req))
  }
  expect(await after(6)).toBe(0)
  const moment = async () => {
    const [row] = await rowsOf<{ at: string | Date }>(
      req,
      sql`SELECT launched_at AS at FROM products WHERE id = ${product.id}`,
    )
    return new Date(row?.at ?? NaN).toISOString()
  }
  const told = async () =>
    (await product.mails('draw-moved')).map(
      ({ recipient, data }) => `${recipient.split('@')[0]} ${String(data.at)}`,
    )
  return { ...product, req, after, moment, told }
}

test('whoever is in a draw that is moved is told its new moment once, when it has stood for five minutes', async () => {
  const { req, id, variantId, drawIn, after, moment, told } = await known()
  await enterDraw(req, { variantId, email: 'asked@example.com', market: 'eu' })
  await drawIn(2 * day)
  expect(await after(4)).toBe(0)
  expect(await told()).toEqual([])
  expect(await after(1)).toBe(2)
  expect(await after(60)).toBe(0)
  expect(await told()).toEqual([`ada ${await moment()}`, `bob ${await moment()}`])
  const [row] = await rowsOf(
    req,
    sql`SELECT moment_since AS since, moment = (SELECT launched_at FROM products WHERE id = ${id}) AS "isKnown" FROM draws WHERE product_id = ${id}`,
  )
  expect(row).toEqual({ since: null, isKnown: true })
})

test('the mail is in the language of the market, says the moment on the clock of the shop, and leads out of the draw', async () => {
  const { req, id, drawIn, after, mails, entries } = await known(['ada'])
  await rowsOf(req, sql`UPDATE draw_entries SET market = 'uk' WHERE product_id = ${id}`)
  await drawIn(day)
  await rowsOf(
    req,
    sql`UPDATE products SET launched_at = date_trunc('day', launched_at) + interval '400 days 9 hours' WHERE id = ${id}`,
  )
  expect(await after(6)).toBe(1)
  const [[mail], [entry]] = [await mails('draw-moved'), await entries()]
  expect(mail?.entity.split(':')[0]).toBe(entry?.id)
  if (!mail || !entry) throw new Error('nobody was told')
  const { subject, text } = await writeMail(req, mail)
  expect(subject).toBe(
    `The draw is at another time: ${String(mail.data.product)}, size ${String(mail.data.size)}`,
  )
  expect(text).toMatch(/is now on \w{3},? \d{1,2} \w{3,4},? 1[01]:00 (CET|CEST|GMT\+[12])/)
  expect(text).toContain(`/uk/draw?entry=${entry.id}&token=${leaveToken(entry.id)}`)
  await rowsOf(req, sql`UPDATE draw_entries SET market = 'de' WHERE product_id = ${id}`)
  await drawIn(2 * day)
  expect(await after(6)).toBe(1)
  const german = (await mails('draw-moved')).find(({ locale }) => locale === 'de')
  expect((await writeMail(req, german ?? mail)).subject).toContain('Die Verlosung ist zu einer anderen Zeit')
})

test('a moment that is moved to and fro within five minutes is no news, but for whoever has entered in between', async () => {
  const { id, req, drawIn, after, moment, told, entered } = await known()
  const before = await moment()
  await drawIn(2 * day)
  await after(2)
  await entered(['eve'])
  await rowsOf(req, sql`UPDATE products SET launched_at = ${before} WHERE id = ${id}`)
  expect(await after(4)).toBe(0)
  expect(await after(1)).toBe(1)
  expect(await told()).toEqual([`eve ${before}`])
})

test('each move is told, also one back to a moment that was told before', async () => {
  const { id, req, drawIn, after, moment, told } = await known(['ada'])
  const first = await moment()
  await drawIn(2 * day)
  const second = await moment()
  expect(await after(6)).toBe(1)
  for (const at of [first, second]) {
    await rowsOf(req, sql`UPDATE products SET launched_at = ${at} WHERE id = ${id}`)
    expect(await after(6)).toBe(1)
  }
  expect(await told()).toEqual([second, first, second].map((at) => `ada ${at}`))
})

test('a draw that is nearer than five minutes is told at once', async () => {
  const { req, drawIn, told } = await known()
  await drawIn(280)
  expect(await tellMovedDraws(req)).toBe(2)
  expect(await tellMovedDraws(req)).toBe(0)
  expect(await told()).toHaveLength(2)
})

test('who enters after the move, or has left before it is told, hears nothing of it', async () => {
  const { req, variantId, drawIn, after, told, mails, id, keyOf } = await known(['ada', 'bob'])
  await drawIn(2 * day)
  await after(1)
  const email = `${randomUUID().slice(0, 8)}@example.com`
  await enterDraw(req, { variantId, email, market: 'eu' })
  await confirmEntry(req, await keyOf(email), variantId)
  await rowsOf(req, sql`DELETE FROM draw_entries WHERE product_id = ${id} AND email = 'bob@example.com'`)
  expect(await after(6)).toBe(1)
  expect((await told()).map((one) => one.split(' ')[0])).toEqual(['ada'])
  expect(await mails('draw-entered')).toHaveLength(1)
})

test('what is not for sale is told when it is again, what is called off by that alone, and a draw that was made not at all', async () => {
  const { req, id, drawIn, after, told, mails } = await known(['ada'])
  const become = (status: 'draft' | 'published') =>
    rowsOf(req, sql`UPDATE products SET _status = ${status} WHERE id = ${id}`)
  await drawIn(2 * day)
  await become('draft')
  expect(await after(60)).toBe(0)
  await become('published')
  expect(await after(0)).toBe(1)
  await drawIn(3 * day)
  await after(1)
  await rowsOf(req, sql`UPDATE products SET launch_by = 'first' WHERE id = ${id}`)
  expect(await after(60)).toBe(0)
  await makeDraws(req)
  expect(await after(60)).toBe(0)
  expect([(await told()).length, (await mails('draw-off')).length]).toEqual([1, 1])
  const made = await known(['eve'])
  await made.drawIn(-1)
  await makeDraws(req)
  expect(await made.after(60)).toBe(0)
  expect(await made.told()).toEqual([])
})

test('eight processes at once tell everybody once', async () => {
  const payload = await getTestPayload()
  const { req, id, drawIn, after, told } = await known(Array.from({ length: 40 }, (_, index) => `p${index}`))
  await drawIn(2 * hour)
  await after(4)
  await rowsOf(
    req,
    sql`UPDATE draws SET moment_since = moment_since - interval '2 minutes' WHERE product_id = ${id}`,
  )
  const { done, broken } = await atOnce(payload, 8, tellMovedDraws)
  expect(broken).toEqual([])
  expect(done.toSorted((a, b) => Number(a) - Number(b)).at(-1)).toBe(40)
  expect(new Set(await told()).size).toBe(40)
  expect(await told()).toHaveLength(40)
})

test('one draw whose people cannot be told holds up no other', async () => {
  const [broken, fine] = [await known(['ada']), await known(['bob'])]
  const { req } = fine
  const said = vi.spyOn(req.payload.logger, 'error').mockImplementation(() => undefined)
  for (const one of [broken, fine]) await one.drawIn(280)
  await rowsOf(
    req,
    sql.raw(`CREATE FUNCTION moves_fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'nobody is told'; END $$;
      CREATE TRIGGER moves_fail BEFORE UPDATE ON draw_entries FOR EACH ROW WHEN (OLD.product_id = '${broken.id}') EXECUTE FUNCTION moves_fail()`),
  )
  await expect(tellMovedDraws(req)).rejects.toThrow()
  expect(said).toHaveBeenCalledTimes(1)
  await rowsOf(req, sql.raw('DROP FUNCTION moves_fail CASCADE'))
  expect([await broken.told(), (await fine.told()).length]).toEqual([[], 1])
  said.mockRestore()
})
