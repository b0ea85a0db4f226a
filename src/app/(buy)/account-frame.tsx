import type { ReactNode } from 'react'
import { formPaths } from '#components/form-paths'
import { hrefIn, type Shop } from '#components/shop'
import { ShopFrame } from './frame'

interface AccountFrameProps {
  shop: Shop
  count: number
  at: 'orders' | 'addresses' | 'privacy'
  title: string
  children: ReactNode
}

const places = { orders: '/account', addresses: '/account/addresses', privacy: '/account/privacy' } as const

export function AccountFrame({ shop, count, at, title, children }: AccountFrameProps) {
  const { t } = shop
  return (
    <ShopFrame shop={shop} count={count}>
      <div className="frame account">
        <nav className="account-menu" aria-label={t('account.menu')}>
          {(['orders', 'addresses', 'privacy'] as const).map((place) => (
            <a
              key={place}
              href={hrefIn(shop, places[place])}
              aria-current={place === at ? 'page' : undefined}
            >
              {t(`account.${place}`)}
            </a>
          ))}
          <form method="post" action={formPaths.signOut}>
            <input type="hidden" name="market" value={shop.market.id} />
            <button>{t('account.signOut')}</button>
          </form>
        </nav>
        <div>
          <h1>{title}</h1>
          {children}
        </div>
      </div>
    </ShopFrame>
  )
}
