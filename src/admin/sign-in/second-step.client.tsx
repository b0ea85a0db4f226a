'use client'

import { useState, type SubmitEvent } from 'react'
import { Field } from '../field'
import { useVerb } from '../verb.client'

/** A whole page is asked for anew: everything on it depends on who is there. */
const goTo = (path: string) => () => window.location.assign(path)

/** One code, of the app or for a lost device, and a way back to the password. */
export function SecondStepForm({ onward }: { onward: string }) {
  const [code, setCode] = useState('')
  const [wrong, setWrong] = useState<string>()
  const step = useVerb('/users/second-step', 'Welcome back', goTo(onward))
  const stop = useVerb('/users/second-step/stop', 'Begin again', goTo('/admin/login'))
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (step.busy) return
    if (!code.trim()) return setWrong('Type a code first.')
    setWrong(undefined)
    void step.run({ code: code.trim() }).then((isIn) => {
      if (!isIn) setCode('')
    })
  }
  const refusal = wrong ?? step.refusal ?? stop.refusal
  return (
    <form onSubmit={submit} className="m-door-form">
      <Field
        label="Code"
        name="code"
        value={code}
        onChange={(event) => setCode(event.target.value)}
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={40}
      />
      {refusal ? (
        <p role="alert" className="m-refusal">
          {refusal}
        </p>
      ) : null}
      <button type="submit" className="m-button m-primary" aria-disabled={step.busy}>
        {step.busy ? 'One moment' : 'Sign in'}
      </button>
      <button type="button" className="m-button" onClick={() => void stop.run({})}>
        Sign in as somebody else
      </button>
    </form>
  )
}
