import { checkoutSteps, type CheckoutStep } from '#domain/checkout-steps'
import { hrefIn, type Shop } from './shop'

/** Where one is; steps that are done lead back. */
export function CheckoutSteps({ shop, step }: { shop: Shop; step: CheckoutStep }) {
  const { t } = shop
  const at = checkoutSteps.indexOf(step)
  return (
    <nav aria-label={t('checkout.stepsLabel')}>
      <ol className="steps">
        {checkoutSteps.map((one, index) => {
          const words = `${index + 1} ${t(`checkout.steps.${one}`)}`
          return (
            <li key={one}>
              {index < at ? (
                <a href={hrefIn(shop, `/checkout?step=${one}`)}>{words}</a>
              ) : (
                <span aria-current={index === at ? 'step' : undefined}>{words}</span>
              )}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
