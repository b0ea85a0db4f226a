'use client'

import { useSearchParams } from 'next/navigation'
import { googleProblem } from './google-problem'

/** What came of linking Google, by the address that it came back to. */
export function GoogleOutcome() {
  const query = useSearchParams()
  const problem = googleProblem(query.get('problem'))
  if (problem)
    return (
      <p role="alert" className="m-refusal">
        {problem}
      </p>
    )
  if (query.get('done') !== 'google-linked') return null
  return (
    <p role="status" className="m-notice">
      Google is linked: it opens the admin from now on, too.
    </p>
  )
}
