import type { UIFieldServerProps } from 'payload'
import { creditsOfCustomer } from '#queries/admin-credit'
import { getShopForStaff } from '#queries/admin-shop'
import { shopTime } from '../age'
import { money } from '../amount'
import { mayStaff } from '../staff'
import { GrantCredit } from './grant-credit.client'
import { Ledger } from './ledger'

/** The store credit of a customer, beside what else is known of them. */
export async function CustomerCredit({ id, data, req }: UIFieldServerProps) {
  if (typeof id !== 'string' || !mayStaff(req.user, 'orders.read')) return null
  const [credits, shop] = await Promise.all([creditsOfCustomer(req.payload, id), getShopForStaff(req)])
  const at = (time: string) => shopTime(new Date(time), shop.timezone)
  const name = String((data as { email?: unknown } | undefined)?.email ?? 'this customer')
  return (
    <section className="m-panel">
      <div className="m-between">
        <h2>Store credit</h2>
        <GrantCredit
          customerId={id}
          name={name}
          balances={Object.fromEntries(credits.map(({ currency, balance }) => [currency, balance]))}
        />
      </div>
      {credits.length === 0 ? <p className="m-muted">None so far.</p> : null}
      {credits.map((credit) => (
        <div key={credit.id}>
          <p>
            <strong>{money(credit.balance, credit.currency)}</strong>
          </p>
          <Ledger entries={credit.entries.slice(0, 10)} currency={credit.currency} at={at} />
        </div>
      ))}
    </section>
  )
}
