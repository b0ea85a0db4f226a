import type { Shop } from './shop'

interface PaginationProps {
  shop: Shop
  page: number
  pages: number
  hrefOf: (page: number) => string
  /** Where several stand on one page. */
  label?: string
}

/** The first, the last and those around the current one; gaps are dots. */
export function pagesShown(page: number, pages: number): (number | 'gap')[] {
  const near = [1, page - 1, page, page + 1, pages].filter((one) => one >= 1 && one <= pages)
  const sorted = [...new Set(near)].sort((a, b) => a - b)
  return sorted.flatMap((one, index) => {
    const before = sorted[index - 1]
    if (before === undefined || one === before + 1) return [one]
    return one === before + 2 ? [one - 1, one] : ['gap' as const, one]
  })
}

export function Pagination({ shop, page, pages, hrefOf, label = shop.t('listing.pages') }: PaginationProps) {
  if (pages < 2) return null
  return (
    <nav className="pages" aria-label={label}>
      {page > 1 && (
        <a href={hrefOf(page - 1)} rel="prev">
          {shop.t('listing.previous')}
        </a>
      )}
      {pagesShown(page, pages).map((one, index) =>
        one === 'gap' ? (
          <span key={`gap-${index}`} aria-hidden="true">
            …
          </span>
        ) : (
          <a
            key={one}
            href={hrefOf(one)}
            aria-current={one === page ? 'page' : undefined}
            aria-label={shop.t('listing.page', { page: one })}
          >
            {one}
          </a>
        ),
      )}
      {page < pages && (
        <a href={hrefOf(page + 1)} rel="next">
          {shop.t('listing.next')}
        </a>
      )}
    </nav>
  )
}
