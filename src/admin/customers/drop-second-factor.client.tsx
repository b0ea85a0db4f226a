'use client'

import { useState } from 'react'
import { createPortal } from 'react-dom'
import { FormDialog } from '../dialog.client'
import { Field } from '../field'
import { useVerb } from '../verb.client'

/** Opens the dialog that takes the second step of signing in from a customer who has lost phone and codes. */
export function DropSecondFactor({ customerId }: { customerId: string }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="m-button" onClick={() => setOpen(true)}>
        Take the second step away
      </button>
      {open ? <Dialog customerId={customerId} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

function Dialog({ customerId, onClose }: { customerId: string; onClose: () => void }) {
  const verb = useVerb(`/customers/${customerId}/drop-second-factor`, 'The second step is gone')
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState<string>()
  const submit = async () => {
    if (!reason.trim()) return setWrong('Say why, and how you know who asks.')
    setWrong(undefined)
    if (await verb.run({ reason: reason.trim() })) onClose()
  }
  return createPortal(
    <FormDialog
      title="Take the second step away"
      action="Take it away"
      open
      busy={verb.busy}
      refusal={wrong ?? verb.refusal}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <p className="m-muted">
        From then on their password or a mailed link is enough. Be sure who asks: whoever wants to get into
        the account of somebody else asks for this. They are told by mail.
      </p>
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
