'use client'

import { useState } from 'react'
import { amountFrom, amountText, money } from '../amount'
import { FormDialog } from '../dialog.client'
import { Field } from '../field'
import { useVerb } from '../verb.client'

interface Props {
  id: string
  open: boolean
  onClose: () => void
  /** What is still to pay, in minor units. */
  due: number
  currency: string
}

export function CaptureDialog({ id, open, onClose, due, currency }: Props) {
  const verb = useVerb(`/orders/${id}/capture`, 'Payment taken')
  const [text, setText] = useState(amountText(due))
  const amount = amountFrom(text)
  const [wrong, setWrong] = useState<string>()
  const submit = async () => {
    if (amount === undefined || amount === 0) return setWrong('Write the amount like 129.00.')
    if (amount > due) return setWrong(`At most ${money(due, currency)} is still to pay.`)
    setWrong(undefined)
    if (await verb.run({ amount })) onClose()
  }
  return (
    <FormDialog
      title="Take payment"
      action={amount ? `Take ${money(amount, currency)}` : 'Take payment'}
      open={open}
      busy={verb.busy}
      refusal={wrong ?? verb.refusal}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <p className="m-muted">Write down money that has arrived. {money(due, currency)} is still to pay.</p>
      <Field
        label={`Amount in ${currency}`}
        value={text}
        onChange={(event) => setText(event.target.value)}
        inputMode="decimal"
        autoComplete="off"
        className="m-figure-input"
      />
    </FormDialog>
  )
}
