import { useId, type InputHTMLAttributes } from 'react'
import { emailLength } from '#domain/address'

interface Props extends InputHTMLAttributes<HTMLInputElement> {
  label: string
  optional?: boolean
  hint?: string
}

/** A labelled input of our own dialogs. */
export function Field({ label, optional, hint, ...input }: Props) {
  const id = useId()
  return (
    <div className="m-field">
      <label htmlFor={id}>
        {label}
        {optional ? <span className="m-muted"> optional</span> : null}
      </label>
      <input id={id} aria-describedby={hint ? `${id}-hint` : undefined} {...input} />
      {hint ? (
        <p id={`${id}-hint`} className="m-hint">
          {hint}
        </p>
      ) : null}
    </div>
  )
}

/** Where somebody is written to. */
export const EmailField = (props: Omit<Props, 'type' | 'inputMode' | 'maxLength'>) => (
  <Field {...props} type="email" inputMode="email" maxLength={emailLength} />
)
