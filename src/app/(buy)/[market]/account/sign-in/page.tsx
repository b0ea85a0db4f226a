import { EmailField, Field } from '#components/field'
import { formPaths } from '#components/form-paths'
import { PasskeySignIn } from '#components/passkey.client'
import { passkeyFaults } from '#components/passkey-section'
import { hrefIn } from '#components/shop'
import { leadingOn } from '#domain/leading-on'
import { hasGoogle } from '#services/google-client'
import { hasPasskeys } from '#services/passkey-ceremony'
import { safePath } from '../../../../api/_http/see-other'
import { problemId, problemIn } from '../../../problem'
import { type PageProps, privateMetadata, SmallPage } from '../../../small-page'
import { typedIn } from '../../../typed'
import { one, requireShop } from '../../../visitor'

const doneKeys: Readonly<Record<string, string>> = {
  reset: 'account.resetDone',
  registered: 'account.registered',
}

export const generateMetadata = privateMetadata('account.signIn')

export default async function SignInPage({ params, searchParams }: PageProps) {
  const shop = requireShop((await params).market)
  const query = await searchParams
  const { t } = shop
  const typed = await typedIn(query, 'sign-in')
  const done = doneKeys[one(query.done)]
  const withPasskeys = hasPasskeys()
  const next = one(query.next)
  const saidBy = one(query.problem) === 'session.bad-credentials' ? problemId : undefined
  return (
    <SmallPage
      shop={shop}
      title={t('account.signIn')}
      lead={t('account.signInLead')}
      problem={problemIn(shop, query)}
      notice={done && t(done)}
    >
      <form method="post" action={formPaths.signIn}>
        <input type="hidden" name="market" value={shop.market.id} />
        <input type="hidden" name="next" value={next} />
        <div className="fields">
          <EmailField
            t={t}
            label={t('account.email')}
            value={typed.email}
            autoComplete={withPasskeys ? 'username webauthn' : 'username'}
            saidBy={saidBy}
            autoFocus={saidBy !== undefined}
          />
          <Field
            t={t}
            name="password"
            type="password"
            label={t('account.password')}
            autoComplete="current-password"
            maxLength={128}
            saidBy={saidBy}
          />
        </div>
        <button className="button wide">{t('account.signIn')}</button>
      </form>
      {withPasskeys && (
        <PasskeySignIn
          hasAutofill
          label={t('passkeys.signIn')}
          faults={passkeyFaults(shop)}
          next={hrefIn(shop, safePath(next, '/account'))}
        />
      )}
      {hasGoogle() && (
        <p className="mt-4">
          <a
            className="button second wide"
            href={`/api/store/google?${new URLSearchParams({ market: shop.market.id, next })}`}
          >
            {t('account.google')}
          </a>
        </p>
      )}
      <p className="mt-6">
        <a className="link" href={hrefIn(shop, leadingOn('/account/sign-in-link', next))}>
          {t('account.linkOffer')}
        </a>
      </p>
      <p className="mt-4">
        <a className="link" href={hrefIn(shop, '/account/forgot')}>
          {t('account.forgot')}
        </a>
      </p>
      <p className="mt-4">
        {t('account.noAccount')}{' '}
        <a className="link" href={hrefIn(shop, leadingOn('/account/register', next))}>
          {t('account.register')}
        </a>
      </p>
    </SmallPage>
  )
}
