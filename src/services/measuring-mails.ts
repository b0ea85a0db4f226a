import { createHmac } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { env } from '#env'
import { DomainError } from '#domain/errors'
import { measuringMonths } from '#domain/foot-size'
import { defaultMarket, isMarketId, markets, type MarketId } from '#domain/markets'
import { eachAlone } from './each-alone'
import { queueMail } from './queue-mail'
import { idOf, run, type Statement } from './statement'
import { inTransaction } from './transaction'
import { isSameKey } from './same-key'

/** Mails of one round; the next one is seconds away. */
const mostAtOnce = 50
/** Days by which another child of the family may be told of too early, so that two days do not bring two mails. */
const togetherDays = 14
/** Months after which nobody is reminded any more of a measurement: the foot has long been another. */
const forgottenMonths = 12

const ask: Statement = {
  name: 'measuring-ask',
  text: `INSERT INTO measuring_mails (customer_id, market) VALUES ($1, $2)
    ON CONFLICT (customer_id) DO UPDATE SET market = excluded.market`,
}
/** Whoever says yes today is not told at once of what the page has just shown them. */
const skipOld: Statement = {
  name: 'measuring-skip',
  text: `UPDATE child_feet SET reminded_of = measured_on WHERE customer_id = $1
    AND NOT EXISTS (SELECT 1 FROM measuring_mails WHERE customer_id = $1) AND (measured_on + make_interval(months => $2::int))::date < current_date`,
}
const stop: Statement = {
  name: 'measuring-stop',
  text: `DELETE FROM measuring_mails WHERE customer_id = ${idOf('$1')}`,
}
const drop: Statement = {
  name: 'measuring-drop',
  text: `DELETE FROM emails WHERE template = 'measure-again' AND split_part(entity, ':', 2) = $1 AND status = 'queued' AND attempts = 0`,
}
const wants: Statement = {
  name: 'measuring-wants',
  text: `SELECT m.customer_id IS NOT NULL AS "isOn", c.verified_at IS NOT NULL AS "isProven" FROM customers c
    LEFT JOIN measuring_mails m ON m.customer_id = c.id WHERE c.id = $1`,
}

/** On the clock of the shop, as its pages say it. */
const today = `(now() AT TIME ZONE coalesce((SELECT timezone FROM shop_settings LIMIT 1), 'Europe/Rome'))::date`
/** A measurement of which nothing was said, and which is so old; a month that is too short ends on its last day. */
const isDue = (days: string): string => `f.reminded_of IS DISTINCT FROM f.measured_on
  AND (f.measured_on + make_interval(months => $1::int))::date < ${today} + ${days}
  AND f.measured_on > ${today} - make_interval(months => $2::int)`

const families = `measuring_mails m JOIN customers c ON c.id = m.customer_id AND c.verified_at IS NOT NULL
    WHERE EXISTS (SELECT 1 FROM child_feet f WHERE f.customer_id = m.customer_id AND ${isDue('0')})`
const due: Statement = {
  name: 'measuring-due',
  text: `SELECT m.customer_id AS "customerId" FROM ${families} ORDER BY m.customer_id LIMIT $3`,
}
/** Locks the wish of a family that is still due, unless somebody else has it at this moment. */
const claim: Statement = {
  name: 'measuring-claim',
  text: `SELECT m.market, c.email, c.first_name AS name, ${today}::text AS today
    FROM ${families} AND m.customer_id = $3 FOR UPDATE OF m SKIP LOCKED`,
}
/** Whoever writes here has said it: a second process finds nothing left to say. */
const said: Statement = {
  name: 'measuring-said',
  text: `UPDATE child_feet f SET reminded_of = f.measured_on WHERE f.customer_id = $3 AND ${isDue(String(togetherDays))} RETURNING f.id`,
}

const tokenOf = (customerId: string): string =>
  createHmac('sha256', `${env.PAYLOAD_SECRET}:measuring`).update(customerId).digest('base64url')

/** What a mail needs to end them all: nothing to store. */
export const measuringKey = (customerId: string): string =>
  new URLSearchParams({ customer: customerId, token: tokenOf(customerId) }).toString()

/** Where they end by one click in a mail program (RFC 8058). */
export const measuringStopAddress = (customerId: string): string =>
  `${env.NEXT_PUBLIC_APP_URL}/api/store/measuring/stop?${measuringKey(customerId)}`

/** Whether a customer wants them, and has shown the address to be theirs: before that none leaves. */
export async function measuringChoice(
  req: PayloadRequest,
  customerId: string,
): Promise<{ isOn: boolean; isProven: boolean }> {
  const [row] = await run<{ isOn: boolean; isProven: boolean }>(req, wants, [customerId])
  return row ?? { isOn: false, isProven: false }
}

async function end(req: PayloadRequest, customerId: string): Promise<void> {
  await inTransaction(req, async (tx) => {
    await run(tx, stop, [customerId])
    await run(tx, drop, [customerId])
  })
}

/** Says whether a customer wants a mail when a child should be measured again. Repeating it changes nothing. */
export async function chooseMeasuring(
  req: PayloadRequest,
  customerId: string,
  { isOn, market }: { isOn: boolean; market: MarketId },
): Promise<void> {
  if (!isOn) return end(req, customerId)
  await inTransaction(req, async (tx) => {
    await run(tx, skipOld, [customerId, measuringMonths])
    await run(tx, ask, [customerId, market])
  })
}

/** Ends them by the key of a mail. Repeating it changes nothing. Throws `resource.not-found` for a wrong key. */
export async function stopMeasuring(req: PayloadRequest, customerId: string, token: string): Promise<void> {
  if (!isSameKey(tokenOf(customerId), token)) throw new DomainError('resource.not-found')
  await end(req, customerId)
}

interface Family {
  market: string
  email: string
  name: string | null
  today: string
}

/** Whether the family is told. */
const remindOne = (req: PayloadRequest, customerId: string): Promise<boolean> =>
  inTransaction(req, async (tx) => {
    const times = [measuringMonths, forgottenMonths]
    const [family] = await run<Family>(tx, claim, [...times, customerId])
    const told = family ? await run(tx, said, [...times, customerId]) : []
    if (!family || told.length === 0) return false
    const { market, email, name, today: day } = family
    const { id, locale } = markets[isMarketId(market) ? market : defaultMarket]
    await queueMail(tx, {
      template: 'measure-again',
      entity: `measure:${customerId}:${day}`,
      recipient: email,
      locale,
      data: { market: id, ...(name && { name }) },
    })
    return true
  })

/**
 * Tells families that asked for it that a child should be measured again: once for each measurement, one mail for all of
 * their children that it is time for. No mail names a child. Answers with how many mails there are.
 */
export async function remindToMeasure(req: PayloadRequest): Promise<number> {
  const found = await run<{ customerId: string }>(req, due, [measuringMonths, forgottenMonths, mostAtOnce])
  const told = await eachAlone(req, found, {
    name: ({ customerId }) => `Reminding the customer ${customerId} to measure`,
    work: ({ customerId }) => remindOne(req, customerId),
  })
  return told.filter(Boolean).length
}
