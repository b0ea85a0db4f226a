import type { Metadata } from 'next'
import { ReviewsPage, reviewsMetadata, type Place } from '../reviews-page'

export const dynamic = 'force-static'
export const generateStaticParams = () => []

interface Props {
  params: Promise<Place>
}

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => reviewsMetadata(await params)

export default async function LaterPage({ params }: Props) {
  return ReviewsPage(await params)
}
