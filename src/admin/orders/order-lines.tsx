import { Fragment } from 'react'
import type { DeskLine, DeskOrder } from '#queries/admin-order'
import { money } from '../amount'
import { Thumb } from '../picture'
import { PriceStory } from '../promotions/price-steps'
import { RefusedList } from '../promotions/refused-list'
import { percentText } from '../tax/percent'

interface Props {
  order: DeskOrder
  mayOpenCatalogue: boolean
}

export function OrderLines({ order, mayOpenCatalogue }: Props) {
  const reduced = order.lines.some((line) => line.discount > 0)
  return (
    <section className="m-panel">
      <h2>Pairs</h2>
      <table className="m-table m-pairs">
        <thead>
          <tr>
            <th colSpan={2}>Product</th>
            <th className="m-right">Price</th>
            <th className="m-right">Pairs</th>
            <th className="m-right">Shipped</th>
            {reduced ? <th className="m-right">Discount</th> : null}
            <th className="m-right">Tax</th>
            <th className="m-right">Total</th>
          </tr>
        </thead>
        <tbody>
          {order.lines.map((line) => (
            <Line
              key={line.id}
              line={line}
              currency={order.currency}
              reduced={reduced}
              link={mayOpenCatalogue}
            />
          ))}
        </tbody>
      </table>
      <Totals order={order} />
      {order.shippingSteps.length > 1 ? (
        <PriceStory title="How the delivery came about" steps={order.shippingSteps} />
      ) : null}
      <RefusedList refused={order.refused} currency={order.currency} />
    </section>
  )
}

interface LineProps {
  line: DeskLine
  currency: string
  reduced: boolean
  link: boolean
}

function Line({ line, currency, reduced, link }: LineProps) {
  return (
    <tr>
      <td className="m-picture-cell">
        <Thumb id={line.image} size={56} />
      </td>
      <td>
        {link ? <a href={`/admin/collections/products/${line.productId}`}>{line.title}</a> : line.title}
        <span className="m-second">{line.detail}</span>
        <span className="m-second">{line.sku}</span>
        <PriceStory title="How this price came about" steps={line.steps} />
      </td>
      <td className="m-right" data-label="Price">
        {money(line.unitPrice, currency)}
      </td>
      <td className="m-right" data-label="Pairs">
        {line.quantity}
      </td>
      <td className={line.shipped < line.quantity ? 'm-right m-accent' : 'm-right'} data-label="Shipped">
        {line.shipped}
      </td>
      {reduced ? (
        <td className="m-right" data-label="Discount">
          {line.discount ? `− ${money(line.discount, currency)}` : ''}
        </td>
      ) : null}
      <td className="m-right" data-label="Tax">
        {money(line.tax, currency)}
        <span className="m-second">{percentText(line.taxRate)} %</span>
      </td>
      <td className="m-right" data-label="Total">
        {money(line.total, currency)}
      </td>
    </tr>
  )
}

function Totals({ order }: { order: DeskOrder }) {
  const as = (amount: number) => money(amount, order.currency)
  const taxed = order.taxes.filter(({ rate }) => rate > 0)
  return (
    <dl className="m-totals">
      <dt>Goods</dt>
      <dd>{as(order.subtotal)}</dd>
      {order.discount ? (
        <>
          <dt>Discount{order.code ? `, ${order.code}` : ''}</dt>
          <dd>− {as(order.discount)}</dd>
        </>
      ) : null}
      <dt>Delivery{order.shippingName ? `, ${order.shippingName}` : ''}</dt>
      <dd>{as(order.shipping)}</dd>
      {order.taxIncluded
        ? null
        : taxed.map(({ rate, tax }) => (
            <Fragment key={rate}>
              <dt>Tax {percentText(rate)} %</dt>
              <dd>{as(tax)}</dd>
            </Fragment>
          ))}
      <dt className="m-sum">Total</dt>
      <dd className="m-sum">{as(order.total)}</dd>
      {order.taxIncluded
        ? taxed.map(({ rate, base, tax }) => (
            <Fragment key={rate}>
              <dt className="m-muted">
                Tax {percentText(rate)} % included, on {as(base)}
              </dt>
              <dd className="m-muted">{as(tax)}</dd>
            </Fragment>
          ))
        : null}
      {order.reverseCharge ? (
        <>
          <dt className="m-muted">Reverse charge: prices without tax, the buyer owes it</dt>
          <dd className="m-muted">{as(0)}</dd>
        </>
      ) : null}
    </dl>
  )
}
