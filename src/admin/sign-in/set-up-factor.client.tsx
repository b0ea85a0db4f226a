'use client'

import { useState, type ReactNode, type SubmitEvent } from 'react'
import { QrCode } from '#components/qr-code'
import { Field } from '../field'
import { useVerb, type Verb } from '../verb.client'

interface Begun {
  secret: string
  uri: string
  codes: string[]
}

interface FormProps {
  verb: Verb
  action: string
  /** What is missing before it can be sent; nothing when it can. */
  missing: string | undefined
  body: Record<string, unknown>
  children: ReactNode
}

/** A form of one field that sends a verb and says what was refused. */
export function VerbForm({ verb, action, missing, body, children }: FormProps) {
  const [wrong, setWrong] = useState<string>()
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (verb.busy) return
    setWrong(missing)
    if (!missing) void verb.run(body)
  }
  const refusal = wrong ?? verb.refusal
  return (
    <form onSubmit={submit} className="m-door-form">
      {children}
      {refusal ? (
        <p role="alert" className="m-refusal">
          {refusal}
        </p>
      ) : null}
      <button type="submit" className="m-button m-primary" aria-disabled={verb.busy}>
        {verb.busy ? 'One moment' : action}
      </button>
    </form>
  )
}

/** Setting up a second step: the password, then the picture and the codes, then the first code. */
export function SetUpFactor() {
  const [password, setPassword] = useState('')
  const [begun, setBegun] = useState<Begun>()
  const verb = useVerb('/users/second-factor', 'Now scan the picture', (answer) => {
    setBegun(answer as Begun)
    setPassword('')
  })
  if (begun) return <Shown {...begun} />
  return (
    <VerbForm
      verb={verb}
      action="Set it up"
      missing={password ? undefined : 'Type your password first.'}
      body={{ password }}
    >
      <Field
        label="Your password"
        type="password"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        autoComplete="current-password"
        maxLength={200}
      />
    </VerbForm>
  )
}

function Shown({ secret, uri, codes }: Begun) {
  const [code, setCode] = useState('')
  const verb = useVerb('/users/second-factor/confirm', 'The second step is on')
  return (
    <>
      <section className="m-door-part">
        <h2>Scan this with your app</h2>
        <QrCode text={uri} label="Picture for the app that makes the codes" />
        <p className="m-hint">Or type this into it:</p>
        <p className="m-secret">{secret.replace(/(.{4})(?=.)/g, '$1 ')}</p>
      </section>
      <section className="m-door-part">
        <h2>Put these codes away</h2>
        <p className="m-hint">
          Each lets you in once when the phone is lost. They are shown here and never again: print them, or
          keep them where you keep passwords.
        </p>
        <ul className="m-recovery">
          {codes.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </section>
      <section className="m-door-part">
        <h2>Type the first code</h2>
        <VerbForm
          verb={verb}
          action="Switch it on"
          missing={code.trim() ? undefined : 'Type the six digits that the app shows.'}
          body={{ code: code.trim() }}
        >
          <Field
            label="Code"
            value={code}
            onChange={(event) => setCode(event.target.value)}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={40}
            hint="The six digits that the app shows now. You are signed out everywhere else."
          />
        </VerbForm>
      </section>
    </>
  )
}
