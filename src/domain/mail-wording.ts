/** What a placeholder stands for, as the admin explains it. */
export const placeholderMeanings = {
  name: 'first name of the buyer',
  number: 'number the mail is about: of the order, the return or the withdrawal',
  order: 'number of the order',
  total: 'total of the order',
  amount: 'amount of this payment or refund',
  until: 'last day to pay',
  carrier: 'carrier of the parcel',
  tracking: 'tracking number',
  note: 'reason that was given',
  at: 'day and time of the statement',
  return: 'number of the return',
  product: 'name of the product',
  size: 'size',
  heldUntil: 'day and time until which it is held',
  drawAt: 'day and time of the draw',
  place: 'place in the draw',
  next: 'place in the queue for this size',
} as const
export type Placeholder = keyof typeof placeholderMeanings

interface Kind {
  label: string
  placeholders: readonly Placeholder[]
}

const ofOrder = ['name', 'number', 'total'] as const
const ofReturn = ['name', 'number', 'order'] as const

/** Every mail whose words may be changed, by its key. A mail that says different things in different cases has a key for each. */
export const mailKinds = {
  'order-placed': { label: 'Order placed, bank transfer', placeholders: [...ofOrder, 'until'] },
  'order-placed-cash': { label: 'Order placed, pay on delivery', placeholders: ofOrder },
  'order-placed-store': { label: 'Order placed, pay in the store', placeholders: ofOrder },
  'order-placed-online': { label: 'Order placed, card or online', placeholders: ofOrder },
  'order-placed-covered': { label: 'Order placed, all paid by credit', placeholders: ofOrder },
  'payment-received': { label: 'Payment received', placeholders: [...ofOrder, 'amount'] },
  'payment-failed': { label: 'Payment failed', placeholders: [...ofOrder, 'until'] },
  'payment-released': { label: 'Late payment let go', placeholders: [...ofOrder, 'amount'] },
  'order-shipped': { label: 'Parcel shipped', placeholders: [...ofOrder, 'carrier', 'tracking'] },
  'order-ready': { label: 'Ready to collect', placeholders: ofOrder },
  'order-delivered': { label: 'Delivered', placeholders: ofOrder },
  'order-delivered-care': { label: 'Delivered, care products alone', placeholders: ofOrder },
  'order-cancelled': { label: 'Order cancelled', placeholders: ofOrder },
  'order-expired': { label: 'Not paid in time', placeholders: ofOrder },
  'order-refunded': { label: 'Refund', placeholders: [...ofOrder, 'amount'] },
  'order-refunded-credit': { label: 'Refund as credit', placeholders: [...ofOrder, 'amount'] },
  'order-changed-even': { label: 'Order changed, nothing to pay', placeholders: ofOrder },
  'order-changed-due': { label: 'Order changed, more to pay', placeholders: [...ofOrder, 'amount'] },
  'order-changed-back': { label: 'Order changed, money comes back', placeholders: [...ofOrder, 'amount'] },
  'return-requested': { label: 'Return asked for', placeholders: ofReturn },
  'return-approved': { label: 'Return approved', placeholders: ofReturn },
  'return-received': { label: 'Return received', placeholders: ofReturn },
  'return-rejected': { label: 'Return refused', placeholders: [...ofReturn, 'note'] },
  'return-completed': { label: 'Return done', placeholders: ofReturn },
  'withdrawal-cancelled': {
    label: 'Withdrawal received, nothing had left',
    placeholders: [...ofReturn, 'at'],
  },
  'withdrawal-return': {
    label: 'Withdrawal received, goods come back',
    placeholders: [...ofReturn, 'at', 'return'],
  },
  'withdrawal-desk': { label: 'Withdrawal received, staff look at it', placeholders: [...ofReturn, 'at'] },
  'withdrawal-link': { label: 'Link to withdraw', placeholders: ofOrder },
  'order-link': { label: 'Link to the order', placeholders: ofOrder },
  'review-invitation': { label: 'Asks how the pairs fit', placeholders: ofOrder },
  'review-invitation-care': { label: 'Asks how care products do', placeholders: ofOrder },
  'review-rejected': { label: 'Review not shown', placeholders: [...ofOrder, 'note'] },
  'gift-card': { label: 'Gift card', placeholders: ['amount'] },
  'back-in-stock': { label: 'Back in stock', placeholders: ['product', 'size'] },
  'back-in-stock-care': { label: 'Back in stock, a care product', placeholders: ['product'] },
  'pair-held': {
    label: 'Back in stock, a pair is held',
    placeholders: ['product', 'size', 'heldUntil'],
  },
  'care-held': {
    label: 'Back in stock, a care product is held',
    placeholders: ['product', 'heldUntil'],
  },
  'draw-confirm': { label: 'Draw: please confirm', placeholders: ['product', 'size', 'drawAt'] },
  'draw-entered': { label: 'Draw: entered', placeholders: ['product', 'size', 'drawAt'] },
  'draw-moved': { label: 'Draw: at another time', placeholders: ['product', 'size', 'drawAt'] },
  'draw-won': {
    label: 'Draw: drawn, a pair is held',
    placeholders: ['product', 'size', 'place', 'heldUntil'],
  },
  'draw-waiting': { label: 'Draw: not drawn yet', placeholders: ['product', 'size', 'place', 'next'] },
  'draw-off': { label: 'Draw: called off', placeholders: ['product'] },
  'measure-again': { label: 'Children: measure again', placeholders: ['name'] },
  welcome: { label: 'New account', placeholders: ['name'] },
  'account-exists': { label: 'Account exists already', placeholders: ['name'] },
  'password-reset': { label: 'New password', placeholders: ['name'] },
  'sign-in-link': { label: 'Link to sign in', placeholders: ['name'] },
  'email-change': { label: 'New address: please confirm', placeholders: ['name'] },
  'email-change-asked': { label: 'New address asked for, to the old one', placeholders: ['name'] },
  'email-changed': { label: 'Address changed, to the old one', placeholders: ['name'] },
  'second-factor-on': { label: 'Second step switched on', placeholders: ['name'] },
  'second-factor-off': { label: 'Second step switched off', placeholders: ['name'] },
  'google-linked': { label: 'Google linked', placeholders: ['name'] },
  'google-unlinked': { label: 'Google unlinked', placeholders: ['name'] },
  'passkey-added': { label: 'Passkey added', placeholders: ['name'] },
  'passkey-removed': { label: 'Passkey removed', placeholders: ['name'] },
  'staff-factor-on': { label: 'Staff: second step switched on', placeholders: ['name'] },
  'staff-factor-off': { label: 'Staff: second step switched off', placeholders: ['name'] },
  'staff-google-linked': { label: 'Staff: Google linked', placeholders: ['name'] },
  'erasure-confirm': { label: 'Account to be closed: please confirm', placeholders: ['name'] },
  'erasure-done': { label: 'Account closed', placeholders: [] },
  'newsletter-confirm': { label: 'Letter of the shop: please confirm', placeholders: [] },
  'newsletter-welcome': { label: 'Letter of the shop: confirmed', placeholders: [] },
} as const satisfies Record<string, Kind>

