import { Icon } from './icon'
import { hrefIn, type Shop } from './shop'

export function SearchForm({ shop, q, id }: { shop: Shop; q?: string; id: string }) {
  return (
    <form className="search-line" action={hrefIn(shop, '/search')} role="search">
      <label className="sr-only" htmlFor={id}>
        {shop.t('search.label')}
      </label>
      <input
        className="input"
        id={id}
        name="q"
        type="search"
        defaultValue={q}
        autoComplete="off"
        maxLength={100}
      />
      <button className="button">{shop.t('search.submit')}</button>
    </form>
  )
}

/** Opens without script; with it, suggestions come while one types. */
export function SearchBox({ shop }: { shop: Shop }) {
  const { t, market } = shop
  return (
    <details className="search-box" name="departments">
      <summary className="tool" aria-label={t('search.open')}>
        <Icon name="search" />
      </summary>
      <div className="search-panel">
        <search-hints
          className="frame block"
          data-market={market.id}
          data-path={hrefIn(shop, '/').replace(/\/$/, '')}
          data-words={JSON.stringify({
            products: t('search.products'),
            categories: t('search.categories'),
            brands: t('search.brands'),
            queries: t('search.queries'),
            label: t('search.suggestions'),
            count: t('search.suggestionCount'),
          })}
        >
          <SearchForm shop={shop} id="header-search" />
          <div className="suggestions" />
          <p className="sr-only" role="status" />
        </search-hints>
      </div>
    </details>
  )
}
