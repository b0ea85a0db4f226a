'use client'

import { useVerb } from '../verb.client'

/** Issues the invoice before its time. From then on the order is not changed any more. */
export function IssueInvoice({ orderId }: { orderId: string }) {
  const verb = useVerb(`/orders/${orderId}/invoice`, 'Invoice issued')
  return (
    <>
      <button type="button" className="m-button" disabled={verb.busy} onClick={() => void verb.run({})}>
        Issue it now
      </button>
      <p className="m-hint">Afterwards the order cannot be changed any more, only refunded.</p>
      {verb.refusal ? (
        <p className="m-refusal" role="alert">
          {verb.refusal}
        </p>
      ) : null}
    </>
  )
}
