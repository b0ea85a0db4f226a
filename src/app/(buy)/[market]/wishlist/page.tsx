import { formPaths } from '#components/form-paths'
import { hrefIn, type Shop } from '#components/shop'
import { WishList } from '#components/wish-list'
import { env } from '#env'
import { getCards } from '#queries/cards'
import { countOf } from '#services/cart'
import { readWishes } from '#services/wishlist'
import { ShopFrame } from '../../frame'
import { privateMetadata, type PageProps } from '../../small-page'
import { one, requireShop, visitor } from '../../visitor'

export const generateMetadata = privateMetadata('wishes.title')

const told = new Set(['kept', 'removed', 'shared', 'closed'])
const worded = new Set(['wishlist.full', 'product.not-found', 'rate.limited'])

function Share({ shop, shareKey }: { shop: Shop; shareKey?: string }) {
  const { t } = shop
  const url = shareKey && env.NEXT_PUBLIC_APP_URL + hrefIn(shop, `/wishlist/${shareKey}`)
  return (
    <form method="post" action={formPaths.shareWishes} className="wish-share">
      <input type="hidden" name="market" value={shop.market.id} />
      <input type="hidden" name="share" value={shareKey ? '0' : '1'} />
      {url && (
        <div className="field">
          <label htmlFor="share-link">{t('wishes.link')}</label>
          <input id="share-link" className="input" readOnly value={url} aria-describedby="share-hint" />
          <span className="field-hint" id="share-hint">
            {t('wishes.linkHint')}
          </span>
        </div>
      )}
      <button className="button second">{t(shareKey ? 'wishes.unshare' : 'wishes.share')}</button>
    </form>
  )
}

/** What somebody keeps for later, with what is there of it today. */
export default async function WishlistPage({ params, searchParams }: PageProps) {
  const shop = requireShop((await params).market)
  const { t } = shop
  const query = await searchParams
  const { req, cartToken, wishToken, customer } = await visitor()
  const wishes = await readWishes(req, { customerId: customer?.id, token: customer ? undefined : wishToken })
  const cards = await getCards(shop.market, wishes.ids)
  const [done, problem] = [one(query.done), one(query.problem)]
  return (
    <ShopFrame shop={shop} count={cartToken ? await countOf(req, cartToken) : 0}>
      <div className="frame bag-page">
        <h1>{t('wishes.title')}</h1>
        {problem && (
          <p className="problems mt-5" role="alert">
            {t(`wishes.problems.${worded.has(problem) ? problem.replace('.', '-') : 'other'}`)}
          </p>
        )}
        {told.has(done) && (
          <p className="notice mt-5" role="status">
            {t(`wishes.done.${done}`)}
          </p>
        )}
        {cards.length === 0 ? (
          <div className="empty mt-7">
            <h2 className="text-[22px]">{t('wishes.empty')}</h2>
            <p>{t('wishes.emptyHint')}</p>
            <a className="button second" href={hrefIn(shop, '/')}>
              {t('bag.emptyAction')}
            </a>
          </div>
        ) : (
          <>
            <p className="muted mt-3">
              {customer ? (
                t('wishes.lead')
              ) : (
                <>
                  {t('wishes.leadGuest')}{' '}
                  <a className="link" href={hrefIn(shop, '/account/sign-in?next=/wishlist')}>
                    {t('account.signIn')}
                  </a>
                </>
              )}
            </p>
            <div className="mt-7">
              <WishList shop={shop} cards={cards} />
            </div>
            <Share shop={shop} shareKey={wishes.shareKey} />
          </>
        )}
      </div>
    </ShopFrame>
  )
}
