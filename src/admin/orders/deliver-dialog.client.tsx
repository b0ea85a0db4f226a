'use client'

import { FormDialog } from '../dialog.client'
import { useVerb } from '../verb.client'

interface Props {
  id: string
  open: boolean
  onClose: () => void
}

export function DeliverDialog({ id, open, onClose }: Props) {
  const verb = useVerb(`/orders/${id}/deliver`, 'Delivered')
  return (
    <FormDialog
      title="The pairs have arrived"
      action="Delivered"
      open={open}
      busy={verb.busy}
      refusal={verb.refusal}
      onClose={onClose}
      onSubmit={() => void verb.run({}).then((done) => done && onClose())}
    >
      <p className="m-muted">
        The buyer gets a mail, and the 14 days in which they may withdraw count from today.
      </p>
    </FormDialog>
  )
}
