import { endPageIn } from '#cache'
import { getDeliveryPromise } from '#queries/delivery-promise'
import { pageAnswer, redirectAnswer, refusedAnswer } from '../../_platform/answer'
import { isStandIn, productOf, readAsked, tagsOf, type Asked } from '../../_platform/asked'
import { askForPage, isHandling } from '../../_platform/bare-page'

/**
 * Made once and kept by the platform as a page is, until a tag of it is dropped or it is five minutes old. Next.js keeps
 * what the first caller gets, by whatever method: the door lets no other in than one that asks for a page.
 */
export const dynamic = 'force-static'
export const dynamicParams = true
export const generateStaticParams = () => []

const longest = 300

async function missing({ market }: Asked): Promise<Response> {
  const { html } = await askForPage({ market, path: '/not-found' })
  return pageAnswer(html, 404)
}

async function keptPage(asked: Asked): Promise<Response> {
  const tags = tagsOf(asked)
  await endPageIn(longest, ['kept', ...tags], tags)
  if (isStandIn(asked)) return missing(asked)
  const page = await askForPage(asked)
  // A page of a product says when a pair arrives, up to an hour of the day.
  if (productOf(asked)) await getDeliveryPromise(asked.market)
  if (page.location) return redirectAnswer(page.status, page.location)
  return page.status === 404 ? missing(asked) : pageAnswer(page.html, 200)
}

/**
 * A page that is the same for everybody, where Next.js is the only server. What goes wrong is thrown: an answer that
 * was kept before holds, and there is none to keep.
 */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ path: string[] }> },
): Promise<Response> {
  const asked = isHandling() ? readAsked((await params).path) : undefined
  return asked ? keptPage(asked) : refusedAnswer()
}
