import type { AdminViewServerProps } from 'payload'
import { Button } from '@payloadcms/ui'
import { redirect } from 'next/navigation'
import { isActingStaff } from '#domain/permissions'

/** For whom the admin is shut. Staff who lack the second step that the shop asks for are led to set it up. */
export function UnauthorizedView({ initPageResult: { req } }: AdminViewServerProps) {
  const { user, i18n } = req
  if (user?.collection === 'users' && !isActingStaff(user)) redirect('/admin/second-factor')
  return (
    <div className="m-door">
      <h1>{i18n.t('error:unauthorized')}</h1>
      <p>{i18n.t('error:notAllowedToAccessPage')}</p>
      <Button el="link" size="large" to="/admin/logout">
        {i18n.t('authentication:logOut')}
      </Button>
    </div>
  )
}
