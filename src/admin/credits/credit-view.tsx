import type { DocumentViewServerProps } from 'payload'
import Link from 'next/link'
import { Gutter, SetStepNav } from '@payloadcms/ui'
import { getCredit, type CreditForStaff } from '#queries/admin-credit'
import { getShopForStaff } from '#queries/admin-shop'
import { shopTime } from '../age'
import { money } from '../amount'
import { mayStaff } from '../staff'
import { State } from '../state'
import { CardActions } from './card-actions.client'
import { cardName, creditState } from './credit-words'
import { GrantCredit } from './grant-credit.client'
import { Ledger } from './ledger'

/** A gift card or store credit: what is on it, who has it, and every change of it. */
export async function CreditView({ doc, initPageResult }: DocumentViewServerProps) {
  const { req } = initPageResult
  if (!mayStaff(req.user, 'orders.read')) return null
  const [credit, shop] = await Promise.all([getCredit(req.payload, String(doc.id)), getShopForStaff(req)])
  if (!credit) return null
  const at = (time: string) => shopTime(new Date(time), shop.timezone)
  const name = cardName(credit.last4)
  return (
    <Gutter className="m-order">
      <SetStepNav
        nav={[{ label: 'Gift cards and credit', url: '/admin/collections/credits' }, { label: name }]}
      />
      <div className="m-level-head">
        <div>
          <h2>{name}</h2>
          <p>
            <State state={creditState(credit.status, credit.balance)} />
          </p>
        </div>
        <dl className="m-counts">
          <div>
            <dt>Balance</dt>
            <dd>{money(credit.balance, credit.currency)}</dd>
          </div>
          {credit.held > 0 ? (
            <div>
              <dt>Held for unpaid orders</dt>
              <dd>{money(credit.held, credit.currency)}</dd>
            </div>
          ) : null}
        </dl>
        {mayStaff(req.user, 'credits.manage') ? <Actions credit={credit} /> : null}
      </div>
      <div className="m-columns">
        <section className="m-panel">
          <h2>Ledger</h2>
          <Ledger entries={credit.entries} currency={credit.currency} at={at} />
        </section>
        <Whose credit={credit} at={at} />
      </div>
    </Gutter>
  )
}

function Actions({ credit }: { credit: CreditForStaff }) {
  if (credit.kind === 'gift-card') return <CardActions card={credit} />
  return credit.customerId ? (
    <GrantCredit
      customerId={credit.customerId}
      name={credit.customer ?? ''}
      balances={{ [credit.currency]: credit.balance }}
    />
  ) : null
}

function Whose({ credit, at }: { credit: CreditForStaff; at: (time: string) => string }) {
  const { customerId, customer, recipient, message, expiresAt, createdAt, kind } = credit
  return (
    <section className="m-panel">
      <h2>{kind === 'gift-card' ? 'The card' : 'Whose it is'}</h2>
      <ul className="m-list">
        {customerId ? (
          <li>
            <Link href={`/admin/collections/customers/${customerId}`} prefetch={false}>
              {customer}
            </Link>
          </li>
        ) : null}
        {kind === 'gift-card' ? (
          <li>{recipient ? `Mailed to ${recipient}` : 'Mailed to nobody: its code was given by hand.'}</li>
        ) : null}
        {message ? <li>{message}</li> : null}
        <li>Made {at(createdAt)}</li>
        {kind === 'gift-card' ? <li>{expiresAt ? `Good until ${at(expiresAt)}` : 'Good for ever'}</li> : null}
      </ul>
    </section>
  )
}
