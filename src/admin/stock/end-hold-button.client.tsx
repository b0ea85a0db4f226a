'use client'

import { useState } from 'react'
import { createPortal } from 'react-dom'
import { useAuth } from '@payloadcms/ui'
import { FormDialog } from '../dialog.client'
import { Field } from '../field'
import { mayStaff } from '../staff'
import { useVerb } from '../verb.client'

interface Props {
  alertId: string
  /** Whose hold it is, or of which size. */
  name: string
}

/** Ends the hold of somebody who has waited, with a reason; absent for whoever may not. */
export function EndHoldButton({ alertId, name }: Props) {
  const { user } = useAuth()
  const [open, setOpen] = useState(false)
  if (!mayStaff(user, 'stock.adjust')) return null
  return (
    <>
      <button
        type="button"
        className="m-button m-small"
        aria-label={`End the hold: ${name}`}
        onClick={() => setOpen(true)}
      >
        End
      </button>
      {open ? <EndHoldDialog alertId={alertId} name={name} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

function EndHoldDialog({ alertId, name, onClose }: Props & { onClose: () => void }) {
  const verb = useVerb(`/stock-alerts/${alertId}/end-hold`, 'Hold ended')
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState<string>()
  const submit = async () => {
    if (!reason.trim()) return setWrong('Say why: sold in the store, damaged pair.')
    setWrong(undefined)
    if (await verb.run({ reason: reason.trim() })) onClose()
  }
  return createPortal(
    <FormDialog
      title={name}
      action="End the hold"
      open
      busy={verb.busy}
      refusal={wrong ?? verb.refusal}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <p className="m-muted">
        The pair is then held for whoever waits next, and for sale when nobody does. The link in their mail
        says that the time is over.
      </p>
      <Field
        label="Reason"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        maxLength={200}
      />
    </FormDialog>,
    document.body,
  )
}
