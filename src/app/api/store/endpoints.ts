import { activeCache } from '#front/active'
import type { Answer } from '#front/direct'
import type { Method, RouteHandler } from '../_http/route'

export type Endpoint = Readonly<Record<Method, RouteHandler>>

/** Every address of the Store API, the more exact ones first: one route of Next.js, so that what they share is built once. */
export const endpoints: readonly (readonly [pattern: string, load: () => Promise<Endpoint>])[] = [
  ['/products', () => import('./products/endpoint')],
  ['/products/:slug', () => import('./products/[slug]/endpoint')],
  ['/products/:slug/beside', () => import('./products/[slug]/beside/endpoint')],
  ['/products/:slug/draw', () => import('./products/[slug]/draw/endpoint')],
  ['/products/:slug/reviews', () => import('./products/[slug]/reviews/endpoint')],
  ['/suggest', () => import('./suggest/endpoint')],
  ['/address-suggestions', () => import('./address-suggestions/endpoint')],
  ['/carts', () => import('./carts/endpoint')],
  ['/carts/current', () => import('./carts/current/endpoint')],
  ['/carts/current/lines', () => import('./carts/current/lines/endpoint')],
  ['/carts/current/lines/:id', () => import('./carts/current/lines/[id]/endpoint')],
  ['/carts/current/code', () => import('./carts/current/code/endpoint')],
  ['/carts/current/gift-note', () => import('./carts/current/gift-note/endpoint')],
  ['/carts/current/gift-cards', () => import('./carts/current/gift-cards/endpoint')],
  ['/carts/current/gift-cards/:id', () => import('./carts/current/gift-cards/[id]/endpoint')],
  ['/carts/current/store-credit', () => import('./carts/current/store-credit/endpoint')],
  ['/carts/current/shipping-options', () => import('./carts/current/shipping-options/endpoint')],
  ['/carts/current/wallet-quote', () => import('./carts/current/wallet-quote/endpoint')],
  ['/orders/:number/give-up', () => import('./orders/[number]/give-up/endpoint')],
  ['/orders/:number/pay', () => import('./orders/[number]/pay/endpoint')],
  ['/payment-methods', () => import('./payment-methods/endpoint')],
  ['/checkout', () => import('./checkout/endpoint')],
  ['/orders/:number', () => import('./orders/[number]/endpoint')],
  ['/orders/:number/again', () => import('./orders/[number]/again/endpoint')],
  ['/orders/:number/returns', () => import('./orders/[number]/returns/endpoint')],
  ['/orders/:number/reviews', () => import('./orders/[number]/reviews/endpoint')],
  ['/orders/:number/papers', () => import('./orders/[number]/papers/endpoint')],
  ['/orders/:number/papers/:paper', () => import('./orders/[number]/papers/[paper]/endpoint')],
  ['/orders/:number/withdrawals', () => import('./orders/[number]/withdrawals/endpoint')],
  ['/wishlist', () => import('./wishlist/endpoint')],
  ['/wishlist/share', () => import('./wishlist/share/endpoint')],
  ['/wishlist/items/:slug', () => import('./wishlist/items/[slug]/endpoint')],
  ['/wishlist/shared/:key', () => import('./wishlist/shared/[key]/endpoint')],
  ['/newsletter/leave', () => import('./newsletter/leave/endpoint')],
  ['/measuring/stop', () => import('./measuring/stop/endpoint')],
  ['/draw-entries', () => import('./draw-entries/endpoint')],
  ['/draw-entries/confirm', () => import('./draw-entries/confirm/endpoint')],
  ['/draw-entries/leave', () => import('./draw-entries/leave/endpoint')],
  ['/stock-alerts', () => import('./stock-alerts/endpoint')],
  ['/carts/current/holds', () => import('./carts/current/holds/endpoint')],
  ['/customers', () => import('./customers/endpoint')],
  ['/session', () => import('./session/endpoint')],
  ['/password-reset', () => import('./password-reset/endpoint')],
  ['/password-reset/confirm', () => import('./password-reset/confirm/endpoint')],
  ['/me', () => import('./me/endpoint')],
  ['/me/prices', () => import('./me/prices/endpoint')],
  ['/me/addresses', () => import('./me/addresses/endpoint')],
  ['/me/addresses/:id', () => import('./me/addresses/[id]/endpoint')],
  ['/me/sizes', () => import('./me/sizes/endpoint')],
  ['/me/sizes/:segment', () => import('./me/sizes/[segment]/endpoint')],
  ['/me/children', () => import('./me/children/endpoint')],
  ['/me/children/:id', () => import('./me/children/[id]/endpoint')],
  ['/me/stock-alerts', () => import('./me/stock-alerts/endpoint')],
  ['/me/stock-alerts/:id', () => import('./me/stock-alerts/[id]/endpoint')],
  ['/me/draw-entries', () => import('./me/draw-entries/endpoint')],
  ['/me/draw-entries/:id', () => import('./me/draw-entries/[id]/endpoint')],
  ['/me/export', () => import('./me/export/endpoint')],
  ['/google', () => import('./google/endpoint')],
  ['/google/callback', () => import('./google/callback/endpoint')],
  ['/session/second-step', () => import('./session/second-step/endpoint')],
  ['/me/second-factor', () => import('./me/second-factor/endpoint')],
  ['/session/passkey', () => import('./session/passkey/endpoint')],
  ['/session/passkey/options', () => import('./session/passkey/options/endpoint')],
  ['/me/passkeys', () => import('./me/passkeys/endpoint')],
  ['/me/passkeys/options', () => import('./me/passkeys/options/endpoint')],
  ['/me/passkeys/:id', () => import('./me/passkeys/[id]/endpoint')],
  ['/me/google', () => import('./me/google/endpoint')],
  ['/me/sessions', () => import('./me/sessions/endpoint')],
  ['/me/sessions/:id', () => import('./me/sessions/[id]/endpoint')],
  ['/me/email', () => import('./me/email/endpoint')],
  ['/me/email/confirm', () => import('./me/email/confirm/endpoint')],
  ['/sign-in-link', () => import('./sign-in-link/endpoint')],
  ['/sign-in-link/confirm', () => import('./sign-in-link/confirm/endpoint')],
  ['/me/erasure', () => import('./me/erasure/endpoint')],
  ['/me/erasure/confirm', () => import('./me/erasure/confirm/endpoint')],
  ['/me/orders', () => import('./me/orders/endpoint')],
  ['/me/store-credit', () => import('./me/store-credit/endpoint')],
  ['/payments/:provider/webhook', () => import('./payments/[provider]/webhook/endpoint')],
  ['/openapi.json', () => import('./openapi.json/endpoint')],
  ['/forms/review', () => import('./forms/review/endpoint')],
  ['/forms/:form', () => import('./forms/[form]/endpoint')],
]

