import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { getPayload } from 'payload'
import config from '#config'
import { Article } from '#components/journal'
import { Blocks } from '#components/blocks'
import { ProductArticle } from '#components/product-article'
import type { Shop } from '#components/shop'
import { mayCostDuty } from '#domain/markets'
import { isActingStaff } from '#domain/permissions'
import { getArticle } from '#queries/journal'
import { getPage } from '#queries/pages'
import { getProduct } from '#queries/products'
import { getShopSettings } from '#queries/site'
import { readWithin } from '#queries/sql'
import { asIfPublished, type Drafted } from '#services/as-if-published'
import { storeRequest } from '../../../../../api/_http/store-request'
import { shopOf } from '../../../../../words'
import '../../../../../_styles/product.css'
import '../../../../../_styles/pages.css'

/** Made for one member of staff at a time: Next.js answers it with `no-store`, and no cache is asked. */
export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Preview', robots: { index: false, follow: false } }

interface Props {
  params: Promise<{ market: string; collection: string; id: string }>
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const readers: Partial<Record<string, (shop: Shop, slug: string) => Promise<React.ReactNode>>> = {
  pages: async (shop, slug) => {
    const page = await getPage(shop.market.id, slug)
    if (!page) return undefined
    const opensWithPicture = page.blocks[0]?.type === 'hero'
    return (
      <>
        {opensWithPicture ? null : (
          <div className="frame">
            <h1>{page.title}</h1>
          </div>
        )}
        <Blocks shop={shop} blocks={page.blocks} />
      </>
    )
  },
  articles: async (shop, slug) => {
    const article = await getArticle(shop.market.id, slug)
    return article && <Article shop={shop} article={article} />
  },
  products: async (shop, slug) => {
    const [product, { returnDays, delivery }] = await Promise.all([
      getProduct(shop.market.id, slug),
      getShopSettings(shop.market.id),
    ])
    return (
      product && (
        <div className="frame">
          <ProductArticle
            shop={shop}
            product={product}
            returnDays={returnDays}
            hasDuty={mayCostDuty(shop.market, delivery.home)}
          />
        </div>
      )
    )
  },
}

const missing: Readonly<Record<string, string>> = {
  articles: 'There is nothing to show yet. An article needs a title, an address and words.',
  pages: 'This page has no address yet. Give it a slug and save the draft.',
  products:
    'There is nothing to show yet. A product page needs a style, an address, a price in the currency of this market and at least one size.',
}

/** A draft as it would look in the shop, for signed-in staff; for everybody else there is no such page. */
export default async function PreviewPage({ params }: Props) {
  const { market, collection, id } = await params
  const [shop, read] = [shopOf(market), readers[collection]]
  if (!shop || !read || !uuid.test(id)) notFound()
  const payload = await getPayload({ config })
  const { user } = await payload.auth({ headers: await headers() })
  if (!isActingStaff(user)) notFound()
  const req = await storeRequest()
  const shown = await asIfPublished(req, { collection: collection as Drafted, id }, (doc) =>
    readWithin(req, () => read(shop, String(doc.slug ?? ''))),
  )
  return (
    <>
      <script src="/assets/preview.js" defer />
      <p className="frame preview-note" role="note">
        <strong>Preview.</strong> What you see is saved, not yet public.
      </p>
      {shown ?? (
        <div className="frame">
          <p>{missing[collection]}</p>
        </div>
      )}
    </>
  )
}
