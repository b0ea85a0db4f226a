import type { PayloadRequest } from 'payload'
import { eachAlone } from './each-alone'
import { readPaymentSettings } from './payment-methods'
import type { PaymentProvider } from './payments/provider'
import { paymentProviders } from './payments/providers'
import { receivePaymentEvent, recordPaymentState } from './record-payment-event'
import { isUnavailable } from './settle-dues'
import { run, type Statement } from './statement'

/** Between two looks, and how long one may take before another process takes its place. */
const every = '1 minute'
const atLongest = '5 minutes'
const batch = 50
/** Seconds that are looked at twice, since events may be listed a little late. */
const overlap = 300

/** One runner at a time: whoever moves the mark on has the turn. */
const claim: Statement = {
  name: 'reconcile-claim',
  text: `INSERT INTO shop_marks (name, value, at) VALUES ('reconcile:' || $1, '{}', now() + interval '${atLongest}')
    ON CONFLICT (name) DO UPDATE SET at = excluded.at WHERE shop_marks.at <= now() RETURNING value`,
}
const release: Statement = {
  name: 'reconcile-release',
  text: `UPDATE shop_marks SET value = $2::jsonb, at = now() + interval '${every}' WHERE name = 'reconcile:' || $1`,
}
/** A shop that has never asked this provider for anything has nothing to look for. */
const first: Statement = {
  name: 'reconcile-first',
  text: 'SELECT min(created_at) AS at FROM payments WHERE provider = $1 AND reference IS NOT NULL',
}
/** The older a payment that still has not ended, the less often it is looked at: from every two minutes to every six hours. */
const unheard: Statement = {
  name: 'reconcile-unheard',
  text: `SELECT p.id, p.reference FROM payments p JOIN orders o ON o.id = p.order_id
    WHERE p.provider = $1 AND p.reference IS NOT NULL AND p.status IN ('pending', 'authorised', 'failed') AND o.fulfilment_status <> 'cancelled'
      AND p.updated_at < now() - least(greatest(make_interval(secs => $2), (now() - p.created_at) / 4), interval '6 hours')
    ORDER BY p.updated_at LIMIT ${batch}`,
}
const looked: Statement = {
  name: 'reconcile-looked',
  text: 'UPDATE payments SET updated_at = now() WHERE id = $1',
}

interface Mark {
  /** The time of the newest event that was listed, in ISO 8601. */
  since?: string
}

/** Puts the events whose messages never came into the inbox. Answers with how many, and from when on to look next. */
async function fetchEvents(
  req: PayloadRequest,
  provider: PaymentProvider,
  { since }: Mark,
): Promise<{ found: number; mark: Mark }> {
  const [oldest] = since ? [{ at: since }] : await run<{ at: string | null }>(req, first, [provider.id])
  if (!oldest?.at) return { found: 0, mark: {} }
  const from = new Date(new Date(oldest.at).getTime() - overlap * 1000)
  const events = await provider.eventsSince(from)
  let found = 0
  for (const event of events) if (await receivePaymentEvent(req, provider.id, event)) found += 1
  return { found, mark: { since: events.at(-1)?.at.toISOString() ?? new Date(oldest.at).toISOString() } }
}

interface Unheard {
  id: string
  reference: string
}

async function askOne(req: PayloadRequest, provider: PaymentProvider, { id, reference }: Unheard) {
  try {
    const state = await provider.read(reference)
    if (state) await recordPaymentState(req, provider.id, state)
  } catch (error) {
    // Else the same ones would come first for ever.
    if (!isUnavailable(error)) await run(req, looked, [id])
    throw error
  }
  await run(req, looked, [id])
}

/** Asks after payments that nothing has been heard of for a while. */
async function askAfter(req: PayloadRequest, provider: PaymentProvider, seconds: number): Promise<number> {
  const payments = await run<Unheard>(req, unheard, [provider.id, seconds])
  const done = await eachAlone(req, payments, {
    name: ({ reference }) => `Asking ${provider.id} after ${reference}`,
    work: ({ id, reference }) => askOne(req, provider, { id, reference }),
    endsAll: isUnavailable,
  })
  return done.length
}

async function reconcile(req: PayloadRequest, provider: PaymentProvider, seconds: number): Promise<number> {
  const [mark] = await run<{ value: Mark }>(req, claim, [provider.id])
  if (!mark) return 0
  let next = mark.value
  try {
    const { found, mark } = await fetchEvents(req, provider, next)
    next = mark
    return found + (await askAfter(req, provider, seconds))
  } finally {
    await run(req, release, [provider.id, JSON.stringify(next)])
  }
}

/**
 * Finds what the events of the providers missed: those that never came are listed and put into the inbox, and
 * payments of live orders that nothing was heard of for `seconds` are read. One runner at a time for each provider,
 * once a minute. Answers with how many events and payments were looked at. Source: DESIGN 4.3.
 */
export async function reconcilePayments(req: PayloadRequest, { seconds = 120 } = {}): Promise<number> {
  const settings = await readPaymentSettings(req)
  const asked = paymentProviders().filter((provider) => !provider.isOffline && provider.isOn(settings))
  const looks = await eachAlone(req, asked, {
    name: ({ id }) => `Reconciling with ${id}`,
    work: (provider) => reconcile(req, provider, seconds),
  })
  return looks.reduce((sum, count) => sum + count, 0)
}
