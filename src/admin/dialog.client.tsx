'use client'

import { useEffect, useId, useRef, type ReactNode, type SubmitEvent } from 'react'

interface Props {
  title: string
  open: boolean
  busy: boolean
  refusal: string | undefined
  action: string
  onClose: () => void
  onSubmit: () => void
  children: ReactNode
}

/** A form in a native dialog: focus is held, Escape closes, a refusal is read out and stays. */
export function FormDialog({ title, open, busy, refusal, action, onClose, onSubmit, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => {
    const element = dialog.current
    if (open && element && !element.open) element.showModal()
    if (!open && element?.open) element.close()
  }, [open])
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    event.stopPropagation()
    if (!busy) onSubmit()
  }
  return (
    <dialog ref={dialog} className="m-dialog" aria-labelledby={heading} onClose={onClose}>
      <form onSubmit={submit}>
        <h2 id={heading}>{title}</h2>
        {children}
        {refusal ? (
          <p role="alert" className="m-refusal">
            {refusal}
          </p>
        ) : null}
        <div className="m-dialog-foot">
          <button type="button" className="m-button" onClick={onClose}>
            Close
          </button>
          <button type="submit" className="m-button m-primary" aria-disabled={busy}>
            {busy ? 'One moment' : action}
          </button>
        </div>
      </form>
    </dialog>
  )
}
