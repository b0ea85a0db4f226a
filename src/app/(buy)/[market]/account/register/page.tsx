import { EmailField, Field } from '#components/field'
import { formPaths } from '#components/form-paths'
import { hrefIn } from '#components/shop'
import { leadingOn } from '#domain/leading-on'
import { faultOf, problemIn } from '../../../problem'
import { type PageProps, privateMetadata, SmallPage } from '../../../small-page'
import { typedIn } from '../../../typed'
import { one, requireShop } from '../../../visitor'

export const generateMetadata = privateMetadata('account.register')

export default async function RegisterPage({ params, searchParams }: PageProps) {
  const shop = requireShop((await params).market)
  const query = await searchParams
  const { t } = shop
  const typed = await typedIn(query, 'register')
  const next = one(query.next)
  return (
    <SmallPage
      shop={shop}
      title={t('account.register')}
      lead={t('account.registerLead')}
      problem={problemIn(shop, query)}
    >
      <form method="post" action={formPaths.register}>
        <input type="hidden" name="market" value={shop.market.id} />
        <input type="hidden" name="next" value={next} />
        <div className="fields">
          <Field
            t={t}
            name="firstName"
            label={t('account.firstName')}
            value={typed.firstName}
            className="half"
            optional
            autoComplete="given-name"
            maxLength={120}
          />
          <Field
            t={t}
            name="lastName"
            label={t('account.lastName')}
            value={typed.lastName}
            className="half"
            optional
            autoComplete="family-name"
            maxLength={120}
          />
          <EmailField
            t={t}
            label={t('account.email')}
            value={typed.email}
            {...faultOf(shop, query, 'email')}
          />
          <Field
            t={t}
            name="password"
            type="password"
            label={t('account.password')}
            hint={t('account.passwordHint')}
            autoComplete="new-password"
            minLength={12}
            maxLength={128}
            {...faultOf(shop, query, 'password')}
          />
        </div>
        <button className="button wide">{t('account.register')}</button>
      </form>
      <p className="mt-6">
        {t('account.haveAccount')}{' '}
        <a className="link" href={hrefIn(shop, leadingOn('/account/sign-in', next))}>
          {t('account.signIn')}
        </a>
      </p>
    </SmallPage>
  )
}
