import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Breadcrumb } from '#components/breadcrumb'
import { Listing } from '#components/listing'
import { hrefIn, type Shop } from '#components/shop'
import { segmentOf, sizesIn } from '#components/size-facet'
import { SizeList, SizePhrase } from '#components/size-label'
import { JsonLd } from '#components/json-ld'
import { breadcrumbData } from '#components/page-data'
import type { CategoryView } from '#domain/content-views'
import { isListingIndexed } from '#domain/indexing'
import {
  listingPath,
  noChoice,
  pairsPerPage,
  parseListingPath,
  type ListingChoice,
} from '#domain/listing-path'
import { inCategory } from '#domain/listing-place'
import type { ListingView } from '#domain/views'
import { getCategory } from '#queries/categories'
import { getListing } from '#queries/listing'
import { movedOrMissing } from '../../../../moved'
import { missingMetadata, origin, pageMetadata } from '../../../../seo'
import { marketOf, shopOf } from '../../../../words'
import '../../../../_styles/listing.css'

export const dynamic = 'force-static'
export const generateStaticParams = () => []

interface Props {
  params: Promise<{ market: string; path: string[] }>
}

async function read({ params }: Props) {
  const { market, path } = await params
  const shop = shopOf(market)
  const parsed = parseListingPath(path.map(decodeURIComponent))
  const category = shop && parsed && (await getCategory(shop.market.id, parsed.category))
  return category ? { shop, category, choice: parsed.choice } : undefined
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const found = await read(props)
  if (!found) return missingMetadata((await props.params).market)
  const { shop, category, choice } = found
  const name = category.seo.title ?? titleOf(category)
  const plain = listingPath(category.path, { ...noChoice, page: choice.page })
  return pageMetadata(shop, {
    title: choice.page > 1 ? shop.t('listing.pageTitle', { name, page: choice.page }) : name,
    description: category.seo.description ?? category.description,
    path: plain,
    indexed: isListingIndexed(choice),
  })
}

/** `Men: boots`: a name of a lower level alone would be the same in every department. */
function titleOf({ breadcrumbs, name }: CategoryView): string {
  const [department] = breadcrumbs
  return department && breadcrumbs.length > 1 ? `${name}, ${department.name}` : name
}

/** A listing without a shoe. */
const isAllCare = ({ products }: ListingView): boolean =>
  products.length > 0 && products.every(({ kind }) => kind === 'care')

function Count({ shop, listing, choice }: { shop: Shop; listing: ListingView; choice: ListingChoice }) {
  const sizes = sizesIn(listing, choice.size)
  return (
    <p role="status">
      {sizes.length > 0 && sizes.length <= 3 ? (
        <SizePhrase shop={shop} phrase="listing.countInSize" values={{ count: listing.total }}>
          <SizeList sizes={sizes} segment={segmentOf(listing)} />
        </SizePhrase>
      ) : (
        shop.t(isAllCare(listing) ? 'listing.countThings' : 'listing.count', { count: listing.total })
      )}
    </p>
  )
}

export default async function ListingPage(props: Props) {
  const found = await read(props)
  if (!found) {
    const { market, path } = await props.params
    return movedOrMissing(marketOf(market), `/c/${path.map(decodeURIComponent).join('/')}`)
  }
  const { shop, category, choice } = found
  const listing = await getListing({
    ...choice,
    market: shop.market.id,
    each: 'model',
    category: category.path,
    limit: pairsPerPage,
  })
  if (!listing) notFound()
  const pages = Math.ceil(listing.total / listing.limit)
  if (choice.page > Math.max(1, pages)) notFound()
  const steps = category.breadcrumbs.map(({ path, name }) => ({
    name,
    ...(path === category.path ? {} : { href: `/c/${path}` }),
  }))
  return (
    <div className="frame">
      <Breadcrumb shop={shop} steps={steps} />
      <JsonLd data={breadcrumbData(shop, origin, steps)} />
      <div className="listing-head">
        <h1>{category.name}</h1>
        <Count shop={shop} listing={listing} choice={choice} />
      </div>
      {category.children.length > 0 && (
        <nav className="subcategories" aria-label={category.name}>
          {category.children.map((child) => (
            <a key={child.path} href={hrefIn(shop, `/c/${child.path}`)}>
              {child.name}
            </a>
          ))}
        </nav>
      )}
      <Listing
        shop={shop}
        place={inCategory(category.path)}
        choice={choice}
        listing={listing}
        name={category.name}
      />
    </div>
  )
}
