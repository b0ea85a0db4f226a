import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { pastNext, type CacheTag } from '#cache'
import { beginLaunches } from '#services/begin-launches'
import { forgetOldBuyers } from '#services/erase-rows'
import { forgetExpired } from '#services/forget-expired'
import { endDueHolds } from '#services/end-holds'
import { expireReservations } from '#services/expire-reservations'
import { expireCards } from '#services/gift-card'
import { inviteReviews } from '#services/invite-reviews'
import { makeDraws } from '#services/make-draws'
import { remindToMeasure } from '#services/measuring-mails'
import { isOutage } from '#services/outage'
import { refreshPrices } from '#services/refresh-prices'
import { reconcilePayments } from '#services/reconcile-payments'
import { handlePaymentEvents } from '#services/record-payment-event'
import { settleDues } from '#services/settle-dues'
import { tellBackInStock } from '#services/tell-back-in-stock'
import { tellMovedDraws } from '#services/tell-moved-draws'
import { inTransaction, rowsOf } from '#services/transaction'
import { forgetSearches } from '#services/note-search'
import { sweepChallenges } from '#services/passkey-challenges'
import { sweepLimits } from '#services/rate-limit'
import { sweepTyped } from '#services/typed-again'
import { forgetWishes } from '#services/wishlist'
import { faultWords } from '../fault-words'
import { forgetFaults } from '../faults'
import { noteFault } from '../note-fault'
import { freshStatistics } from './fresh-statistics'
import { isDue } from './in-turn'
import { notePools } from './note-pools'
import { noteSizes } from './note-sizes'
import { publishScheduled } from './publish-scheduled'
import { rememberJobs, type JobRun } from './remember-jobs'
import { sendMail } from './send-mail'
import { sweepFilesHourly } from './sweep-files'

type Job = (req: PayloadRequest) => Promise<number>

/** First answers are kept for a day, as long as a client may repeat its call. */
const forgetOldKeys: Job = async (req) => {
  const rows = await rowsOf(
    req,
    sql`DELETE FROM idempotency_keys WHERE created_at < now() - interval '24 hours' RETURNING 1`,
  )
  return rows.length
}

/** Whoever reads the catalogue's changes has read them long before, or reads everything anew. */
const forgetChanges: Job = async (req) => {
  const rows = await rowsOf(
    req,
    sql`DELETE FROM catalogue_changes WHERE at < now() - interval '1 hour' RETURNING 1`,
  )
  return rows.length
}

const minute = 60
const day = 86_400

/** Once a day, in one process. */
const forgetExpiredDaily: Job = async (req) =>
  (await isDue(req, 'forget-expired', day)) ? forgetExpired(req) : 0

/** Every few minutes, in one process. */
const forgetLimits: Job = async (req) =>
  (await isDue(req, 'forget-limits', 5 * minute)) ? sweepLimits(req) : 0

/** Each look at the page of sign-in leaves one, and few are answered. */
const forgetChallenges: Job = async (req) =>
  (await isDue(req, 'forget-challenges', 5 * minute)) ? sweepChallenges(req) : 0

/** Whose browser has not asked for them in time has lost their key. */
const forgetTyped: Job = async (req) =>
  (await isDue(req, 'forget-typed-words', 5 * minute)) ? sweepTyped(req) : 0

type Lane = Readonly<Record<string, Job>>

/** Jobs of a lane follow each other; who waits for somebody else's answer has a lane of its own, and holds up nobody. */
const lanes: readonly Lane[] = [
  {
    'refresh-prices': (req) => refreshPrices(req),
    'expire-reservations': expireReservations,
    'end-holds': endDueHolds,
    'tell-back-in-stock': tellBackInStock,
    'invite-reviews': inviteReviews,
    'remind-to-measure': remindToMeasure,
    'expire-cards': expireCards,
    'publish-scheduled': publishScheduled,
    'forget-old-keys': forgetOldKeys,
    'forget-expired': forgetExpiredDaily,
    'forget-wishes': forgetWishes,
    'forget-old-buyers': (req) => inTransaction(req, forgetOldBuyers),
    'forget-searches': forgetSearches,
    'forget-limits': forgetLimits,
    'forget-challenges': forgetChallenges,
    'forget-typed-words': forgetTyped,
    'forget-catalogue-changes': forgetChanges,
    'forget-faults': forgetFaults,
    'fresh-statistics': freshStatistics,
    'note-sizes': noteSizes,
    'note-pools': notePools,
  },
  { 'send-mail': (req) => sendMail(req) },
  {
    'handle-payment-events': handlePaymentEvents,
    'settle-dues': (req) => settleDues(req),
    'reconcile-payments': (req) => reconcilePayments(req),
  },
  // It waits for a launch that is near; draws follow at once.
  { 'begin-launches': beginLaunches, 'make-draws': makeDraws, 'tell-moved-draws': tellMovedDraws },
  { 'sweep-files': sweepFilesHourly },
]

export type JobReport = Record<string, number | 'failed'>
type Runs = Record<string, JobRun>

/** Drops what was made of these tags, in every process. */
export type Drop = (tags: CacheTag[]) => Promise<void>

/** `isAway`: the database did not answer; what was to follow was left for the next time. */
async function runLane(
  req: PayloadRequest,
  lane: Lane,
  drop?: Drop,
): Promise<{ runs: Runs; isAway: boolean }> {
  const runs: Runs = {}
  let outage: string | undefined
  for (const [name, job] of Object.entries(lane)) {
    const [at, begun] = [new Date().toISOString(), performance.now()]
    const took = () => Math.round(performance.now() - begun)
    try {
      // Without a database each of them would wait as long for nothing.
      const work = () => job(req)
      if (!outage)
        runs[name] = { at, done: await (drop ? pastNext(work, drop) : work()), milliseconds: took() }
      else runs[name] = { at, milliseconds: 0, fault: outage }
    } catch (error) {
      req.payload.logger.error({ msg: `The job ${name} failed`, err: error })
      noteFault(`Job: ${name}`, error)
      const fault = faultWords(error)
      runs[name] = { at, milliseconds: took(), fault }
      if (isOutage(error)) outage = fault
    }
  }
  return { runs, isAway: outage !== undefined }
}

/** A request of the same system, in no transaction of the others. */
const ofItsOwn = (req: PayloadRequest): PayloadRequest => ({
  ...req,
  context: {},
  transactionID: undefined,
  payloadDataLoader: undefined as unknown as PayloadRequest['payloadDataLoader'],
})

/**
 * Runs every job once, each on its own: one that fails is logged and does not hold back the next. With `drop` pages that a job
 * has made stale go as soon as it is done; without it Next.js drops them once all are, which a slow mail server may delay.
 */
export async function runDue(req: PayloadRequest, drop?: Drop): Promise<JobReport> {
  const ended = await Promise.all(lanes.map((lane) => runLane(ofItsOwn(req), lane, drop)))
  const runs: Runs = Object.assign({}, ...ended.map((lane) => lane.runs))
  if (!ended.some(({ isAway }) => isAway))
    await rememberJobs(req, runs).catch((error: unknown) => noteFault('Jobs', error))
  return Object.fromEntries(Object.entries(runs).map(([name, { done }]) => [name, done ?? 'failed']))
}
