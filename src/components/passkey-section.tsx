import { Field } from './field'
import { formPaths } from './form-paths'
import { PasskeyAdd, type PasskeyFaults } from './passkey.client'
import { PasswordForm } from './password-form'
import { dayIn, hrefIn, timeIn, type Shop } from './shop'

interface Passkey {
  id: string
  name: string
  isSynced: boolean
  createdAt: string
  lastUsedAt?: string
}

const faultKeys = {
  'passkey.cancelled': 'cancelled',
  'passkey.exists': 'exists',
  'passkey.refused': 'refused',
  'session.stale': 'stale',
  'session.bad-credentials': 'password',
  'rate.limited': 'limited',
  conflict: 'full',
} as const

/** The words of what may go wrong in the browser. */
export const passkeyFaults = ({ t }: Shop): PasskeyFaults => ({
  ...Object.fromEntries(Object.entries(faultKeys).map(([code, key]) => [code, t(`passkeys.faults.${key}`)])),
  unsupported: t('passkeys.faults.unsupported'),
  other: t('passkeys.faults.other'),
})

function PasskeyCard({ shop, passkey }: { shop: Shop; passkey: Passkey }) {
  const { t } = shop
  const { id, name, isSynced, createdAt, lastUsedAt } = passkey
  const at = (moment: string) => ({ day: dayIn(shop, moment), time: timeIn(shop, moment) })
  return (
    <li>
      <p className="font-medium [overflow-wrap:anywhere]">{name}</p>
      <p className="small muted">{t('passkeys.added', at(createdAt))}</p>
      <p className="small muted">{lastUsedAt ? t('passkeys.used', at(lastUsedAt)) : t('passkeys.unused')}</p>
      {isSynced && <p className="small muted">{t('passkeys.synced')}</p>}
      <details className="mt-3">
        <summary className="link small">
          {t('passkeys.change')}
          <span className="sr-only"> ({name})</span>
        </summary>
        <form className="mt-4" method="post" action={formPaths.namePasskey}>
          <input type="hidden" name="market" value={shop.market.id} />
          <input type="hidden" name="id" value={id} />
          <Field
            t={t}
            name="name"
            id={`name-${id}`}
            label={t('passkeys.name')}
            value={name}
            autoComplete="off"
            maxLength={60}
          />
          <button className="button second mt-5">{t('passkeys.rename')}</button>
        </form>
        <div className="mt-6">
          <PasswordForm
            shop={shop}
            action={formPaths.removePasskey}
            id={`password-${id}`}
            hidden={{ id }}
            button={t('passkeys.remove')}
          />
        </div>
      </details>
    </li>
  )
}

/** Signing in by passkeys: those of the account, and a form for one more. */
export function PasskeySection({ shop, passkeys }: { shop: Shop; passkeys: readonly Passkey[] }) {
  const { t } = shop
  return (
    <section className="mt-9">
      <h2 className="mb-2">{t('passkeys.title')}</h2>
      <p className="small muted max-w-[620px]">{t('passkeys.lead')}</p>
      {passkeys.length > 0 && (
        <ul className="address-cards">
          {passkeys.map((passkey) => (
            <PasskeyCard key={passkey.id} shop={shop} passkey={passkey} />
          ))}
        </ul>
      )}
      <div className="mt-6 max-w-[620px]">
        <p className="no-script small">{t('passkeys.needsScript')}</p>
        <PasskeyAdd faults={passkeyFaults(shop)} next={hrefIn(shop, '/account/security?done=passkey-added')}>
          <PasswordForm shop={shop} id="field-passkey-password" button={t('passkeys.add')}>
            <Field
              t={t}
              name="name"
              id="field-passkey-name"
              label={t('passkeys.name')}
              hint={t('passkeys.nameHint')}
              autoComplete="off"
              maxLength={60}
              optional
            />
          </PasswordForm>
        </PasskeyAdd>
      </div>
    </section>
  )
}
