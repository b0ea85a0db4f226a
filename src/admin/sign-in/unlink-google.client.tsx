'use client'

import { AskingVerb, reason } from '../asking-verb.client'

const password = {
  ...{ name: 'password', label: 'Your password', type: 'password', autoComplete: 'current-password' },
  missing: 'Type your password first.',
}

/** Takes the link to Google away: the own one by the password, that of a colleague with a reason. */
export function UnlinkGoogle({ userId, isOwn }: { userId: string; isOwn: boolean }) {
  return (
    <AskingVerb
      path={isOwn ? '/users/google/unlink' : `/users/${userId}/unlink-google`}
      done="Google opens the admin no more"
      button={{ children: 'Unlink Google' }}
      title="Unlink Google"
      action="Unlink it"
      asked={isOwn ? password : reason('Say why.', 200)}
    >
      From then on the password is needed, until Google is linked or allowed again.
    </AskingVerb>
  )
}
