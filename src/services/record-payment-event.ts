import type { PayloadRequest } from 'payload'
import { applyPaymentState, type Applied } from './apply-payment-state'
import { eachAlone } from './each-alone'
import type { PaymentNotice, PaymentProvider, PaymentState } from './payments/provider'
import { providerOf } from './payments/providers'
import { announceStock } from './reserve-stock'
import { settleLater } from './settle-dues'
import { run, type Statement } from './statement'
import { inTransaction } from './transaction'

const receive: Statement = {
  name: 'event-receive',
  text: `INSERT INTO payment_events (provider, event_id, type, payload, next_try_at)
    VALUES ($1, $2, $3, $4::jsonb, now() + make_interval(secs => $5)) ON CONFLICT (provider, event_id) DO NOTHING RETURNING event_id`,
}
const lockEvent: Statement = {
  name: 'event-lock',
  text: 'SELECT event_id FROM payment_events WHERE provider = $1 AND event_id = $2 AND handled_at IS NULL FOR UPDATE',
}
const close: Statement = {
  name: 'event-handled',
  text: 'UPDATE payment_events SET handled_at = now(), error = $3 WHERE provider = $1 AND event_id = $2',
}
/** Waits longer after each failure: 20 s, 40 s, ... at most an hour. */
const claim: Statement = {
  name: 'event-claim',
  text: `UPDATE payment_events e SET tries = e.tries + 1,
      next_try_at = now() + least(interval '1 hour', interval '20 seconds' * power(2, least(e.tries, 10)))
    FROM (SELECT provider, event_id FROM payment_events WHERE handled_at IS NULL AND next_try_at <= now()
      ORDER BY received_at LIMIT 20 FOR UPDATE SKIP LOCKED) due
    WHERE e.provider = due.provider AND e.event_id = due.event_id RETURNING e.provider, e.event_id AS id, e.payload`,
}

/** Applies a state in one transaction with whatever belongs to it, then does what follows from it outside. */
async function apply(
  req: PayloadRequest,
  work: (tx: Parameters<Parameters<typeof inTransaction>[1]>[0]) => Promise<Applied | undefined>,
): Promise<Applied | undefined> {
  const applied = await inTransaction(req, work)
  if (!applied) return undefined
  await announceStock(req, applied.changes)
  if (applied.orderId) await settleLater(req, applied.orderId)
  return applied
}

/** Takes over what a provider has said about a payment, in one transaction. Answers with the fault when it fits none. */
export async function recordPaymentState(
  req: PayloadRequest,
  provider: string,
  state: PaymentState,
): Promise<string | undefined> {
  const applied = await apply(req, (tx) => applyPaymentState(tx, provider, state))
  return applied?.fault
}

/** Reads what the payment has come to and applies it, once for each event. */
async function handle(
  req: PayloadRequest,
  provider: PaymentProvider,
  { id, reference }: Pick<PaymentNotice, 'id' | 'reference'>,
): Promise<void> {
  const state = await provider.read(reference)
  await apply(req, async (tx) => {
    const open = await run(tx, lockEvent, [provider.id, id])
    if (open.length === 0) return undefined
    const applied = state
      ? await applyPaymentState(tx, provider.id, state)
      : { changes: [], fault: 'the provider does not know it' }
    await run(tx, close, [provider.id, id, applied.fault ?? null])
    return applied
  })
}

/**
 * Puts an event into the inbox, each once; true when it is new. No personal value is kept. `seconds` later the job
 * handles it, unless somebody has by then.
 */
export async function receivePaymentEvent(
  req: PayloadRequest,
  provider: string,
  { id, type, reference, at, seconds = 0 }: PaymentNotice & { seconds?: number },
): Promise<boolean> {
  const payload = JSON.stringify({ reference, at: at.toISOString() })
  const fresh = await run(req, receive, [provider, id, type, payload, seconds])
  return fresh.length > 0
}

/**
 * Takes in that something has happened to a payment. Once the event is stored it cannot be lost: whatever fails
 * from there on is done by `handlePaymentEvents`. Only a failing store is an error, so that the provider sends again.
 */
export async function recordPaymentEvent(
  req: PayloadRequest,
  provider: string,
  notice: PaymentNotice,
): Promise<'recorded' | 'repeated'> {
  if (!(await receivePaymentEvent(req, provider, { ...notice, seconds: 20 }))) return 'repeated'
  try {
    await handle(req, providerOf(provider), notice)
  } catch (error) {
    req.payload.logger.warn({ msg: `The event ${notice.id} of ${provider} is tried again later`, err: error })
  }
  return 'recorded'
}

/** Handles the events that are stored and not yet done. Several at once share the work. Answers with how many were done. */
export async function handlePaymentEvents(req: PayloadRequest): Promise<number> {
  const due = await run<{ provider: string; id: string; payload: { reference: string } }>(req, claim, [])
  const done = await eachAlone(req, due, {
    name: ({ provider, id }) => `The event ${id} of ${provider}`,
    work: ({ provider, id, payload }) =>
      handle(req, providerOf(provider), { id, reference: payload.reference }),
  })
  return done.length
}
