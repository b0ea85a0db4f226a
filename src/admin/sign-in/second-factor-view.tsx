import type { AdminViewServerProps } from 'payload'
import { MinimalTemplate } from '@payloadcms/next/templates'
import { redirect } from 'next/navigation'
import { staffFactor } from '#services/staff-factor'
import { Wordmark } from '../marks'
import { SetUpFactor } from './set-up-factor.client'
import { SwitchOffFactor } from './switch-off-factor.client'

/** Opened as whole pages: what may be seen there has changed with the second step. */
const pages = {
  here: '/admin/second-factor',
  first: '/admin',
  account: '/admin/account',
  signOut: '/admin/logout',
}

/**
 * Where a member of staff sets up the own second step. Payload lets anybody open a view of this kind: it looks itself who is
 * there. Whoever lacks the one that the shop asks for is led here, and gets no further.
 */
export async function SecondFactorView({ initPageResult: { req } }: AdminViewServerProps) {
  const { user } = req
  if (user?.collection !== 'users') redirect(`/admin/login?redirect=${encodeURIComponent(pages.here)}`)
  const { state, codesLeft } = await staffFactor(req, String(user.id))
  return (
    <MinimalTemplate className="m-door">
      <Wordmark />
      <h1>Second step</h1>
      {state === 'on' ? (
        <IsOn codesLeft={codesLeft} />
      ) : (
        <>
          {state === 'missing' ? (
            <p className="m-notice">
              The shop asks your role for a second step at sign-in. Set it up now: until then nothing else is
              open to you.
            </p>
          ) : null}
          <p className="m-muted">
            Besides your password you then type six digits that an app on your phone shows. Whoever finds out
            your password gets nowhere with it.
          </p>
          <SetUpFactor />
        </>
      )}
      <p>
        {state === 'missing' ? (
          <a href={pages.signOut}>Sign out</a>
        ) : (
          <a href={pages.account}>Back to my account</a>
        )}
      </p>
    </MinimalTemplate>
  )
}

function IsOn({ codesLeft }: { codesLeft: number }) {
  return (
    <>
      <p className="m-notice" role="status">
        The second step is on. {codesLeft === 1 ? 'One code' : `${codesLeft} codes`} for a lost phone{' '}
        {codesLeft === 1 ? 'is' : 'are'} left.
      </p>
      <p>
        <a className="m-button m-primary" href={pages.first}>
          Go to the shop
        </a>
      </p>
      <SwitchOffFactor />
    </>
  )
}
