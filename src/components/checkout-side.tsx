import type { CartView, Money } from '#domain/views'
import { LineLowest, LinePrice, LineWhat, Problem } from './bag-line'
import { CodeForm } from './code-form'
import { KeepStep } from './checkout-code.client'
import { CreditForm } from './credit-form'
import { GiftNoteForm } from './gift-note-form'
import { GiftLine } from './gift-line'
import { Icon } from './icon'
import { modelName } from './model-name'
import { Picture } from './picture'
import { moneyIn, type Shop } from './shop'
import { Sums } from './sums'
import { isAllPairs, quantityIn } from './things'

interface SideProps {
  shop: Shop
  cart: CartView
  /** Why the code that was just tried was not taken, in words. */
  codeRefused?: string
  /** The same of a gift card. */
  cardRefused?: string
  /** The same of the words that go with a gift. */
  noteRefused?: string
  /** What was typed into the form that was refused, by the names of its fields. */
  typed?: Readonly<Record<string, string>>
  /** Of the customer who is signed in. */
  storeCredit?: Money
  /** Customs may ask for duty; see `mayCostDuty`. */
  hasDuty?: boolean
}

/** The order beside the form; on a phone above it, folded. */
export function CheckoutSide({
  shop,
  cart,
  codeRefused,
  cardRefused,
  noteRefused,
  typed = {},
  storeCredit,
  hasDuty = false,
}: SideProps) {
  const { t } = shop
  return (
    <aside className="checkout-side" aria-label={t('checkout.summary')}>
      <details open={[codeRefused, cardRefused, noteRefused].some((words) => words !== undefined)}>
        <summary>
          <span>
            {t(isAllPairs(cart.lines) ? 'checkout.show' : 'checkout.showThings', { count: cart.count })}
            <Icon name="down" className="turns" />
          </span>
          <b className="figures font-medium">{moneyIn(shop, cart.toPay)}</b>
        </summary>
        <div className="side-body">
          <ul className="lines">
            {cart.lines.map((line) => (
              <li key={line.id}>
                <Problem shop={shop} line={line} />
                <span className="thumb">
                  <Picture image={line.image} sizes="104px" silent />
                </span>
                <div>
                  <h3>{modelName(line.title, line.colour)}</h3>
                  <LineWhat shop={shop} line={line} />
                  {line.quantity > 1 && <p className="line-what">{quantityIn(t, line, line.quantity)}</p>}
                  <LineLowest shop={shop} line={line} />
                </div>
                <LinePrice shop={shop} line={line} />
              </li>
            ))}
            {cart.gifts.map((gift) => (
              <GiftLine key={gift.variantId} shop={shop} gift={gift} />
            ))}
          </ul>
          <KeepStep>
            <CodeForm shop={shop} cart={cart} at="checkout" refused={codeRefused} typed={typed.promotion} />
            <CreditForm
              shop={shop}
              cart={cart}
              at="checkout"
              refused={cardRefused}
              storeCredit={storeCredit}
            />
            <GiftNoteForm
              shop={shop}
              cart={cart}
              at="checkout"
              refused={noteRefused}
              typed={typed.giftNote}
            />
          </KeepStep>
          <Sums
            shop={shop}
            totals={cart.totals}
            promotions={cart.promotions}
            taxes={cart.taxes}
            reverseCharge={cart.reverseCharge}
            credits={cart.credits}
            toPay={cart.toPay}
            last={t(shop.market.taxIncluded && !cart.reverseCharge ? 'bag.totalIncluded' : 'bag.totalFinal')}
          />
          {hasDuty && cart.lines.length > 0 && <p className="small muted">{t('price.duty')}</p>}
        </div>
      </details>
    </aside>
  )
}
