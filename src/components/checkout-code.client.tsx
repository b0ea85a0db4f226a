'use client'

import { formPaths } from './form-paths'

/** Keeps what is typed in the step beside it before the page is asked for anew: a code loses nobody their address. */
export function KeepStep({ children }: { children: React.ReactNode }) {
  const submit = async (event: React.SubmitEvent<HTMLDivElement>) => {
    const form = event.target as unknown as HTMLFormElement
    const submitter = (event.nativeEvent as SubmitEvent).submitter
    const step = document.querySelector<HTMLFormElement>(`form[action="${formPaths.checkout}"]`)
    if (!step || form.dataset.kept) return
    event.preventDefault()
    const fields = new URLSearchParams(
      [...new FormData(step)].map(([name, value]): [string, string] => [name, String(value)]),
    )
    fields.set('refresh', '1')
    await fetch(step.action, { method: 'POST', body: fields, redirect: 'manual' }).catch(() => undefined)
    form.dataset.kept = 'yes'
    form.requestSubmit(submitter)
  }
  return (
    <div onSubmit={(event) => void submit(event as unknown as React.SubmitEvent<HTMLDivElement>)}>
      {children}
    </div>
  )
}
