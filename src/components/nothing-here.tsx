import type { NavigationItem } from '#domain/content-views'
import { SearchForm } from './search-box'
import { hrefIn, type Shop } from './shop'

interface NothingHereProps {
  shop: Shop
  departments: readonly NavigationItem[]
}

/** Says that an address shows nothing, and where one can go on. */
export function NothingHere({ shop, departments }: NothingHereProps) {
  const { t } = shop
  return (
    <div className="nothing">
      <div>
        <h1>{t('notFound.title')}</h1>
        <p className="muted mt-4">{t('notFound.lead')}</p>
        <div className="mt-9">
          <SearchForm shop={shop} id="missing-search" />
        </div>
      </div>
      <nav aria-label={t('notFound.ways')}>
        <ul className="ways">
          {departments.map(
            ({ label, href }) =>
              href && (
                <li key={label}>
                  <a href={hrefIn(shop, href)}>{label}</a>
                </li>
              ),
          )}
        </ul>
        <p className="small">
          <a className="link" href={hrefIn(shop, '/')}>
            {t('notFound.action')}
          </a>
          <a className="link" href={hrefIn(shop, '/find-order')}>
            {t('notFound.order')}
          </a>
        </p>
      </nav>
    </div>
  )
}
