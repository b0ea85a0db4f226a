import { EmailField } from '#components/field'
import { formPaths } from '#components/form-paths'
import { GoogleSection } from '#components/google-section'
import { PasskeySection } from '#components/passkey-section'
import { PasswordForm } from '#components/password-form'
import { SecondFactorSection } from '#components/second-factor-section'
import { SessionList } from '#components/session-list'
import type { Shop } from '#components/shop'
import { listSessions } from '#services/account-sessions'
import { hasGoogle } from '#services/google-client'
import { isLinked } from '#services/link-google'
import { hasPasskeys } from '#services/passkey-ceremony'
import { listPasskeys } from '#services/passkeys'
import { factorOf } from '#services/second-factor'
import { countOf } from '#services/cart'
import { AccountFrame } from '../../../account-frame'
import { faultOf, problemIn } from '../../../problem'
import { type PageProps, privateMetadata } from '../../../small-page'
import { typedIn } from '../../../typed'
import { one, requireCustomer, requireShop, type Query } from '../../../visitor'

export const generateMetadata = privateMetadata('account.security')

const doneKeys: Readonly<Record<string, string>> = {
  ended: 'account.sessionsEnded',
  'email-asked': 'account.emailAsked',
  'factor-on': 'account.factorIsOnNow',
  'factor-off': 'account.factorIsOff',
  'google-linked': 'account.googleLinked',
  'google-unlinked': 'account.googleUnlinked',
  'passkey-added': 'passkeys.isAdded',
  'passkey-named': 'account.saved',
  'passkey-removed': 'passkeys.isRemoved',
  'password-dropped': 'account.passwordDropped',
}

async function EmailForm({ shop, email, query }: { shop: Shop; email: string; query: Query }) {
  const { t } = shop
  const typed = await typedIn(query, 'change-email')
  return (
    <section className="mt-9 max-w-[620px]">
      <h2 className="mb-2">{t('account.emailTitle')}</h2>
      <p className="small muted mb-4">{t('account.emailNow', { email })}</p>
      <PasswordForm
        shop={shop}
        action={formPaths.changeEmail}
        id="field-password"
        button={t('account.emailAction')}
      >
        <EmailField
          t={t}
          label={t('account.emailNew')}
          value={typed.email}
          autoComplete="off"
          {...faultOf(shop, query, 'email')}
        />
      </PasswordForm>
    </section>
  )
}

/** Where somebody is signed in, and by what. */
export default async function SecurityPage({ params, searchParams }: PageProps) {
  const shop = requireShop((await params).market)
  const query = await searchParams
  const { t } = shop
  const { req, customer, session, cartToken } = await requireCustomer(shop, '/account/security')
  const [sessions, factor, opensByGoogle, passkeys, typed] = await Promise.all([
    listSessions(req, { customerId: customer.id, token: session }),
    factorOf(req, { customerId: customer.id }),
    isLinked(req, customer.id),
    listPasskeys(req, customer.id),
    typedIn(query, 'name-passkey'),
  ])
  const [problem, done] = [problemIn(shop, query), doneKeys[one(query.done)]]
  return (
    <AccountFrame
      shop={shop}
      count={cartToken ? await countOf(req, cartToken) : 0}
      at="security"
      title={t('account.security')}
    >
      <p className="muted mt-3">{t('account.securityLead')}</p>
      {problem && (
        <p className="problems mt-6 max-w-[620px]" role="alert">
          {problem}
        </p>
      )}
      {done && (
        <p className="notice mt-6 max-w-[620px]" role="status">
          {t(done)}
        </p>
      )}
      <section className="mt-9">
        <h2 className="mb-2">{t('account.sessionsTitle')}</h2>
        <p className="small muted">{t('account.sessionsHint')}</p>
        <SessionList shop={shop} sessions={sessions} />
      </section>
      {(passkeys.length > 0 || hasPasskeys()) && (
        <PasskeySection
          shop={shop}
          passkeys={passkeys}
          refused={{ ...typed, error: faultOf(shop, query, 'name').error }}
        />
      )}
      <SecondFactorSection shop={shop} factor={factor} />
      {(opensByGoogle || hasGoogle()) && <GoogleSection shop={shop} isLinked={opensByGoogle} />}
      <EmailForm shop={shop} email={customer.email} query={query} />
    </AccountFrame>
  )
}
