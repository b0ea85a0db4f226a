import type { ProductView, VariantView } from '#domain/views'
import { BeneathSizes } from './beneath-sizes'
import { moneyIn, type Shop } from './shop'
import { SizeLabel, SizeSystemSwitch } from './size-label'
import { widthIn } from './width-label'

interface AddFormProps {
  shop: Shop
  product: ProductView
  /** When it arrives, in words. */
  arrival?: string
  /** The shop takes wallets: a pair can be bought at once. */
  hasWallets?: boolean
}

interface SizeButtonProps extends AddFormProps {
  variant: VariantView
}

function SizeButton({ shop, product, variant }: SizeButtonProps) {
  const { t } = shop
  const gone = variant.available === 0
  const differs = variant.price.amount !== product.price.amount
  return (
    <label className={gone ? 'size gone' : 'size'}>
      <input
        type="radio"
        name="variantId"
        value={variant.id}
        required
        data-size={variant.size}
        data-gone={gone ? '' : undefined}
        data-price={differs ? moneyIn(shop, variant.price) : undefined}
        data-foot={variant.labels.footMm}
      />
      <span>
        <SizeLabel labels={variant.labels} segment={product.segment} />
      </span>
      {gone && <span className="sr-only">, {t('sizes.soldOut')}</span>}
      {variant.available === 1 && <small>{t('sizes.lastPair')}</small>}
    </label>
  )
}

/** Width names in the order in which the variants bring them; one nameless width when there is no choice. */
const widthsOf = (variants: readonly VariantView[]): string[] => [
  ...new Set(variants.map(({ width }) => width ?? '')),
]

function Widths({ shop, widths, open }: { shop: Shop; widths: readonly string[]; open: number }) {
  if (widths.length < 2) return null
  return (
    <>
      <div className="choice-head">
        <span id="width-label">{shop.t('product.width')}</span>
      </div>
      <div className="widths" role="radiogroup" aria-labelledby="width-label">
        {widths.map((width, index) => (
          <label key={width} className="size">
            <input
              type="radio"
              name="width"
              value={index}
              data-width={width}
              defaultChecked={index === open}
            />
            {widthIn(shop, width)}
          </label>
        ))}
      </div>
    </>
  )
}

function wordsFor({ shop, product }: AddFormProps): string {
  const { t } = shop
  const plain = t('product.add')
  if (product.kind)
    return JSON.stringify({
      ...{ choose: plain, add: plain, adding: t('product.adding'), foot: '' },
      ...{ gone: t('product.soldOutThing'), tell: t('product.soldOutThing') },
      price: moneyIn(shop, product.price),
    })
  return JSON.stringify({
    choose: t('product.choose'),
    add: t('product.addSize', { size: '{size}' }),
    adding: t('product.adding'),
    gone: t('product.goneSize', { size: '{size}' }),
    tell: t('product.tellSize', { size: '{size}' }),
    foot: t('product.foot', { mm: '{mm}' }),
    price: moneyIn(shop, product.price),
  })
}

/** Widths, sizes, and what helps to choose one. */
function SizeChoice({ shop, product }: AddFormProps) {
  const { t } = shop
  const widths = widthsOf(product.variants)
  const standard = Math.max(0, widths.indexOf('standard'))
  return (
    <>
      <Widths shop={shop} widths={widths} open={standard} />
      <div className="choice-head">
        <span id="size-label">
          {t('product.size')} <b data-chosen /> <span className="muted" data-foot />
        </span>
        <SizeSystemSwitch shop={shop} />
      </div>
      {widths.map((width, index) => (
        <div
          key={width}
          className="size-grid"
          role="radiogroup"
          aria-labelledby="size-label"
          data-set={widths.length > 1 ? index : undefined}
        >
          {product.variants
            .filter((variant) => (variant.width ?? '') === width)
            .map((variant) => (
              <SizeButton key={variant.id} shop={shop} product={product} variant={variant} />
            ))}
        </div>
      ))}
      <BeneathSizes shop={shop} product={product} />
    </>
  )
}

/** What comes in one size is chosen already. */
const OneSize = ({ product: { variants } }: Pick<AddFormProps, 'product'>) =>
  variants
    .slice(0, 1)
    .map(({ id, available }) => (
      <input
        key={id}
        type="radio"
        name="variantId"
        value={id}
        defaultChecked
        hidden
        data-gone={available === 0 ? '' : undefined}
      />
    ))

/** A plain form: radio buttons and one button. The script names the size on the button and opens the bag in place. */
export function AddForm({ shop, product, arrival, hasWallets = false }: AddFormProps) {
  const { t } = shop
  const soldOut = product.variants.every(({ available }) => available === 0)
  const soldOutWords = t(product.kind ? 'product.soldOutThing' : 'product.soldOut')
  return (
    <add-to-bag data-segment={product.segment} data-words={wordsFor({ shop, product })}>
      <form id="add" method="post" action="/api/store/forms/add">
        <input type="hidden" name="market" value={shop.market.id} />
        <input type="hidden" name="product" value={product.slug} />
        {product.kind ? <OneSize product={product} /> : <SizeChoice shop={shop} product={product} />}
        <div className="buy">
          <button className="button wide tall" aria-disabled={soldOut ? 'true' : undefined} data-add>
            {soldOut ? soldOutWords : t('product.add')}
          </button>
          {hasWallets && !soldOut && (
            <button className="button second wide tall" name="to" value="checkout">
              {t('product.buyNow')}
            </button>
          )}
        </div>
        {arrival && !soldOut && <p className="buy-note">{arrival}</p>}
        <div className="buy-bar" data-bar>
          <button
            className="button wide tall"
            aria-disabled={soldOut ? 'true' : undefined}
            data-add
            data-with-price
          >
            {soldOut ? soldOutWords : t('product.add')}
          </button>
        </div>
      </form>
    </add-to-bag>
  )
}
