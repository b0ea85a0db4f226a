'use client'

import { useState } from 'react'
import { createPortal } from 'react-dom'
import { useAuth } from '@payloadcms/ui'
import { currencies, type Currency } from '#domain/markets'
import { amountFrom, money } from '../amount'
import { FormDialog } from '../dialog.client'
import { Field } from '../field'
import { mayStaff } from '../staff'
import { useVerb } from '../verb.client'

interface Props {
  customerId: string
  name: string
  /** Minor units on hand, by currency. */
  balances: Readonly<Partial<Record<Currency, number>>>
}

/** Opens the dialog that gives store credit or takes it; absent for whoever may not. */
export function GrantCredit(props: Props) {
  const { user } = useAuth()
  const [open, setOpen] = useState(false)
  if (!mayStaff(user, 'credits.manage')) return null
  return (
    <>
      <button type="button" className="m-button" onClick={() => setOpen(true)}>
        Give or take
      </button>
      {open ? <Dialog {...props} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

function Dialog({ customerId, name, balances, onClose }: Props & { onClose: () => void }) {
  const verb = useVerb('/credits/grant', 'Store credit changed')
  const [take, setTake] = useState(false)
  const [currency, setCurrency] = useState<Currency>(
    currencies.find((one) => (balances[one] ?? 0) > 0) ?? 'EUR',
  )
  const [text, setText] = useState('')
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState<string>()
  const balance = balances[currency] ?? 0
  const amount = amountFrom(text)
  const submit = async () => {
    if (!amount) return setWrong('Write the amount like 20.00.')
    if (take && amount > balance) return setWrong(`There is only ${money(balance, currency)}.`)
    if (!reason.trim()) return setWrong('Say why, for the colleague who looks at this next month.')
    setWrong(undefined)
    if (await verb.run({ customerId, amount, currency, take, reason: reason.trim() })) onClose()
  }
  // A portal: the dialog may be opened inside the form of a customer, and forms cannot nest.
  return createPortal(
    <FormDialog
      title={`Store credit of ${name}`}
      action={amount ? `${take ? 'Take' : 'Give'} ${money(amount, currency)}` : take ? 'Take' : 'Give'}
      open
      busy={verb.busy}
      refusal={wrong ?? verb.refusal}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <p className="m-muted">There is {money(balance, currency)} now.</p>
      <fieldset className="m-choice">
        <legend className="sr-only">How</legend>
        <label>
          <input type="radio" name="way" checked={!take} onChange={() => setTake(false)} />
          Give
        </label>
        <label>
          <input type="radio" name="way" checked={take} onChange={() => setTake(true)} />
          Take
        </label>
      </fieldset>
      <div className="m-field-row">
        <Field
          label="Amount"
          value={text}
          onChange={(event) => setText(event.target.value)}
          inputMode="decimal"
          autoComplete="off"
          className="m-figure-input"
        />
        <label className="m-field">
          <span>Currency</span>
          <select value={currency} onChange={(event) => setCurrency(event.target.value as Currency)}>
            {currencies.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
      </div>
      <Field
        label="Reason"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        maxLength={300}
      />
    </FormDialog>,
    document.body,
  )
}
