/** Codes that `checkout.problems` has words for, by the form and by a wallet. */
export const checkoutProblems = new Set([
  'launch.limit',
  'launch.not-yet',
  'stock.insufficient',
  'price.changed',
  'cart.empty',
  'cart.bought',
  'checkout.in-progress',
  'promotion.not-applicable',
  'payment.changed',
  'gift-card.not-applicable',
  'shipping.no-destination',
  'shipping.unavailable',
  'payment.method-unavailable',
  'validation.failed',
  'rate.limited',
])
