'use client'

import { useCallback, useEffect, useRef, type ReactNode } from 'react'
import type { ServerFunctionClient } from 'payload'
import { ServerFunctionsProvider, useServerFunctions } from '@payloadcms/ui'

/** Payload asks about a form once nothing has changed for 250 ms; drawing it takes a moment more. */
const quietMs = 400
const inputs = ['input', 'change', 'click', 'keydown'] as const

/**
 * An answer about a form waits until nothing has been typed or pressed for a moment. Payload takes all that is in a form when an
 * answer comes for asked about: without this a box that is ticked just before would never be, and what it opens stays hidden.
 */
export function FormAnswers({ children }: { children: ReactNode }) {
  const { serverFunction } = useServerFunctions()
  const lastInput = useRef(-quietMs)
  useEffect(() => {
    const note = () => void (lastInput.current = performance.now())
    for (const type of inputs) document.addEventListener(type, note, true)
    return () => {
      for (const type of inputs) document.removeEventListener(type, note, true)
    }
  }, [])
  const patient = useCallback<ServerFunctionClient>(
    async (call) => {
      const answer = await serverFunction(call)
      if (call.name !== 'form-state') return answer
      for (;;) {
        const left = lastInput.current + quietMs - performance.now()
        if (left <= 0) return answer
        await new Promise((done) => setTimeout(done, left))
      }
    },
    [serverFunction],
  )
  return <ServerFunctionsProvider serverFunction={patient}>{children}</ServerFunctionsProvider>
}
