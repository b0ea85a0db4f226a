import type { CheckoutDraft } from '#domain/checkout'
import { Field } from './field'
import type { Words } from './shop'

interface BusinessProps {
  t: Words
  draft: CheckoutDraft
  errors: Readonly<Record<string, string>>
  onBlur: (event: React.FocusEvent<HTMLInputElement>) => void
}

/** For those who buy for a business; folded away for all others. */
export function BusinessFields({ t, draft, errors, onBlur }: BusinessProps) {
  const isOpen = [draft.company, draft.vatNumber, errors.company, errors.vatNumber].some(Boolean)
  return (
    <details className="business" open={isOpen}>
      <summary>{t('checkout.business')}</summary>
      <div className="fields">
        <Field
          t={t}
          name="company"
          label={t('checkout.company')}
          value={draft.company}
          error={errors.company}
          autoComplete="organization"
          maxLength={120}
          onBlur={onBlur}
          optional
        />
        <Field
          t={t}
          name="vatNumber"
          label={t('checkout.vatNumber')}
          hint={t('checkout.vatNumberHint')}
          value={draft.vatNumber}
          error={errors.vatNumber}
          autoComplete="off"
          maxLength={40}
          onBlur={onBlur}
          optional
        />
      </div>
    </details>
  )
}
