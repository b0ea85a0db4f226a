import type { CheckoutDraft } from '#domain/checkout'
import { checkoutSteps, type CheckoutStep } from '#domain/checkout-steps'
import type { ShippingOption } from '#domain/views'
import { hrefIn, type Shop } from './shop'

interface AnsweredProps {
  shop: Shop
  step: CheckoutStep
  draft: CheckoutDraft
  options: readonly ShippingOption[]
}

/** What earlier steps said, each with a way to change it. */
export function CheckoutAnswered({ shop, step, draft, options }: AnsweredProps) {
  const at = checkoutSteps.indexOf(step)
  const { firstName, lastName, line1, line2, postalCode, city } = draft.shippingAddress ?? {}
  const street = [line1, line2].filter(Boolean).join(', ')
  const option = options.find(({ id }) => id === draft.shippingOption)
  const rows: { to: CheckoutStep; words: string }[] = [
    { to: 'contact', words: draft.email ?? '' },
    { to: 'delivery', words: [`${firstName} ${lastName}`, street, `${postalCode} ${city}`].join(', ') },
    { to: 'delivery', words: option?.name ?? '' },
  ]
  return rows
    .filter(({ to, words }) => checkoutSteps.indexOf(to) < at && words)
    .map(({ to, words }) => (
      <div key={words} className="answered">
        <div>{words}</div>
        <a className="plain-button" href={hrefIn(shop, `/checkout?step=${to}`)}>
          {shop.t('form.change')}
          <span className="sr-only">, {shop.t(`checkout.steps.${to}`)}</span>
        </a>
      </div>
    ))
}
