import { Fragment } from 'react'
import type { Segment, SizeLabels } from '#domain/views'
import { Icon } from './icon'
import type { Shop } from './shop'
import { SizeLabel } from './size-label'

export interface StoreStock {
  id: string
  name: string
  city: string
  sizes: readonly SizeLabels[]
}

interface Props {
  shop: Shop
  stores: readonly StoreStock[]
  /** None for what is no shoe: it has no sizes to tell. */
  segment: Segment | undefined
}

/** Where one may collect, and which sizes lie there today. */
export function PickupStock({ shop, stores, segment }: Props) {
  if (stores.length === 0) return null
  return (
    <ul className="pickup-stock">
      {stores.map(({ id, name, sizes }) => (
        <li key={id}>
          <Icon name="bag" />
          {segment || sizes.length === 0 ? (
            <details>
              <summary>
                {shop.t(sizes.length > 0 ? 'product.pickup' : 'product.pickupNone', { store: name })}
              </summary>
              <p className="small muted">
                {sizes.length === 0
                  ? shop.t('product.pickupLater')
                  : sizes.map((labels, index) => (
                      <Fragment key={labels.eu}>
                        {index > 0 && ', '}
                        <SizeLabel labels={labels} segment={segment} />
                      </Fragment>
                    ))}
              </p>
            </details>
          ) : (
            <span>{shop.t('product.pickup', { store: name })}</span>
          )}
        </li>
      ))}
    </ul>
  )
}
