import type { UIFieldServerProps } from 'payload'
import { getShopForStaff } from '#queries/admin-shop'
import { getSizeGrid, type GridSize } from '#queries/admin-stock'
import { getSizeRun } from '#queries/admin-sizes'
import { mayStaff } from '../staff'
import { AdjustButton } from '../stock/adjust-button.client'
import { AddSizes } from './add-sizes.client'

/** The sizes of a product as a shopper sees them, with the free pairs under each number. */
export async function SizeGrid({ id, req, data }: UIFieldServerProps) {
  if (!mayStaff(req.user, 'stock.read')) return null
  if (!id) return <SavedFirst />
  const mayAdd = mayStaff(req.user, 'catalog.write')
  const [sizes, shop, run] = await Promise.all([
    getSizeGrid(req.payload, String(id)),
    getShopForStaff(req),
    mayAdd ? getSizeRun(req.payload, String(id)) : undefined,
  ])
  const title = String((data as { title?: unknown }).title ?? '')
  return (
    <section className="m-grid-field">
      <h3>Sizes and stock</h3>
      {sizes.length === 0 ? <p className="m-muted">No sizes yet, so nobody can buy this.</p> : null}
      {widthsOf(sizes).map(([width, group]) => (
        <div key={width ?? ''} className="m-sizes" role="group" aria-label={width ?? 'Sizes'}>
          {width ? <span className="m-muted m-width">{width}</span> : null}
          {group.map((size) => (
            <SizeButton key={size.variantId} size={size} title={title} lowAt={shop.lowStockAt} />
          ))}
        </div>
      ))}
      {sizes.length > 0 ? (
        <p className="m-hint">Free pairs under each size. Press a size to adjust what is on hand.</p>
      ) : null}
      {run ? (
        <div className="m-buttons">
          <AddSizes productId={String(id)} run={run} mayBook={mayStaff(req.user, 'stock.adjust')} />
        </div>
      ) : null}
    </section>
  )
}

const SavedFirst = () => (
  <section className="m-grid-field">
    <h3>Sizes and stock</h3>
    <p className="m-muted">
      Save this product first, as a draft if you like. Its sizes are then added here in one go.
    </p>
  </section>
)

function SizeButton({ size, title, lowAt }: { size: GridSize; title: string; lowAt: number }) {
  const free = size.onHand - size.reserved
  const look = free === 0 ? 'm-size m-none' : free <= lowAt ? 'm-size m-low' : 'm-size'
  return (
    <AdjustButton
      className={look}
      label={`${size.size}, ${free} free, ${size.onHand} on hand. Adjust`}
      variantId={size.variantId}
      name={`${title}, ${size.size}`}
      onHand={size.onHand}
      reserved={size.reserved}
      held={size.held}
    >
      <span>{size.size}</span>
      <span className="m-size-stock">{free}</span>
    </AdjustButton>
  )
}

function widthsOf(sizes: GridSize[]): [string | undefined, GridSize[]][] {
  const groups = new Map<string | undefined, GridSize[]>()
  for (const size of sizes) {
    const width = size.width ?? undefined
    groups.set(width, [...(groups.get(width) ?? []), size])
  }
  return [...groups]
}