export type MailKind = keyof typeof mailKinds
export type DrawMailKind = Extract<MailKind, `draw-${string}`>
export const mailKindNames = Object.keys(mailKinds) as MailKind[]
export const isMailKind = (value: unknown): value is MailKind =>
  typeof value === 'string' && Object.hasOwn(mailKinds, value)

export const placeholdersOf = (kind: MailKind): readonly Placeholder[] => mailKinds[kind].placeholders

/** Words of the shop's own for one mail in one language; what is empty stays as it is built in. */
export interface MailWording {
  subject?: string
  heading?: string
  /** Paragraphs, with an empty line between them. */
  body?: string
}

const brace = /\{([^{}]*)\}/g

/**
 * Why a text cannot be a wording of this mail, in words for the person who wrote it; undefined when it can. Placeholders are
 * a fixed set, and braces are for them alone.
 */
export function wordingFault(kind: MailKind, text: string): string | undefined {
  const known: readonly string[] = placeholdersOf(kind)
  const named = [...text.matchAll(brace)].map(([, name = '']) => name)
  const stranger = named.find((name) => !known.includes(name))
  const choice = known.map((name) => `{${name}}`).join(', ')
  if (stranger !== undefined) return `There is no {${stranger}} in this mail. It knows ${choice}.`
  if (/[{}]/.test(text.replace(brace, ''))) return `A brace stands alone. Braces are for ${choice}.`
  return undefined
}

/** A wording with its values filled in; a value that there is not is left out. */
export const fillWording = (text: string, values: Readonly<Partial<Record<Placeholder, string>>>): string =>
  text.replace(brace, (_, name: string) => values[name as Placeholder] ?? '')

export const paragraphsOf = (body: string): string[] =>
  body
    .split(/\r?\n\s*\r?\n/)
    .map((one) => one.trim())
    .filter(Boolean)
