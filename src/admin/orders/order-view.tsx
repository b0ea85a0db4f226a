import type { DocumentViewServerProps } from 'payload'
import { Gutter, SetStepNav } from '@payloadcms/ui'
import { getDeskOrder } from '#queries/admin-order'
import { getOrderFile } from '#queries/admin-order-file'
import { getDeskPapers } from '#queries/admin-papers'
import { getDeskChoices, getDeskReturns, getDeskWithdrawals } from '#queries/admin-returns'
import { getShopForStaff } from '#queries/admin-shop'
import { ageOf, shopTime } from '../age'
import { mayStaff } from '../staff'
import { State } from '../state'
import { disputeWord, fulfilmentWord, methodWord, paymentWord } from '../words'
import { isDone, nextStep } from './desk-rules'
import { OrderActions } from './order-actions.client'
import { OrderFilePanel } from './order-file.client'
import { OrderLines } from './order-lines'
import { OrderPapers } from './order-papers'
import { OrderParties } from './order-parties'
import { OrderMoney } from './order-money'
import { OrderParcels } from './order-parcels'
import { OrderReturns } from './order-returns'
import { OrderTimeline } from './order-timeline'

/** The order as the desk works on it, in place of Payload's form: nobody types into an order. */
export async function OrderView({ doc, initPageResult }: DocumentViewServerProps) {
  const { req } = initPageResult
  if (!mayStaff(req.user, 'orders.read')) return null
  const id = String(doc.id)
  const [order, shop, returns, withdrawals, choices, papers, file] = await Promise.all([
    getDeskOrder(req, id),
    getShopForStaff(req),
    getDeskReturns(req.payload, id),
    getDeskWithdrawals(req.payload, id),
    getDeskChoices(req.payload, id),
    getDeskPapers(req, id),
    getOrderFile(req.payload, id),
  ])
  if (!order || !file) return null
  const at = (time: string) => shopTime(new Date(time), shop.timezone)
  return (
    <Gutter className="m-order">
      <SetStepNav nav={[{ label: 'Orders', url: '/admin/collections/orders' }, { label: order.number }]} />
      <div className="m-order-head">
        <p className="m-states">
          <State state={paymentWord(order.paymentStatus, order.fulfilmentStatus)} />
          <State state={fulfilmentWord(order.fulfilmentStatus)} />
          {order.dispute ? <State state={disputeWord(order.dispute)} /> : null}
          <span className="m-muted">
            Placed {at(order.placedAt)}, {ageOf(new Date(order.placedAt), new Date())} ago.{' '}
            {methodWord(order.paymentMethod)}.
          </span>
        </p>
        <div className={isDone(order) ? 'm-next m-done' : 'm-next'}>
          <p>
            <strong>Next.</strong> {nextStep(order)}
          </p>
          {order.dispute === 'open' ? (
            <p className="m-hint">
              The cardholder has called the money back over their bank. Answer it at the provider before its
              day.
            </p>
          ) : null}
          {order.expiresAt && order.paymentStatus === 'pending' ? (
            <p className="m-hint">The pairs are held until {at(order.expiresAt)}.</p>
          ) : null}
        </div>
        <OrderActions
          order={order}
          choices={choices}
          isInvoiced={papers.some(({ isCredit }) => !isCredit)}
          mayTakeMoney={mayStaff(req.user, 'payments.manage')}
          mayManage={mayStaff(req.user, 'orders.manage')}
        />
      </div>
      <div className="m-columns">
        <div>
          <OrderLines order={order} mayOpenCatalogue={mayStaff(req.user, 'catalog.write')} />
          <OrderParcels order={order} at={at} />
          <OrderReturns returns={returns} withdrawals={withdrawals} at={at} />
          <OrderTimeline order={order} at={at} />
        </div>
        <div>
          <OrderParties order={order} />
          <OrderFilePanel
            key={JSON.stringify([file.assigneeId, file.tags])}
            id={id}
            file={file}
            mayManage={mayStaff(req.user, 'orders.manage')}
            times={file.notes.map((note) => at(note.at))}
          />
          <OrderMoney order={order} at={at} mayTakeMoney={mayStaff(req.user, 'payments.manage')} />
          <OrderPapers
            order={order}
            papers={papers}
            at={at}
            mayManage={mayStaff(req.user, 'orders.manage')}
          />
        </div>
      </div>
    </Gutter>
  )
}
