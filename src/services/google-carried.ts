import { z } from 'zod'
import { open, seal } from './sealed'

/** What a browser carries to Google and back, which nobody else may read or change. */
const carried = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  next: z.string(),
  until: z.number(),
  market: z.string().optional(),
  /** Coming back is the other site's doing, so that our own cookies do not count then. */
  cart: z.string().optional(),
  wishes: z.string().optional(),
  /** The session of somebody who links Google to their account, and does not sign in by it. */
  session: z.string().optional(),
  /** Which door it leads to: what was begun at the shop's opens nothing at the admin's. */
  door: z.enum(['shop', 'admin']),
})
export type Carried = z.infer<typeof carried>

export type GoogleDoor = Carried['door']

/** Seconds. */
export const carriedFor = 600

/** Encrypted, and good for ten minutes. */
export const sealCarried = (what: Omit<Carried, 'until'>): string =>
  seal('google sign-in', JSON.stringify({ ...what, until: Date.now() + carriedFor * 1000 }))

/** What was carried to this door; nothing for what is not ours, was changed, is too old or was begun at another door. */
export function openCarried(value: string | undefined, door: GoogleDoor): Carried | undefined {
  try {
    const found = carried.parse(JSON.parse(open('google sign-in', value ?? '')))
    return found.until > Date.now() && found.door === door ? found : undefined
  } catch {
    return undefined
  }
}
