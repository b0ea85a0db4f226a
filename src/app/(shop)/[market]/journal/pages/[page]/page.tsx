import type { Metadata } from 'next'
import { JournalPage, journalMetadata, type Place } from '../../journal-page'

export const dynamic = 'force-static'
export const generateStaticParams = () => []

interface Props {
  params: Promise<Place>
}

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => journalMetadata(await params)

export default async function LaterPage({ params }: Props) {
  return JournalPage(await params)
}
