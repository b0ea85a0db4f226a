import { DomainError } from '#domain/errors'
import { respond } from '#ops/respond'
import { countProductPages, readOtherPages, readProductPages } from '#queries/sitemaps'
import { entriesOf, head, pagesPerFile, urlsetClose, urlsetOpen } from '../../_being-found/sitemap'
import { partsOf, streamedTo } from '../../_being-found/stream'
import { inTurn } from '../../_being-found/turns'
import { origin } from '../../seo'

export const dynamic = 'force-dynamic'

const headers = { 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': 'public, max-age=300' }

async function* productEntries(file: number): AsyncGenerator<string> {
  yield head + urlsetOpen
  yield* partsOf(readProductPages((file - 1) * pagesPerFile, pagesPerFile), (page) => entriesOf(origin, page))
  yield urlsetClose
}

async function* otherEntries(): AsyncGenerator<string> {
  yield head + urlsetOpen
  for (const page of await readOtherPages()) yield entriesOf(origin, page)
  yield urlsetClose
}

/** `pages.xml`, and `products-1.xml` to the last that the index names. */
export const GET = (request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> =>
  respond(async () => {
    const { file } = await params
    if (file === 'pages.xml') return streamedTo(request, otherEntries, headers)
    const number = Number(/^products-([1-9]\d{0,4})\.xml$/.exec(file)?.[1])
    if (!number || (number - 1) * pagesPerFile >= (await countProductPages()))
      throw new DomainError('resource.not-found')
    return streamedTo(request, () => inTurn(productEntries(number)), headers)
  })
