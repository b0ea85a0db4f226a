import { Text } from '@react-email/text'
import type { ReactNode } from 'react'
import { dateFormat } from '#domain/formats'
import type { MailKind, Placeholder } from '#domain/mail-wording'
import { markets } from '#domain/markets'
import type { Money, OrderView } from '#domain/views'
import { muted, Paragraph, SmallLink } from './frame'
import { DeliveryAddress, Lines, Totals, written } from './order-parts'
import { wordedMail, type BuiltIn, type MailContext, type WrittenMail } from './worded-mail'
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
  wordingOf?: MailContext['wordingOf']
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

const placed = { subject: 'placedSubject', heading: 'placedHeading' } as const
const changed = { subject: 'changedSubject', heading: 'changedHeading' } as const
const withdrawn = { subject: 'withdrawalSubject', heading: 'withdrawalHeading' } as const

/** The words of each mail while the shop has not written its own. */
export const orderWords = {
  'order-placed': { ...placed, text: 'placedTransfer' },
  'order-placed-cash': { ...placed, text: 'placedCash' },
  'order-placed-store': { ...placed, text: 'placedInStore' },
  'order-placed-online': { ...placed, text: 'placedOther' },
  'order-placed-covered': { ...placed, text: 'placedCovered' },
  'payment-received': { subject: 'paidSubject', heading: 'paidHeading', text: 'paidText' },
  'payment-failed': { subject: 'failedSubject', heading: 'failedHeading', text: 'failedText' },
  'payment-released': { subject: 'releasedSubject', heading: 'releasedHeading', text: 'releasedText' },
  'order-shipped': { subject: 'shippedSubject', heading: 'shippedHeading', text: 'shippedText' },
  'order-ready': { subject: 'readySubject', heading: 'readyHeading', text: 'readyText' },
  'order-delivered': { subject: 'deliveredSubject', heading: 'deliveredHeading', text: 'deliveredText' },
  'order-delivered-care': {
    subject: 'deliveredSubject',
    heading: 'deliveredHeading',
    text: 'deliveredCareText',
  },
  'order-cancelled': { subject: 'cancelledSubject', heading: 'cancelledHeading', text: 'cancelledText' },
  'order-expired': { subject: 'expiredSubject', heading: 'expiredHeading', text: 'expiredText' },
  'order-refunded': { subject: 'refundedSubject', heading: 'refundedHeading', text: 'refundedText' },
  'order-refunded-credit': {
    subject: 'refundedSubject',
    heading: 'refundedCreditHeading',
    text: 'refundedCreditText',
  },
  'order-changed-even': { ...changed, text: 'changedEven' },
  'order-changed-due': { ...changed, text: 'changedDue' },
  'order-changed-back': { ...changed, text: 'changedBack' },
  'return-requested': {
    subject: 'returnRequestedSubject',
    heading: 'returnRequestedHeading',
    text: 'returnRequestedText',
  },
  'return-approved': {
    subject: 'returnApprovedSubject',
    heading: 'returnApprovedHeading',
    text: 'returnApprovedText',
  },
  'return-received': {
    subject: 'returnReceivedSubject',
    heading: 'returnReceivedHeading',
    text: 'returnReceivedText',
  },
  'return-rejected': {
    subject: 'returnRejectedSubject',
    heading: 'returnRejectedHeading',
    text: 'returnRejectedText',
  },
  'return-completed': {
    subject: 'returnCompletedSubject',
    heading: 'returnCompletedHeading',
    text: 'returnCompletedText',
  },
  'withdrawal-cancelled': { ...withdrawn, text: 'withdrawalCancelled' },
  'withdrawal-return': { ...withdrawn, text: 'withdrawalReturn' },
  'withdrawal-desk': { ...withdrawn, text: 'withdrawalDesk' },
  'withdrawal-link': {
    subject: 'withdrawalLinkSubject',
    heading: 'withdrawalLinkHeading',
    text: 'withdrawalLinkText',
  },
  'review-invitation': {
    subject: 'reviewAskSubject',
    heading: 'reviewAskHeading',
    text: 'reviewAskText',
  },
  'review-invitation-care': {
    subject: 'reviewAskCareSubject',
    heading: 'reviewAskHeading',
    text: 'reviewAskCareText',
  },
  'review-rejected': {
    subject: 'reviewRejectedSubject',
    heading: 'reviewRejectedHeading',
    text: 'reviewRejectedText',
  },
  'order-link': { subject: 'linkSubject', heading: 'linkHeading', text: 'linkText' },
} as const satisfies Readonly<Partial<Record<MailKind, BuiltIn>>>

