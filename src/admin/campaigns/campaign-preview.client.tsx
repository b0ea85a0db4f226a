'use client'

import { useEffect, useState } from 'react'
import { useConfig, useDocumentInfo, useFormFields } from '@payloadcms/ui'
import { currencies } from '#domain/markets'
import type { CampaignPreview as Preview } from '#services/preview-campaign'
import { refusalWords, type Refusal } from '../refusal-words'
import { planFrom, planPaths } from './plan'
import { PreviewTable, PreviewWarnings, PreviewWindow } from './preview-table'

const settleMs = 400

type Answer = { preview: Preview } | { refusal: string }

async function ask(url: string, body: string, signal: AbortSignal): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    credentials: 'include',
    headers: { 'Content-Type': 'application/json' },
    body,
    signal,
  })
  const answer: unknown = await response.json().catch(() => ({}))
  return response.ok
    ? { preview: answer as Preview }
    : { refusal: refusalWords({ ...(answer as Refusal), status: response.status }) }
}

/** The answer to the last body that stood still for a moment; undefined while it is worked out. */
function useAnswer(body: string | undefined): Answer | undefined {
  const { config } = useConfig()
  const url = `${config.serverURL}${config.routes.api}/price-campaigns/preview`
  const [answered, setAnswered] = useState<{ body: string; answer: Answer }>()
  useEffect(() => {
    if (!body) return
    const stop = new AbortController()
    const timer = setTimeout(() => {
      ask(url, body, stop.signal).then(
        (answer) => setAnswered({ body, answer }),
        (error: unknown) => {
          if (!stop.signal.aborted)
            setAnswered({ body, answer: { refusal: `The shop did not answer. ${String(error)}` } })
        },
      )
    }, settleMs)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [body, url])
  return answered && answered.body === body ? answered.answer : undefined
}

/** What the campaign in the form would do, worked out afresh as the form changes; nothing has to be saved for it. */
export function CampaignPreview() {
  const { id } = useDocumentInfo()
  const [currency, setCurrency] = useState<string>(currencies[0])
  const text = useFormFields(([fields]) =>
    JSON.stringify(Object.fromEntries(planPaths.map((path) => [path, fields[path]?.value]))),
  )
  const plan = planFrom(JSON.parse(text) as Record<string, unknown>, {
    ...(id !== undefined && { id: String(id) }),
    currency,
  })
  const body = 'body' in plan ? JSON.stringify(plan.body) : undefined
  const answer = useAnswer(body)
  return (
    <section className="m-panel m-preview">
      <div className="m-between">
        <h3>What it will do</h3>
        <fieldset className="m-choice">
          <legend className="sr-only">Currency</legend>
          {currencies.map((one) => (
            <label key={one}>
              <input
                type="radio"
                name="preview-currency"
                checked={currency === one}
                onChange={() => setCurrency(one)}
              />
              {one}
            </label>
          ))}
        </fieldset>
      </div>
      {'missing' in plan ? <p className="m-muted">{plan.missing}</p> : null}
      {'body' in plan && !answer ? <p className="m-muted">Working it out …</p> : null}
      {'body' in plan && answer && 'refusal' in answer ? <p className="m-refusal">{answer.refusal}</p> : null}
      {'body' in plan && answer && 'preview' in answer ? (
        <>
          <PreviewWindow zone={answer.preview.zone} startsAt={plan.body.startsAt} endsAt={plan.body.endsAt} />
          <PreviewWarnings preview={answer.preview} />
          <PreviewTable preview={answer.preview} />
        </>
      ) : null}
    </section>
  )
}
