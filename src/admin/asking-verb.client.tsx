'use client'

import { useState, type ComponentProps, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { FormDialog } from './dialog.client'
import { Field } from './field'
import { useVerb } from './verb.client'

type Asked = Pick<ComponentProps<typeof Field>, 'label' | 'type' | 'autoComplete' | 'maxLength'> & {
  /** What the verb calls the answer. */
  name: string
  /** What is said to whoever leaves it out. */
  missing: string
}

interface Props {
  /** The staff verb of the REST API. */
  path: string
  /** What is said when it is done. */
  done: string
  button: Pick<ComponentProps<'button'>, 'children' | 'className' | 'aria-label'>
  title: string
  action: string
  asked: Asked
  /** What comes of it. */
  children: ReactNode
}

/** What a verb that needs a reason asks for. */
export const reason = (missing: string, maxLength = 300): Asked => ({
  ...{ name: 'reason', label: 'Reason', missing, maxLength },
})

/** A button with the dialog of a staff verb that asks for one thing, mostly a reason, before it goes on. */
export function AskingVerb({ button, ...more }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="m-button" {...button} onClick={() => setOpen(true)} />
      {open ? <Dialog {...more} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

function Dialog({
  path,
  done,
  title,
  action,
  asked: { name, missing, ...field },
  children,
  onClose,
}: Omit<Props, 'button'> & { onClose: () => void }) {
  const verb = useVerb(path, done)
  const [value, setValue] = useState('')
  const [wrong, setWrong] = useState<string>()
  const submit = async () => {
    if (!value.trim()) return setWrong(missing)
    setWrong(undefined)
    // Spaces at the ends of a password are part of it.
    if (await verb.run({ [name]: field.type === 'password' ? value : value.trim() })) onClose()
  }
  // A portal: the dialog is opened inside the form of a document, and forms cannot nest.
  return createPortal(
    <FormDialog
      title={title}
      action={action}
      open
      busy={verb.busy}
      refusal={wrong ?? verb.refusal}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <p className="m-muted">{children}</p>
      <Field {...field} value={value} onChange={(event) => setValue(event.target.value)} />
    </FormDialog>,
    document.body,
  )
}
