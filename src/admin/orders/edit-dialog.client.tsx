'use client'

import { useEffect, useState } from 'react'
import { useConfig } from '@payloadcms/ui'
import type { DeskOrder } from '#queries/admin-order'
import type { DeskChoice } from '#queries/admin-returns'
import { money } from '../amount'
import { FormDialog } from '../dialog.client'
import { Field } from '../field'
import { Thumb } from '../picture'
import { refusalWords, type Refusal } from '../refusal-words'
import { useVerb } from '../verb.client'

interface Props {
  order: DeskOrder
  choices: DeskChoice[]
  open: boolean
  onClose: () => void
}

interface Change {
  quantity: number
  variantId?: string
}

interface Preview {
  total: number
  difference: number
}

interface Added {
  variantId: string
  sku: string
  quantity: number
}

/** Changes an order that has not left, with what it then comes to. */
export function EditDialog({ order, choices, open, onClose }: Props) {
  const verb = useVerb(`/orders/${order.id}/edit`, `${order.number} changed`)
  const [changes, setChanges] = useState<Readonly<Record<string, Change>>>({})
  const [added, setAdded] = useState<Added[]>([])
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState<string>()
  const request = {
    lines: Object.entries(changes).map(([lineId, change]) => ({ lineId, ...change })),
    add: added.map(({ variantId, quantity }) => ({ variantId, quantity })),
  }
  const isChanged = request.lines.length > 0 || request.add.length > 0
  const preview = usePreview(order.id, open && isChanged ? JSON.stringify(request) : undefined)
  const set = (lineId: string, change: Change) => setChanges({ ...changes, [lineId]: change })
  const submit = async () => {
    if (!isChanged) return setWrong('Change something first.')
    if (!reason.trim()) return setWrong('Say why, for the colleague who looks at this next month.')
    setWrong(undefined)
    if (await verb.run({ ...request, reason: reason.trim() })) onClose()
  }
  return (
    <FormDialog
      title={`Change ${order.number}`}
      action="Change the order"
      open={open}
      busy={verb.busy}
      refusal={wrong ?? verb.refusal}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <ul className="m-ship-lines">
        {order.lines.map((line) => {
          const change = changes[line.id] ?? { quantity: line.quantity }
          const sizes = choices.find(({ lineId }) => lineId === line.id)?.sizes ?? []
          return (
            <li key={line.id}>
              <Thumb id={line.image} />
              <span>
                {line.title}
                <span className="m-second">{line.detail}</span>
                <select
                  aria-label={`Size of ${line.title}`}
                  value={change.variantId ?? ''}
                  onChange={(event) =>
                    set(line.id, {
                      quantity: change.quantity,
                      ...(event.target.value && { variantId: event.target.value }),
                    })
                  }
                >
                  <option value="">This size</option>
                  {sizes.map((size) => (
                    <option key={size.variantId} value={size.variantId} disabled={size.free === 0}>
                      {size.label}, {size.free} free
                    </option>
                  ))}
                </select>
              </span>
              <label>
                <input
                  type="number"
                  min={0}
                  max={20}
                  value={change.quantity}
                  aria-label={`Pairs of ${line.title}, ${line.detail}`}
                  onChange={(event) =>
                    set(line.id, {
                      ...change,
                      quantity: Math.min(Math.max(0, Math.trunc(event.target.valueAsNumber) || 0), 20),
                    })
                  }
                />
              </label>
            </li>
          )
        })}
        {added.map((one) => (
          <li key={one.variantId}>
            <span />
            <span>
              {one.sku}
              <span className="m-second">added</span>
            </span>
            <button
              type="button"
              className="m-button"
              onClick={() => setAdded(added.filter(({ variantId }) => variantId !== one.variantId))}
            >
              Take out
            </button>
          </li>
        ))}
      </ul>
      <AddBySku onFound={(one) => setAdded([...added, one])} />
      <Field
        label="Reason"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        maxLength={300}
      />
      <Sums order={order} preview={preview} />
    </FormDialog>
  )
}

function Sums({ order, preview }: { order: DeskOrder; preview: Preview | { refusal: string } | undefined }) {
  const as = (amount: number) => money(amount, order.currency)
  const words =
    !preview || 'refusal' in preview
      ? undefined
      : preview.difference > 0
        ? 'Still to pay'
        : preview.difference < 0
          ? 'Goes back'
          : 'Nothing to pay or give back'
  return (
    <dl className="m-totals m-narrow" aria-live="polite">
      <dt>Was</dt>
      <dd>{as(order.total)}</dd>
      {preview && !('refusal' in preview) ? (
        <>
          <dt>Becomes</dt>
          <dd>{as(preview.total)}</dd>
          <dt className="m-sum">{words}</dt>
          <dd className="m-sum">{as(Math.abs(preview.difference))}</dd>
        </>
      ) : null}
      {preview && 'refusal' in preview ? <dd className="m-whole m-refusal">{preview.refusal}</dd> : null}
    </dl>
  )
}

/** What the server would make of the change, a moment after the last key. */
function usePreview(orderId: string, body: string | undefined): Preview | { refusal: string } | undefined {
  const { config } = useConfig()
  const [answer, setAnswer] = useState<{ body: string; preview: Preview | { refusal: string } }>()
  useEffect(() => {
    if (body === undefined) return undefined
    const stop = new AbortController()
    const timer = setTimeout(() => {
      fetch(`${config.serverURL}${config.routes.api}/orders/${orderId}/edit-preview`, {
        method: 'POST',
        credentials: 'include',
        headers: { 'Content-Type': 'application/json' },
        body,
        signal: stop.signal,
      })
        .then(async (response) => {
          const said = (await response.json()) as { preview?: Preview } & Refusal
          const preview = said.preview ?? { refusal: refusalWords({ ...said, status: response.status }) }
          setAnswer({ body, preview })
        })
        .catch(() => undefined)
    }, 250)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [body, orderId, config])
  return answer?.body === body ? answer?.preview : undefined
}

function AddBySku({ onFound }: { onFound: (added: Added) => void }) {
  const { config } = useConfig()
  const [sku, setSku] = useState('')
  const [wrong, setWrong] = useState<string>()
  const look = async () => {
    const wanted = sku.trim()
    if (!wanted) return
    const query = `where[sku][equals]=${encodeURIComponent(wanted)}&depth=0&limit=1`
    const response = await fetch(`${config.serverURL}${config.routes.api}/variants?${query}`, {
      credentials: 'include',
    })
    const { docs = [] } = (await response.json()) as { docs?: { id: string; sku: string }[] }
    const [found] = docs
    if (!found) return setWrong('No size has this SKU.')
    setWrong(undefined)
    setSku('')
    onFound({ variantId: found.id, sku: found.sku, quantity: 1 })
  }
  return (
    <div className="m-field-row">
      <Field
        label="Add a pair by SKU"
        optional
        value={sku}
        onChange={(event) => setSku(event.target.value)}
        {...(wrong && { hint: wrong })}
        autoComplete="off"
      />
      <button type="button" className="m-button" onClick={() => void look()}>
        Add
      </button>
    </div>
  )
}
