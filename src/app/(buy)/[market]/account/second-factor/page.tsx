import { Field } from '#components/field'
import { formPaths } from '#components/form-paths'
import { QrCode } from '#components/qr-code'
import { hrefIn } from '#components/shop'
import { countOf } from '#services/cart'
import { begunFactor } from '#services/second-factor'
import { redirect } from 'next/navigation'
import { AccountFrame } from '../../../account-frame'
import { problemId, problemIn } from '../../../problem'
import { type PageProps, privateMetadata } from '../../../small-page'
import { requireCustomer, requireShop } from '../../../visitor'

export const generateMetadata = privateMetadata('account.factorTitle')

/** Setting up a second factor: scan, put the codes away, type the first one. */
export default async function SecondFactorPage({ params, searchParams }: PageProps) {
  const shop = requireShop((await params).market)
  const query = await searchParams
  const { t } = shop
  const { req, customer, cartToken } = await requireCustomer(shop, '/account/second-factor')
  const begun = await begunFactor(
    req,
    { customerId: customer.id },
    { issuer: 'Molini', account: customer.email },
  )
  if (!begun) redirect(hrefIn(shop, '/account/security'))
  const problem = problemIn(shop, query)
  return (
    <AccountFrame
      shop={shop}
      count={cartToken ? await countOf(req, cartToken) : 0}
      at="security"
      title={t('account.factorTitle')}
    >
      <div className="max-w-[620px]">
        <p className="muted mt-3">{t('account.factorLead')}</p>
        {problem && (
          <p className="problems mt-6" role="alert" id={problemId}>
            {problem}
          </p>
        )}
        <h2 className="mt-9 mb-4">{t('account.factorScan')}</h2>
        <QrCode text={begun.uri} label={t('account.factorPicture')} />
        <p className="small muted mt-4">{t('account.factorType')}</p>
        <p className="figures break-all">{begun.secret.replace(/(.{4})(?=.)/g, '$1 ')}</p>
        <h2 className="mt-9 mb-2">{t('account.factorCodes')}</h2>
        <p className="small muted mb-4">{t('account.factorCodesHint')}</p>
        <ul className="recovery-codes figures">
          {begun.codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <h2 className="mt-9 mb-4">{t('account.factorTry')}</h2>
        <form method="post" action={formPaths.factorOn}>
          <input type="hidden" name="market" value={shop.market.id} />
          <Field
            t={t}
            name="code"
            label={t('account.code')}
            hint={t('account.factorTryHint')}
            autoComplete="one-time-code"
            inputMode="numeric"
            maxLength={20}
            saidBy={problem && problemId}
            autoFocus={problem !== undefined}
          />
          <button className="button mt-4">{t('account.factorOn')}</button>
        </form>
      </div>
    </AccountFrame>
  )
}
