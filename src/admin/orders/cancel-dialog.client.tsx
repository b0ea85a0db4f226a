'use client'

import { useState } from 'react'
import { FormDialog } from '../dialog.client'
import { Field } from '../field'
import { useVerb } from '../verb.client'

interface Props {
  id: string
  number: string
  open: boolean
  onClose: () => void
  /** Money that was taken and goes back with it, in words. */
  kept: string | undefined
}

export function CancelDialog({ id, number, open, onClose, kept }: Props) {
  const verb = useVerb(`/orders/${id}/cancel`, `${number} cancelled`)
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState<string>()
  const submit = async () => {
    if (!reason.trim()) return setWrong('Say why, for the colleague who looks at this next month.')
    setWrong(undefined)
    if (await verb.run({ reason: reason.trim() })) onClose()
  }
  return (
    <FormDialog
      title={`Cancel ${number}`}
      action="Cancel the order"
      open={open}
      busy={verb.busy}
      refusal={wrong ?? verb.refusal}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <p className="m-muted">The held pairs go back on the shelf at once. This cannot be undone.</p>
      {kept ? <p className="m-notice">{kept} was taken and goes back.</p> : null}
      <Field
        label="Reason"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        maxLength={300}
      />
    </FormDialog>
  )
}
