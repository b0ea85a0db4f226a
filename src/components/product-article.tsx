import type { ProductView } from '#domain/views'
import { AddForm } from './add-form'
import { Breadcrumb } from './breadcrumb'
import { ColourChoice } from './colour-choice'
import { DrawMade } from './draw'
import { Facts } from './facts'
import { Gallery } from './gallery'
import { PickupStock, type StoreStock } from './pickup-stock'
import { LaunchSoon, PerPerson } from './launch-soon'
import { LowestPrice, Price } from './price'
import type { Shop } from './shop'
import { RatingLink } from './stars'
import { WishButton } from './wish-button'
import { StockAlertForm } from './stock-alert-form'

/** A product as its page shows it, without what the shop would put beside it. */
export function ProductArticle({
  shop,
  product,
  stores = [],
  arrival,
  returnDays,
  timezone,
  hasWallets,
  hasDuty = false,
}: {
  shop: Shop
  product: ProductView
  stores?: readonly StoreStock[]
  /** When it arrives, in words. */
  arrival?: string
  returnDays: number
  /** Whose clock a launch is told by. */
  timezone?: string
  /** The shop takes wallets. */
  hasWallets?: boolean
  /** Customs may ask for duty; see `mayCostDuty`. */
  hasDuty?: boolean
}) {
  return (
    <>
      <Breadcrumb
        shop={shop}
        steps={[
          ...product.categories.map(({ path, name }) => ({ name, href: `/c/${path}` })),
          { name: product.title },
        ]}
      />
      <article className="product">
        <Gallery shop={shop} product={product} />
        <div className="product-words">
          <h1>{product.style.name}</h1>
          <p className="muted">
            {product.summary
              ? shop.t('product.kind', { summary: product.summary, brand: product.brand })
              : product.brand}
          </p>
          {product.rating && <RatingLink shop={shop} rating={product.rating} />}
          <div className="product-price">
            <Price shop={shop} tag={product} />
          </div>
          <LowestPrice shop={shop} tag={product} />
          <own-price
            role="status"
            hidden
            data-slug={product.slug}
            data-market={shop.market.id}
            data-words={shop.t('price.own', { price: '{price}' })}
          />
          <p className="fine muted">
            {shop.t(shop.market.taxIncluded ? 'product.taxIncluded' : 'product.taxAdded')}
            {hasDuty && ` ${shop.t('price.duty')}`}
          </p>
          <ColourChoice shop={shop} product={product} />
          {product.launchesAt ? (
            <LaunchSoon shop={shop} product={product} launchesAt={product.launchesAt} timezone={timezone} />
          ) : (
            <AddForm shop={shop} product={product} arrival={arrival} hasWallets={hasWallets} />
          )}
          <PerPerson shop={shop} product={product} />
          {product.draw && !product.launchesAt && (
            <DrawMade shop={shop} product={product} draw={product.draw} />
          )}
          <WishButton shop={shop} slug={product.slug} title={product.title} wide />
          {!product.launchesAt && (
            <>
              <PickupStock shop={shop} stores={stores} segment={product.segment} />
              <StockAlertForm shop={shop} product={product} />
            </>
          )}
          <Facts shop={shop} product={product} arrival={arrival} returnDays={returnDays} />
        </div>
      </article>
    </>
  )
}
