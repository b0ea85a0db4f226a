import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Breadcrumb } from '#components/breadcrumb'
import { WearAnswer } from '#components/wear-answer'
import { WearForm } from '#components/wear-form'
import { madeFor, otherBrand, parseWornSize, sizeHere, unknownSize } from '#domain/worn-elsewhere'
import { getProduct } from '#queries/products'
import { getVoices, getWornBrand, getWornBrands } from '#queries/worn-brands'
import { missingMetadata, pageMetadata } from '../../../../../seo'
import { shopOf } from '../../../../../words'
import '../../../../../_styles/product.css'

export interface Place {
  market: string
  slug: string
  /** The brand and its size: `harrow-pyke`, `uk-8.5`; `unknown` after a size that there is not. */
  said?: string[]
}

async function readShoe({ market, slug }: Place) {
  const shop = shopOf(market)
  const product = shop && (await getProduct(shop.market.id, decodeURIComponent(slug)))
  const segment = product?.segment
  return shop && segment && segment !== 'kids' ? { shop, product, segment } : undefined
}

type Shoe = NonNullable<Awaited<ReturnType<typeof readShoe>>>

/** What somebody wears, where the address says what there is; undefined when it does not. */
async function readWorn({ product, segment }: Shoe, [brandSlug = '', written = '', more]: string[]) {
  const size = parseWornSize(written)
  const brand = size && more === undefined ? await getWornBrand(segment, brandSlug) : undefined
  if (!size || !brand || madeFor({ brand, ...size }, segment) === undefined) return undefined
  const voices = (await getVoices(product.style.id)) ?? { small: 0, true: 0, large: 0 }
  const here = sizeHere(
    { brand, ...size },
    { segment, voices, sizes: product.variants, brand: product.brandView.slug },
  )
  return { brand, ...size, here }
}

export async function wearMetadata(place: Place): Promise<Metadata> {
  const shoe = await readShoe(place)
  if (!shoe) return missingMetadata(place.market)
  const title = shoe.shop.t('wear.title', { title: shoe.product.style.name })
  return pageMetadata(shoe.shop, { title, path: `/p/${shoe.product.slug}/wear`, indexed: false })
}

/** Which size of a shoe, by what fits of another brand. */
export async function WearPage(place: Place) {
  const shoe = await readShoe(place)
  if (!shoe) notFound()
  const { shop, product, segment } = shoe
  const { t } = shop
  const said = (place.said ?? []).map(decodeURIComponent)
  const isUnknown = said.length === 1 && said[0] === unknownSize
  const worn = said.length > 0 && !isUnknown ? await readWorn(shoe, said) : undefined
  if (said.length > 0 && !isUnknown && !worn) notFound()
  const inWords = worn && `${worn.system.toUpperCase()} ${worn.size.replace(/-([12])-3$/, ' $1/3')}`
  return (
    <div className="frame">
      <Breadcrumb
        shop={shop}
        steps={[{ name: product.title, href: `/p/${product.slug}` }, { name: t('wear.step') }]}
      />
      <h1 className="mt-5">{t('wear.title', { title: product.style.name })}</h1>
      <p className="muted mt-3 max-w-[620px]">{t('wear.lead')}</p>
      {worn && (
        <WearAnswer
          shop={shop}
          product={product}
          brand={worn.brand.name}
          said={inWords ?? ''}
          here={worn.here}
        />
      )}
      <WearForm
        shop={shop}
        slug={product.slug}
        brands={await getWornBrands(segment)}
        isUnknown={isUnknown}
        said={worn && { brand: worn.brand.slug || otherBrand, system: worn.system, size: worn.size }}
      />
    </div>
  )
}
