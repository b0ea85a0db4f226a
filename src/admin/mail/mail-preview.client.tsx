'use client'

import { useEffect, useState } from 'react'
import { useConfig } from '@payloadcms/ui'
import { placeholderMeanings, placeholdersOf, type MailKind, type MailWording } from '#domain/mail-wording'

interface Props {
  kind: MailKind
  locale: string
  wording: MailWording
}

interface Written {
  subject: string
  html: string
  text: string
  builtIn: Required<MailWording>
}

interface Fault {
  path: string
  message: string
}

interface Shown {
  written?: Written
  faults: Fault[]
}

const parts: Readonly<Record<string, string>> = { subject: 'Subject', heading: 'Heading', body: 'Text' }
/** After this long without a key, what is written is shown. */
const restMs = 350

/** A mail with sample data, as it would be with these words; drawn anew while they are written. */
export function MailPreview({ kind, locale, wording }: Props) {
  const { config } = useConfig()
  const [shown, setShown] = useState<Shown>({ faults: [] })
  const url = `${config.serverURL}${config.routes.api}/mail-previews/${kind}/${locale}`
  const body = JSON.stringify(wording)
  useEffect(() => {
    const stop = new AbortController()
    const wait = setTimeout(() => {
      void ask(url, body, stop.signal).then((answer) => {
        if (!stop.signal.aborted) setShown((before) => ({ ...before, ...answer }))
      })
    }, restMs)
    return () => {
      clearTimeout(wait)
      stop.abort()
    }
  }, [url, body])
  return (
    <section className="m-panel m-mail-preview" aria-label="Preview">
      <p aria-live="polite">
        <span className="m-muted">Subject: </span>
        {shown.written?.subject ?? '...'}
      </p>
      {shown.faults.map(({ path, message }) => (
        <p key={path} className="m-refusal" role="alert">
          {parts[path] ?? 'Preview'}: {message}
        </p>
      ))}
      <iframe
        className="m-mail"
        title="The mail with sample data"
        sandbox=""
        srcDoc={shown.written?.html ?? ''}
      />
      <details>
        <summary>As plain text</summary>
        <pre className="m-plain">{shown.written?.text}</pre>
      </details>
      <details>
        <summary>The built-in words</summary>
        <dl className="m-facts m-built-in">
          {Object.entries(shown.written?.builtIn ?? {}).map(([name, text]) => (
            <Pair key={name} name={parts[name] ?? name} text={text} />
          ))}
        </dl>
      </details>
      <details open>
        <summary>What stands for what</summary>
        <dl className="m-facts m-built-in">
          {placeholdersOf(kind).map((name) => (
            <Pair key={name} name={`{${name}}`} text={placeholderMeanings[name]} />
          ))}
        </dl>
      </details>
    </section>
  )
}

const Pair = ({ name, text }: { name: string; text: string }) => (
  <>
    <dt>{name}</dt>
    <dd>{text}</dd>
  </>
)

const unreachable: Fault[] = [{ path: '', message: 'The shop did not answer.' }]

async function ask(url: string, body: string, signal: AbortSignal): Promise<Shown> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      credentials: 'include',
      headers: { 'Content-Type': 'application/json' },
      body,
      signal,
    })
    const answer = (await response.json()) as Written & { errors?: Fault[] }
    return response.ok ? { written: answer, faults: [] } : { faults: answer.errors ?? unreachable }
  } catch {
    return { faults: unreachable }
  }
}
