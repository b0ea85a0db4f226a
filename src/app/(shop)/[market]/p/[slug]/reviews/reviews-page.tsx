import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Breadcrumb } from '#components/breadcrumb'
import { Pagination } from '#components/pagination'
import { ReviewFilter } from '#components/review-filter'
import { ReviewList } from '#components/review-list'
import { ReviewSums } from '#components/reviews'
import { hrefIn } from '#components/shop'
import { parseReviewSegments, reviewSegments, type ReviewChoice } from '#domain/review-path'
import { getProduct } from '#queries/products'
import { getReviews } from '#queries/reviews'
import { missingMetadata, pageMetadata } from '../../../../../seo'
import { shopOf } from '../../../../../words'
import '../../../../../_styles/product.css'

export interface Place {
  market: string
  slug: string
  /** Size, fit and page as the address says them. */
  choice?: string[]
}

const pathOf = (slug: string, choice: ReviewChoice): string =>
  ['/p', slug, 'reviews', ...reviewSegments(choice)].join('/')

async function read({ market, slug, choice: written = [] }: Place) {
  const shop = shopOf(market)
  const choice = parseReviewSegments(written.map(decodeURIComponent))
  if (!shop || !choice) return undefined
  const name = decodeURIComponent(slug)
  const [product, reviews] = await Promise.all([
    getProduct(shop.market.id, name),
    getReviews({ market: shop.market.id, slug: name, ...choice }),
  ])
  return product && reviews && reviews.reviews.length > 0 ? { shop, product, reviews, choice } : undefined
}

export async function reviewsMetadata(place: Place): Promise<Metadata> {
  const found = await read(place)
  if (!found) return missingMetadata(place.market)
  const { shop, product, choice } = found
  const { page } = choice
  const title = product.style.name
  return pageMetadata(shop, {
    title: page > 1 ? shop.t('reviews.pageTitleN', { title, page }) : shop.t('reviews.pageTitle', { title }),
    description: shop.t('reviews.how'),
    path: pathOf(product.slug, choice),
    // Of a size or a fit they are the same words again.
    indexed: !choice.size && !choice.fit,
  })
}

/** All that buyers say of a shoe, ten a page under addresses of their own. */
export async function ReviewsPage(place: Place) {
  const found = await read(place)
  if (!found) notFound()
  const { shop, product, reviews, choice } = found
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
          <ReviewFilter
            shop={shop}
            reviews={reviews}
            choice={choice}
            hrefOf={(to) => hrefIn(shop, pathOf(product.slug, to))}
          />
          <ReviewList shop={shop} reviews={reviews.reviews} />
          <Pagination
            shop={shop}
            page={choice.page}
            pages={Math.ceil(reviews.found / reviews.limit)}
            hrefOf={(page) => hrefIn(shop, pathOf(product.slug, { ...choice, page }))}
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
