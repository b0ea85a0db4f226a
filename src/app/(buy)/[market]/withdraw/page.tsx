import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { EmailField, Field } from '#components/field'
import { formPaths } from '#components/form-paths'
import { dayIn, hrefIn, type Shop } from '#components/shop'
import { WithdrawChoice, WithdrawConfirm } from '#components/withdraw-form'
import { dateFormat } from '#domain/formats'
import type { OrderView } from '#domain/views'
import { planWithdrawal, type WithdrawnPairs } from '#domain/withdrawal'
import { refusalOf } from '#ops/respond'
import { getShopSettings } from '#queries/site'
import { ordersOfCustomer, readOrder } from '#services/order-access'
import type { TypedWords } from '#services/typed-words'
import { withdrawableLines, withdrawalDeadline, withdrawalsOf } from '#services/withdraw-order'
import { fieldErrorsIn, problemIn } from '../../problem'
import { type PageProps, SmallPage } from '../../small-page'
import { typedIn } from '../../typed'
import { one, requireShop, visitor, type Query } from '../../visitor'

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { t } = requireShop((await params).market)
  return {
    title: `${t('withdraw.title')} | Molini`,
    description: t('withdraw.lead'),
    referrer: 'no-referrer',
  }
}

async function find(query: Query) {
  const number = one(query.order)
  const { req, orderToken, customer } = await visitor()
  try {
    if (!number) return { req, customer }
    const order = await readOrder(req, { number, token: orderToken(number), customerId: customer?.id })
    return { req, customer, order }
  } catch (error) {
    if (refusalOf(error)?.code === 'order.not-found') return { req, customer }
    throw error
  }
}

/** The pairs that the first step named, or all that are left. */
function statedIn(query: Query, left: WithdrawnPairs[]): { part: boolean; lines: WithdrawnPairs[] } {
  const named = left.flatMap(({ lineId, quantity }) => {
    const count = Math.min(quantity, Math.trunc(Number(one(query[`pairs.${lineId}`]))) || 0)
    return count > 0 ? [{ lineId, quantity: count }] : []
  })
  const part = one(query.part) === '1' && named.length > 0
  return { part, lines: part ? named : left }
}

function leftOf(lines: Parameters<typeof planWithdrawal>[0], order: OrderView): WithdrawnPairs[] {
  if (order.fulfilmentStatus === 'cancelled') return []
  try {
    return planWithdrawal(lines).lines
  } catch (error) {
    if (refusalOf(error)?.code === 'withdrawal.nothing') return []
    throw error
  }
}

/**
 * Withdrawal from a contract in two steps, for whoever holds the order: no reason, whole or part, a receipt with its
 * time. Source: Directive 2011/83/EU, Art. 11a, as amended by Directive (EU) 2023/2673.
 */
export default async function WithdrawPage({ params, searchParams }: PageProps) {
  const shop = requireShop((await params).market)
  const query = await searchParams
  const { req, customer, order } = await find(query)
  const { t } = shop
  if (!order)
    return (
      <SmallPage
        shop={shop}
        title={t('withdraw.title')}
        lead={t('withdraw.lead')}
        problem={problemIn(shop, query)}
        notice={one(query.done) && t('withdraw.sent')}
      >
        <FindForm
          shop={shop}
          orders={customer ? await ordersOfCustomer(req, customer.id) : []}
          typed={await typedIn(query, 'withdraw-find')}
        />
      </SmallPage>
    )
  const stated = one(query.stated)
  if (stated) return <Receipt shop={shop} order={order} number={stated} req={req} />
  const left = leftOf(await withdrawableLines(req, order.id), order)
  const deadline = await withdrawalDeadline(req, order.id)
  const confirm = one(query.step) === 'confirm' || one(query.problem) === 'validation.failed'
  const typed = await typedIn(query, 'withdraw')
  const { part, lines } = statedIn({ ...query, ...typed }, left)
  return (
    <SmallPage
      shop={shop}
      title={t(confirm ? 'withdraw.confirmTitle' : 'withdraw.title')}
      lead={deadline ? t('withdraw.until', { day: dayIn(shop, deadline) }) : t('withdraw.lead')}
      problem={problemIn(shop, query)}
    >
      {left.length === 0 ? (
        <p className="notice mt-6">{t('withdraw.nothing')}</p>
      ) : confirm ? (
        <WithdrawConfirm
          shop={shop}
          order={order}
          left={lines}
          part={part}
          formKey={randomUUID()}
          errors={fieldErrorsIn(shop, query)}
          typed={typed}
        />
      ) : (
        <WithdrawChoice shop={shop} order={order} left={left} />
      )}
    </SmallPage>
  )
}

interface FindProps {
  shop: Shop
  orders: OrderView[]
  typed: TypedWords
}

async function FindForm({ shop, orders, typed }: FindProps) {
  const { t } = shop
  const { contactEmail } = await getShopSettings(shop.market.id)
  return (
    <>
      {orders.length > 0 && (
        <ul className="stated mt-6">
          {orders.slice(0, 20).map((order) => (
            <li key={order.id}>
              <a className="link" href={hrefIn(shop, `/withdraw?order=${order.number}`)}>
                {t('order.head', { number: order.number, day: dayIn(shop, order.placedAt) })}
              </a>
            </li>
          ))}
        </ul>
      )}
      <form method="post" action={formPaths.withdrawFind} className="mt-7">
        <input type="hidden" name="market" value={shop.market.id} />
        <div className="fields">
          <Field
            t={t}
            name="number"
            label={t('findOrder.number')}
            hint={t('findOrder.numberHint')}
            value={typed.number}
            maxLength={20}
          />
          <EmailField t={t} label={t('findOrder.email')} value={typed.email} />
        </div>
        <button className="button wide mt-5">{t('withdraw.button')}</button>
      </form>
      <p className="small muted mt-5">{t('withdraw.next')}</p>
      {contactEmail && <p className="small muted mt-3">{t('withdraw.mail', { email: contactEmail })}</p>}
    </>
  )
}

interface ReceiptProps {
  shop: Shop
  order: OrderView
  number: string
  req: Awaited<ReturnType<typeof visitor>>['req']
}

async function Receipt({ shop, order, number, req }: ReceiptProps) {
  const { t } = shop
  const found = (await withdrawalsOf(req, order.id)).find((one) => one.number === number)
  if (!found)
    return (
      <SmallPage shop={shop} title={t('withdraw.title')}>
        <p className="notice mt-6">{t('withdraw.nothing')}</p>
      </SmallPage>
    )
  const at = dateFormat(shop.market.formatLocale, {
    dateStyle: 'long',
    timeStyle: 'medium',
    timeZone: 'Europe/Rome',
  }).format(new Date(found.statedAt))
  return (
    <SmallPage shop={shop} title={t('withdraw.doneTitle')}>
      <p className="notice mt-6" role="status">
        {t('withdraw.done', { number: found.number, order: order.number, at })}
      </p>
      <p className="mt-5">{t('withdraw.receipt', { email: found.email })}</p>
      <p className="mt-3">
        {t(`withdraw.outcomes.${found.returnNumber ? 'return' : found.outcome}`, {
          number: found.returnNumber ?? '',
        })}
      </p>
      {found.isLate && <p className="small muted mt-3">{t('withdraw.late')}</p>}
      <a className="button second wide mt-7" href={hrefIn(shop, `/orders/${order.number}`)}>
        {t('withdraw.toOrder')}
      </a>
    </SmallPage>
  )
}
