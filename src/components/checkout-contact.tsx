import type { StepProps } from './checkout-step-props'
import { EmailField } from './field'

export function ContactStep({ shop: { t }, draft, errors, onBlur }: StepProps) {
  return (
    <>
      <EmailField
        t={t}
        label={t('checkout.email')}
        hint={t('checkout.emailHint')}
        value={draft.email}
        error={errors.email}
        onBlur={onBlur}
      />
      <button className="button wide">{t('checkout.toDelivery')}</button>
    </>
  )
}
