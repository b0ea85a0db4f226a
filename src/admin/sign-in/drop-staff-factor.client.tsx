'use client'

import { useState } from 'react'
import { createPortal } from 'react-dom'
import { FormDialog } from '../dialog.client'
import { Field } from '../field'
import { useVerb } from '../verb.client'

/** Opens the dialog in which an owner takes the second step from a colleague who has lost phone and codes. */
export function DropStaffFactor({ userId }: { userId: string }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="m-button" onClick={() => setOpen(true)}>
        Take the second step away
      </button>
      {open ? <Dialog userId={userId} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

function Dialog({ userId, onClose }: { userId: string; onClose: () => void }) {
  const verb = useVerb(`/users/${userId}/drop-second-factor`, 'The second step is gone')
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
        They are signed out everywhere and told by mail; then their password is enough, or a new second step
        is set up. Be sure who asks: speak to them, do not go by a mail.
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
