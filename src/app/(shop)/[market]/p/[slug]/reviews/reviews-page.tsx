import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Breadcrumb } from '#components/breadcrumb'
import { Pagination } from '#components/pagination'
import { ReviewList } from '#components/review-list'
import { ReviewSums } from '#components/reviews'
import { hrefIn } from '#components/shop'
import { getProduct } from '#queries/products'
import { getReviews } from '#queries/reviews'
import { missingMetadata, pageMetadata } from '../../../../../seo'
import { shopOf } from '../../../../../words'

export interface Place {
  market: string
  slug: string
  /** As the address says it; the first page has none. */
  page?: string
}

const pathOf = (slug: string, page: number): string => `/p/${slug}/reviews${page > 1 ? `/${page}` : ''}`

async function read({ market, slug, page: written }: Place) {
  const shop = shopOf(market)
  const page = written === undefined ? 1 : /^[1-9]\d{0,3}$/.test(written) ? Number(written) : 0
  // The first page has one address.
  if (!shop || page === 0 || written === '1') return undefined
  const name = decodeURIComponent(slug)
  const [product, reviews] = await Promise.all([
    getProduct(shop.market.id, name),
    getReviews({ market: shop.market.id, slug: name, page }),
  ])
  return product && reviews && reviews.reviews.length > 0 ? { shop, product, reviews, page } : undefined
}

export async function reviewsMetadata(place: Place): Promise<Metadata> {
  const found = await read(place)
  if (!found) return missingMetadata(place.market)
  const { shop, product, page } = found
  const title = product.style.name
  return pageMetadata(shop, {
    title: page > 1 ? shop.t('reviews.pageTitleN', { title, page }) : shop.t('reviews.pageTitle', { title }),
    description: shop.t('reviews.how'),
    path: pathOf(product.slug, page),
  })
}

/** All that buyers say of a shoe, ten a page under addresses of their own. */
export async function ReviewsPage(place: Place) {
  const found = await read(place)
  if (!found) notFound()
  const { shop, product, reviews, page } = found
  const { t } = shop
  return (
    <div className="frame">
      <Breadcrumb
        shop={shop}
        steps={[{ name: product.title, href: `/p/${product.slug}` }, { name: t('reviews.title') }]}
      />
      <h1 className="mt-5 mb-9">{t('reviews.pageTitle', { title: product.style.name })}</h1>
      <h2 className="sr-only">{t('reviews.title')}</h2>
      <div className="review-columns">
        <ReviewSums shop={shop} reviews={reviews} />
        <div>
          <ReviewList shop={shop} reviews={reviews.reviews} />
          <Pagination
            shop={shop}
            page={page}
            pages={Math.ceil(reviews.total / reviews.limit)}
            hrefOf={(to) => hrefIn(shop, pathOf(product.slug, to))}
          />
          <p className="mt-7">
            <a className="link" href={hrefIn(shop, `/p/${product.slug}`)}>
              {t('reviews.back')}
            </a>
          </p>
        </div>
      </div>
    </div>
  )
}
