'use client'

import { useState } from 'react'
import { returnReasons } from '#domain/return-state'
import type { DeskOrder } from '#queries/admin-order'
import type { DeskChoice } from '#queries/admin-returns'
import { pairs } from '../amount'
import { FormDialog } from '../dialog.client'
import { Thumb } from '../picture'
import { reasonWord } from '../returns/return-words'
import { useVerb } from '../verb.client'

interface Props {
  order: DeskOrder
  choices: DeskChoice[]
  open: boolean
  onClose: () => void
}

interface Wish {
  count: number
  reason: string
  want: string
}

const none: Wish = { count: 0, reason: 'too-small', want: '' }

/** Opens a return for the buyer: money back, or another size that is held at once. */
export function ReturnDialog({ order, choices, open, onClose }: Props) {
  const verb = useVerb(`/orders/${order.id}/return`, 'Return opened')
  const [wishes, setWishes] = useState<Readonly<Record<string, Wish>>>({})
  const [wrong, setWrong] = useState<string>()
  const lines = order.lines.flatMap((line) => {
    const choice = choices.find(({ lineId }) => lineId === line.id)
    return choice && choice.left > 0 ? [{ line, choice, wish: wishes[line.id] ?? none }] : []
  })
  const wanted = lines.filter(({ wish }) => wish.count > 0)
  const set = (lineId: string, change: Partial<Wish>) =>
    setWishes({ ...wishes, [lineId]: { ...(wishes[lineId] ?? none), ...change } })
  const submit = async () => {
    if (wanted.length === 0) return setWrong('Choose what comes back.')
    setWrong(undefined)
    const body = wanted.map(({ line, wish }) => ({
      ...{ lineId: line.id, quantity: wish.count, reason: wish.reason },
      ...(wish.want && { exchangeVariantId: wish.want }),
    }))
    if (await verb.run({ lines: body })) onClose()
  }
  const count = wanted.reduce((sum, { wish }) => sum + wish.count, 0)
  return (
    <FormDialog
      title="Take pairs back"
      action={count ? `Open a return of ${pairs(count)}` : 'Open a return'}
      open={open}
      busy={verb.busy}
      refusal={wrong ?? verb.refusal}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <ul className="m-ship-lines">
        {lines.map(({ line, choice, wish }) => (
          <li key={line.id}>
            <Thumb id={line.image} />
            <span>
              {line.title}
              <span className="m-second">{line.detail}</span>
              <span className="m-field-row">
                <select
                  aria-label={`Why ${line.title} comes back`}
                  value={wish.reason}
                  onChange={(event) => set(line.id, { reason: event.target.value })}
                >
                  {returnReasons
                    .filter((reason) => reason !== 'withdrawal')
                    .map((reason) => (
                      <option key={reason} value={reason}>
                        {reasonWord(reason)}
                      </option>
                    ))}
                </select>
                <select
                  aria-label={`What instead of ${line.title}`}
                  value={wish.want}
                  onChange={(event) => set(line.id, { want: event.target.value })}
                >
                  <option value="">Money back</option>
                  {choice.sizes.map((size) => (
                    <option key={size.variantId} value={size.variantId} disabled={size.free === 0}>
                      {size.label}, {size.free} free
                    </option>
                  ))}
                </select>
              </span>
            </span>
            <label>
              <input
                type="number"
                min={0}
                max={choice.left}
                value={wish.count}
                aria-label={`Pairs of ${line.title}, ${line.detail}`}
                onChange={(event) =>
                  set(line.id, {
                    count: Math.min(Math.max(0, Math.trunc(event.target.valueAsNumber) || 0), choice.left),
                  })
                }
              />
              <span className="m-muted">of {choice.left}</span>
            </label>
          </li>
        ))}
      </ul>
    </FormDialog>
  )
}
