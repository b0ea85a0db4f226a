'use client'

import { useState } from 'react'
import type { RefundRequest } from '#domain/refund'
import type { DeskOrder } from '#queries/admin-order'
import { amountFrom, amountText, money, pairs } from '../amount'
import { FormDialog } from '../dialog.client'
import { Field } from '../field'
import { Thumb } from '../picture'
import { WhereTo } from '../credits/where-to.client'
import { useVerb } from '../verb.client'
import { previewRefund, refundableOf } from './refund-plan'

interface Props {
  order: DeskOrder
  open: boolean
  onClose: () => void
}

/** Money back: for pairs, for delivery, or as goodwill; with what it comes to while one chooses. */
export function RefundDialog({ order, open, onClose }: Props) {
  const verb = useVerb(`/orders/${order.id}/refund`, 'Refund written down')
  const [choice, setChoice] = useState<Readonly<Record<string, number>>>({})
  const [delivery, setDelivery] = useState(false)
  const [text, setText] = useState('')
  const [toCredit, setToCredit] = useState(false)
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState<string>()
  const as = (amount: number) => money(amount, order.currency)
  const state = refundableOf(order)
  const request = requestOf(choice, delivery, text)
  const plan = previewRefund(order, request)
  const isAsked = Boolean(request.lines ?? request.shipping ?? request.amount)
  const amount = isAsked && !('refusal' in plan) ? plan.amount : undefined
  const submit = async () => {
    if (text.trim() && request.amount === undefined) return setWrong('Write the amount like 129.00.')
    if (!isAsked) return setWrong('Choose pairs, delivery or an amount.')
    if (amount === undefined)
      return setWrong(`At most ${as(state.refundable)} is left, and no more than the chosen parts cost.`)
    if (!reason.trim()) return setWrong('Say why, for the colleague who looks at this next month.')
    setWrong(undefined)
    if (await verb.run({ ...request, ...(toCredit && { toCredit }), reason: reason.trim() })) onClose()
  }
  return (
    <FormDialog
      title="Give money back"
      action={amount ? `Give back ${as(amount)}` : 'Give back'}
      open={open}
      busy={verb.busy}
      refusal={wrong ?? verb.refusal}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <ul className="m-ship-lines">
        {order.lines.map((line) => {
          const left = pairsLeft(state, line.id)
          return (
            <li key={line.id}>
              <Thumb id={line.image} />
              <span>
                {line.title}
                <span className="m-second">
                  {line.detail}
                  {left === 0 ? ', given back' : ''}
                </span>
              </span>
              <label>
                <input
                  type="number"
                  min={0}
                  max={left}
                  disabled={left === 0}
                  value={choice[line.id] ?? 0}
                  aria-label={`Pairs of ${line.title}, ${line.detail}`}
                  onChange={(event) =>
                    setChoice({ ...choice, [line.id]: within(event.target.valueAsNumber, left) })
                  }
                />
                <span className="m-muted">of {left}</span>
              </label>
            </li>
          )
        })}
      </ul>
      {state.shipping > 0 ? (
        <label className="m-check">
          <input type="checkbox" checked={delivery} onChange={(event) => setDelivery(event.target.checked)} />{' '}
          Delivery, {as(state.shipping)}
        </label>
      ) : null}
      <Field
        label={`Amount in ${order.currency}`}
        optional
        hint="Less than the chosen parts cost, or goodwill for no part of the order."
        value={text}
        placeholder={amount ? amountText(amount) : ''}
        onChange={(event) => setText(event.target.value)}
        inputMode="decimal"
        autoComplete="off"
        className="m-figure-input"
      />
      <Field
        label="Reason"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        maxLength={300}
      />
      <WhereTo isGuest={!order.customerId} toCredit={toCredit} onChange={setToCredit} />
      <Preview
        order={order}
        amount={amount}
        count={countOf(choice)}
        left={state.refundable}
        toCredit={toCredit}
      />
    </FormDialog>
  )
}

const pairsLeft = (state: ReturnType<typeof refundableOf>, lineId: string): number => {
  const line = state.lines.find((one) => one.lineId === lineId)
  return line ? line.quantity - line.refunded : 0
}

const within = (count: number, most: number): number => Math.min(Math.max(0, Math.trunc(count) || 0), most)

const countOf = (choice: Readonly<Record<string, number>>): number =>
  Object.values(choice).reduce((sum, count) => sum + count, 0)

function requestOf(choice: Readonly<Record<string, number>>, delivery: boolean, text: string): RefundRequest {
  const lines = Object.entries(choice)
    .filter(([, quantity]) => quantity > 0)
    .map(([lineId, quantity]) => ({ lineId, quantity }))
  const amount = amountFrom(text)
  return {
    ...(lines.length > 0 && { lines }),
    ...(delivery && { shipping: true }),
    ...(amount !== undefined && { amount }),
  }
}

interface PreviewProps {
  order: DeskOrder
  amount: number | undefined
  count: number
  left: number
  toCredit: boolean
}

function Preview({ order, amount, count, left, toCredit }: PreviewProps) {
  const as = (value: number) => money(value, order.currency)
  const byHand = !toCredit && ['manual', 'cash-on-delivery'].includes(order.paymentMethod)
  return (
    <dl className="m-totals m-narrow" aria-live="polite">
      <dt>Left of what was paid</dt>
      <dd>{as(left)}</dd>
      <dt>Goes back{count ? `, for ${pairs(count)}` : ''}</dt>
      <dd>{amount === undefined ? 'not possible' : `− ${as(amount)}`}</dd>
      <dt className="m-sum">The shop keeps</dt>
      <dd className="m-sum">{as(left - (amount ?? 0))}</dd>
      {byHand ? (
        <dd className="m-hint m-whole">
          Nobody can be asked over a network: send it from the bank, then say so under Money.
        </dd>
      ) : null}
    </dl>
  )
}
