import type { DocumentViewServerProps } from 'payload'
import Link from 'next/link'
import { Gutter, SetStepNav } from '@payloadcms/ui'
import { getShopForStaff } from '#queries/admin-shop'
import { getStockLevel, type HeldRow } from '#queries/admin-stock-level'
import { shopTime } from '../age'
import { pairs } from '../amount'
import { Thumb } from '../picture'
import { mayStaff } from '../staff'
import { AdjustButton } from './adjust-button.client'
import { EndHoldButton } from './end-hold-button.client'
import { Movements } from './movements'

/** One size at one location: counters, who holds pairs, and every change with its reason. */
export async function StockLevelView({ doc, initPageResult }: DocumentViewServerProps) {
  const { req } = initPageResult
  if (!mayStaff(req.user, 'stock.read')) return null
  const [level, shop] = await Promise.all([getStockLevel(req.payload, String(doc.id)), getShopForStaff(req)])
  if (!level) return null
  const name = `${level.pair.title}, ${level.pair.size}`
  const free = level.onHand - level.reserved
  const at = (time: string) => shopTime(new Date(time), shop.timezone)
  return (
    <Gutter className="m-order">
      <SetStepNav
        nav={[{ label: 'Stock levels', url: '/admin/collections/stock-levels' }, { label: name }]}
      />
      <div className="m-level-head">
        <Thumb id={level.pair.image} size={88} />
        <div>
          <h2>Size {level.pair.size}</h2>
          <p className="m-muted">
            {level.pair.sku}, {level.location}
          </p>
          <p>
            <Link href={`/admin/collections/products/${level.pair.productId}`} prefetch={false}>
              All sizes of this product
            </Link>
          </p>
        </div>
        <dl className="m-counts">
          <Count label="On hand" value={level.onHand} />
          <Count label="Held for orders" value={level.reserved - level.heldForWaiting} />
          {level.heldForWaiting > 0 ? (
            <Count label="Held for who waited" value={level.heldForWaiting} />
          ) : null}
          {level.waiting > 0 ? <Count label="Waiting" value={level.waiting} /> : null}
          <Count
            label="Free"
            value={free}
            tone={free > 0 && free <= shop.lowStockAt ? 'm-accent' : undefined}
          />
        </dl>
        <AdjustButton
          className="m-button m-primary"
          variantId={level.pair.variantId}
          location={level.locationId}
          name={name}
          onHand={level.onHand}
          reserved={level.reserved}
          held={level.heldForWaiting}
        />
      </div>
      <div className="m-columns">
        <Movements movements={level.movements} at={at} />
        <Held held={level.held} at={at} name={name} />
      </div>
    </Gutter>
  )
}

const Count = ({ label, value, tone }: { label: string; value: number; tone?: string }) => (
  <div>
    <dt>{label}</dt>
    <dd className={tone}>{value}</dd>
  </div>
)

interface HeldProps {
  held: HeldRow[]
  at: (time: string) => string
  name: string
}

function Held({ held, at, name }: HeldProps) {
  return (
    <section className="m-panel">
      <h2>Held for</h2>
      {held.length === 0 ? <p className="m-muted">Nobody. Every pair here can be sold.</p> : null}
      <ul className="m-list">
        {held.map((row, index) => (
          <li key={index}>
            <span className="m-between">
              {row.orderId ? (
                <Link href={`/admin/collections/orders/${row.orderId}`} prefetch={false}>
                  {row.number}
                </Link>
              ) : (
                `Somebody who waited${row.isInBag ? ', in their bag' : ''}`
              )}
              <span>{pairs(row.quantity)}</span>
            </span>
            <span className="m-between">
              {row.expiresAt ? <span className="m-second">until {at(row.expiresAt)}</span> : null}
              {row.alertId ? <EndHoldButton alertId={row.alertId} name={name} /> : null}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
