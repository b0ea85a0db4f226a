import { csvLine } from '#domain/csv'
import { DomainError } from '#domain/errors'
import { isMarketId, markets } from '#domain/markets'
import { respond } from '#ops/respond'
import { getDeliveryFacts } from '#queries/delivery-facts'
import { readFeed } from '#queries/feed'
import {
  feedFields,
  googleClose,
  googleItem,
  googleOpen,
  plainColumns,
  type FeedPlace,
} from '../../_being-found/feed'
import { partsOf, streamedTo } from '../../_being-found/stream'
import { inTurn } from '../../_being-found/turns'
import { origin } from '../../seo'
import { wordsOf } from '../../words'

export const dynamic = 'force-dynamic'

async function* google(place: FeedPlace): AsyncGenerator<string> {
  yield googleOpen(place)
  yield* partsOf(readFeed(place.market), (item) => googleItem(item, place))
  yield googleClose
}

async function* plain(place: FeedPlace): AsyncGenerator<string> {
  yield csvLine(plainColumns)
  yield* partsOf(readFeed(place.market), (item) => {
    const fields = feedFields(item, place)
    return csvLine(plainColumns.map((name) => fields[name] ?? ''))
  })
}

const kinds = {
  'google.xml': { write: google, type: 'application/xml; charset=utf-8' },
  'plain.csv': { write: plain, type: 'text/csv; charset=utf-8' },
} as const

/** `/feeds/<market>-google.xml` and `/feeds/<market>-plain.csv`: everything for sale in a market. */
export const GET = (request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> =>
  respond(async () => {
    const [, id, name] = /^([a-z]{2})-(google\.xml|plain\.csv)$/.exec((await params).file) ?? []
    if (!isMarketId(id) || !name) throw new DomainError('resource.not-found')
    const { write, type } = kinds[name as keyof typeof kinds]
    const place = { origin, market: markets[id], t: wordsOf(id), delivery: await getDeliveryFacts(id) }
    return streamedTo(request, () => inTurn(write(place)), {
      'Content-Type': type,
      'Cache-Control': 'public, max-age=300',
    })
  })
