import { Field } from '#components/field'
import { formPaths } from '#components/form-paths'
import { PasskeySignIn } from '#components/passkey.client'
import { passkeyFaults } from '#components/passkey-section'
import { hrefIn } from '#components/shop'
import { stepTakesPasskey } from '#services/sign-in-passkey'
import { safePath } from '../../../../api/_http/see-other'
import { problemId, problemIn } from '../../../problem'
import { type PageProps, privateMetadata, SmallPage } from '../../../small-page'
import { one, requireShop, visitor } from '../../../visitor'

export const generateMetadata = privateMetadata('account.stepTitle')

/** The second step of signing in, after password, mailed link or Google. */
export default async function SecondStepPage({ params, searchParams }: PageProps) {
  const shop = requireShop((await params).market)
  const query = await searchParams
  const { t } = shop
  const { req, stepToken } = await visitor()
  const isWrong = one(query.problem) === 'second-factor.wrong'
  const takesPasskey = await stepTakesPasskey(req, stepToken)
  return (
    <SmallPage
      shop={shop}
      title={t('account.stepTitle')}
      lead={t('account.stepLead')}
      problem={problemIn(shop, query)}
    >
      <form method="post" action={formPaths.secondStep}>
        <input type="hidden" name="market" value={shop.market.id} />
        <input type="hidden" name="next" value={one(query.next)} />
        <div className="fields">
          <Field
            t={t}
            name="code"
            label={t('account.code')}
            hint={t('account.codeHint')}
            autoComplete="one-time-code"
            maxLength={20}
            saidBy={isWrong ? problemId : undefined}
            autoFocus={isWrong}
          />
        </div>
        <button className="button wide">{t('account.stepSubmit')}</button>
      </form>
      {takesPasskey && (
        <PasskeySignIn
          label={t('passkeys.step')}
          faults={passkeyFaults(shop)}
          next={hrefIn(shop, safePath(one(query.next), '/account'))}
          isSecondStep
        />
      )}
    </SmallPage>
  )
}
