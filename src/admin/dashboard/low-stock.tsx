import type { WidgetServerProps } from 'payload'
import Link from 'next/link'
import { getShopForStaff } from '#queries/admin-shop'
import { getLowStock, type LowSize } from '#queries/admin-today'
import { Thumb } from '../picture'
import { mayStaff } from '../staff'
import { Widget } from './widget'

const shownProducts = 8
const shownSizes = 8

/** Sizes that run out, gathered by product, best sellers first. */
export async function LowStockWidget({ req }: WidgetServerProps) {
  if (!mayStaff(req.user, 'stock.read')) return null
  const { lowStockAt } = await getShopForStaff(req)
  const products = byProduct(await getLowStock(req.payload, lowStockAt)).slice(0, shownProducts)
  return (
    <Widget title="Running out" link={{ href: '/admin/collections/stock-levels', label: 'Stock' }}>
      {products.length === 0 ? (
        <p className="m-muted">Every size has more than {lowStockAt} free pairs, or none.</p>
      ) : null}
      <ul className="m-list">
        {products.map(([first, sizes]) => (
          <li key={first.productId} className="m-low-row">
            <Thumb id={first.image ?? undefined} />
            <Link href={`/admin/collections/products/${first.productId}`} prefetch={false}>
              {first.title}
            </Link>
            <span className="m-low-sizes">
              {sizes.slice(0, shownSizes).map(({ size, free }) => (
                <span key={size} title={`${size}: ${free} free`}>
                  {size}
                  <span className="m-accent">{free}</span>
                </span>
              ))}
              {sizes.length > shownSizes ? (
                <span className="m-muted">and {sizes.length - shownSizes} more</span>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </Widget>
  )
}

function byProduct(sizes: LowSize[]): [LowSize, LowSize[]][] {
  const groups = new Map<string, LowSize[]>()
  for (const size of sizes) groups.set(size.productId, [...(groups.get(size.productId) ?? []), size])
  return [...groups.values()].flatMap((group) =>
    group[0] ? [[group[0], group] as [LowSize, LowSize[]]] : [],
  )
}