type OrderKind = keyof typeof orderWords

const formatted = ({ order, timezone }: OrderMailContext, iso: string, options: Intl.DateTimeFormatOptions) =>
  dateFormat(markets[order.market].formatLocale, { ...options, timeZone: timezone }).format(new Date(iso))

const parcelOf = ({ order, data }: OrderMailContext) => data.shipment ?? order.shipments.at(-1)

/** What the placeholders stand for in this mail. */
function valuesOf(context: OrderMailContext): Partial<Record<Placeholder, string>> {
  const { order, data } = context
  const parcel = parcelOf(context)
  return {
    name: data.name ?? order.shippingAddress.firstName,
    number: data.number ?? order.number,
    order: order.number,
    total: written(order, order.totals.total),
    amount: written(order, data.amount ?? order.totals.total),
    until: order.expiresAt ? formatted(context, order.expiresAt, { dateStyle: 'long' }) : '',
    carrier: parcel?.carrier ?? mailWord(order.locale, 'parcel'),
    tracking: parcel?.trackingNumber ?? '',
    note: data.note ?? '',
    at: formatted(context, data.statedAt ?? order.placedAt, { dateStyle: 'long', timeStyle: 'long' }),
    return: data.returnNumber ?? '',
  }
}

interface Parts {
  /** What stands before the words that may be changed. */
  lead?: ReactNode
  rest: ReactNode
  /** What the button says, when it does not lead to the order. */
  button?: MailWord
  /** Where a placeholder means something of its own. */
  values?: Partial<Record<Placeholder, string>>
}

function compose(kind: OrderKind, context: OrderMailContext, parts: Parts): WrittenMail {
  const { order, orderUrl: link, wordingOf } = context
  return wordedMail(
    { locale: order.locale, wordingOf },
    {
      ...{ kind, words: orderWords[kind], name: order.shippingAddress.firstName, link },
      ...{ button: 'seeOrder', ...parts, values: { ...valuesOf(context), ...parts.values } },
    },
  )
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

/** What is left to pay beside gift cards and store credit. */
const toPayOf = ({ credits, toPay, totals }: OrderView): Money => (credits.length > 0 ? toPay : totals.total)

function placedKind(order: OrderView): OrderKind {
  const { paymentMethod, pickup, credits } = order
  if (credits.length > 0 && toPayOf(order).amount === 0) return 'order-placed-covered'
  if (paymentMethod === 'cash-on-delivery') return pickup ? 'order-placed-store' : 'order-placed-cash'
  return paymentMethod === 'manual' ? 'order-placed' : 'order-placed-online'
}

const orderPlaced = (context: OrderMailContext) =>
  compose(placedKind(context.order), context, {
    values: { total: written(context.order, toPayOf(context.order)) },
    rest: (
      <>
        {context.order.paymentMethod === 'manual' && toPayOf(context.order).amount > 0 && (
          <Account context={context} />
        )}
        <Everything context={context} />
      </>
    ),
  })

/** The lines of an order that an event names, with how many of each. */
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
  const parcel = parcelOf(context)
  const { carrier = '', tracking } = valuesOf(context)
  return compose(order.pickup ? 'order-ready' : 'order-shipped', context, {
    lead: tracking && <Paragraph>{mailWord(order.locale, 'tracking', { carrier, tracking })}</Paragraph>,
    rest: (
      <>
        <Lines order={order} lines={partsOf(order, parcel?.lines ?? [])} shopUrl={shopUrl} />
        <DeliveryAddress order={order} />
      </>
    ),
  })
}

