import { startStripeDouble, type StripeDouble } from '../../services/payments/testing/stripe-double'

/** The double of Stripe, and its keys in the environment: to be called before anything reads `#env`. */
export async function giveStripe(): Promise<StripeDouble> {
  const double = await startStripeDouble()
  Object.assign(process.env, double.environment)
  return double
}
