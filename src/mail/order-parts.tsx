import { Column } from '@react-email/column'
import { Img } from '@react-email/img'
import { Row } from '@react-email/row'
import { Section } from '@react-email/section'
import { Text } from '@react-email/text'
import { formatMoney } from '#domain/format-money'
import { numberFormat } from '#domain/formats'
import { markets } from '#domain/markets'
import { soldSize } from '#domain/size-systems'
import type { Money, OrderLineView, OrderView, PickupView } from '#domain/views'
import { isUsualWidth, widthInWords } from '#domain/width'
import { line, muted } from './frame'
import { mailWord } from './words'

const small = { fontSize: 14, lineHeight: '20px', margin: 0 } as const

/** Money as the order's market writes it. */
export const written = (order: OrderView, money: Money): string =>
  formatMoney(money, markets[order.market].formatLocale)

interface LinesProps {
  order: OrderView
  lines: readonly OrderLineView[]
  shopUrl: string
}

export function Lines({ order, lines, shopUrl }: LinesProps) {
  return (
    <Section style={{ borderTop: `1px solid ${line}` }}>
      {lines.map((one) => (
        <Row key={one.id} style={{ borderBottom: `1px solid ${line}` }}>
          {one.image && (
            <Column style={{ width: 84, padding: '12px 12px 12px 0' }}>
              <Img
                src={`${shopUrl}${one.image.replace(/\d+\.webp$/, '160.jpg')}`}
                width={72}
                height={72}
                alt=""
              />
            </Column>
          )}
          <Column style={{ padding: '12px 0', verticalAlign: 'top' }}>
            <Text style={{ ...small, fontWeight: 500 }}>{one.title}</Text>
            <Text style={{ ...small, color: muted }}>
              {[
                one.colour,
                one.size &&
                  mailWord(order.locale, 'size', { size: soldSize(order, { ...one, size: one.size }) }),
                widthOf(order, one),
              ]
                .filter(Boolean)
                .join(', ')}
            </Text>
            <Text style={{ ...small, color: muted }}>
              <Pairs order={order} line={one} />
            </Text>
          </Column>
          <Column align="right" style={{ padding: '12px 0', verticalAlign: 'top' }}>
            <Text style={small}>{written(order, one.total)}</Text>
          </Column>
        </Row>
      ))}
    </Section>
  )
}

/** A width that is not the usual one; a label of the merchant's own stays as it is. */
function widthOf({ locale }: OrderView, { width }: OrderLineView): string | undefined {
  if (!width || isUsualWidth(width)) return undefined
  return widthInWords(width, (code) => (code === 'standard' ? code : mailWord(locale, code)))
}

/** How many at what price; struck through is the regular one, where less was paid. */
function Pairs({ order, line }: { order: OrderView; line: OrderLineView }) {
  const { gifts, quantity, unitPrice, regularPrice } = line
  if (gifts === quantity) return mailWord(order.locale, 'gift')
  const price = written(order, unitPrice)
  return (
    <>
      {mailWord(order.locale, 'pairs', { count: quantity, price })}
      {regularPrice && (
        <>
          {' '}
          <s>{written(order, regularPrice)}</s>
        </>
      )}
    </>
  )
}

const percent = (order: OrderView, rate: number): string =>
  numberFormat(markets[order.market].formatLocale, {
    style: 'percent',
    maximumFractionDigits: 2,
  }).format(rate / 10_000)

