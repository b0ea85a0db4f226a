'use client'

import { useConfig } from '@payloadcms/ui'
import { useState } from 'react'
import { currencies } from '#domain/markets'
import type { DeliveryQuote } from '#services/quote-delivery'
import { amountFrom, money } from '../amount'
import { Field } from '../field'
import { refusalWords, type Refusal } from '../refusal-words'
import { percentText } from '../tax/percent'
import { weightFrom } from './weight'

interface Answer {
  quote?: DeliveryQuote
  currency: string
  problem?: string
}

async function ask(url: string, data: FormData): Promise<Answer> {
  const text = (name: string) => String(data.get(name) ?? '').trim()
  const currency = text('currency')
  const [value, weightG] = [amountFrom(text('value')), weightFrom(text('weight'))]
  if (value === undefined || weightG === undefined)
    return { currency, problem: 'Write the goods as 129.00 and the weight as 1.2.' }
  const body = {
    country: text('country').toUpperCase(),
    postalCode: text('postalCode'),
    currency,
    value,
    weightG,
  }
  const answer = await fetch(url, {
    method: 'POST',
    credentials: 'include',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => undefined)
  if (!answer) return { currency, problem: 'The shop did not answer. Try again.' }
  const json: unknown = await answer.json().catch(() => ({}))
  if (!answer.ok) return { currency, problem: refusalWords({ ...(json as Refusal), status: answer.status }) }
  return { currency, quote: json as DeliveryQuote }
}

const day = new Intl.DateTimeFormat('en-IE', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
})
const words = (date: string) => day.format(new Date(`${date}T12:00:00Z`))

const daysBetween = (from: string, to: string) =>
  from === to ? words(from) : `${words(from)} to ${words(to)}`

function Result({ quote, currency }: { quote: DeliveryQuote; currency: string }) {
  if (quote.methods.length === 0)
    return (
      <p role="status">
        <strong>Nobody delivers there.</strong>{' '}
        {quote.zone ? `The zone is ${quote.zone}; it has no methods.` : 'No zone has it.'}
      </p>
    )
  return (
    <div role="status">
      <p>
        Zone {quote.zone ?? 'none, collecting only'}. Tax {percentText(quote.taxRate)} %.
      </p>
      <table className="m-table">
        <tbody>
          {quote.methods.map(({ code, name, kind, price, from, to }) => (
            <tr key={code}>
              <td>{name}</td>
              <td>{kind === 'pickup' ? `ready ${words(from)}` : daysBetween(from, to)}</td>
              <td className="m-right">
                {price === undefined ? 'does not carry it' : money(price, currency)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** What a bag would cost to send to an address, and when it would be there. */
export function DeliveryTest() {
  const { config } = useConfig()
  const [answer, setAnswer] = useState<Answer>()
  const url = `${config.serverURL}${config.routes.api}/shipping-methods/quote`
  const submit = (event: React.SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    void ask(url, new FormData(event.target as HTMLFormElement)).then(setAnswer)
  }
  return (
    <details className="m-panel m-delivery-test">
      <summary>What would it cost to send a bag to …?</summary>
      <form onSubmit={submit}>
        <div className="m-test-fields">
          <Field label="Country" name="country" defaultValue="IT" maxLength={2} required />
          <Field label="Postcode" name="postalCode" defaultValue="34121" maxLength={20} />
          <Field label="Goods" name="value" defaultValue="129.00" inputMode="decimal" required />
          <Field label="Weight in kg" name="weight" defaultValue="1.2" inputMode="decimal" required />
          <div className="m-field">
            <label htmlFor="delivery-test-currency">Currency</label>
            <select id="delivery-test-currency" name="currency">
              {currencies.map((currency) => (
                <option key={currency}>{currency}</option>
              ))}
            </select>
          </div>
        </div>
        <button type="submit" className="m-button">
          Try
        </button>
      </form>
      {answer?.problem ? (
        <p role="alert" className="m-refusal">
          {answer.problem}
        </p>
      ) : null}
      {answer?.quote ? <Result quote={answer.quote} currency={answer.currency} /> : null}
    </details>
  )
}
