import { DomainError } from '#domain/errors'
import { isMarketId, type MarketId } from '#domain/markets'
import { parsePictureName } from '#ops/images-name'
import { respond } from '#ops/respond'
import { readSharePicture, shareKey, type ShareFacts } from '#ops/share-picture'
import { findMaster } from '#queries/masters'
import { getProduct } from '#queries/products'
import { wordsOf } from '../../../words'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ market: string; file: string }> }

async function factsOf(market: MarketId, slug: string): Promise<ShareFacts | undefined> {
  if (slug === 'shop') {
    const t = wordsOf(market)
    return { title: t('seo.title'), note: t('seo.description') }
  }
  const product = await getProduct(market, slug)
  if (!product) return undefined
  const key = parsePictureName(product.images[0]?.id ?? '')
  const picture = key && (await findMaster(key.id, key.version))
  return {
    title: product.style.name,
    note: `${product.brand}, ${product.colour}`,
    ...(picture && { picture }),
  }
}

/** `/og/<market>/<product>.jpg`, and `shop.jpg` for every other page: what is shown where the page is shared. */
export const GET = (request: Request, { params }: Context): Promise<Response> =>
  respond(async () => {
    const { market, file } = await params
    const [, slug] = /^([a-z0-9][a-z0-9-]{0,119})\.jpg$/.exec(file) ?? []
    const facts = isMarketId(market) && slug ? await factsOf(market, slug) : undefined
    if (!facts) throw new DomainError('media.not-found')
    const etag = `"${shareKey(facts)}"`
    const headers = {
      ETag: etag,
      'Cache-Control': 'public, max-age=3600, stale-while-revalidate=86400',
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    }
    if (request.headers.get('If-None-Match')?.includes(etag))
      return new Response(null, { status: 304, headers })
    const picture = await readSharePicture(facts)
    return new Response(new Uint8Array(picture), { headers: { ...headers, 'Content-Type': 'image/jpeg' } })
  })
