import type { UIFieldServerProps } from 'payload'
import { isErasedEmail } from '#domain/erasure'
import { factorOf } from '#services/second-factor'
import { mayStaff } from '../staff'
import { DropSecondFactor } from './drop-second-factor.client'
import { EraseCustomer } from './erase-customer.client'

/** What the shop owes a customer about their data and account: all of it as a file, a way back in, and its end. */
export async function CustomerPrivacy({ id, data, req }: UIFieldServerProps) {
  if (typeof id !== 'string' || !mayStaff(req.user, 'customers.erase')) return null
  const email = String((data as { email?: unknown } | undefined)?.email ?? '')
  const factor = await factorOf(req, { customerId: id })
  return (
    <section className="m-panel">
      <div className="m-between">
        <h2>Their data</h2>
        {isErasedEmail(email) ? null : <EraseCustomer customerId={id} email={email} />}
      </div>
      {isErasedEmail(email) ? (
        <p className="m-muted">This customer was erased.</p>
      ) : (
        <>
          <p>
            <a href={`${req.payload.config.routes.api}/customers/${id}/export`} download>
              Download all that is kept about them
            </a>
          </p>
          {factor ? (
            <div className="m-between">
              <p>A code of their phone is asked for at sign-in.</p>
              <DropSecondFactor customerId={id} />
            </div>
          ) : null}
        </>
      )}
    </section>
  )
}
