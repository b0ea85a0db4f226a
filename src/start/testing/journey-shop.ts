import { inject } from 'vitest'

/** A production shop with the demo catalogue, and what it asks. */
export interface JourneyShop {
  shopUrl: string
  databaseUrl: string
  /** The double of Stripe that the shop pays by. */
  stripeUrl: string
  mapUrl: string
  /** A stopped data directory with the demo catalogue, for a test that starts and kills a shop. */
  spareData: string
}

declare module 'vitest' {
  interface ProvidedContext {
    /** One for each of the journeys that run beside each other: what one changes another would see. */
    shops: JourneyShop[]
  }
}

/** Of the shop of this worker. */
export function ofShop(name: keyof JourneyShop): string {
  const shop = inject('shops')[Number(process.env.VITEST_POOL_ID) - 1]
  if (!shop) throw new Error('This worker has no shop')
  return shop[name]
}
