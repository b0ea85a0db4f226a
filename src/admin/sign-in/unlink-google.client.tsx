'use client'

import { useState } from 'react'
import { createPortal } from 'react-dom'
import { FormDialog } from '../dialog.client'
import { Field } from '../field'
import { useVerb } from '../verb.client'

interface Props {
  userId: string
  isOwn: boolean
}

/** Takes the link to Google away: the own one by the password, that of a colleague with a reason. */
export function UnlinkGoogle(props: Props) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="m-button" onClick={() => setOpen(true)}>
        Unlink Google
      </button>
      {open ? <Dialog {...props} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

function Dialog({ userId, isOwn, onClose }: Props & { onClose: () => void }) {
  const path = isOwn ? '/users/google/unlink' : `/users/${userId}/unlink-google`
  const verb = useVerb(path, 'Google opens the admin no more')
  const [value, setValue] = useState('')
  const [wrong, setWrong] = useState<string>()
  const submit = async () => {
    if (!value.trim()) return setWrong(isOwn ? 'Type your password first.' : 'Say why.')
    setWrong(undefined)
    if (await verb.run(isOwn ? { password: value } : { reason: value.trim() })) onClose()
  }
  return createPortal(
    <FormDialog
      title="Unlink Google"
      action="Unlink it"
      open
      busy={verb.busy}
      refusal={wrong ?? verb.refusal}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <p className="m-muted">From then on the password is needed, until Google is linked or allowed again.</p>
      <Field
        label={isOwn ? 'Your password' : 'Reason'}
        type={isOwn ? 'password' : 'text'}
        autoComplete={isOwn ? 'current-password' : 'off'}
        value={value}
        onChange={(event) => setValue(event.target.value)}
        maxLength={200}
      />
    </FormDialog>,
    document.body,
  )
}
