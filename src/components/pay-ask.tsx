/** What became of asking for a payment. */
export interface PayAnswer {
  /** Nothing is left to pay here: the order's own page says how it stands. */
  isOver?: boolean
  /** Missing while the provider cannot be reached. */
  clientSecret?: string
}

/** Begins the payment of an order, or goes on with it. */
export async function askToPay(number: string): Promise<PayAnswer> {
  const path = `/api/store/orders/${encodeURIComponent(number)}/pay`
  const answer = await fetch(path, { method: 'POST' }).catch(() => undefined)
  if (!answer || answer.status >= 500 || answer.status === 429) return {}
  if (!answer.ok) return { isOver: true }
  const { payment } = (await answer.json()) as { payment: { clientSecret?: string } }
  return payment.clientSecret ? { clientSecret: payment.clientSecret } : { isOver: true }
}