interface Known {
  pattern: string
  parts: readonly string[]
  load: () => Promise<Endpoint>
  /** There once it has been loaded, for whoever does not wait. */
  loaded?: Endpoint
}

const known: readonly Known[] = endpoints.map(([pattern, load]) => {
  const one: Known = {
    pattern,
    parts: pattern.slice(1).split('/'),
    load: async () => (one.loaded ??= await load()),
  }
  return one
})

/**
 * What is at these parts of an address, and the values of those that have a name; undefined for nothing.
 * @param {readonly string[]} given decoded
 */
export function findEndpoint(
  given: readonly string[],
): { found: Known; params: Record<string, string> } | undefined {
  const found = known.find(
    ({ parts }) =>
      parts.length === given.length &&
      parts.every((part, index) => (part.startsWith(':') ? given[index] !== '' : part === given[index])),
  )
  if (!found) return undefined
  const named = found.parts.flatMap((part, index) =>
    part.startsWith(':') ? [[part.slice(1), given[index] ?? '']] : [],
  )
  return { found, params: Object.fromEntries(named) as Record<string, string> }
}

const root = '/api/store/'

/** How what is at an address answers without Next.js; undefined where it does not, or was never asked before. */
export function findDirect(method: string, path: string): Answer | undefined {
  // What a write has changed is told to the cache of ours; that of Next.js itself is out of reach.
  if (!path.startsWith(root) || (method !== 'GET' && !activeCache())) return undefined
  const at = findEndpoint(path.slice(root.length).split('/').map(decodeURIComponent))
  const directly = at?.found.loaded?.[method as Method]?.directly
  return at && directly && ((asked) => directly(asked, at.params))
}
