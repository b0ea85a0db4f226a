/** The answer of a staff verb that refused, as far as the wording needs it. */
export interface Refusal {
  status: number
  code?: string
  title?: string
  detail?: string
  lines?: { available?: number; requested?: number }[]
  open?: { number?: string; matters?: string[] }[]
  errors?: { path?: string; message?: string }[]
}

const sentences: Readonly<Record<string, string>> = {
  'access.denied': 'Your role may not do this.',
  'checkout.in-progress': 'The same change is being made right now. Look again in a moment.',
  'credit.not-found': 'This gift card is not there any more.',
  'credit.state': 'The gift card or credit has moved on since you opened it. It is shown afresh now.',
  'customer.not-found': 'This customer is not there any more.',
  'google.cancelled': 'The sign-in with Google was called off.',
  'google.other-account': 'Google is linked otherwise already, here or for a colleague.',
  'google.other-address': 'That Google account has another address than yours here.',
  'google.password-first':
    'Google does not open the admin for this account. Sign in with your password; you may then link Google in your account, or an owner allows it.',
  'google.refused': 'Google did not say clearly who you are. Try again, or use your password.',
  'google.unproven': 'Google has not confirmed the address of that account.',
  'hold.over': 'This hold is over already: the time has come, or the pair was bought.',
  'idempotency.mismatch': 'This window was already used for another change. Close it and open it again.',
  'money.bad-amount': 'That is not an amount this order can take.',
  'order.not-found': 'This order is not there any more.',
  'order.not-payable': 'No money can be taken for this order in its present state.',
  'order.not-shippable': 'Nothing of this order can be shipped in its present state.',
  'order.state': 'The order has moved on since you opened it. It is shown afresh now.',
  'order.unpaid': 'The money is not in yet. Take the payment first, or ship with a reason.',
  'payment.amount': 'That is more than is still to pay.',
  'payment.state': 'The payment is in a state that does not allow this.',
  'rate.limited': 'Too many changes in a short time. Wait a minute, then try again.',
  'invoice.not-due': 'There is nothing to invoice yet: the order is neither paid nor shipped.',
  'invoice.seller': 'The shop settings lack company, address or VAT number: an invoice must say them.',
  'order.edit':
    'This can no longer be changed: pairs have left, their money went back, or it has its invoice.',
  'session.not-found': 'That browser is signed out already.',
  'return.line': 'These pairs were not bought, have not left, or are on their way back already.',
  'return.state': 'The return has moved on since you opened it. It is shown afresh now.',
  'refund.amount': 'That is more than is left of what was paid for this.',
  'refund.line': 'The money of these pairs has gone back already.',
  'refund.state': 'This refund is done, or not yours to do by hand.',
  'second-factor.exists': 'The second step is on already.',
  'second-factor.required': 'The shop asks your role for a second step: it cannot be switched off.',
  'second-factor.wrong': 'This code is not right, or was used already. Wait for the next one.',
  'session.bad-credentials': 'That is not your password.',
  'session.stale': 'That took too long, or had too many tries. Sign in again.',
  'staff.not-found': 'This member of staff is not there any more.',
  'stock.unavailable':
    'The stock of this size cannot be changed like that: pairs held for orders must stay on hand.',
  'variant.not-found': 'This size is not there any more.',
}

const byStatus: Readonly<Record<number, string>> = {
  401: 'You are signed out. Sign in again; nothing was changed.',
  403: 'Your role may not do this.',
  404: 'This is not there any more.',
  429: 'Too many changes in a short time. Wait a minute, then try again.',
  503: 'The shop cannot be reached right now. Try again; nothing was changed.',
}

/** What to tell a person whose change was refused. Never the inner message of an error. */
export function refusalWords(refusal: Refusal): string {
  if (refusal.code === 'stock.insufficient') return shortWords(refusal)
  if (refusal.code === 'customer.not-erasable') return openWords(refusal)
  if (refusal.code === 'validation.failed') {
    const said = refusal.errors
      ?.map((error) => error.message)
      .filter(Boolean)
      .join(' ')
    return said || 'Something in this form is not right.'
  }
  const known = refusal.code ? sentences[refusal.code] : undefined
  return known ?? byStatus[refusal.status] ?? 'That did not work. Nothing was changed; try again.'
}

function openWords({ open = [] }: Refusal): string {
  const said = open.map(({ number, matters = [] }) =>
    [number, matters.join(' and ')].filter(Boolean).join(': '),
  )
  return `Still open: ${said.join('; ')}. Nothing was erased.`
}

function shortWords({ lines }: Refusal): string {
  const [line] = lines ?? []
  if (line?.available === undefined) return 'There are not enough pairs free for this.'
  return `Only ${line.available} free; ${line.requested ?? 'more'} would be needed.`
}
