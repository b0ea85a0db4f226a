'use client'

import { useState } from 'react'
import { currencies, locales } from '#domain/markets'
import { amountFrom } from '../amount'
import { FormDialog } from '../dialog.client'
import { EmailField, Field } from '../field'
import { useVerb } from '../verb.client'

const languages: Readonly<Record<string, string>> = { en: 'English', it: 'Italian', de: 'German' }
const empty = { amount: '', currency: 'EUR', locale: 'en', recipient: '', message: '', until: '', reason: '' }

/** The end of a day, wherever the person sits. */
const endOf = (day: string): string => new Date(`${day}T23:59:59`).toISOString()

/** A new gift card. Its code is shown here once, and mailed if it has a recipient. */
export function IssueCard() {
  const [open, setOpen] = useState(false)
  const [code, setCode] = useState<string>()
  const [given, setGiven] = useState(empty)
  const [wrong, setWrong] = useState<string>()
  const verb = useVerb('/credits/issue', 'Gift card issued', (answer) =>
    setCode((answer as { code?: string }).code),
  )
  const set = (name: keyof typeof empty) => (event: { target: { value: string } }) =>
    setGiven({ ...given, [name]: event.target.value })
  const close = () => {
    setOpen(false)
    setCode(undefined)
    setGiven(empty)
  }
  const submit = async () => {
    if (code) return close()
    const amount = amountFrom(given.amount)
    if (!amount) return setWrong('Write the amount like 50.00.')
    setWrong(undefined)
    const { currency, locale, recipient, message, until, reason } = given
    await verb.run({
      ...{ amount, currency, locale },
      ...(recipient.trim() && { recipient: recipient.trim() }),
      ...(message.trim() && { message: message.trim() }),
      ...(until && { expiresAt: endOf(until) }),
      ...(reason.trim() && { reason: reason.trim() }),
    })
  }
  return (
    <>
      <button type="button" className="m-button m-primary" onClick={() => setOpen(true)}>
        Issue a gift card
      </button>
      <FormDialog
        title={code ? 'The gift card is issued' : 'Issue a gift card'}
        action={code ? 'I have written it down' : 'Issue'}
        open={open}
        busy={verb.busy}
        refusal={wrong ?? verb.refusal}
        onClose={close}
        onSubmit={() => void submit()}
      >
        {code ? (
          <Code code={code} recipient={given.recipient} />
        ) : (
          <>
            <div className="m-field-row">
              <Field
                label="Amount"
                value={given.amount}
                onChange={set('amount')}
                inputMode="decimal"
                autoComplete="off"
                className="m-figure-input"
              />
              <Choice label="Currency" value={given.currency} onChange={set('currency')} of={currencies} />
              <Choice label="Language" value={given.locale} onChange={set('locale')} of={locales} />
            </div>
            <EmailField label="Mail it to" optional value={given.recipient} onChange={set('recipient')} />
            <Field
              label="Words for the mail"
              optional
              value={given.message}
              onChange={set('message')}
              maxLength={500}
            />
            <div className="m-field-row">
              <Field
                label="Good until"
                optional
                type="date"
                value={given.until}
                onChange={set('until')}
                hint="Empty: for ever."
              />
              <Field label="Reason" optional value={given.reason} onChange={set('reason')} maxLength={300} />
            </div>
          </>
        )}
      </FormDialog>
    </>
  )
}

function Code({ code, recipient }: { code: string; recipient: string }) {
  return (
    <>
      <p className="m-card-code" aria-label="Code of the gift card">
        {code}
      </p>
      <p className="m-muted">
        {recipient ? `It is on its way to ${recipient}. ` : ''}
        The shop does not keep the code, so it is shown this once. A lost one is replaced by sending the card
        again.
      </p>
    </>
  )
}

interface ChoiceProps {
  label: string
  value: string
  of: readonly string[]
  onChange: (event: { target: { value: string } }) => void
}

const Choice = ({ label, value, of, onChange }: ChoiceProps) => (
  <label className="m-field">
    <span>{label}</span>
    <select value={value} onChange={onChange}>
      {of.map((one) => (
        <option key={one} value={one}>
          {languages[one] ?? one}
        </option>
      ))}
    </select>
  </label>
)
