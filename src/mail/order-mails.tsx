import { Text } from '@react-email/components'
import type { ReactElement } from 'react'
import { markets } from '#domain/markets'
import type { Money, OrderView } from '#domain/views'
import { Frame, muted, Paragraph } from './frame'
import { DeliveryAddress, Lines, Totals, written } from './order-parts'
import { mailWord, type MailWord } from './words'

export interface BankAccount {
  accountHolder?: string
  iban?: string
  bic?: string
  bank?: string
}

/** What a mail about an order is written from. */
export interface OrderMailContext {
  order: OrderView
  orderUrl: string
  shopUrl: string
  timezone: string
  account: BankAccount
  /** Of the event that caused the mail: `amount` of a payment or refund, `shipment` of a parcel. */
  data: EventData
}

/** What the event of a mail says about itself. */
export interface EventData {
  amount?: Money
  shipment?: OrderView['shipments'][number]
  /** Of a return or a withdrawal. */
  number?: string
  note?: string
  outcome?: string
  name?: string
  statedAt?: string
  returnNumber?: string
  lines?: { lineId: string; quantity: number }[]
  /** Of a withdrawal: what it names, as it was sold. */
  pairs?: { title: string; colour?: string; size?: string; quantity: number }[]
}

export interface WrittenMail {
  subject: string
  body: ReactElement
}

const greet = ({ order }: OrderMailContext) => (
  <Paragraph>{mailWord(order.locale, 'greeting', { name: order.shippingAddress.firstName })}</Paragraph>
)

const dayOf = ({ order, timezone }: OrderMailContext, iso: string) =>
  new Intl.DateTimeFormat(markets[order.market].formatLocale, {
    dateStyle: 'long',
    timeZone: timezone,
  }).format(new Date(iso))

function frame(
  context: OrderMailContext,
  words: { subject: MailWord; heading: MailWord },
  children: ReactElement,
): WrittenMail {
  const { order, orderUrl } = context
  const subject = mailWord(order.locale, words.subject, { number: context.data.number ?? order.number })
  return {
    subject,
    body: (
      <Frame
        locale={order.locale}
        heading={mailWord(order.locale, words.heading)}
        preview={subject}
        action={{ label: mailWord(order.locale, 'seeOrder'), href: orderUrl }}
      >
        {greet(context)}
        {children}
      </Frame>
    ),
  }
}

function paymentWords(context: OrderMailContext): string {
  const { order } = context
  const isCovered = order.credits.length > 0 && order.toPay.amount === 0
  if (isCovered) return mailWord(order.locale, 'placedCovered')
  const total = written(order, order.credits.length > 0 ? order.toPay : order.totals.total)
  if (order.paymentMethod === 'cash-on-delivery')
    return mailWord(order.locale, order.pickup ? 'placedInStore' : 'placedCash', { total })
  if (order.paymentMethod !== 'manual') return mailWord(order.locale, 'placedOther')
  const until = order.expiresAt ? dayOf(context, order.expiresAt) : ''
  return mailWord(order.locale, 'placedTransfer', { total, number: order.number, until })
}

function Account({ context }: { context: OrderMailContext }) {
  const { order, account } = context
  const rows: [string, string | undefined][] = [
    [mailWord(order.locale, 'accountHolder'), account.accountHolder],
    ['IBAN', account.iban],
    ['BIC', account.bic],
    [mailWord(order.locale, 'bank'), account.bank],
    [mailWord(order.locale, 'reference'), order.number],
  ]
  return (
    <Text style={{ fontSize: 14, lineHeight: '22px', margin: '0 0 20px' }}>
      {rows.map(
        ([label, value]) =>
          value && (
            <span key={label} style={{ display: 'block' }}>
              <span style={{ color: muted }}>{label}: </span>
              {value}
            </span>
          ),
      )}
    </Text>
  )
}

const Everything = ({ context: { order, shopUrl } }: { context: OrderMailContext }) => (
  <>
    <Text style={{ fontSize: 14, color: muted, margin: '0 0 8px' }}>
      {mailWord(order.locale, 'order', { number: order.number })}
    </Text>
    <Lines order={order} lines={order.lines} shopUrl={shopUrl} />
    <Totals order={order} />
    <DeliveryAddress order={order} />
  </>
)

const orderPlaced = (context: OrderMailContext) =>
  frame(
    context,
    { subject: 'placedSubject', heading: 'placedHeading' },
    <>
      <Paragraph>{paymentWords(context)}</Paragraph>
      {context.order.paymentMethod === 'manual' && context.order.toPay.amount > 0 && (
        <Account context={context} />
      )}
      <Everything context={context} />
    </>,
  )

const amountOf = ({ order, data }: OrderMailContext) => written(order, data.amount ?? order.totals.total)

const paymentReceived = (context: OrderMailContext) =>
  frame(
    context,
    { subject: 'paidSubject', heading: 'paidHeading' },
    <>
      <Paragraph>
        {mailWord(context.order.locale, 'paidText', {
          amount: amountOf(context),
          number: context.order.number,
        })}
      </Paragraph>
      <Everything context={context} />
    </>,
  )

/** The lines of an order that an event names, with its pairs of them. */
const partsOf = (order: OrderView, parts: readonly { lineId: string; quantity: number }[]) =>
  order.lines.flatMap((one) => {
    const quantity = parts.find((part) => part.lineId === one.id)?.quantity
    return quantity
      ? [
          {
            ...one,
            quantity,
            total: { ...one.total, amount: Math.trunc((one.total.amount * quantity) / one.quantity) },
          },
        ]
      : []
  })

