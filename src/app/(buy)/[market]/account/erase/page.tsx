import { formPaths } from '#components/form-paths'
import type { Shop } from '#components/shop'
import { problemIn } from '../../../problem'
import { type PageProps, privateMetadata, SmallPage } from '../../../small-page'
import { one, requireShop, type Query } from '../../../visitor'

export const generateMetadata = privateMetadata('account.eraseConfirmTitle')

/** What stands in the way, or went wrong, in words. */
function problemOf(shop: Shop, query: Query): string | undefined {
  if (one(query.problem) !== 'customer.not-erasable') return problemIn(shop, query)
  const open = one(query.open).split(',').filter(Boolean)
  const what = open.map((one) => (one === 'credit' ? shop.t('account.eraseCredit') : one))
  return shop.t('account.eraseOpen', { what: what.join(', ') })
}

/** The second step of closing an account: where the mailed link leads, signed in or not. */
export default async function ErasePage({ params, searchParams }: PageProps) {
  const shop = requireShop((await params).market)
  const query = await searchParams
  const { t } = shop
  const [token, isDone] = [one(query.token), one(query.done) === 'erased']
  return (
    <SmallPage
      shop={shop}
      title={t(isDone ? 'account.eraseTitle' : 'account.eraseConfirmTitle')}
      lead={isDone ? undefined : `${t('account.eraseConfirmLead')} ${t('account.eraseHint')}`}
      problem={problemOf(shop, query)}
      notice={isDone ? t('account.erased') : undefined}
    >
      {!isDone && token && (
        <form method="post" action={formPaths.confirmErasure} className="mt-6">
          <input type="hidden" name="market" value={shop.market.id} />
          <input type="hidden" name="token" value={token} />
          <button className="button wide">{t('account.eraseConfirm')}</button>
        </form>
      )}
    </SmallPage>
  )
}
