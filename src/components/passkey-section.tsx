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

/** A name that was refused: what was typed, and what is wrong with it. */
export interface RefusedName {
  id?: string
  name?: string
  error?: string
}

interface CardProps {
  shop: Shop
  passkey: Passkey
  refused?: RefusedName
}

function PasskeyCard({ shop, passkey, refused }: CardProps) {
  const { t } = shop
  const { id, name, isSynced, createdAt, lastUsedAt } = passkey
  const at = (moment: string) => ({ day: dayIn(shop, moment), time: timeIn(shop, moment) })
  return (
    <li>
      <p className="font-medium [overflow-wrap:anywhere]">{name}</p>
      <p className="small muted">{t('passkeys.added', at(createdAt))}</p>
      <p className="small muted">{lastUsedAt ? t('passkeys.used', at(lastUsedAt)) : t('passkeys.unused')}</p>
      {isSynced && <p className="small muted">{t('passkeys.synced')}</p>}
      <details className="mt-3" open={refused !== undefined}>
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
            value={refused?.name ?? name}
            error={refused?.error}
            autoFocus={refused?.error !== undefined}
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

interface SectionProps {
  shop: Shop
  passkeys: readonly Passkey[]
  refused?: RefusedName
}

/** Signing in by passkeys: those of the account, and a form for one more. */
export function PasskeySection({ shop, passkeys, refused }: SectionProps) {
  const { t } = shop
  return (
    <section className="mt-9">
      <h2 className="mb-2">{t('passkeys.title')}</h2>
      <p className="small muted max-w-[620px]">{t('passkeys.lead')}</p>
      {passkeys.length > 0 && (
        <ul className="address-cards">
          {passkeys.map((passkey) => (
            <PasskeyCard
              key={passkey.id}
              shop={shop}
              passkey={passkey}
              refused={refused?.id === passkey.id ? refused : undefined}
            />
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
