import { useState } from 'react'
import type { ShippingOption } from '#domain/views'
import { AddressFields } from './address-fields'
import type { StepProps } from './checkout-step-props'
import { Icon } from './icon'
import { moneyIn, type Shop } from './shop'

export function DeliveryOption({
  shop,
  option,
  chosen,
}: {
  shop: Shop
  option: ShippingOption
  chosen: boolean
}) {
  const { t } = shop
  const { minDays, maxDays } = option.estimate
  return (
    <label className="radio-card">
      <input
        className="dot"
        type="radio"
        name="shippingOption"
        value={option.id}
        defaultChecked={chosen}
        required
      />
      <span>{option.name}</span>
      <span className="figures">
        {option.price.amount === 0 ? t('bag.free') : moneyIn(shop, option.price)}
        {option.regularPrice && <s className="muted"> {moneyIn(shop, option.regularPrice)}</s>}
      </span>
      <p>{t('checkout.days', { min: minDays, max: maxDays })}</p>
    </label>
  )
}

interface DeliveryProps extends StepProps {
  options: readonly ShippingOption[]
}

export function DeliveryStep({ options: first, ...props }: DeliveryProps) {
  const { shop, draft, countries, errors, onBlur } = props
  const { t } = shop
  const [options, setOptions] = useState(first)
  const [country, setCountry] = useState(draft.shippingAddress?.country)

  const follow = async (to: string) => {
    setCountry(to)
    const answer = await fetch(`/api/store/carts/current/shipping-options?country=${to}`).catch(
      () => undefined,
    )
    if (answer?.ok) setOptions(((await answer.json()) as { options: ShippingOption[] }).options)
  }

  const chosen = options.some(({ id }) => id === draft.shippingOption) ? draft.shippingOption : options[0]?.id
  return (
    <>
      <h2>{t('checkout.where')}</h2>
      <AddressFields
        t={t}
        prefix="shippingAddress"
        address={{ ...draft.shippingAddress, country }}
        countries={countries}
        errors={errors}
        onBlur={onBlur}
        onCountry={(to) => void follow(to)}
      />
      {countries.length > 1 && (
        <button className="plain-button small mt-2 no-script" name="refresh" value="1" formNoValidate>
          <Icon name="truck" className="mr-2" />
          {t('checkout.updateOptions')}
        </button>
      )}
      <h2 id="field-shippingOption">{t('checkout.how')}</h2>
      <div role="radiogroup" aria-labelledby="field-shippingOption" aria-live="polite">
        {options.map((option) => (
          <DeliveryOption key={option.id} shop={shop} option={option} chosen={option.id === chosen} />
        ))}
        {options.length === 0 && <p className="notice">{t('checkout.noOptions')}</p>}
      </div>
      <button className="button wide">{t('checkout.toPayment')}</button>
    </>
  )
}
