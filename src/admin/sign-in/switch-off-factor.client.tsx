'use client'

import { useState } from 'react'
import { Field } from '../field'
import { useVerb } from '../verb.client'
import { VerbForm } from './set-up-factor.client'

/** Takes the own second step away by a code of it, perhaps to set up a new one. */
export function SwitchOffFactor() {
  const [code, setCode] = useState('')
  const verb = useVerb('/users/second-factor/drop', 'The second step is off')
  return (
    <details className="m-door-part">
      <summary>A new phone, new codes, or none at all</summary>
      <VerbForm
        verb={verb}
        action="Switch it off"
        missing={code.trim() ? undefined : 'Type a code first.'}
        body={{ code: code.trim() }}
      >
        <Field
          label="Code"
          value={code}
          onChange={(event) => setCode(event.target.value)}
          autoComplete="one-time-code"
          maxLength={40}
          hint="Of the app, or one that you put away. Then set it up anew."
        />
      </VerbForm>
    </details>
  )
}
