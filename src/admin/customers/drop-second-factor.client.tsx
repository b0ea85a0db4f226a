'use client'

import { AskingVerb, reason } from '../asking-verb.client'

/** Takes the second step of signing in from a customer who has lost phone and codes. */
export function DropSecondFactor({ customerId }: { customerId: string }) {
  return (
    <AskingVerb
      path={`/customers/${customerId}/drop-second-factor`}
      done="The second step is gone"
      button={{ children: 'Take the second step away' }}
      title="Take the second step away"
      action="Take it away"
      asked={reason('Say why, and how you know who asks.')}
    >
      From then on their password or a mailed link is enough. Be sure who asks: whoever wants to get into the
      account of somebody else asks for this. They are told by mail.
    </AskingVerb>
  )
}
