import type { CartCreditView, CartView, Money } from '#domain/views'
import { formPaths } from './form-paths'
import { moneyIn, type Shop } from './shop'

interface CreditFormProps {
  shop: Shop
  cart: CartView
  /** Where the answer is shown. */
  at: 'cart' | 'checkout'
  /** Why the gift card that was just tried was not taken, in words. */
  refused?: string
  /** Of the customer who is signed in, in the money of this bag. */
  storeCredit?: Money
}

export const creditName = ({ t }: Shop, { kind, last4 }: Pick<CartCreditView, 'kind' | 'last4'>): string =>
  kind === 'gift-card' ? t('credit.card', { last4: last4 ?? '' }) : t('credit.store')

function Hidden({ shop, at }: Pick<CreditFormProps, 'shop' | 'at'>) {
  return (
    <>
      <input type="hidden" name="market" value={shop.market.id} />
      <input type="hidden" name="at" value={at} />
    </>
  )
}

function Used({ shop, at, credit }: { credit: CartCreditView } & Pick<CreditFormProps, 'shop' | 'at'>) {
  const { t } = shop
  const name = creditName(shop, credit)
  const isCard = credit.kind === 'gift-card'
  return (
    <li>
      <form method="post" action={isCard ? formPaths.giftCard : formPaths.storeCredit}>
        <Hidden shop={shop} at={at} />
        <p className="code-used">
          <span className="code-tag">{name}</span>
          <span className="figures small">−{moneyIn(shop, credit.amount)}</span>
          <button
            className="plain-button small"
            name={isCard ? 'remove' : 'use'}
            value={isCard ? credit.id : '0'}
          >
            {t('credit.remove')}
            <span className="sr-only"> {name}</span>
          </button>
        </p>
        {credit.problem && <p className="field-error">{t(`credit.reasons.${credit.problem}`)}</p>}
      </form>
    </li>
  )
}

function OwnCredit({ shop, at, balance }: { balance: Money } & Pick<CreditFormProps, 'shop' | 'at'>) {
  return (
    <form className="code-form" method="post" action={formPaths.storeCredit}>
      <Hidden shop={shop} at={at} />
      <button className="button second wide" name="use" value="1">
        {shop.t('credit.use', { amount: moneyIn(shop, balance) })}
      </button>
    </form>
  )
}

/** Gift cards and store credit of a bag: what they pay, and one more to give. */
export function CreditForm({ shop, cart, at, refused, storeCredit }: CreditFormProps) {
  const { t } = shop
  const id = `gift-card-${at}`
  const usesOwn = cart.credits.some(({ kind }) => kind === 'store-credit')
  const isCovered = cart.credits.length > 0 && cart.toPay.amount === 0
  return (
    <div className="code-form" role="group" aria-label={t('credit.title')}>
      {cart.credits.length > 0 && (
        <ul className="credits">
          {cart.credits.map((credit) => (
            <Used key={credit.id} shop={shop} at={at} credit={credit} />
          ))}
        </ul>
      )}
      {storeCredit && storeCredit.amount > 0 && !usesOwn && !isCovered && (
        <OwnCredit shop={shop} at={at} balance={storeCredit} />
      )}
      {!isCovered && (
        <details className="more-credit" open={refused !== undefined}>
          <summary className="link small">{t('credit.have')}</summary>
          <form className="field" method="post" action={formPaths.giftCard}>
            <Hidden shop={shop} at={at} />
            <label htmlFor={id}>{t('credit.label')}</label>
            <div className="code-row">
              <input
                className="input"
                id={id}
                name="code"
                maxLength={40}
                autoComplete="off"
                autoCapitalize="characters"
                spellCheck={false}
                required
                aria-invalid={refused ? true : undefined}
                aria-describedby={`${id}-how${refused ? ` ${id}-why` : ''}`}
                data-focus={id}
              />
              <button className="button second">{t('code.apply')}</button>
            </div>
            {refused && (
              <p className="field-error" id={`${id}-why`} role="alert">
                {refused}
              </p>
            )}
            <p className="fine muted mt-2" id={`${id}-how`}>
              {t('credit.how')}
            </p>
          </form>
        </details>
      )}
    </div>
  )
}
