import { randomUUID } from 'node:crypto'
import { ReturnForm } from '#components/return-form'
import { hrefIn } from '#components/shop'
import { hasNoPair } from '#components/things'
import { refusalOf } from '#ops/respond'
import { readOrder } from '#services/order-access'
import { returnChoices } from '#services/return-view'
import { PlainFrame } from '../../../../frame'
import { problemId } from '../../../../problem'
import { privateMetadata } from '../../../../small-page'
import { typedIn } from '../../../../typed'
import { one, requireShop, visitor, type Query } from '../../../../visitor'

interface Props {
  params: Promise<{ market: string; number: string }>
  searchParams: Promise<Query>
}

export const generateMetadata = privateMetadata('returns.title')

async function read(number: string) {
  const { req, orderToken, customer } = await visitor()
  try {
    const order = await readOrder(req, { number, token: orderToken(number), customerId: customer?.id })
    return { order, lines: await returnChoices(req, order.id) }
  } catch (error) {
    if (refusalOf(error)?.code === 'order.not-found') return undefined
    throw error
  }
}

const worded = ['stock.insufficient', 'return.line', 'validation.failed', 'rate.limited']

export default async function ReturnPage({ params, searchParams }: Props) {
  const { market, number: written } = await params
  const number = decodeURIComponent(written)
  const shop = requireShop(market)
  const { t } = shop
  const query = await searchParams
  const problem = one(query.problem)
  const found = await read(number)
  const isCare = found !== undefined && hasNoPair(found.order.lines)
  const back = { href: found ? `/orders/${found.order.number}` : '/find-order', label: t('returns.back') }
  return (
    <PlainFrame shop={shop} back={back} footed>
      <div className="frame">
        <div className="narrow">
          <h1 className="mt-9">{t(isCare ? 'returns.startThings' : 'returns.start')}</h1>
          {problem && (
            <p className="problems mt-6" role="alert" id={problemId}>
              {t(`returns.problems.${worded.includes(problem) ? problem.replace('.', '-') : 'other'}`)}
            </p>
          )}
          {found ? (
            <>
              <p className="muted mt-3">
                {t(isCare ? 'returns.leadThings' : 'returns.lead', { number: found.order.number })}
              </p>
              <ReturnForm
                shop={shop}
                order={found.order}
                lines={found.lines}
                formKey={randomUUID()}
                typed={await typedIn(query, 'return')}
                saidBy={problem === 'validation.failed' ? problemId : undefined}
              />
              <p className="mt-7 small">
                <a className="link" href={hrefIn(shop, `/withdraw?order=${found.order.number}`)}>
                  {t('withdraw.button')}
                </a>
              </p>
            </>
          ) : (
            <p className="notice mt-6">{t('order.notFoundHint')}</p>
          )}
        </div>
      </div>
    </PlainFrame>
  )
}
