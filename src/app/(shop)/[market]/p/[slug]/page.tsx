import type { Metadata } from 'next'
import { Beside } from '#components/beside'
import { CarePlan } from '#components/care-plan'
import { deliveryWords } from '#components/delivery-words'
import { JsonLd } from '#components/json-ld'
import { ProductArticle } from '#components/product-article'
import { breadcrumbData } from '#components/page-data'
import { productData, videoData } from '#components/product-data'
import { Reviews } from '#components/reviews'
import { SeenShoes } from '#components/seen-shoes'
import { reviewPaging } from '#domain/review'
import { marketPath, mayCostDuty } from '#domain/markets'
import { getBeside } from '#queries/beside'
import { getDeliveryFacts } from '#queries/delivery-facts'
import { getDeliveryPromise } from '#queries/delivery-promise'
import { getProductMarkets } from '#queries/product-markets'
import { getPickupStock } from '#queries/pickup-stock'
import { getReviews } from '#queries/reviews'
import { getProduct } from '#queries/products'
import { getShopSettings } from '#queries/site'
import { hasStripe } from '#services/payments/stripe-client'
import { movedOrMissing } from '../../../../moved'
import { missingMetadata, origin, pageMetadata } from '../../../../seo'
import { marketOf, shopOf } from '../../../../words'
import '../../../../_styles/product.css'

export const dynamic = 'force-static'
export const generateStaticParams = () => []

interface Props {
  params: Promise<{ market: string; slug: string }>
}

async function read({ params }: Props) {
  const { market, slug } = await params
  const shop = shopOf(market)
  const product = shop && (await getProduct(shop.market.id, decodeURIComponent(slug)))
  return product ? { shop, product } : undefined
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const found = await read(props)
  if (!found) return missingMetadata((await props.params).market)
  const { shop, product } = found
  return pageMetadata(shop, {
    title: product.seo.title ?? `${product.title}, ${product.brand}`,
    description: product.seo.description ?? (product.description.split('\n')[0] || product.summary),
    path: `/p/${product.slug}`,
    markets: await getProductMarkets(product.slug),
    image: { file: `${product.slug}.jpg`, alt: `${product.title}, ${product.brand}` },
  })
}

export default async function ProductPage(props: Props) {
  const found = await read(props)
  if (!found) {
    const { market, slug } = await props.params
    return movedOrMissing(marketOf(market), `/p/${decodeURIComponent(slug)}`)
  }
  const { shop, product } = found
  const [delivery, settings, promise, beside] = await Promise.all([
    getDeliveryFacts(shop.market.id),
    getShopSettings(shop.market.id),
    getDeliveryPromise(shop.market.id),
    getBeside(shop.market.id, product),
  ])
  const { returnDays, timezone } = settings
  const urlOf = (slug: string) => origin + marketPath(shop.market.id, `/p/${slug}`)
  const steps = [
    ...product.categories.map(({ path, name }) => ({ name, href: `/c/${path}` })),
    { name: product.title },
  ]
  const reviews = await getReviews({
    market: shop.market.id,
    slug: product.slug,
    page: 1,
    limit: reviewPaging.first,
  })
  return (
    <div className="frame">
      <ProductArticle
        shop={shop}
        product={product}
        stores={await getPickupStock(shop.market.id, product.slug)}
        arrival={deliveryWords({ shop, timezone, promise })}
        returnDays={returnDays}
        timezone={timezone}
        hasWallets={hasStripe()}
        hasDuty={mayCostDuty(shop.market, settings.delivery.home)}
      />
      <CarePlan shop={shop} care={beside.care} />
      <Beside shop={shop} title={shop.t('product.look')} cards={beside.look} />
      {reviews && <Reviews shop={shop} slug={product.slug} isWorn={!product.kind} reviews={reviews} />}
      <Beside
        shop={shop}
        title={shop.t(product.kind ? 'product.relatedCare' : 'product.related')}
        cards={beside.related}
      />
      <SeenShoes shop={shop} product={product} />
      <JsonLd
        data={productData(product, {
          url: urlOf(product.slug),
          urlOf,
          origin,
          returnDays,
          market: shop.market,
          t: shop.t,
          delivery,
          handling: settings.delivery.handling,
          reviews: reviews?.reviews ?? [],
        })}
      />
      {product.video && <JsonLd data={videoData(product.video, product.title, origin)} />}
      <JsonLd data={breadcrumbData(shop, origin, steps)} />
    </div>
  )
}
