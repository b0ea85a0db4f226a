import type { Metadata } from 'next'
import { AuthorPage, authorMetadata, type AuthorPlace } from '../../../../author-page'

export const dynamic = 'force-static'
export const generateStaticParams = () => []

interface Props {
  params: Promise<AuthorPlace>
}

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => authorMetadata(await params)

export default async function LaterPage({ params }: Props) {
  return AuthorPage(await params)
}
