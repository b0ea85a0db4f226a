import type { SizeLabels } from '#domain/views'
import { Icon } from './icon'
import { hrefIn, type Shop } from './shop'

/** One row a foot length. */
interface SizeTableProps {
  shop: Shop
  scale: string
  rows: readonly SizeLabels[]
}

export function SizeTable({ shop, scale, rows }: SizeTableProps) {
  const { t } = shop
  const hasWomen = rows.some(({ usM, usW }) => usW !== undefined && usW !== usM)
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={`${t('sizes.table')}: ${scale}`}>
      <table className="size-table">
        <thead>
          <tr>
            <th scope="col">EU</th>
            <th scope="col">UK</th>
            <th scope="col">{hasWomen ? t('sizes.usMen') : 'US'}</th>
            {hasWomen && <th scope="col">{t('sizes.usWomen')}</th>}
            <th scope="col">{t('sizes.footLength')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.eu}>
              <th scope="row">{row.eu}</th>
              <td>{row.uk}</td>
              <td>{row.usM}</td>
              {hasWomen && <td>{row.usW}</td>}
              <td>{row.footMm === undefined ? row.cm : `${row.footMm}\u00a0mm`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** A table of sizes as a part of a page, with the way to the ruler for one's own foot. */
export function SizeSection({ shop, heading, scale, rows }: SizeTableProps & { heading?: string }) {
  return (
    <section className="frame content-block">
      {heading && <h2>{heading}</h2>}
      <SizeTable shop={shop} scale={heading ?? scale} rows={rows} />
      <p className="mt-3">
        <a className="link with-icon" href={hrefIn(shop, '/foot-ruler')}>
          <Icon name="ruler" />
          {shop.t('sizes.ruler')}
        </a>
      </p>
    </section>
  )
}
