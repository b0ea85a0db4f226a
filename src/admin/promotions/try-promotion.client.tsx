'use client'

import { useState } from 'react'
import { useConfig } from '@payloadcms/ui'
import { marketIds, markets, type MarketId } from '#domain/markets'
import type { CartView, OrderExplanation } from '#domain/views'
import { money } from '../amount'
import { EmailField } from '../field'
import { refusalWords, type Refusal } from '../refusal-words'
import { PriceSteps } from './price-steps'
import { RefusedList } from './refused-list'
import { VariantPicker, type Picked } from './variant-picker.client'

interface Trial {
  cart: CartView
  refused: OrderExplanation['refused']
}

const marketNames: Readonly<Record<MarketId, string>> = {
  eu: 'European Union',
  it: 'Italy',
  de: 'Germany and Austria',
  uk: 'United Kingdom',
  us: 'United States',
}

/** Pairs and a market, and what would happen: as if the promotion were switched on and had begun. Nothing is stored. */
export function TryPromotion({ promotionId }: { promotionId: string }) {
  const { config } = useConfig()
  const [market, setMarket] = useState<MarketId>('eu')
  const [email, setEmail] = useState('')
  const [picked, setPicked] = useState<Picked[]>([])
  const [trial, setTrial] = useState<Trial>()
  const [wrong, setWrong] = useState<string>()
  const [busy, setBusy] = useState(false)
  const run = async () => {
    setBusy(true)
    setWrong(undefined)
    const body = {
      market,
      promotionId,
      ...(email.trim() && { email: email.trim() }),
      lines: picked.map(({ variantId, quantity }) => ({ variantId, quantity })),
    }
    try {
      const answer = await fetch(`${config.serverURL}${config.routes.api}/promotions/try`, {
        method: 'POST',
        credentials: 'include',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      })
      const json: unknown = await answer.json()
      if (answer.ok) setTrial(json as Trial)
      else setWrong(refusalWords({ ...(json as Refusal), status: answer.status }))
    } catch {
      setWrong('The shop did not answer. Try again.')
    } finally {
      setBusy(false)
    }
  }
  return (
    <section className="m-panel" aria-labelledby="try-title">
      <h2 id="try-title">Try it</h2>
      <p className="m-muted">
        As saved, and as if it were switched on and applied by itself. Nothing is stored.
      </p>
      <div className="m-try">
        <div className="m-field">
          <label htmlFor="try-market">Market</label>
          <select
            id="try-market"
            value={market}
            onChange={(event) => setMarket(event.target.value as MarketId)}
          >
            {marketIds.map((id) => (
              <option key={id} value={id}>
                {marketNames[id]}, {markets[id].currency}
              </option>
            ))}
          </select>
        </div>
        <EmailField
          label="E-mail of the customer"
          optional
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
      </div>
      <VariantPicker picked={picked} onChange={setPicked} />
      <div className="m-buttons">
        <button
          type="button"
          className="m-button m-primary"
          aria-disabled={busy || picked.length === 0}
          onClick={() => (busy || picked.length === 0 ? undefined : void run())}
        >
          {busy ? 'One moment' : 'See what happens'}
        </button>
      </div>
      {wrong ? (
        <p role="alert" className="m-refusal">
          {wrong}
        </p>
      ) : null}
      <div aria-live="polite">{trial ? <Result trial={trial} /> : null}</div>
    </section>
  )
}

function Result({ trial: { cart, refused } }: { trial: Trial }) {
  const as = (amount: number) => money(amount, cart.currency)
  const { subtotal, discount, shipping, total } = cart.totals
  return (
    <div className="m-trial">
      {cart.lines.map((line) => (
        <div key={line.id}>
          <h3>
            {line.title}, {line.size}
          </h3>
          <PriceSteps steps={cart.explanation?.lines.find(({ lineId }) => lineId === line.id)?.steps ?? []} />
        </div>
      ))}
      {cart.gifts.map((gift) => (
        <p key={gift.variantId}>
          A gift: {gift.quantity} × {gift.title}, {gift.size}
        </p>
      ))}
      <dl className="m-totals">
        <dt>Goods</dt>
        <dd>{as(subtotal.amount)}</dd>
        <dt>Discount</dt>
        <dd>− {as(discount.amount)}</dd>
        <dt>Delivery</dt>
        <dd>{shipping ? as(shipping.amount) : 'None goes there'}</dd>
        <dt className="m-sum">Total</dt>
        <dd className="m-sum">{as(total.amount)}</dd>
      </dl>
      <RefusedList refused={refused} currency={cart.currency} />
    </div>
  )
}
