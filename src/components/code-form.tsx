import type { CartView, CodeProblem } from '#domain/views'
import { formPaths } from './form-paths'
import { dayIn, moneyIn, type Shop } from './shop'

/** Why a code does nothing, in words. */
export const reasonIn = (shop: Shop, { reason, ...about }: CodeProblem): string =>
  shop.t(`code.reasons.${reason}`, {
    missing: about.missing ? moneyIn(shop, about.missing) : '',
    hasMissing: about.missing ? 'yes' : 'no',
    pairs: about.missingPairs ?? 0,
    day: about.startsAt ? dayIn(shop, about.startsAt) : '',
    hasDay: about.startsAt ? 'yes' : 'no',
  })

interface CodeFormProps {
  shop: Shop
  cart: CartView
  /** Where the answer is shown. */
  at: 'cart' | 'checkout'
  /** Why the code that was just tried was not taken, in words. */
  refused?: string
  /** That code. */
  typed?: string
}

/** The one code of a bag: to give, or to see what it does and take it away. */
export function CodeForm({ shop, cart, at, refused, typed }: CodeFormProps) {
  const { t } = shop
  const id = `code-${at}`
  const words = cart.codeProblem ? reasonIn(shop, cart.codeProblem) : refused
  return (
    <form className="code-form" method="post" action={formPaths.code}>
      <input type="hidden" name="market" value={shop.market.id} />
      <input type="hidden" name="at" value={at} />
      {cart.code ? (
        <p className="code-used">
          <span className="code-tag">{cart.code}</span>
          <button className="plain-button small" name="clear" value="1" data-focus={id}>
            {t('code.clear')}
            <span className="sr-only"> {cart.code}</span>
          </button>
        </p>
      ) : (
        <div className="field">
          <label htmlFor={id}>{t('code.label')}</label>
          <div className="code-row">
            <input
              className="input"
              id={id}
              name="promotion"
              defaultValue={typed}
              maxLength={40}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              required
              autoFocus={refused !== undefined}
              aria-invalid={words ? true : undefined}
              aria-describedby={words ? `${id}-why` : undefined}
              data-focus={id}
            />
            <button className="button second">{t('code.apply')}</button>
          </div>
        </div>
      )}
      {words && (
        <p className="field-error" id={`${id}-why`} role={refused ? 'alert' : undefined}>
          {words}
        </p>
      )}
    </form>
  )
}
