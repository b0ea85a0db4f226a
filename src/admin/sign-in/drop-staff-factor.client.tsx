'use client'

import { AskingVerb, reason } from '../asking-verb.client'

/** By which an owner takes the second step from a colleague who has lost phone and codes. */
export function DropStaffFactor({ userId }: { userId: string }) {
  return (
    <AskingVerb
      path={`/users/${userId}/drop-second-factor`}
      done="The second step is gone"
      button={{ children: 'Take the second step away' }}
      title="Take the second step away"
      action="Take it away"
      asked={reason('Say why, and how you know who asks.')}
    >
      They are signed out everywhere and told by mail; then their password is enough, or a new second step is
      set up. Be sure who asks: speak to them, do not go by a mail.
    </AskingVerb>
  )
}
