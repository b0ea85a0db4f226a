import type { CartView, Money } from '#domain/views'
import { BagHints } from './bag-hints'
import { BagLine } from './bag-line'
import { CodeForm } from './code-form'
import { CreditForm } from './credit-form'
import { GiftNoteForm } from './gift-note-form'
import { GiftLine } from './gift-line'
import { hrefIn, type Shop } from './shop'
import { stillText } from './still'
import { Sums } from './sums'
import { isAllPairs } from './things'

export interface BagProps {
  shop: Shop
  cart?: CartView
  /** What just happened, as words. */
  /** What is not seen is read out: the bag itself shows it. */
  notice?: { words: string; isProblem: boolean; isSeen: boolean }
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
  /** Minor units from which delivery is free wherever the market delivers. */
  freeFrom?: number
  /** Customs may ask for duty; see `mayCostDuty`. */
  hasDuty?: boolean
  /** When it arrives, in words. */
  arrival?: string
  /** The shop's own. */
  timezone: string
}

function Inside({
  shop,
  cart,
  notice,
  codeRefused,
  cardRefused,
  noteRefused,
  typed = {},
  storeCredit,
  freeFrom,
  hasDuty = false,
  arrival,
  timezone,
}: BagProps) {
  const { t } = shop
  const count = cart?.count ?? 0
  const isReady = cart?.lines.every(({ problem }) => !problem || problem.code === 'price-changed')
  return (
    <>
      <h1 id="bag-title">{t(isAllPairs(cart?.lines ?? []) ? 'bag.title' : 'bag.titleThings', { count })}</h1>
      {notice && (
        <p
          className={notice.isProblem ? 'problems mt-5' : notice.isSeen ? 'notice mt-5' : 'sr-only'}
          role={notice.isProblem ? 'alert' : 'status'}
        >
          {notice.words}
        </p>
      )}
      {!cart || cart.lines.length === 0 ? (
        <div className="empty mt-7">
          <h2 className="text-[22px]">{t('bag.empty')}</h2>
          <p>{t('bag.emptyHint')}</p>
          <a className="button second" href={hrefIn(shop, '/')}>
            {t('bag.emptyAction')}
          </a>
        </div>
      ) : (
        <div className="bag-columns">
          <div className="bag-lines">
            <h2 className="sr-only">{t('bag.contents')}</h2>
            <ul className="lines">
              {cart.lines.map((line) => (
                <BagLine key={line.id} shop={shop} line={line} timezone={timezone} />
              ))}
              {cart.gifts.map((gift) => (
                <GiftLine key={gift.variantId} shop={shop} gift={gift} />
              ))}
            </ul>
          </div>
          <div className="bag-foot">
            <BagHints shop={shop} cart={cart} freeFrom={freeFrom} />
            <CodeForm shop={shop} cart={cart} at="cart" refused={codeRefused} typed={typed.promotion} />
            <CreditForm shop={shop} cart={cart} at="cart" refused={cardRefused} storeCredit={storeCredit} />
            <GiftNoteForm shop={shop} cart={cart} at="cart" refused={noteRefused} typed={typed.giftNote} />
            <Sums
              shop={shop}
              totals={cart.totals}
              promotions={cart.promotions}
              taxes={cart.taxes}
              reverseCharge={cart.reverseCharge}
              credits={cart.credits}
              toPay={cart.toPay}
              last={t(
                cart.reverseCharge
                  ? 'bag.totalFinal'
                  : shop.market.taxIncluded
                    ? 'bag.totalIncluded'
                    : 'bag.total',
              )}
            />
            {hasDuty && cart.lines.length > 0 && <p className="small muted">{t('price.duty')}</p>}
            {arrival && isReady && <p className="small muted">{arrival}</p>}
            <a
              className="button wide"
              href={hrefIn(shop, '/checkout')}
              aria-disabled={isReady ? undefined : 'true'}
            >
              {t('bag.checkout')}
            </a>
            <p className="fine muted">{t('bag.held')}</p>
          </div>
        </div>
      )}
    </>
  )
}

/** What the bag shows, as HTML. */
export const bagText = (props: BagProps): string => stillText(<Inside {...props} />)

/** Where the bag stands. `count`: how many pairs are in it; `html`: what it shows. */
export const BagPlace = ({ count, html }: { count: number | string; html: string }) => (
  <section
    id="bag"
    className="frame bag-page"
    data-count={count}
    aria-labelledby="bag-title"
    dangerouslySetInnerHTML={{ __html: html }}
  />
)

/** The bag, as a page and, taken out of it by the script, as the drawer. */
export const Bag = (props: BagProps) => <BagPlace count={props.cart?.count ?? 0} html={bagText(props)} />
