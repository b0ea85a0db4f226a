import { useState } from 'react'
import type { ShippingOption } from '#domain/views'
import { AddressFields } from './address-fields'
import { BusinessFields } from './business-fields'
import type { Choices } from './checkout-choices'
import type { StepProps } from './checkout-step-props'
import { Icon } from './icon'
import { PickupPlace } from './pickup-place'
import { dateIn, moneyIn, type Shop } from './shop'

function When({ shop, option }: { shop: Shop; option: ShippingOption }) {
  const { t } = shop
  const { from, to } = option.estimate
  const days = { from: dateIn(shop, from), to: dateIn(shop, to) }
  if (option.kind === 'pickup') return t('checkout.ready', days)
  return t(from === to ? 'checkout.arrivesOn' : 'checkout.arrives', days)
}

interface OptionProps {
  shop: Shop
  option: ShippingOption
  chosen: boolean
  onChoose: (id: string) => void
}

export function DeliveryOption({ shop, option, chosen, onChoose }: OptionProps) {
  const { id, name, price, regularPrice, pickup } = option
  return (
    <label className="radio-card">
      <input
        className="dot"
        type="radio"
        name="shippingOption"
        value={id}
        defaultChecked={chosen}
        onChange={() => onChoose(id)}
        required
      />
      <span>{name}</span>
      <span className="figures">
        {price.amount === 0 ? shop.t('bag.free') : moneyIn(shop, price)}
        {regularPrice && <s className="muted"> {moneyIn(shop, regularPrice)}</s>}
      </span>
      <p>
        <When shop={shop} option={option} />
        {pickup && <PickupPlace pickup={pickup} />}
      </p>
    </label>
  )
}

interface DeliveryProps extends StepProps {
  choices: Choices
}

export function DeliveryStep({ choices, ...props }: DeliveryProps) {
  const { shop, draft, countries, help, errors, onBlur } = props
  const { t } = shop
  const { options, reason, place, isAsking, follow } = choices
  const [wanted, setWanted] = useState(draft.shippingOption)
  const blurred = (event: React.FocusEvent<HTMLInputElement>) => {
    onBlur(event)
    const { name, value } = event.target
    if (name === 'shippingAddress.postalCode') void follow({ ...place, postalCode: value.trim() })
  }

  const chosen = options.find(({ id }) => id === wanted) ?? options[0]
  return (
    <>
      <h2>{t('checkout.where')}</h2>
      <AddressFields
        t={t}
        prefix="shippingAddress"
        address={{ ...draft.shippingAddress, country: place.country }}
        countries={countries}
        errors={errors}
        onBlur={blurred}
        onCountry={(country) => void follow({ ...place, country })}
        help={help}
        onFilled={({ country, postalCode = '' }) => void follow({ country, postalCode })}
      />
      <BusinessFields t={t} draft={draft} errors={errors} onBlur={onBlur} />
      <button className="plain-button small mt-2 no-script" name="refresh" value="1" formNoValidate>
        <Icon name="truck" className="mr-2" />
        {t('checkout.updateOptions')}
      </button>
      <h2 id="field-shippingOption">{t('checkout.how')}</h2>
      <div role="radiogroup" aria-labelledby="field-shippingOption" aria-live="polite" aria-busy={isAsking}>
        {options.map((option) => (
          <DeliveryOption
            key={option.id}
            shop={shop}
            option={option}
            chosen={option.id === chosen?.id}
            onChoose={setWanted}
          />
        ))}
        {reason && (
          <p className="notice" role="alert">
            {t(reason === 'shipping.no-destination' ? 'checkout.noDestination' : 'checkout.tooMuch')}
          </p>
        )}
      </div>
      {chosen?.kind === 'pickup' && <p className="small muted mt-2">{t('checkout.pickupNote')}</p>}
      <button className="button wide" data-working={isAsking ? '' : undefined}>
        {t('checkout.toPayment')}
      </button>
    </>
  )
}