const notice = (kind: OrderKind) => (context: OrderMailContext) =>
  compose(kind, context, { rest: <Everything context={context} /> })

function orderChanged(context: OrderMailContext): WrittenMail {
  const { outcome } = context.data
  return notice(
    outcome === 'due'
      ? 'order-changed-due'
      : outcome === 'back'
        ? 'order-changed-back'
        : 'order-changed-even',
  )(context)
}

const aboutReturn = (kind: OrderKind) => (context: OrderMailContext) => {
  const { order, data, shopUrl } = context
  return compose(kind, context, {
    rest: (
      <>
        <Text style={{ fontSize: 14, color: muted, margin: '0 0 8px' }}>
          {mailWord(order.locale, 'returnNumber', { number: data.number ?? '' })}
        </Text>
        <Lines order={order} lines={partsOf(order, data.lines ?? [])} shopUrl={shopUrl} />
      </>
    ),
  })
}

/**
 * The receipt of a statement of withdrawal. Its content and time are the law's and are never worded by the shop; what comes
 * next is. Source: Directive 2011/83/EU, Art. 11a.
 */
function withdrawal(context: OrderMailContext): WrittenMail {
  const { order, data } = context
  const kind =
    data.outcome === 'desk'
      ? 'withdrawal-desk'
      : data.returnNumber
        ? 'withdrawal-return'
        : 'withdrawal-cancelled'
  const { name = '', at = '' } = valuesOf(context)
  const values = { name: data.name ?? name, order: order.number, at, number: data.number ?? '' }
  return compose(kind, context, {
    lead: (
      <>
        <Paragraph>{mailWord(order.locale, 'withdrawalText', values)}</Paragraph>
        <Stated context={context} />
      </>
    ),
    rest: null,
  })
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

/** What has no size is no shoe, and is not tried on. */
const delivered = (context: OrderMailContext): WrittenMail =>
  notice(context.order.lines.some(({ size }) => size) ? 'order-delivered' : 'order-delivered-care')(context)

/** Asks once, and says how never to be asked again. */
const reviewInvitation = (context: OrderMailContext): WrittenMail => {
  const { order, shopUrl, data } = context
  return compose(data.outcome === 'care' ? 'review-invitation-care' : 'review-invitation', context, {
    button: 'reviewAskButton',
    rest: (
      <>
        <Lines order={order} lines={order.lines} shopUrl={shopUrl} />
        <Text style={{ fontSize: 14, lineHeight: '22px', color: muted, margin: '0 0 8px' }}>
          {mailWord(order.locale, 'reviewAskOnce')}{' '}
          <SmallLink href={context.orderUrl.replace('?to=review', '?to=no-review')}>
            {mailWord(order.locale, 'reviewAskStop')}
          </SmallLink>
        </Text>
      </>
    ),
  })
}

/** The mails about an order, by the name of their template. */
export const orderMails: Readonly<Record<string, (context: OrderMailContext) => WrittenMail>> = {
  'order-placed': orderPlaced,
  'payment-received': notice('payment-received'),
  'payment-failed': notice('payment-failed'),
  'payment-released': notice('payment-released'),
  'order-shipped': shipped,
  'order-delivered': delivered,
  'order-cancelled': notice('order-cancelled'),
  'order-expired': notice('order-expired'),
  'order-refunded': (context) =>
    notice(context.data.outcome === 'credit' ? 'order-refunded-credit' : 'order-refunded')(context),
  'order-changed': orderChanged,
  'return-requested': aboutReturn('return-requested'),
  'return-approved': aboutReturn('return-approved'),
  'return-received': aboutReturn('return-received'),
  'return-rejected': aboutReturn('return-rejected'),
  'return-completed': aboutReturn('return-completed'),
  'withdrawal-received': withdrawal,
  'withdrawal-link': notice('withdrawal-link'),
  'order-link': notice('order-link'),
  'review-invitation': reviewInvitation,
  'review-rejected': (context) => compose('review-rejected', context, { rest: null }),
}
