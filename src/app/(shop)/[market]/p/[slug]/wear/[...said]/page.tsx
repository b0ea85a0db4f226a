import type { Metadata } from 'next'
import { WearPage, wearMetadata, type Place } from '../wear-page'

export const dynamic = 'force-static'
export const generateStaticParams = () => []

interface Props {
  params: Promise<Place>
}

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => wearMetadata(await params)

export default async function AnswerPage({ params }: Props) {
  return WearPage(await params)
}
