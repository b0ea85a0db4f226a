import Stripe from 'stripe'
import { env } from '#env'
import { DomainError, type RefusalCode } from '#domain/errors'

/** Milliseconds for one call, which is repeated once; and for all of it, however the answer trickles in. */
const perCall = 5_000
const inAll = 12_000

let made: Stripe | undefined

export const hasStripe = (): boolean => env.STRIPE_SECRET_KEY !== undefined

/** `STRIPE_API_BASE` points at a stand-in on this machine. */
function standIn(): { protocol: 'http' | 'https'; host: string; port: string } | undefined {
  if (!env.STRIPE_API_BASE) return undefined
  const { protocol, hostname, port } = new URL(env.STRIPE_API_BASE)
  return { protocol: protocol === 'http:' ? 'http' : 'https', host: hostname, port }
}

/** The official client; it reads its keys from the environment when it is first used. */
export function stripeClient(): Stripe {
  made ??= new Stripe(env.STRIPE_SECRET_KEY ?? '', {
    ...standIn(),
    timeout: perCall,
    maxNetworkRetries: 1,
    telemetry: false,
    appInfo: { name: 'Molini' },
  })
  return made
}

/** What the pay page needs: the publishable key, and where the script of the card form comes from. */
export const stripeInBrowser = (): { publishableKey: string; script: string } => ({
  publishableKey: env.STRIPE_PUBLISHABLE_KEY ?? '',
  script: `${env.STRIPE_API_BASE ?? 'https://js.stripe.com'}/v3/`,
})

function refusal(code: RefusalCode, cause: unknown): DomainError {
  const made = new DomainError(code, code === 'payment.state' ? {} : { retryAfter: 5 })
  made.cause = cause
  return made
}

const { errors } = Stripe

function refusalFor(error: unknown): unknown {
  if (error instanceof errors.StripeConnectionError || error instanceof errors.StripeRateLimitError)
    return refusal('payment.unavailable', error)
  if (error instanceof errors.StripeInvalidRequestError || error instanceof errors.StripeCardError)
    return refusal('payment.state', error)
  return error instanceof errors.StripeError ? refusal('payment.provider-fault', error) : error
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(refusal('payment.unavailable', new Error('Stripe is too slow'))),
      milliseconds,
    )
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

/** One call of Stripe, bounded in time, its errors in the words of `PaymentProvider`. */
export async function askStripe<T>(work: (stripe: Stripe) => Promise<T>): Promise<T> {
  try {
    return await within(inAll, work(stripeClient()))
  } catch (error) {
    throw refusalFor(error)
  }
}
