import type { FooterView } from '#domain/content-views'
import { hreflangOf } from '#domain/indexing'
import { marketPath, type MarketId } from '#domain/markets'
import { hrefIn, type Shop } from './shop'
import { stillOnce } from './still-once'

/** Each market in its own words. */
const marketNames: Readonly<Record<MarketId, { name: string; lang: string }>> = {
  eu: { name: 'Europe, English, EUR', lang: 'en' },
  de: { name: 'Deutsch, EUR', lang: 'de' },
  it: { name: 'Italiano, EUR', lang: 'it' },
  uk: { name: 'United Kingdom, GBP', lang: 'en' },
  us: { name: 'United States, USD', lang: 'en' },
}

function Markets({ shop }: { shop: Shop }) {
  return (
    <nav aria-label={shop.t('footer.markets')}>
      <h2>{marketNames[shop.market.id].name}</h2>
      <ul>
        {(Object.keys(marketNames) as MarketId[])
          .filter((id) => id !== shop.market.id)
          .map((id) => (
            <li key={id}>
              <a
                href={marketPath(id, '/')}
                hrefLang={hreflangOf[id]}
                lang={marketNames[id].lang}
                data-market={id}
              >
                {marketNames[id].name}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  )
}

function Themes({ shop }: { shop: Shop }) {
  return (
    <theme-switch className="themes" role="group" aria-label={shop.t('footer.theme')}>
      {(['system', 'light', 'dark'] as const).map((theme) => (
        <button key={theme} type="button" value={theme} aria-pressed={theme === 'system'}>
          {shop.t(`footer.themes.${theme}`)}
        </button>
      ))}
    </theme-switch>
  )
}

interface FooterProps {
  shop: Shop
  footer: FooterView
  company?: string
}

function Inside({ shop, footer, company }: FooterProps) {
  return (
    <div className="frame">
      <div className="footer-columns">
        <div className="footer-about">
          <a className="wordmark" href={hrefIn(shop, '/')}>
            Molini
          </a>
          <p className="small muted">
            {footer.smallPrint} {shop.t(shop.market.taxIncluded ? 'footer.taxIncluded' : 'footer.taxAdded')}
          </p>
        </div>
        {footer.columns.map((column) => (
          <nav key={column.heading} aria-label={column.heading}>
            <h2>{column.heading}</h2>
            <ul>
              {column.links.map((link) => (
                <li key={link.href}>
                  <a href={hrefIn(shop, link.href)}>{link.label}</a>
                </li>
              ))}
            </ul>
          </nav>
        ))}
        <Markets shop={shop} />
      </div>
      <div className="footer-end">
        <p>
          {company ?? 'Molini'}{' '}
          <a className="link" href={hrefIn(shop, '/withdraw')}>
            {shop.t('withdraw.link')}
          </a>{' '}
          <a className="link" href={hrefIn(shop, '/cookies')}>
            {shop.t('cookies.link')}
          </a>
        </p>
        <Themes shop={shop} />
      </div>
    </div>
  )
}

export const Footer = (props: FooterProps) => <footer className="footer" {...stillOnce(Inside, props)} />
