'use client'

import { useState } from 'react'
import { FormDialog } from '../dialog.client'
import { Field } from '../field'
import { useVerb } from '../verb.client'

/** Says that money which goes back by hand has been sent. */
export function SettleRefund({ id, amount }: { id: string; amount: string }) {
  const verb = useVerb(`/refunds/${id}/settle`, `${amount} sent`)
  const [open, setOpen] = useState(false)
  const [reference, setReference] = useState('')
  const close = () => setOpen(false)
  const submit = async () => {
    const said = reference.trim()
    if (await verb.run(said ? { reference: said } : {})) close()
  }
  return (
    <>
      <button type="button" className="m-button" onClick={() => setOpen(true)}>
        It was sent
      </button>
      <FormDialog
        title={`${amount} was sent`}
        action="Write it down"
        open={open}
        busy={verb.busy}
        refusal={verb.refusal}
        onClose={close}
        onSubmit={() => void submit()}
      >
        <p className="m-muted">The buyer gets a mail that the money is on its way.</p>
        <Field
          label="Reference of the transfer"
          optional
          value={reference}
          onChange={(event) => setReference(event.target.value)}
          maxLength={120}
          autoComplete="off"
        />
      </FormDialog>
    </>
  )
}
