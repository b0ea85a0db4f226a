import type { NextRequest } from 'next/server'
import { pageAnswer, redirectAnswer, refusedAnswer } from '../../../_platform/answer'
import { readAsked } from '../../../_platform/asked'
import { askForPage, isHandling } from '../../../_platform/bare-page'

/** What is searched for is not known before. */
export const dynamic = 'force-dynamic'

function forOneVisitor(answer: Response): Response {
  answer.headers.set('Cache-Control', 'private, no-store')
  return answer
}

/** The search, made for one visitor and without the framework, where Next.js is the only server. */
export async function GET(
  request: NextRequest,
  { params }: { params: Promise<{ market: string }> },
): Promise<Response> {
  const asked = isHandling() ? readAsked([(await params).market, 'search']) : undefined
  if (!asked) return forOneVisitor(refusedAnswer())
  const { status, html, location } = await askForPage(asked, request.nextUrl.search)
  return forOneVisitor(location ? redirectAnswer(status, location) : pageAnswer(html, status))
}