function shipped(context: OrderMailContext): WrittenMail {
  const { order, shopUrl } = context
  const parcel = context.data.shipment ?? order.shipments[order.shipments.length - 1]
  const lines = partsOf(order, parcel?.lines ?? [])
  const tracking = parcel?.trackingNumber
  return frame(
    context,
    order.pickup
      ? { subject: 'readySubject', heading: 'readyHeading' }
      : { subject: 'shippedSubject', heading: 'shippedHeading' },
    <>
      {tracking && (
        <Paragraph>
          {mailWord(order.locale, 'tracking', {
            carrier: parcel.carrier ?? mailWord(order.locale, 'parcel'),
            tracking,
          })}
        </Paragraph>
      )}
      <Paragraph>{mailWord(order.locale, order.pickup ? 'readyText' : 'shippedText')}</Paragraph>
      <Lines order={order} lines={lines} shopUrl={shopUrl} />
      <DeliveryAddress order={order} />
    </>,
  )
}

const notice = (subject: MailWord, heading: MailWord, text: MailWord) => (context: OrderMailContext) =>
  frame(
    context,
    { subject, heading },
    <>
      <Paragraph>
        {mailWord(context.order.locale, text, { number: context.order.number, amount: amountOf(context) })}
      </Paragraph>
      <Everything context={context} />
    </>,
  )

function changed(context: OrderMailContext): WrittenMail {
  const { outcome } = context.data
  const text = outcome === 'due' ? 'changedDue' : outcome === 'back' ? 'changedBack' : 'changedEven'
  return notice('changedSubject', 'changedHeading', text)(context)
}

type ReturnStep = 'Requested' | 'Approved' | 'Received' | 'Rejected' | 'Completed'

const aboutReturn =
  (step: ReturnStep) =>
  (context: OrderMailContext): WrittenMail => {
    const { order, data, shopUrl } = context
    const values = { number: data.number ?? '', note: data.note ?? '' }
    return frame(
      context,
      { subject: `return${step}Subject`, heading: `return${step}Heading` },
      <>
        <Paragraph>{mailWord(order.locale, `return${step}Text`, values)}</Paragraph>
        <Text style={{ fontSize: 14, color: muted, margin: '0 0 8px' }}>
          {mailWord(order.locale, 'returnNumber', values)}
        </Text>
        <Lines order={order} lines={partsOf(order, data.lines ?? [])} shopUrl={shopUrl} />
      </>,
    )
  }

/** The receipt of a statement of withdrawal, with its content and time. Source: Directive 2011/83/EU, Art. 11a. */
function withdrawal(context: OrderMailContext): WrittenMail {
  const { order, data, timezone } = context
  const at = new Intl.DateTimeFormat(markets[order.market].formatLocale, {
    dateStyle: 'long',
    timeStyle: 'long',
    timeZone: timezone,
  }).format(new Date(data.statedAt ?? order.placedAt))
  const values = { name: data.name ?? '', order: order.number, at, number: data.number ?? '' }
  const next =
    data.outcome === 'desk'
      ? 'withdrawalDesk'
      : data.returnNumber
        ? 'withdrawalReturn'
        : 'withdrawalCancelled'
  return frame(
    context,
    { subject: 'withdrawalSubject', heading: 'withdrawalHeading' },
    <>
      <Paragraph>{mailWord(order.locale, 'withdrawalText', values)}</Paragraph>
      <Stated context={context} />
      <Paragraph>{mailWord(order.locale, next, { return: data.returnNumber ?? '' })}</Paragraph>
    </>,
  )
}

/** What a statement names, in words as they were sold: the order may have lost these lines by it. */
const Stated = ({ context: { order, data } }: { context: OrderMailContext }) => (
  <Text style={{ fontSize: 16, lineHeight: '24px', margin: '0 0 16px' }}>
    {(data.pairs ?? []).map(({ title, colour, size, quantity }, index) => (
      <span key={index} style={{ display: 'block' }}>
        {quantity} x{' '}
        {[title, colour, size && mailWord(order.locale, 'size', { size })].filter(Boolean).join(', ')}
      </span>
    ))}
  </Text>
)

/** The mails about an order, by the name of their template. */
export const orderMails: Readonly<Record<string, (context: OrderMailContext) => WrittenMail>> = {
  'order-placed': orderPlaced,
  'payment-received': paymentReceived,
  'order-shipped': shipped,
  'order-cancelled': notice('cancelledSubject', 'cancelledHeading', 'cancelledText'),
  'order-expired': notice('expiredSubject', 'expiredHeading', 'expiredText'),
  'order-refunded': notice('refundedSubject', 'refundedHeading', 'refundedText'),
  'payment-released': notice('releasedSubject', 'releasedHeading', 'releasedText'),
  'order-delivered': notice('deliveredSubject', 'deliveredHeading', 'deliveredText'),
  'order-changed': changed,
  'return-requested': aboutReturn('Requested'),
  'return-approved': aboutReturn('Approved'),
  'return-received': aboutReturn('Received'),
  'return-rejected': aboutReturn('Rejected'),
  'return-completed': aboutReturn('Completed'),
  'withdrawal-received': withdrawal,
  'withdrawal-link': notice('withdrawalLinkSubject', 'withdrawalLinkHeading', 'withdrawalLinkText'),
  'order-link': notice('linkSubject', 'linkHeading', 'linkText'),
}
