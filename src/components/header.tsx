import type { NavigationItem } from '#domain/content-views'
import { Departments, PhoneMenu } from './departments'
import { Icon } from './icon'
import { SearchBox } from './search-box'
import { hrefIn, type Shop } from './shop'

interface HeaderProps {
  shop: Shop
  navigation: readonly NavigationItem[]
  announcement?: string
  /** Known on pages made for one person; elsewhere the script asks for it. Text where it is only marked. */
  count?: number | string
}

export function Header({ shop, navigation, announcement, count }: HeaderProps) {
  const { t } = shop
  return (
    <>
      <a className="skip" href="#content">
        {t('nav.skip')}
      </a>
      {announcement && <aside className="announcement">{announcement}</aside>}
      <header className="header">
        <header-tools data-known={count === undefined ? undefined : ''}>
          <div className="frame header-row">
            <nav aria-label={t('nav.main')}>
              <Departments shop={shop} items={navigation} />
              <PhoneMenu shop={shop} items={navigation} />
            </nav>
            <a className="wordmark" href={hrefIn(shop, '/')}>
              Molini
            </a>
            <div className="tools">
              <SearchBox shop={shop} />
              <a className="tool wide-only" href={hrefIn(shop, '/account')} data-account>
                <span className="sr-only">{t('nav.account')} </span>
                <Icon name="user" />
                <span className="tool-name" data-name />
              </a>
              <a className="tool wide-only" href={hrefIn(shop, '/wishlist')}>
                <span className="sr-only">{t('wishes.title')} </span>
                <Icon name="heart" />
                <span className="figures" data-wish-count />
              </a>
              <a className="tool" href={hrefIn(shop, '/cart')} data-bag>
                <span className="sr-only">{t('nav.bag')} </span>
                <Icon name="bag" />
                <span className="figures" data-bag-count>
                  {count ? count : ''}
                </span>
              </a>
            </div>
          </div>
        </header-tools>
      </header>
    </>
  )
}

/** Checkout and confirmation show a way back and a way to ask, nothing else. */
export function PlainHeader({
  shop,
  back,
  help,
}: {
  shop: Shop
  back: { href: string; label: string }
  help?: string
}) {
  return (
    <>
      <a className="skip" href="#content">
        {shop.t('nav.skip')}
      </a>
      <header className="plain-header">
        <div className="frame header-row">
          <a className="link small" href={hrefIn(shop, back.href)}>
            {back.label}
          </a>
          <a className="wordmark" href={hrefIn(shop, '/')}>
            Molini
          </a>
          <span className="muted">
            {help && (
              <a href={`mailto:${help}`}>
                {shop.t('nav.help')}
                <span className="help-word">: {help}</span>
              </a>
            )}
          </span>
        </div>
      </header>
    </>
  )
}
