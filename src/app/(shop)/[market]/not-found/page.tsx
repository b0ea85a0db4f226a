import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CardList } from '#components/card'
import { NothingHere } from '#components/nothing-here'
import { noChoice } from '#domain/listing-path'
import { getListing } from '#queries/listing'
import { getNavigation } from '#queries/site'
import { missingMetadata } from '../../../seo'
import { shopOf } from '../../../words'

export const dynamic = 'force-static'

interface Props {
  params: Promise<{ market: string }>
}

export const generateMetadata = async ({ params }: Props): Promise<Metadata> =>
  missingMetadata((await params).market)

const shown = 5

/** What the page store answers with, and the status 404, for every address of a market that shows nothing. */
export default async function NothingPage({ params }: Props) {
  const shop = shopOf((await params).market)
  if (!shop) notFound()
  const { market, t } = shop
  const [navigation, listing] = await Promise.all([
    getNavigation(market.id),
    getListing({ ...noChoice, market: market.id, each: 'model', limit: shown }),
  ])
  const liked = listing?.products ?? []
  return (
    <div className="frame">
      <NothingHere shop={shop} departments={navigation} />
      {liked.length > 0 && (
        <section className="section">
          <div className="section-head">
            <h2>{t('notFound.liked')}</h2>
          </div>
          <CardList shop={shop} cards={liked} kind="row" />
        </section>
      )}
    </div>
  )
}
