'use client'

import { useState } from 'react'
import { createPortal } from 'react-dom'
import { FormDialog } from '../dialog.client'
import { Field } from '../field'
import { useVerb } from '../verb.client'

const most = 50_000

/** Makes codes that work once each, as many as are asked for. */
export function MakeCodes({ promotionId }: { promotionId: string }) {
  const verb = useVerb(`/promotions/${promotionId}/codes`, 'Codes made')
  const [open, setOpen] = useState(false)
  const [count, setCount] = useState('100')
  const [prefix, setPrefix] = useState('')
  const [wrong, setWrong] = useState<string>()
  const submit = async () => {
    const wanted = Number(count)
    if (!Number.isInteger(wanted) || wanted < 1 || wanted > most)
      return setWrong(`From 1 to ${most} at once.`)
    setWrong(undefined)
    if (await verb.run({ count: wanted, ...(prefix.trim() && { prefix: prefix.trim().toUpperCase() }) }))
      setOpen(false)
  }
  const dialog = (
    <FormDialog
      title="Make codes"
      action={`Make ${count || '0'}`}
      open
      busy={verb.busy}
      refusal={wrong ?? verb.refusal}
      onClose={() => setOpen(false)}
      onSubmit={() => void submit()}
    >
      <p className="m-muted">
        Each works once and cannot be guessed. They are taken as a CSV file afterwards.
      </p>
      <Field
        label="How many"
        value={count}
        inputMode="numeric"
        onChange={(event) => setCount(event.target.value)}
      />
      <Field
        label="They begin with"
        optional
        hint="Letters and digits, such as SPRING."
        value={prefix}
        maxLength={20}
        onChange={(event) => setPrefix(event.target.value)}
      />
    </FormDialog>
  )
  // The button stands in the form of the promotion, which may hold no other form.
  return (
    <>
      <button type="button" className="m-button" onClick={() => setOpen(true)}>
        Make codes
      </button>
      {open ? createPortal(dialog, document.body) : null}
    </>
  )
}
