import { formPaths } from '#components/form-paths'
import { Icon } from '#components/icon'
import { ReviewForm } from '#components/review-form'
import type { Shop } from '#components/shop'
import { SoldSize } from '#components/size-label'
import { Stars } from '#components/stars'
import { hasNoPair } from '#components/things'
import { reviewerName } from '#domain/review'
import type { OrderView } from '#domain/views'
import { refusalOf } from '#ops/respond'
import { readOrder } from '#services/order-access'
import type { TypedWords } from '#services/typed-words'
import { reviewablePairs, type ReviewablePair } from '#services/write-review'
import { PlainFrame } from '../../../../frame'
import { privateMetadata } from '../../../../small-page'
import { fieldErrorsIn, problemId } from '../../../../problem'
import { typedIn } from '../../../../typed'
import { one, requireShop, visitor, type Query } from '../../../../visitor'

interface Props {
  params: Promise<{ market: string; number: string }>
  searchParams: Promise<Query>
}

export const generateMetadata = privateMetadata('reviews.write')

async function read(number: string) {
  const { req, orderToken, customer } = await visitor()
  try {
    const order = await readOrder(req, { number, token: orderToken(number), customerId: customer?.id })
    return { order, pairs: await reviewablePairs(req, order.id) }
  } catch (error) {
    if (refusalOf(error)?.code === 'order.not-found') return undefined
    throw error
  }
}

const worded = new Set([
  'validation.failed',
  'review.exists',
  'review.not-delivered',
  'rate.limited',
  'body.too-large',
])

function Said({ shop: { t }, query }: { shop: Shop; query: Query }) {
  const [problem, done, left] = [one(query.problem), one(query.done), Number(one(query.left))]
  if (problem)
    return (
      <p className="problems mt-6" role="alert" id={problemId}>
        {t(`reviews.problems.${worded.has(problem) ? problem.replace('.', '-') : 'other'}`)}
      </p>
    )
  if (done !== 'review' && done !== 'stopped') return null
  return (
    <p className="notice mt-6" role="status">
      {t(done === 'review' ? 'reviews.done' : 'reviews.stopped')}
      {left >= 1 && left <= 20 && ` ${t('reviews.left', { count: left })}`}
    </p>
  )
}

interface PairProps {
  shop: Shop
  order: OrderView
  pair: ReviewablePair
  open: boolean
  /** What was typed about it and refused. */
  typed: TypedWords
  error?: string
  photosSaidBy?: string
}

function Pair({ shop, order, pair, open, ...refused }: PairProps) {
  const { t } = shop
  const what = (
    <>
      {pair.colour}
      {pair.colour && pair.size && ', '}
      {pair.size && <SoldSize shop={shop} line={pair} size={pair.size} />}
    </>
  )
  const picture = pair.image ? <img src={pair.image} alt="" width="72" height="72" /> : <span />
  if (pair.status)
    return (
      <li className="review-written">
        {picture}
        <div>
          <p className="label">{pair.title}</p>
          <p className="small muted">{what}</p>
          <Stars rating={pair.rating ?? 0} />
          <span className="sr-only">{t('reviews.stars', { rating: pair.rating ?? 0 })}</span>
          <p className="small">{t(`reviews.state.${pair.status}`, { reason: pair.reason ?? '' })}</p>
        </div>
      </li>
    )
  const { firstName, lastName } = order.billingAddress
  return (
    <li>
      <details className="review-pair" open={open}>
        <summary>
          {picture}
          <span>
            <span className="label">{pair.title}</span>
            <span className="small muted block">{what}</span>
          </span>
          <Icon name="plus" className="plus" />
          <Icon name="minus" className="minus" />
        </summary>
        <ReviewForm
          shop={shop}
          number={order.number}
          product={pair.slug}
          name={reviewerName(firstName, lastName)}
          isWorn={Boolean(pair.size)}
          {...refused}
        />
      </details>
    </li>
  )
}

/** For whoever holds the key of an order, or is signed in as its buyer. */
export default async function ReviewPage({ params, searchParams }: Props) {
  const { market, number: written } = await params
  const shop = requireShop(market)
  const { t } = shop
  const query = await searchParams
  const found = await read(decodeURIComponent(written))
  const back = {
    href: found ? `/orders/${found.order.number}` : '/find-order',
    label: t('reviews.form.back'),
  }
  const open = found?.pairs.filter(({ status }) => !status) ?? []
  const typed = await typedIn(query, 'review')
  const asked = one(query.product) || typed.product
  const refusal = {
    typed,
    error: fieldErrorsIn(shop, query).name,
    photosSaidBy: one(query.problem) === 'body.too-large' ? problemId : undefined,
  }
  const refusedOf = ({ slug }: ReviewablePair) => (slug === typed.product ? refusal : { typed: {} })
  return (
    <PlainFrame shop={shop} back={back} footed>
      <div className="frame">
        <div className="narrow">
          <h1 className="mt-9">
            {t(hasNoPair(found?.order.lines ?? []) ? 'reviews.form.titleThings' : 'reviews.form.title')}
          </h1>
          <Said shop={shop} query={query} />
          {!found && <p className="notice mt-6">{t('order.notFoundHint')}</p>}
          {found && found.pairs.length === 0 && <p className="notice mt-6">{t('reviews.notYet')}</p>}
          {found && one(query.stop) === '1' && !one(query.done) && (
            <form method="post" action={formPaths.stopReviewMails} className="mt-7">
              <input type="hidden" name="market" value={shop.market.id} />
              <input type="hidden" name="number" value={found.order.number} />
              <p className="mb-4">{t('reviews.stopLead')}</p>
              <button className="button second">{t('reviews.stop')}</button>
            </form>
          )}
          {found && open.length > 0 && <p className="muted mt-3">{t('reviews.form.lead')}</p>}
          {found && found.pairs.length > 0 && (
            <ul className="review-pairs mt-7">
              {found.pairs.map((pair) => (
                <Pair
                  key={pair.productId}
                  shop={shop}
                  order={found.order}
                  pair={pair}
                  open={open.length === 1 || pair.slug === asked}
                  {...refusedOf(pair)}
                />
              ))}
            </ul>
          )}
        </div>
      </div>
    </PlainFrame>
  )
}
