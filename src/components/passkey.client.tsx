'use client'

import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
  WebAuthnAbortService,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'
import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react'
import { offerPasskeys } from './passkey-autofill'
import { codeOfBrowser, postJson } from './passkey-call'

/** What may go wrong, by code; `other` for the rest. */
export type PasskeyFaults = Readonly<Record<string, string>> & { other: string; unsupported: string }

const never = () => () => undefined

/** Whether this browser knows passkeys; nothing is known before the script runs. */
const useSupport = (): boolean | undefined =>
  useSyncExternalStore<boolean | undefined>(never, browserSupportsWebAuthn, () => undefined)

/** Runs a ceremony of two calls, one at a time, and keeps the code of what went wrong. */
function useCeremony(ceremony: (input: FormData) => Promise<string | undefined>) {
  const [isBusy, setBusy] = useState(false)
  const [code, setCode] = useState<string>()
  const run = async (input: FormData) => {
    if (isBusy) return
    setBusy(true)
    setCode(undefined)
    const fault = await ceremony(input).catch(codeOfBrowser)
    if (fault === undefined) return
    setCode(fault)
    setBusy(false)
  }
  return { isBusy, code, run: (input: FormData) => void run(input) }
}

const Fault = ({ code, faults }: { code?: string; faults: PasskeyFaults }) =>
  code ? (
    <p className="problems mt-4" role="alert">
      {faults[code] ?? faults.other}
    </p>
  ) : null

interface SignInProps {
  label: string
  faults: PasskeyFaults
  /** A path of the shop. */
  next: string
  isSecondStep?: boolean
  /** A field of the page takes passkeys too (`autocomplete` ends in `webauthn`). */
  hasAutofill?: boolean
}

/**
 * Lets the browser offer passkeys in the field, until somebody signs in otherwise. Answers with the code of what was wrong
 * with the one that was chosen.
 */
function useAutofill(isWanted: boolean, next: string): string | undefined {
  const [code, setCode] = useState<string>()
  useEffect(() => {
    if (!isWanted) return
    const offer = new AbortController()
    const stop = () => {
      if (offer.signal.aborted) return
      offer.abort()
      WebAuthnAbortService.cancelCeremony()
    }
    document.addEventListener('submit', stop)
    void offerPasskeys(offer.signal).then((outcome) => {
      if (offer.signal.aborted) return
      if (outcome === 'signed-in') location.assign(next)
      else setCode(outcome)
    })
    return () => {
      document.removeEventListener('submit', stop)
      stop()
    }
  }, [isWanted, next])
  return code
}

/** One button: the browser shows the passkeys it has for the shop, and whoever it verifies is signed in. */
export function PasskeySignIn({
  label,
  faults,
  next,
  isSecondStep = false,
  hasAutofill = false,
}: SignInProps) {
  const isSupported = useSupport()
  const { isBusy, code, run } = useCeremony(async () => {
    const begun = await postJson<{ options: PublicKeyCredentialRequestOptionsJSON }>(
      '/api/store/session/passkey/options',
      { isSecondStep },
    )
    if (!begun.body) return begun.code
    const credential = await startAuthentication({ optionsJSON: begun.body.options })
    const done = await postJson('/api/store/session/passkey', { credential, isSecondStep })
    if (done.code !== undefined) return done.code
    location.assign(next)
  })
  const offered = useAutofill(hasAutofill && !isBusy, next)
  if (!isSupported) return null
  return (
    <div className="mt-4">
      <button
        type="button"
        className="button second wide"
        aria-disabled={isBusy || undefined}
        onClick={() => run(new FormData())}
      >
        {label}
      </button>
      <Fault code={code ?? (isBusy ? undefined : offered)} faults={faults} />
    </div>
  )
}

interface AddProps {
  faults: PasskeyFaults
  /** Where one goes on to; a path of the shop. */
  next: string
  /** The form: name and password. */
  children: ReactNode
}

/** Sends the form in it by two calls, between which the browser makes the passkey. */
export function PasskeyAdd({ faults, next, children }: AddProps) {
  const isSupported = useSupport()
  const { isBusy, code, run } = useCeremony(async (input) => {
    const [name, password] = [String(input.get('name') ?? ''), String(input.get('password') ?? '')]
    const begun = await postJson<{ options: PublicKeyCredentialCreationOptionsJSON }>(
      '/api/store/me/passkeys/options',
      { password },
    )
    if (!begun.body) return begun.code
    const credential = await startRegistration({ optionsJSON: begun.body.options })
    const done = await postJson('/api/store/me/passkeys', { credential, ...(name.trim() && { name }) })
    if (done.code !== undefined) return done.code
    location.assign(next)
  })
  if (isSupported === false) return <p className="small muted">{faults.unsupported}</p>
  return (
    <div
      hidden={!isSupported}
      aria-busy={isBusy}
      onSubmit={(event) => {
        event.preventDefault()
        run(new FormData(event.target as unknown as HTMLFormElement))
      }}
    >
      {children}
      <Fault code={code} faults={faults} />
    </div>
  )
}
