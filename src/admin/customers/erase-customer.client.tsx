'use client'

import { useState } from 'react'
import { createPortal } from 'react-dom'
import { FormDialog } from '../dialog.client'
import { Field } from '../field'
import { useVerb } from '../verb.client'

interface Props {
  customerId: string
  email: string
}

/** Opens the dialog that erases a customer; its address is typed once more, since nothing brings them back. */
export function EraseCustomer(props: Props) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="m-button" onClick={() => setOpen(true)}>
        Erase
      </button>
      {open ? <Dialog {...props} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

function Dialog({ customerId, email, onClose }: Props & { onClose: () => void }) {
  const verb = useVerb(`/customers/${customerId}/erase`, 'Customer erased')
  const [typed, setTyped] = useState('')
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState<string>()
  const submit = async () => {
    if (typed.trim().toLowerCase() !== email) return setWrong('Type the e-mail address of this customer.')
    if (!reason.trim()) return setWrong('Say why: who asked for it, and how.')
    setWrong(undefined)
    if (await verb.run({ reason: reason.trim() })) onClose()
  }
  // A portal: the dialog is opened inside the form of a customer, and forms cannot nest.
  return createPortal(
    <FormDialog
      title={`Erase ${email}`}
      action="Erase for good"
      open
      busy={verb.busy}
      refusal={wrong ?? verb.refusal}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <p className="m-muted">
        Account, addresses, wishlist, alerts, letters and messages go; reviews stay without their name. Paid
        orders keep name and address for ten years, invoices stay. They get a receipt. Write no name into the
        reason: it stays.
      </p>
      <Field
        label="Their e-mail address"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        autoComplete="off"
      />
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
