/** Every refusal a caller can act on, with the HTTP status it becomes. Source: DESIGN 5. */
export const refusals = {
  'access.denied': 403,
  'address.not-found': 404,
  'body.too-large': 413,
  'brand.not-found': 404,
  'cart.bought': 409,
  'cart.empty': 409,
  'cart.full': 409,
  'cart.line-not-found': 404,
  'cart.not-found': 404,
  'category.not-found': 404,
  conflict: 409,
  'child.not-found': 404,
  'checkout.in-progress': 409,
  'credit.not-found': 404,
  'credit.state': 409,
  'customer.not-erasable': 409,
  'customer.not-found': 404,
  'customer.required': 401,
  'gift-card.not-applicable': 422,
  'google.cancelled': 401,
  'google.only-way': 409,
  'google.other-account': 409,
  'google.other-address': 409,
  'google.password-first': 409,
  'google.refused': 401,
  'google.unproven': 401,
  'idempotency.mismatch': 422,
  'idempotency.missing': 400,
  'invoice.not-due': 409,
  'invoice.seller': 409,
  'market.not-found': 404,
  'media-type.unsupported': 415,
  'media.not-found': 404,
  'method.not-allowed': 405,
  'money.bad-amount': 422,
  'money.bad-weights': 422,
  'money.currency-mismatch': 422,
  'order.edit': 409,
  'order.not-found': 404,
  'order.not-payable': 409,
  'order.not-shippable': 409,
  'order.state': 409,
  'order.unpaid': 409,
  'origin.untrusted': 403,
  'paper.not-found': 404,
  'passkey.exists': 409,
  'passkey.not-found': 404,
  'passkey.only-way': 409,
  'passkey.refused': 401,
  'payment.amount': 409,
  'payment.changed': 409,
  'payment.method-unavailable': 422,
  'payment.provider-fault': 503,
  'payment.state': 409,
  'payment.unavailable': 503,
  'price.changed': 409,
  'product.not-found': 404,
  'promotion.not-applicable': 422,
  'promotion.not-found': 404,
  'provider.not-found': 404,
  'rate.limited': 429,
  'refund.amount': 409,
  'refund.line': 409,
  'refund.not-found': 404,
  'refund.state': 409,
  'request.malformed': 400,
  'resource.not-found': 404,
  'review.exists': 409,
  'review.not-delivered': 409,
  'review.not-found': 404,
  'review.state': 409,
  'return.line': 409,
  'return.not-found': 404,
  'return.state': 409,
  'second-factor.exists': 409,
  'second-factor.wrong': 401,
  'session.bad-credentials': 401,
  'session.not-found': 404,
  'session.stale': 401,
  'shipping.no-destination': 422,
  'shipping.unavailable': 422,
  'size.not-found': 404,
  'stock.available': 409,
  'stock.insufficient': 409,
  'stock.unavailable': 409,
  unavailable: 503,
  'validation.failed': 422,
  'variant.not-found': 404,
  'wishlist.full': 409,
  'wishlist.not-found': 404,
  'withdrawal.nothing': 409,
  'webhook.bad-signature': 400,
} as const

export type RefusalCode = keyof typeof refusals

/** A refusal that the caller can act on. `details` is shown to the caller: never put secrets into it. */
export class DomainError extends Error {
  readonly code: RefusalCode
  readonly details: Readonly<Record<string, unknown>>

  constructor(code: RefusalCode, details: Readonly<Record<string, unknown>> = {}) {
    super(code)
    this.name = 'DomainError'
    this.code = code
    this.details = details
  }

  get status(): number {
    return refusals[this.code]
  }
}
