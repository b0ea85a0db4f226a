'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { toast, useConfig } from '@payloadcms/ui'
import { refusalWords, type Refusal } from './refusal-words'

/** Random enough to name one attempt, also on a plain http address, where randomUUID is missing. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

type Answer = { refused: Refusal } | { refused?: undefined; body: unknown }

async function send(url: string, body: string, key: string): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    credentials: 'include',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
    body,
  })
  const answer: unknown = await response.json().catch(() => ({}))
  if (response.ok) return { body: answer }
  return { refused: { ...(answer as Refusal), status: response.status } }
}

const unreachable = 'The shop did not answer. Try again: if it had gone through, it is not done twice.'

export interface Verb {
  busy: boolean
  refusal: string | undefined
  /** Sends the change; true when it was made. The same body is sent under the same key until it is answered. */
  run: (body: Record<string, unknown>) => Promise<boolean>
  forget: () => void
}

/** A staff verb of the REST API, with its idempotency key, its refusals in words and the screen shown afresh. */
export function useVerb(path: string, done: string, onDone?: (answer: unknown) => void): Verb {
  const { config } = useConfig()
  const router = useRouter()
  const attempt = useRef<{ body: string; key: string } | undefined>(undefined)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string>()

  const run = async (input: Record<string, unknown>): Promise<boolean> => {
    const body = JSON.stringify(input)
    if (attempt.current?.body !== body) attempt.current = { body, key: newKey() }
    setBusy(true)
    setRefusal(undefined)
    try {
      const answer = await send(`${config.serverURL}${config.routes.api}${path}`, body, attempt.current.key)
      const { refused } = answer
      if (refused) setRefusal(refusalWords(refused))
      else {
        toast.success(done)
        onDone?.(answer.body)
      }
      attempt.current = undefined
      router.refresh()
      return !refused
    } catch {
      setRefusal(unreachable)
      return false
    } finally {
      setBusy(false)
    }
  }
  return { busy, refusal, run, forget: () => setRefusal(undefined) }
}