export function Totals({ order }: { order: OrderView }) {
  const { subtotal, discount, shipping, total } = order.totals
  const rows: [string, Money][] = [[mailWord(order.locale, 'subtotal'), subtotal]]
  const reductions = order.promotions.filter((one) => one.discount.amount > 0)
  const rest = discount.amount - reductions.reduce((sum, one) => sum + one.discount.amount, 0)
  for (const { name, code, discount: off } of reductions)
    rows.push([code ? `${name} (${code})` : name, { ...off, amount: -off.amount }])
  if (rest > 0) rows.push([mailWord(order.locale, 'discount'), { ...discount, amount: -rest }])
  rows.push([mailWord(order.locale, 'shipping'), shipping])
  for (const { rate, tax } of order.taxes.filter((one) => one.tax.amount > 0))
    rows.push([
      mailWord(order.locale, order.taxIncluded ? 'taxContained' : 'taxAdded', { rate: percent(order, rate) }),
      tax,
    ])
  return (
    <Section style={{ padding: '12px 0' }}>
      {[...rows, [mailWord(order.locale, 'total'), total] as const].map(([label, money], index) => (
        <Row key={`${label} ${index}`}>
          <Column>
            <Text
              style={{
                ...small,
                ...(index === rows.length ? { fontWeight: 600, fontSize: 16 } : { color: muted }),
              }}
            >
              {label}
            </Text>
          </Column>
          <Column align="right">
            <Text style={{ ...small, ...(index === rows.length ? { fontWeight: 600, fontSize: 16 } : {}) }}>
              {written(order, money)}
            </Text>
          </Column>
        </Row>
      ))}
      <PaidBy order={order} />
      {order.reverseCharge && (
        <Text style={{ ...small, color: muted }}>{mailWord(order.locale, 'reverseCharge')}</Text>
      )}
    </Section>
  )
}

/** What gift cards and store credit pay, and what is left to pay. */
function PaidBy({ order }: { order: OrderView }) {
  const parts = order.credits.filter(({ status }) => status !== 'returned')
  if (parts.length === 0) return null
  const rows: [string, Money][] = parts.map(({ kind, last4, amount }) => [
    kind === 'gift-card'
      ? mailWord(order.locale, 'giftCard', { last4: last4 ?? '' })
      : mailWord(order.locale, 'storeCredit'),
    { ...amount, amount: -amount.amount },
  ])
  if (order.toPay.amount > 0) rows.push([mailWord(order.locale, 'toPay'), order.toPay])
  return rows.map(([label, money], index) => (
    <Row key={index}>
      <Column>
        <Text style={{ ...small, color: muted }}>{label}</Text>
      </Column>
      <Column align="right">
        <Text style={small}>{written(order, money)}</Text>
      </Column>
    </Row>
  ))
}

export function DeliveryAddress({ order }: { order: OrderView }) {
  return (
    <>
      {order.pickup ? <CollectAt order={order} pickup={order.pickup} /> : <DeliverTo order={order} />}
      {(order.company ?? order.vatNumber) && (
        <Text style={{ ...small, margin: '12px 0 0' }}>
          <span style={{ color: muted }}>{mailWord(order.locale, 'billTo')}</span>
          <br />
          {[order.company, order.vatNumber].filter(Boolean).join(', ')}
        </Text>
      )}
    </>
  )
}

function CollectAt({ order, pickup }: { order: OrderView; pickup: PickupView }) {
  return (
    <Text style={{ ...small, margin: '12px 0 0' }}>
      <span style={{ color: muted }}>{mailWord(order.locale, 'collectAt')}</span>
      <br />
      {pickup.name}
      <br />
      {[pickup.line1, `${pickup.postalCode} ${pickup.city}`].filter(Boolean).join(', ')}
      {pickup.hours?.split('\n').map((line) => (
        <span key={line}>
          <br />
          {line}
        </span>
      ))}
    </Text>
  )
}

function DeliverTo({ order }: { order: OrderView }) {
  const to = order.shippingAddress
  return (
    <Text style={{ ...small, margin: '12px 0 0' }}>
      <span style={{ color: muted }}>{mailWord(order.locale, 'deliverTo')}</span>
      <br />
      {to.firstName} {to.lastName}
      <br />
      {[to.line1, to.line2].filter(Boolean).join(', ')}
      <br />
      {to.postalCode} {to.city}
      {to.region ? `, ${to.region}` : ''} {to.country}
    </Text>
  )
}
