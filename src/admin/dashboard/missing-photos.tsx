import type { WidgetServerProps } from 'payload'
import Link from 'next/link'
import { photoViewWords } from '#domain/product-gaps'
import { getPhotoGaps } from '#queries/admin-product-gaps'
import { Thumb } from '../picture'
import { mayStaff } from '../staff'
import { Widget } from './widget'

/** Which products nobody sees from every side, the most popular first. */
export async function MissingPhotosWidget({ req }: WidgetServerProps) {
  if (!mayStaff(req.user, 'catalog.write')) return null
  const { products, lacking, byView, first } = await getPhotoGaps(req.payload)
  return (
    <Widget title="Missing pictures" link={{ href: '/admin/collections/products', label: 'Products' }}>
      <p className="m-muted">
        {lacking === 0
          ? 'Every product is seen from every side.'
          : `${lacking} of ${products} products lack a view: ${byView
              .map(({ view, count }) => `${photoViewWords[view].toLowerCase()} ${count}`)
              .join(', ')}.`}
      </p>
      <ul className="m-list">
        {first.map(({ productId, title, image, missing }) => (
          <li key={productId} className="m-low-row">
            <Thumb id={image ?? undefined} />
            <Link href={`/admin/collections/products/${productId}`} prefetch={false}>
              {title}
            </Link>
            <span className="m-muted">
              {missing.map((view) => photoViewWords[view].toLowerCase()).join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </Widget>
  )
}
