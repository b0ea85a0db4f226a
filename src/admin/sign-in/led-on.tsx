import { redirect } from 'next/navigation'
import { createLocalReq, type Payload } from 'payload'
import { isOpenStep } from '#services/staff-steps'
import { onwardPath } from '#domain/admin-path'
import { stepToken } from './step-token'

interface Props {
  payload: Payload
  searchParams?: Record<string, string | string[] | undefined>
}

/** Above the sign-in form: whoever has given the password is led on to the second step, or told why it ended. */
export async function LedOn({ payload, searchParams = {} }: Props) {
  const token = await stepToken()
  if (token && (await isOpenStep(await createLocalReq({}, payload), token)))
    redirect(`/admin/second-step?redirect=${encodeURIComponent(onwardPath(searchParams.redirect))}`)
  if (searchParams.ended === undefined) return null
  return (
    <p className="m-notice" role="status">
      The second step took too long, or had too many wrong codes. Begin again with your password.
    </p>
  )
}
