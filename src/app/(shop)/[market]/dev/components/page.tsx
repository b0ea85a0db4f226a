import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { noChoice } from '#domain/listing-path'
import { env } from '#env'
import { getListing } from '#queries/listing'
import { CardList } from '#components/card'
import { shopOf } from '../../../../words'
import { Colours, Icons, Types } from './foundations'
import { Buttons, Fields, Prices, Signs, Ways } from './parts'
import './look.css'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Components', robots: { index: false, follow: false } }

interface Props {
  params: Promise<{ market: string }>
}

/** Every token and component in its states, for those who build with them: development only. */
export default async function ComponentsPage({ params }: Props) {
  const shop = shopOf((await params).market)
  if (!shop || env.isProduction) notFound()
  const listing = await getListing({ ...noChoice, market: shop.market.id, limit: 8 })
  return (
    <div className="frame look">
      <h1>Components</h1>
      <p className="muted">
        Change the theme with the switch at the foot of the page, the words with the market, and the width
        with the window.
      </p>
      <Colours />
      <Types />
      <Icons />
      <Buttons />
      <Prices shop={shop} />
      <Signs shop={shop} />
      <Ways shop={shop} />
      <Fields shop={shop} />
      <section>
        <h2>Cards</h2>
        <CardList shop={shop} cards={listing?.products ?? []} />
      </section>
    </div>
  )
}
