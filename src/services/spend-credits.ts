import type { CreditPart } from '#domain/credit'
import type { StoredCredit } from './cart-rows'
import { lockCredits, writeCreditEntries } from './credit-rows'
import type { CheckoutState } from './place-order-read'
import type { Transaction } from './transaction'

/**
 * The state of a checkout with its gift cards and store credit locked, so that what is read of them is what will be spent. Store
 * credit pays only for whoever is signed in. A cart without any asks the database nothing.
 */
export async function withLockedCredits(
  tx: Transaction,
  state: CheckoutState,
  customerId: string | undefined,
): Promise<CheckoutState> {
  if (!state.credits?.length) return state
  const mine = state.credits.filter(({ kind }) => kind === 'gift-card' || customerId !== undefined)
  const locked = await lockCredits(
    tx,
    mine.map(({ id }) => id),
  )
  const credits = mine.flatMap((credit): StoredCredit[] => {
    const now = locked.find(({ id }) => id === credit.id)
    return now ? [{ ...credit, status: now.status, balance: now.balance }] : []
  })
  return { ...state, credits }
}

/** Takes from locked credits what they pay of an order. */
export const spendCredits = (tx: Transaction, orderId: string, parts: readonly CreditPart[]): Promise<void> =>
  writeCreditEntries(
    tx,
    parts.map(({ credit, amount }) => ({ creditId: credit.id, kind: 'spend', amount: -amount, orderId })),
  )
