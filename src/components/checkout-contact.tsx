import type { StepProps } from './checkout-step-props'
import { Field } from './field'

export function ContactStep({ shop: { t }, draft, errors, onBlur }: StepProps) {
  return (
    <>
      <Field
        t={t}
        name="email"
        type="email"
        label={t('checkout.email')}
        hint={t('checkout.emailHint')}
        value={draft.email}
        error={errors.email}
        autoComplete="email"
        maxLength={254}
        onBlur={onBlur}
      />
      <button className="button wide">{t('checkout.toDelivery')}</button>
    </>
  )
}
