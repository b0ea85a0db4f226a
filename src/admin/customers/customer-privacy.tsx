import type { UIFieldServerProps } from 'payload'
import { isErasedEmail } from '#domain/erasure'
import { mayStaff } from '../staff'
import { EraseCustomer } from './erase-customer.client'

/** What the shop owes a customer about their data: all of it as a file, and its end. */
export function CustomerPrivacy({ id, data, req }: UIFieldServerProps) {
  if (typeof id !== 'string' || !mayStaff(req.user, 'customers.erase')) return null
  const email = String((data as { email?: unknown } | undefined)?.email ?? '')
  return (
    <section className="m-panel">
      <div className="m-between">
        <h2>Their data</h2>
        {isErasedEmail(email) ? null : <EraseCustomer customerId={id} email={email} />}
      </div>
      {isErasedEmail(email) ? (
        <p className="m-muted">This customer was erased.</p>
      ) : (
        <p>
          <a href={`${req.payload.config.routes.api}/customers/${id}/export`} download>
            Download all that is kept about them
          </a>
        </p>
      )}
    </section>
  )
}
