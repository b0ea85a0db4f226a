import type { ReactNode } from 'react'
import { formPaths } from '#components/form-paths'
import { hrefIn, type Shop } from '#components/shop'
import { ShopFrame } from './frame'

interface AccountFrameProps {
  shop: Shop
  count: number
  at: keyof typeof places
  title: string
  children: ReactNode
}

const places = {
  orders: '/account',
  addresses: '/account/addresses',
  sizes: '/account/sizes',
  alerts: '/account/alerts',
  security: '/account/security',
  privacy: '/account/privacy',
} as const

export function AccountFrame({ shop, count, at, title, children }: AccountFrameProps) {
  const { t } = shop
  return (
    <ShopFrame shop={shop} count={count}>
      <div className="frame account">
        <nav className="account-menu" aria-label={t('account.menu')}>
          {(Object.keys(places) as (keyof typeof places)[]).map((place) => (
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
