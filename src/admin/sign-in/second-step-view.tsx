import type { AdminViewServerProps } from 'payload'
import { MinimalTemplate } from '@payloadcms/next/templates'
import { redirect } from 'next/navigation'
import { isOpenStep } from '#services/staff-steps'
import { Wordmark } from '../marks'
import { onwardPath } from '#domain/admin-path'
import { SecondStepForm } from './second-step.client'
import { stepToken } from './step-token'

/** The page after the password. Payload lets anybody open a view of this kind: it looks itself who has come so far. */
export async function SecondStepView({ initPageResult: { req }, searchParams }: AdminViewServerProps) {
  const onward = onwardPath(searchParams?.redirect)
  if (req.user) redirect(onward)
  const token = await stepToken()
  if (!token) redirect('/admin/login')
  if (!(await isOpenStep(req, token))) redirect('/admin/login?ended=1')
  return (
    <MinimalTemplate className="m-door">
      <Wordmark />
      <h1>Second step</h1>
      <p className="m-muted">
        Your password is right. Now type the six digits that your app shows, or one of the codes that you put
        away for the day the phone is lost.
      </p>
      <SecondStepForm onward={onward} />
    </MinimalTemplate>
  )
}
