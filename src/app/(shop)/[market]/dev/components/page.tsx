import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { noChoice } from '#domain/listing-path'
import { env } from '#env'
import { getListing } from '#queries/listing'
import { shopOf } from '../../../../words'
import { Look } from './look'
import './look.css'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Components', robots: { index: false, follow: false } }

interface Props {
  params: Promise<{ market: string }>
}

/** For those who build with the components: development only. */
export default async function ComponentsPage({ params }: Props) {
  const shop = shopOf((await params).market)
  if (!shop || env.isProduction) notFound()
  const listing = await getListing({ ...noChoice, market: shop.market.id, each: 'model', limit: 8 })
  return <Look shop={shop} cards={listing?.products ?? []} />
}
