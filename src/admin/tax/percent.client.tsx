'use client'

import { TextInput, useField } from '@payloadcms/ui'
import type { NumberFieldClientComponent } from 'payload'
import { useState } from 'react'
import { percentFrom, percentText } from './percent'

/** A rate in basis points, typed as a percentage. */
export const PercentField: NumberFieldClientComponent = ({ field, path, readOnly }) => {
  const { value, setValue, showError, disabled } = useField<number | null>({ path })
  const [typed, setTyped] = useState<string>()
  const shown = typed ?? (typeof value === 'number' ? percentText(value) : '')
  const isWrong = shown !== '' && percentFrom(shown) === undefined
  return (
    <TextInput
      path={path}
      label={field.label}
      description={isWrong ? 'A percentage such as 22 or 25.5.' : 'Per cent, such as 22 or 25.5.'}
      required={field.required}
      value={shown}
      showError={showError || isWrong}
      readOnly={readOnly || disabled}
      onChange={(event: React.ChangeEvent<HTMLInputElement>) => {
        setTyped(event.target.value)
        setValue(percentFrom(event.target.value) ?? null)
      }}
    />
  )
}
