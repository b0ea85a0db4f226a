'use client'

import { useState } from 'react'
import { createPortal } from 'react-dom'
import { pairs } from '../amount'
import { FormDialog } from '../dialog.client'
import { Field } from '../field'
import { useVerb } from '../verb.client'
import { adjustBody, afterAdjusting, type AdjustTarget, type AdjustWay } from './adjust-plan'

interface Props extends AdjustTarget {
  onClose: () => void
}

const ways: { way: AdjustWay; label: string }[] = [
  { way: 'set', label: 'Counted, set to' },
  { way: 'change', label: 'Change by' },
]

/** On hand is set to what was counted, or changed by what came or went; always with a reason. */
export function AdjustDialog({ variantId, location, name, onHand, reserved, held = 0, onClose }: Props) {
  const verb = useVerb('/stock-levels/adjust', 'Stock adjusted')
  const [way, setWay] = useState<AdjustWay>('set')
  const [text, setText] = useState('')
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState<string>()
  const after = afterAdjusting({ way, text }, { onHand, reserved, held })
  const submit = async () => {
    if (typeof after === 'string') return setWrong(after)
    if (!reason.trim()) return setWrong('Say why: recount, delivery, damaged pair.')
    setWrong(undefined)
    if (await verb.run({ variantId, location, ...adjustBody({ way, text }), reason: reason.trim() }))
      onClose()
  }
  // A portal: the dialog may be opened inside the form of a product, and forms cannot nest.
  return createPortal(
    <FormDialog
      title={name}
      action={typeof after === 'string' ? 'Adjust' : `Set to ${pairs(after.onHand)}`}
      open
      busy={verb.busy}
      refusal={wrong ?? verb.refusal}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <p className="m-muted">
        On hand {onHand}, held for orders {reserved - held}
        {held > 0 ? `, for people who waited ${held}` : ''}, free {onHand - reserved}.
      </p>
      <fieldset className="m-choice">
        <legend className="sr-only">How</legend>
        {ways.map((one) => (
          <label key={one.way}>
            <input type="radio" name="way" checked={way === one.way} onChange={() => setWay(one.way)} />
            {one.label}
          </label>
        ))}
      </fieldset>
      <div className="m-field-row">
        <Field
          label="Pairs"
          value={text}
          onChange={(event) => setText(event.target.value)}
          autoComplete="off"
          className="m-figure-input"
          hint={way === 'change' ? 'Like 12 or -1' : undefined}
        />
        <Field
          label="Reason"
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          maxLength={200}
        />
      </div>
    </FormDialog>,
    document.body,
  )
}
