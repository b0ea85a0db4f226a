'use client'

import { useState } from 'react'
import type { DeskLine } from '#queries/admin-order'
import { pairs } from '../amount'
import { FormDialog } from '../dialog.client'
import { Field } from '../field'
import { useVerb } from '../verb.client'
import { allOpen, chosenLines, chosenPairs } from './ship-plan'
import { ShipLines } from './ship-lines.client'

interface Props {
  id: string
  open: boolean
  onClose: () => void
  lines: DeskLine[]
  /** The money is not in: shipping needs a reason. */
  unpaid: boolean
  carrier: string | undefined
}

export function ShipDialog({ id, open, onClose, lines, unpaid, carrier: usual }: Props) {
  const verb = useVerb(`/orders/${id}/ship`, 'Parcel written down')
  const [choice, setChoice] = useState(() => allOpen(lines))
  const [carrier, setCarrier] = useState(usual ?? '')
  const [trackingNumber, setTrackingNumber] = useState('')
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState<string>()
  const count = chosenPairs(choice)
  const submit = async () => {
    if (count === 0) return setWrong('Choose what goes into the parcel.')
    if (unpaid && !reason.trim())
      return setWrong('The money is not in yet. Say why the parcel leaves all the same.')
    setWrong(undefined)
    const parcel = {
      lines: chosenLines(choice),
      carrier: carrier.trim() || undefined,
      trackingNumber: trackingNumber.trim() || undefined,
    }
    if (await verb.run(unpaid ? { ...parcel, force: true, reason: reason.trim() } : parcel)) onClose()
  }
  return (
    <FormDialog
      title="Ship a parcel"
      action={count ? `Ship ${pairs(count)}` : 'Ship'}
      open={open}
      busy={verb.busy}
      refusal={wrong ?? verb.refusal}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <ShipLines lines={lines} choice={choice} onChange={setChoice} />
      <div className="m-field-row">
        <Field
          label="Carrier"
          optional
          value={carrier}
          onChange={(event) => setCarrier(event.target.value)}
          maxLength={80}
        />
        <Field
          label="Tracking number"
          optional
          value={trackingNumber}
          onChange={(event) => setTrackingNumber(event.target.value)}
          maxLength={80}
          autoComplete="off"
        />
      </div>
      {unpaid ? (
        <>
          <p className="m-notice">The money is not in yet.</p>
          <Field
            label="Reason to ship unpaid"
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            maxLength={300}
          />
        </>
      ) : null}
    </FormDialog>
  )
}
