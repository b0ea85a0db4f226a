'use client'

import { useAuth } from '@payloadcms/ui'
import { AskingVerb, reason } from '../asking-verb.client'
import { mayStaff } from '../staff'

interface Props {
  alertId: string
  /** Whose hold it is, or of which size. */
  name: string
}

/** Ends the hold of somebody who has waited, with a reason; absent for whoever may not. */
export function EndHoldButton({ alertId, name }: Props) {
  const { user } = useAuth()
  if (!mayStaff(user, 'stock.adjust')) return null
  return (
    <AskingVerb
      path={`/stock-alerts/${alertId}/end-hold`}
      done="Hold ended"
      button={{
        ...{ children: 'End', className: 'm-button m-small', 'aria-label': `End the hold: ${name}` },
      }}
      title={name}
      action="End the hold"
      asked={reason('Say why: sold in the store, damaged pair.', 200)}
    >
      The pair is then held for whoever waits next, and for sale when nobody does. The link in their mail says
      that the time is over.
    </AskingVerb>
  )
}
