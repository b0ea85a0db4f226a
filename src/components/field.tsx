import type { ReactNode } from 'react'
import { emailLength } from '#domain/address'
import type { Words } from './shop'

export interface FieldProps {
  t: Words
  name: string
  /** Where several fields of this name stand on a page. */
  id?: string
  label: string
  /** The words of what is wrong. */
  error?: string
  /** The id of what says elsewhere on the page what is wrong. */
  saidBy?: string
  hint?: string
  optional?: boolean
  className?: string
  type?: 'text' | 'email' | 'password' | 'tel' | 'number' | 'date'
  value?: string
  autoComplete?: string
  inputMode?: 'email' | 'numeric' | 'text'
  maxLength?: number
  min?: number | string
  max?: number | string
  minLength?: number
  /** For the first field that was refused: the page opens there, and what is wrong is read out with its label. */
  autoFocus?: boolean
  onBlur?: (event: React.FocusEvent<HTMLInputElement>) => void
  /** What else the field is, and what stands under it. */
  input?: React.ComponentProps<'input'>
  children?: ReactNode
}

export const fieldId = (name: string): string => `field-${name.replace(/\W/g, '-')}`

/** A label, a field, what is wrong and a hint, tied together for those who cannot see them. */
export function Field(props: FieldProps) {
  const {
    t,
    name,
    id = fieldId(name),
    label,
    error,
    saidBy,
    hint,
    optional = false,
    className = '',
    value,
    input: more,
    children,
    ...input
  } = props
  const described = [error && `${id}-error`, saidBy, hint && `${id}-hint`].filter(Boolean).join(' ')
  return (
    <div className={`field ${className}`}>
      <label htmlFor={id}>
        {label} {optional && <span>{t('form.optional')}</span>}
      </label>
      <input
        className="input"
        id={id}
        name={name}
        defaultValue={value}
        required={!optional}
        aria-invalid={error || saidBy ? true : undefined}
        aria-describedby={described || undefined}
        {...input}
        {...more}
      />
      {children}
      {error && (
        <span className="field-error" id={`${id}-error`}>
          {error}
        </span>
      )}
      {hint && (
        <span className="field-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  )
}

/** What every field of an e-mail address has. */
export const emailInput = {
  name: 'email',
  type: 'email',
  inputMode: 'email',
  autoComplete: 'email',
  maxLength: emailLength,
} as const

/** Where somebody is written to. */
export const EmailField = (props: Omit<FieldProps, Exclude<keyof typeof emailInput, 'autoComplete'>>) => (
  <Field {...emailInput} {...props} />
)

interface ChoiceProps extends Pick<FieldProps, 'name' | 'label' | 'className'> {
  id: string
  value?: string
  required?: boolean
  options: readonly { value: string; label: string }[]
}

/** A label and a list to choose one from. */
export function Choice({ name, id, label, className = '', value, required, options }: ChoiceProps) {
  return (
    <div className={`field ${className}`}>
      <label htmlFor={id}>{label}</label>
      <select className="input" id={id} name={name} defaultValue={value} required={required}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}

/** After sending: everything that is wrong in one place, each a link to its field. */
interface ProblemsProps {
  t: Words
  errors: Readonly<Record<string, string>>
  labelOf: (name: string) => string
}

export function Problems({ t, errors, labelOf }: ProblemsProps) {
  const list = Object.entries(errors)
  if (list.length === 0) return null
  return (
    <div className="problems" role="alert" tabIndex={-1} id="problems">
      <p className="label">{t('form.problemsTitle', { count: list.length })}</p>
      <ul>
        {list.map(([name, words]) => (
          <li key={name}>
            <a href={`#${fieldId(name)}`}>{labelOf(name)}</a>: {words}
          </li>
        ))}
      </ul>
    </div>
  )
}
