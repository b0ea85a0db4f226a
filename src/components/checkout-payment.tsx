import type { Money, PaymentMethodView } from '#domain/views'
import { AddressFields } from './address-fields'
import type { StepProps } from './checkout-step-props'

interface PaymentProps extends StepProps {
  methods: readonly PaymentMethodView[]
  isWorking: boolean
  /** The order is collected in a store. */
  isPickup: boolean
  /** After gift cards and store credit, which pay all of it when it is covered. */
  toPay: Money
  isCovered: boolean
}

const hinted = new Set(['manual', 'cash-on-delivery', 'stripe'])

/** The words under a way to pay. */
const hintOf = (id: string, isPickup: boolean): string =>
  `checkout.methods.${id}${isPickup && id === 'cash-on-delivery' ? 'PickupHint' : 'Hint'}`

export function PaymentStep({ methods, isWorking, isPickup, toPay, isCovered, ...props }: PaymentProps) {
  const { shop, draft, countries, help, errors, onBlur } = props
  const { t } = shop
  const chosen = methods.some(({ id }) => id === draft.paymentMethod) ? draft.paymentMethod : methods[0]?.id
  return (
    <>
      <h2 id="field-paymentMethod">{t('checkout.pay')}</h2>
      <input type="hidden" name="expectedToPay.amount" value={toPay.amount} />
      <input type="hidden" name="expectedToPay.currency" value={toPay.currency} />
      {isCovered ? (
        <p className="notice">
          <input type="hidden" name="paymentMethod" value="gift-card" />
          {t('credit.covered')}
        </p>
      ) : (
        <div role="radiogroup" aria-labelledby="field-paymentMethod">
          {methods.map(({ id, name }) => (
            <label key={id} className="radio-card">
              <input
                className="dot"
                type="radio"
                name="paymentMethod"
                value={id}
                defaultChecked={id === chosen}
                required
              />
              <span>{name}</span>
              <span />
              {hinted.has(id) && <p>{t(hintOf(id, isPickup))}</p>}
            </label>
          ))}
        </div>
      )}
      <div className="billing">
        <label className="check mt-5">
          <input
            className="box"
            type="checkbox"
            name="billingSame"
            value="1"
            defaultChecked={!draft.billingAddress}
          />
          {t('checkout.billingSame')}
        </label>
        <div className="billing-fields">
          <h2>{t('checkout.billing')}</h2>
          <AddressFields
            t={t}
            prefix="billingAddress"
            address={draft.billingAddress ?? { country: draft.shippingAddress?.country }}
            countries={countries}
            errors={errors}
            onBlur={onBlur}
            help={help}
          />
        </div>
      </div>
      <button className="button wide tall" name="place" value="1" data-working={isWorking ? '' : undefined}>
        {isWorking ? t('checkout.placing') : t('checkout.place')}
      </button>
      <p className="fine muted mt-3">{t('checkout.terms')}</p>
    </>
  )
}
